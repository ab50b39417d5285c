// The arguments of issue, read at once: nothing of the caller's is looked at later, and nothing of it is changed.

import { inputError } from '../errors.js';
import { callable, flag, members, oneOf, optional, text, wrong } from '../gateway/checks.js';
import { abortSignal } from '../gateway/submission.js';
import { PREDECESSOR, RECORD_ID } from '../generated/issuing.js';
import { compile } from '../options.js';
import type { BuildOptions, Locale } from '../shapes.js';
import { CERT_KINDS, plain, readState } from './issue-checks.js';
import type { IssueState, IssueSteps } from './issue-shapes.js';
import { fresh } from './issue-state.js';
import type { CertKind } from './shapes.js';

/** All that a run needs. */
export interface Run {
  readonly kind: CertKind;
  readonly eCertID: string;
  readonly record: Record<string, unknown>;
  readonly gateway: IssueSteps['gateway'];
  readonly decrypt: IssueSteps['decrypt'];
  readonly compose: IssueSteps['compose'];
  readonly state: IssueState;
  readonly onState: IssueSteps['onState'];
  readonly resendUnknown: boolean;
  readonly signal: AbortSignal | undefined;
  readonly options: BuildOptions | undefined;
  readonly locale: Locale;
}

/** The names of all members of `steps`. */
const NAMES = ['kind', 'gateway', 'decrypt', 'compose', 'state', 'previous', 'onState', 'resendUnknown', 'signal', 'options'];

/** What the caller gave, checked. */
export function readRun(record: unknown, steps: unknown): Run {
  if (steps === undefined) throw wrong('steps', '对象', 'an object');
  const given = members('steps', steps, NAMES);
  const kind = oneOf('steps.kind', given['kind'], CERT_KINDS);
  const replaced = optional('steps.previous', given['previous'], (where, value) => predecessor(where, value, kind));
  const own = carrying(plain('record', record), replaced);
  const eCertID = idOf(own);
  return {
    kind,
    eCertID,
    record: own,
    gateway: gateway('steps.gateway', given['gateway']),
    decrypt: callable('steps.decrypt', given['decrypt']) as IssueSteps['decrypt'],
    compose: callable('steps.compose', given['compose']) as IssueSteps['compose'],
    state: optional('steps.state', given['state'], (where, value) => ownState(where, value, kind, eCertID)) ?? fresh(kind, eCertID),
    onState: optional('steps.onState', given['onState'], callable) as IssueSteps['onState'],
    resendUnknown: optional('steps.resendUnknown', given['resendUnknown'], flag) ?? false,
    signal: optional('steps.signal', given['signal'], abortSignal),
    options: given['options'] as BuildOptions | undefined,
    locale: compile(given['options']).locale,
  };
}

function gateway(where: string, value: unknown): IssueSteps['gateway'] {
  if (typeof value !== 'object' || value === null) throw wrong(where, 'Gateway', 'a Gateway');
  const given = value as IssueSteps['gateway'];
  callable(`${where}.submit`, given.submit);
  callable(`${where}.submitPreview`, given.submitPreview);
  return given;
}

/** The record's own id. */
function idOf(record: Record<string, unknown>): string {
  const id = record[RECORD_ID];
  if (typeof id === 'string' && id.trim() !== '') return id.trim();
  throw inputError(`记录应有 ${RECORD_ID}：状态靠它认出记录。`, `The record must have ${RECORD_ID}: by it a state knows its record.`);
}

function ownState(where: string, value: unknown, kind: CertKind, eCertID: string): IssueState {
  const state = readState(where, value);
  if (state.kind === kind && state.eCertID === eCertID) return state;
  throw inputError(`${where} 属于另一条记录或另一种证照。`, `${where} is that of another record or of another kind.`);
}

/** The licence id of the certificate that is replaced. */
function predecessor(where: string, value: unknown, kind: CertKind): string {
  if (typeof value === 'string') return text(where, value.trim());
  const state = readState(where, value);
  if (state.kind === kind && state.done && state.composed) return state.composed.zzeCertID;
  throw inputError(
    `${where} 应为同种证照已完成的状态，或其 zzeCertID。`,
    `${where} must be a state of the same kind that is done and has its e-certificate, or the zzeCertID itself.`,
  );
}

/** The record with the id of the certificate that it replaces. */
function carrying(record: Record<string, unknown>, replaced: string | undefined): Record<string, unknown> {
  const own = String(record[PREDECESSOR] ?? '').trim();
  if (replaced === undefined || own === replaced) return record;
  if (own === '') return { ...record, [PREDECESSOR]: replaced };
  throw inputError(
    `记录的 ${PREDECESSOR} 与 steps.previous 不一致。`,
    `${PREDECESSOR} of the record is not what steps.previous says.`,
  );
}
