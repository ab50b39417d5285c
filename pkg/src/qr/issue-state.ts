// The state and how it moves on. Every move gives a new state; none is changed.

import type { IssueState, Problem, StepName, StepState } from './issue-shapes.js';
import type { CertKind } from './shapes.js';

/** The steps, in their order. */
export const STEPS: readonly StepName[] = ['validate', 'submit', 'decrypt', 'compose', 'preview'];

/** What a step came to, and what it brought. */
export interface Ended extends Partial<Pick<IssueState, 'codes' | 'assignment' | 'composed' | 'ended'>> {
  status: 'done' | 'failed' | 'unknown';
  problem?: Problem;
}

/** Nothing is done yet. */
export function fresh(kind: CertKind, eCertID: string): IssueState {
  const steps = Object.fromEntries(STEPS.map((name) => [name, { status: 'waiting', attempts: 0 }])) as IssueState['steps'];
  return { format: 1, kind, eCertID, done: false, next: 'validate', steps, codes: null, assignment: null, composed: null };
}

/** A step begins. */
export function begun(state: IssueState, step: StepName): IssueState {
  return withStep(state, step, { status: 'started', attempts: state.steps[step].attempts + 1 });
}

/** A step ended. */
export function ended(state: IssueState, step: StepName, { status, problem, ...brought }: Ended): IssueState {
  const { attempts } = state.steps[step];
  const moved = { ...withStep(state, step, { status, attempts, ...(problem && { problem }) }), ...brought };
  if (status !== 'done') return moved;
  const next = moved.ended ? null : (STEPS[STEPS.indexOf(step) + 1] ?? null);
  return { ...moved, next, done: next === null };
}

function withStep(state: IssueState, step: StepName, now: StepState): IssueState {
  return { ...state, steps: { ...state.steps, [step]: now } };
}

/** A copy that shares nothing. */
export function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
