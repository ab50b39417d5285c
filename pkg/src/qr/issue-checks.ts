// Reading a state that comes back from storage: every member is looked at, and that the members agree. The answer is a copy.

import { inputError } from '../errors.js';
import { flag, members, oneOf, text, whole, wrong } from '../gateway/checks.js';
import { CERT_TYPES } from '../generated/issuing.js';
import { STEPS } from './issue-state.js';
import type { IssueState, StepName, StepState } from './issue-shapes.js';
import type { CertKind } from './shapes.js';

type Check = (where: string, value: unknown) => unknown;

/** The three certificates. */
export const CERT_KINDS = /* @__PURE__ */ Object.keys(CERT_TYPES) as CertKind[];

/** A copy as JSON has it. */
export function plain(where: string, value: unknown): Record<string, unknown> {
  let copy: unknown;
  try {
    copy = JSON.parse(JSON.stringify(value));
  } catch {
    // Said below: a cycle, a getter that throws, nothing at all.
  }
  if (typeof copy === 'object' && copy !== null && !Array.isArray(copy)) return copy as Record<string, unknown>;
  throw wrong(where, '可以写成 JSON 的对象', 'an object that JSON can have');
}

/** The state, whole and in agreement with itself. */
export function readState(where: string, value: unknown): IssueState {
  const state = shaped(where, plain(where, value), shape(), ['ended']) as unknown as IssueState;
  if (agrees(state)) return state;
  throw inputError(
    `${where} 的各部分互相矛盾，不是 issue 给出的状态。`,
    `The parts of ${where} contradict each other: it is no state that issue gave.`,
  );
}

/** An object with these members, of which the optional ones may be absent, and with no other. */
function shaped(
  where: string,
  value: unknown,
  shape: Record<string, Check>,
  optional: readonly string[] = [],
): Record<string, unknown> {
  if (value === undefined) throw wrong(where, '对象', 'an object');
  const given = members(where, value, Object.keys(shape));
  for (const [name, check] of Object.entries(shape)) {
    if (given[name] !== undefined || !optional.includes(name)) check(`${where}.${name}`, given[name]);
  }
  return given;
}

const object =
  (shape: Record<string, Check>, ...optional: string[]): Check =>
  (where, value) =>
    shaped(where, value, shape, optional);
const among =
  (...values: readonly unknown[]): Check =>
  (where, value) =>
    oneOf(where, value, values);
const orNull =
  (check: Check): Check =>
  (where, value) =>
    value === null || check(where, value);
const listOf =
  (check: Check): Check =>
  (where, value) => {
    if (!Array.isArray(value)) throw wrong(where, '数组', 'an array');
    value.forEach((each) => check(`${where}[…]`, each));
  };
const count: Check = (where, value) => whole(where, value, 0);
const words: Check = (where, value) => {
  if (typeof value !== 'string') throw wrong(where, '字符串', 'a string');
};
const wordsOrNumber: Check = (where, value) => {
  if (typeof value !== 'string' && typeof value !== 'number') throw wrong(where, '字符串或数字', 'a string or a number');
};
const facts: Check = (where, value) => {
  for (const each of Object.values(plain(where, value))) wordsOrNumber(`${where}[…]`, each);
};

const issue = () =>
  object({
    rule: text,
    severity: among('error', 'warning'),
    path: listOf(wordsOrNumber),
    field: orNull(words),
    message: words,
    params: facts,
    cite: words,
  });
const reply = () => object({ text: words, field: orNull(words) });
const failure = () =>
  object({ call: text, cause: text, code: orNull(count), retryable: flag, notReceived: flag, message: words, advice: words });
const problem = () =>
  object(
    { message: text, issues: listOf(issue()), replies: listOf(reply()), failure: failure(), code: text },
    'issues',
    'replies',
    'failure',
    'code',
  );
const step = () =>
  object({ status: among('waiting', 'started', 'done', 'failed', 'unknown'), attempts: count, problem: problem() }, 'problem');

/** The members of a state. */
function shape(): Record<string, Check> {
  return {
    format: among(1),
    kind: among(...CERT_KINDS),
    eCertID: text,
    done: flag,
    next: orNull(among(...STEPS)),
    ended: among('no-assignment'),
    steps: object(Object.fromEntries(STEPS.map((name) => [name, step()]))),
    codes: orNull(object({ encryCertid: text, encryKey: text })),
    assignment: orNull(object({ id: text, content: text })),
    composed: orNull(object({ zzeCertID: text, url: text })),
  };
}

/** Whether what stands in it can stand beside each other. */
function agrees(state: IssueState): boolean {
  const { steps, next, done, ended, codes, assignment, composed } = state;
  const isDone = (name: StepName) => steps[name].status === 'done';
  const place = STEPS.findIndex((name) => !isDone(name));
  const isNext = ended ? next === null && place === STEPS.indexOf('decrypt') && !codes : next === (STEPS[place] ?? null);
  const rest = ended ? place : place + 1;
  return (
    isNext &&
    done === (next === null) &&
    STEPS.every((name, at) => possible(name, steps[name]) && (place < 0 || at < rest || steps[name].status === 'waiting')) &&
    (isDone('submit') || codes === null) &&
    (isDone('decrypt') ? codes !== null && assignment !== null : assignment === null) &&
    isDone('compose') === (composed !== null)
  );
}

/** What a step can be in by itself: doubts are about what others are asked to do. */
function possible(name: StepName, { status, attempts }: StepState): boolean {
  const isPure = name === 'validate' || name === 'decrypt';
  return (status === 'waiting' || attempts > 0) && !(isPure && status === 'unknown');
}
