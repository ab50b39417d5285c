// Issuing a certificate end to end: one step after the other, each noted before it begins and after it ended, so that a run that
// stops anywhere goes on from there and does nothing twice.

import { init } from '../instance.js';
import type { RecordOf } from '../tables.js';
import { readRun, type Run } from './issue-run.js';
import type { IssueState, IssueSteps, StepName } from './issue-shapes.js';
import { begun, copied, ended, type Ended } from './issue-state.js';
import { DO, ends } from './issue-steps.js';
import { say } from './issue-words.js';
import { init as initQr } from './qr-instance.js';
import type { CertKind } from './shapes.js';

/** What can be repeated without asking anybody: nothing outside of this process knows of it. */
const PURE: readonly StepName[] = ['validate', 'decrypt'];

/**
 * Checks a certificate, submits it, has its QR assignment decrypted and its e-certificate made, and submits the address of the
 * preview. Whatever a step meets is in the state that it answers with: called again with that state it goes on from there. A step
 * that may have been done is not done again without `resendUnknown`. The record goes as it is, but for `associatedZzeCertID`
 * where `previous` is given.
 *
 * @throws InputError when the call is malformed, the state among it; and what `onState` throws.
 *
 * @example
 * let state = await load(record.eCertID);
 * state = await issue(record, { kind: 'safety', gateway, decrypt, compose, state, onState: save });
 * if (!state.done) show(state.steps[state.next].problem?.message);
 */
export async function issue<K extends CertKind>(record: Partial<RecordOf<K>> | object, steps: IssueSteps<K>): Promise<IssueState> {
  const run = readRun(record, steps);
  await Promise.all([init(), initQr()]);
  let state = run.state;
  const note = async (moved: IssueState) => {
    state = moved;
    await run.onState?.(copied(moved));
  };
  while (state.next && !run.signal?.aborted) {
    const step = state.next;
    const { status } = state.steps[step];
    if (status === 'started' && !PURE.includes(step)) {
      await note(ended(state, step, ends(run, 'unknown', 'died')));
      continue;
    }
    const isDoubtful = status === 'unknown';
    if (isDoubtful && !run.resendUnknown) break;
    await note(begun(state, step));
    const end = settled(run, await DO[step](run, state, isDoubtful), isDoubtful);
    await note(ended(state, step, end));
    if (end.status !== 'done') break;
  }
  return copied(state);
}

/** What may have been done once stays in doubt until it is done: that another attempt failed says nothing of the first. */
function settled({ locale }: Run, end: Ended, isDoubtful: boolean): Ended {
  if (!isDoubtful || end.status !== 'failed') return end;
  return { ...end, status: 'unknown', problem: { ...end.problem, message: say(locale, 'doubtful') } };
}
