// One certificate on its way: what is kept of it, whether a step is under way, and going on with it. Each step's beginning and end
// is kept before anything else happens, so that a page that is loaded again knows what may have been done.

import type { Profile } from 'mohurd-ecert';
import type { CertKind, IssueState } from 'mohurd-ecert/qr';
import { computed, ref, shallowRef } from 'vue';
import { reachGateway } from '../lib/gateway';
import { composed, decrypted } from '../lib/issue-server';
import { forget, keep, recall, type Kept } from '../lib/kept';
import type { Draft } from './useForm';
import type { Prepare } from './useSend';

export type Issuing = ReturnType<typeof useIssuing>;

export function useIssuing() {
  const kept = shallowRef<Kept | null>(recall());
  const underWay = shallowRef<AbortController | null>(null);
  /** Why nothing was done, in words. */
  const trouble = ref('');
  const state = computed<IssueState | null>(() => kept.value?.state ?? null);

  function hold(next: Kept): void {
    keep(next);
    kept.value = next;
  }

  async function start(kind: CertKind, record: Draft, profile: Profile, prepare: Prepare): Promise<void> {
    await run({ kind, record, profile }, false, prepare);
  }

  /** Goes on from where it stopped. */
  async function go(resendUnknown: boolean, prepare: Prepare): Promise<void> {
    if (kept.value) await run(kept.value, resendUnknown, prepare);
  }

  /** Begins again with a record that was mended; nothing of the other was taken. */
  async function mend(record: Draft, profile: Profile, prepare: Prepare): Promise<void> {
    if (kept.value) await run({ kind: kept.value.kind, record, profile }, false, prepare);
  }

  async function run(from: Kept, resendUnknown: boolean, prepare: Prepare): Promise<void> {
    if (underWay.value) return;
    const control = new AbortController();
    underWay.value = control;
    trouble.value = '';
    try {
      await walk({ ...from, said: undefined }, resendUnknown, prepare, control.signal);
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    } finally {
      underWay.value = null;
    }
  }

  async function walk(now: Kept, resendUnknown: boolean, prepare: Prepare, signal: AbortSignal): Promise<void> {
    hold(now);
    const { kind, record, profile, state: before } = now;
    /** Why a step failed is for this page to keep: of what its functions throw, the flow tells nothing. */
    const heard = <T>(work: Promise<T>): Promise<T> =>
      work.catch((error: Error) => {
        now.said = error.message;
        throw error;
      });
    const [{ issue }, gateway] = await Promise.all([import('mohurd-ecert/qr'), reachGateway()]);
    await prepare(signal);
    const state = await issue(record, {
      kind,
      gateway,
      decrypt: (codes) => heard(decrypted(kind, codes, signal)),
      compose: () => heard(composed(kind, record, signal)),
      state: before,
      onState: (state) => hold({ ...now, state }),
      resendUnknown,
      signal,
      options: { profile },
    });
    hold({ ...now, state });
  }

  function abort(): void {
    underWay.value?.abort();
  }

  /** Removes the record and how far it got. */
  function drop(): void {
    if (underWay.value) return;
    forget();
    kept.value = null;
    trouble.value = '';
  }

  return { kept, state, underWay, trouble, start, go, mend, abort, drop };
}
