// The steps themselves: each does its part once and says what it came to. None throws, and none keeps what a caller's function threw.

import { InputError } from '../errors.js';
import type { Outcome, State, SubmitReport } from '../gateway/shapes.js';
import { ASSIGNED, ASSIGNMENT_USED, CERT_TYPES, OPERATION } from '../generated/issuing.js';
import { isError } from '../issues.js';
import { normalise, validate, validateField } from '../live.js';
import type { RecordOf } from '../tables.js';
import { QrError } from './errors.js';
import type { Run } from './issue-run.js';
import type { IssueState, Problem, StepName } from './issue-shapes.js';
import { copied, type Ended } from './issue-state.js';
import { say, type Saying } from './issue-words.js';
import { qrPng, qrSvg } from './picture.js';

/** Does a step. `isDoubtful`: an earlier attempt may have done it. */
type Step = (run: Run, state: IssueState, isDoubtful: boolean) => Ended | Promise<Ended>;

type Facts = Omit<Problem, 'message'>;

export const DO: Record<StepName, Step> = { validate: judge, submit, decrypt, compose, preview };

/** What a step came to, with words for it. */
export function ends({ locale }: Run, status: Ended['status'], saying: Saying, facts?: Facts): Ended {
  return { status, problem: { message: say(locale, saying), ...facts } };
}

function judge(run: Run): Ended {
  const { valid, issues } = validate(run.kind, run.record, run.options);
  if (!valid) return ends(run, 'failed', 'invalid', { issues: copied(issues) });
  return issues.length > 0 ? ends(run, 'done', 'warned', { issues: copied(issues) }) : { status: 'done' };
}

async function submit(run: Run): Promise<Ended> {
  const { kind, record, gateway, options, signal } = run;
  const { end, outcome } = await sent(run, () => gateway.submit(kind, [copied(record)], { ...options, signal }));
  if (end.status !== 'done') return end;
  const codes = texts(outcome, 'encryCertid', 'encryKey');
  if (codes) return { ...end, codes };
  return isAssigned(run) ? end : { ...end, ended: 'no-assignment' };
}

/** Whether the operation is one after which an assignment is expected. */
function isAssigned({ kind, record }: Run): boolean {
  const operation = normalise(kind, record).record[OPERATION];
  return typeof operation === 'string' && ASSIGNED.includes(operation);
}

async function decrypt(run: Run, { codes }: IssueState): Promise<Ended> {
  const { kind, eCertID, options } = run;
  if (!codes) return ends(run, 'failed', 'no-assignment', { code: 'no-assignment' });
  let given: unknown;
  try {
    given = await run.decrypt(copied(codes), { kind, eCertID });
  } catch (error) {
    return ends(run, 'failed', 'threw', codeOf(error));
  }
  const assignment = texts(given, 'id', 'content');
  if (!assignment) return ends(run, 'failed', 'decrypted', { code: 'answer' });
  const issues = validateField('preview', 'ID', { ID: assignment.id }, options).filter(isError);
  if (issues.length > 0) return ends(run, 'failed', 'decrypted', { code: 'answer', issues: copied(issues) });
  return { status: 'done', assignment };
}

async function compose(run: Run, { assignment, steps }: IssueState): Promise<Ended> {
  const { id, content } = assignment!;
  let pictures: { svg: string; png: Uint8Array };
  try {
    pictures = { svg: qrSvg(content), png: qrPng(content) };
  } catch (error) {
    return ends(run, 'failed', 'picture', codeOf(error));
  }
  const record = copied(run.record) as unknown as RecordOf<Run['kind']>;
  let given: unknown;
  try {
    given = await run.compose({ record, id, content, ...pictures, attempt: steps.compose.attempts });
  } catch (error) {
    return isUnknown(error) ? ends(run, 'unknown', 'lost', codeOf(error)) : ends(run, 'failed', 'threw', codeOf(error));
  }
  return composed(run, id, given);
}

/** The e-certificate, where a preview can be made of it. What was made without one is made all the same. */
function composed(run: Run, id: string, given: unknown): Ended {
  const answer = texts(given, 'zzeCertID', 'url');
  if (!answer) return ends(run, 'unknown', 'composed', { code: 'answer' });
  const { valid, issues } = validate('preview', { ID: id, ...answer }, run.options);
  if (!valid) return ends(run, 'unknown', 'composed', { code: 'answer', issues: copied(issues) });
  return { status: 'done', composed: answer };
}

async function preview(run: Run, { assignment, composed }: IssueState, isDoubtful: boolean): Promise<Ended> {
  const { kind, gateway, options, signal } = run;
  const record: RecordOf<'preview'> = { ID: assignment!.id, ...composed! };
  const { end, outcome } = await sent(run, () => gateway.submitPreview(CERT_TYPES[kind], [record], { ...options, signal }));
  // The attempt in doubt did arrive: nobody else has this assignment.
  const isUsed = outcome?.state === 'refused' && outcome.replies.some(({ text }) => text.includes(ASSIGNMENT_USED));
  return isDoubtful && isUsed ? { status: 'done' } : end;
}

const STATUS: Record<State, Ended['status']> = {
  accepted: 'done',
  'accepted-with-warning': 'done',
  refused: 'failed',
  invalid: 'failed',
  'not-sent': 'failed',
  unknown: 'unknown',
};

/** Submits the one record of a call. */
async function sent(run: Run, call: () => Promise<SubmitReport>): Promise<{ end: Ended; outcome?: Outcome }> {
  try {
    const outcome = (await call()).outcomes[0]!;
    return { end: read(run, outcome), outcome };
  } catch (error) {
    // A gateway rejects what is malformed, before anything goes out; of anything else nobody can tell.
    return { end: error instanceof InputError ? ends(run, 'failed', 'unsent') : ends(run, 'unknown', 'lost') };
  }
}

function read(run: Run, { state, issues, replies, failure }: Outcome): Ended {
  if (state === 'accepted') return { status: 'done' };
  const found = issues.map((issue) => ({ ...copied(issue), path: issue.path.slice(1) }));
  return ends(run, STATUS[state], state === 'accepted-with-warning' ? 'accepted' : state, {
    ...(state === 'invalid' && { issues: found }),
    ...(replies.length > 0 && { replies: copied(replies) }),
    ...(failure && { failure: copied(failure) }),
  });
}

/** Whether an error says that nobody can tell; one that does not even let itself be asked says so. */
function isUnknown(error: unknown): boolean {
  try {
    return (error as { unknown?: unknown } | null | undefined)?.unknown === true;
  } catch {
    return true;
  }
}

/** Of what a caller's function threw only a code is told: the words may hold a key. */
function codeOf(error: unknown): Facts {
  return error instanceof QrError && /^[a-z-]{1,40}$/.test(error.code) ? { code: error.code } : {};
}

/** The members of an answer: texts that are not empty. */
function texts<A extends string, B extends string>(given: unknown, a: A, b: B): Record<A | B, string> | undefined {
  try {
    const { [a]: first, [b]: second } = given as Record<string, unknown>;
    if (typeof first !== 'string' || typeof second !== 'string' || first === '' || second === '') return undefined;
    return { [a]: first, [b]: second } as Record<A | B, string>;
  } catch {
    return undefined;
  }
}
