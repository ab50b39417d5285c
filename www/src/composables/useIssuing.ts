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
  async function mend(record: Draft, prepare: Prepare): Promise<void> {
    if (kept.value) await run({ ...kept.value, record, state: undefined }, false, prepare);
  }

  async function run(from: Kept, resendUnknown: boolean, prepare: Prepare): Promise<void> {
    if (underWay.value) return;
    const control = new AbortController();
    const { signal } = control;
    underWay.value = control;
    trouble.value = '';
    try {
      hold(from);
      const { kind, record, profile } = from;
      const [{ issue }, gateway] = await Promise.all([import('mohurd-ecert/qr'), reachGateway()]);
      await prepare(signal);
      const state = await issue(record, {
        kind,
        gateway,
        decrypt: (codes) => decrypted(kind, codes, signal),
        compose: () => composed(kind, record, signal),
        state: from.state,
        onState: (now) => hold({ ...from, state: now }),
        resendUnknown,
        signal,
        options: { profile },
      });
      hold({ ...from, state });
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    } finally {
      underWay.value = null;
    }
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
