// The ids by which labels, messages and links find a control, and how to get there.

import type { Issue, Kind } from 'mohurd-ecert';

/** The id of a field's control. */
export function controlId(kind: Kind, field: string): string {
  return `${kind}-${field}`;
}

/** The id of a control inside an entry of a list field. */
export function itemId(id: string, index: number, member: string): string {
  return `${id}-${index}-${member}`;
}

/** The entry of a list that an issue stands at, where it stands at one. */
export function itemOf(issue: Issue): number | null {
  const index = issue.path[1];
  return typeof index === 'number' ? index : null;
}

/** The member of the entry that an issue stands at. */
export function memberOf(issue: Issue): string | null {
  const member = issue.path[2];
  return typeof member === 'string' ? member : null;
}

/** Moves the focus to where an issue stands: its control, else the first control in its field. */
export function focusIssue(kind: Kind, issue: Issue, firstMember: string): void {
  const id = controlId(kind, issue.field ?? '');
  const item = itemOf(issue);
  const inside = item === null ? null : document.getElementById(itemId(id, item, memberOf(issue) ?? firstMember));
  goTo(inside ?? document.getElementById(id));
}

/** Moves the focus to a field's control. */
export function focusField(kind: Kind, field: string): void {
  goTo(document.getElementById(controlId(kind, field)));
}

function goTo(control: HTMLElement | null): void {
  control?.closest('.field')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  control?.focus({ preventScroll: true });
}
