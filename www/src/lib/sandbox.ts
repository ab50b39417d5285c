// Asking the sandbox itself: what it holds, what is to go wrong next, and a new start. An error here is a sentence for the page.

import type { Fault, HeldRecord } from 'mohurd-ecert/sandbox';

export type SentCall = 'submit' | 'preview';

const ABSENT = '沙箱没有应答：请用 cargo xtask start 启动本页。';

async function ask(name: string, body?: object, signal?: AbortSignal): Promise<unknown> {
  const init: RequestInit = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  try {
    const response = await fetch(`/sandbox/${name}`, { ...init, signal: signal ?? null });
    if (response.ok) return await response.json();
  } catch {
    // Told below: whatever it was, there is no sandbox that answers.
  }
  throw new Error(ABSENT);
}

/** What it holds. */
export async function heldRecords(): Promise<HeldRecord[]> {
  const held = await ask('records');
  if (!Array.isArray(held)) throw new Error(ABSENT);
  return held as HeldRecord[];
}

/** Makes it forget everything. */
export async function resetSandbox(): Promise<void> {
  await ask('reset', {});
}

/** Plans what goes wrong with the next call. */
export async function planFault(call: SentCall, fault: Fault, signal: AbortSignal): Promise<void> {
  await ask('faults', { call, faults: [fault] }, signal);
}
