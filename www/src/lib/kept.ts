// What is kept of an issuing, so that it goes on after the page was loaded again: how far it got, and the record that it is of. Both
// stay in this tab, and go when it is closed.

import type { Profile } from 'mohurd-ecert';
import type { CertKind, IssueState } from 'mohurd-ecert/qr';
import { CERT_KINDS } from './issuing';

export interface Kept {
  kind: CertKind;
  record: Record<string, unknown>;
  profile: Profile;
  /** Absent until the first step. */
  state?: IssueState;
  /** What the page's own server said when a step of its failed. */
  said?: string;
}

const NAME = 'mohurd-ecert:issuing';

/** Throws where the browser keeps nothing: what cannot be gone on with must not be started. */
export function keep(kept: Kept): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    throw new Error('浏览器不允许保存进度，没有继续。');
  }
}

export function recall(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Kept | null;
    return kept && CERT_KINDS.includes(kept.kind) ? kept : null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Where nothing is kept there is nothing to remove.
  }
}
