// Sending one kind's record: what is under way, what became of what was sent last, and of what was sent before.
//
// What was sent is kept as it was, in memory only, so that it can be sent again whatever happened to the form since; whether an
// outcome still speaks of what the form holds is told by comparing the two.

import type { CertType, Kind, Options } from 'mohurd-ecert';
import type { Outcome, Reply, SubmitOptions, SubmitReport } from 'mohurd-ecert/gateway';
import { computed, ref, shallowRef, toRaw, type Ref } from 'vue';
import { reachGateway } from '../lib/gateway';
import type { Draft } from './useForm';

/** A record as it was sent. */
interface Snapshot {
  record: Draft;
  options: Options;
}

/** What was sent, and what became of it. */
export interface Sent extends Snapshot {
  at: Date;
  report: SubmitReport;
  outcome: Outcome;
}

/** One that was followed by another: of it only so much is kept. */
export type Earlier = Pick<Sent, 'at' | 'outcome'>;

/** What comes before a record is sent; where it fails, nothing is. */
export type Prepare = (signal: AbortSignal) => Promise<void>;

export type Sender = ReturnType<typeof useSend>;

const NO_REPLIES: readonly Reply[] = Object.freeze([]);

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

export function useSend(kind: Kind, draft: Draft, options: Ref<Options>, certType: Ref<CertType | undefined>) {
  const underWay = shallowRef<AbortController | null>(null);
  const last = shallowRef<Sent | null>(null);
  const earlier = shallowRef<readonly Earlier[]>([]);
  /** Why nothing was sent, in words. */
  const trouble = ref('');

  /** Whether the form holds something else by now than what was sent. */
  const isOutdated = computed(() => {
    if (!last.value) return false;
    const { record, options: sent } = last.value;
    const names = new Set([...Object.keys(record), ...Object.keys(draft)]);
    return sent.certType !== certType.value || [...names].some((name) => !isSame(draft[name], record[name]));
  });

  /** What the platform said of a field, as long as that is what it was. */
  function repliesAt(name: string): readonly Reply[] {
    if (!last.value || !isSame(draft[name], last.value.record[name])) return NO_REPLIES;
    const here = last.value.outcome.replies.filter((reply) => reply.field === name);
    return here.length > 0 ? here : NO_REPLIES;
  }

  /** Sends what the form holds. */
  async function send(prepare: Prepare): Promise<void> {
    const before = last.value;
    const sent = await deliver({ record: { ...toRaw(draft) }, options: options.value }, {}, prepare);
    if (sent && before) earlier.value = [{ at: before.at, outcome: before.outcome }, ...earlier.value];
  }

  /** Goes on with what was sent last and has no outcome for good. */
  async function again(resendUnknown: boolean, prepare: Prepare): Promise<void> {
    if (last.value) await deliver(last.value, { resume: last.value.report, resendUnknown }, prepare);
  }

  async function deliver({ record, options }: Snapshot, how: SubmitOptions, prepare: Prepare): Promise<boolean> {
    if (underWay.value) return false;
    const control = new AbortController();
    const { signal } = control;
    underWay.value = control;
    trouble.value = '';
    try {
      const gateway = await reachGateway();
      await prepare(signal);
      const report = await gateway.submit(kind, [record], { ...options, ...how, signal });
      const [outcome] = report.outcomes;
      if (outcome) last.value = { at: new Date(), record, options, report, outcome };
      return outcome !== undefined;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      trouble.value = signal.aborted ? '已中止，什么也没有发出。' : `什么也没有发出。${why}`;
      return false;
    } finally {
      underWay.value = null;
    }
  }

  function abort(): void {
    underWay.value?.abort();
  }

  return { underWay, last, earlier, trouble, isOutdated, repliesAt, send, again, abort };
}
