// A watched native form: what the rules say of its fields, and what is therefore shown. It hears no events and waits for
// nothing.

import { isError } from '../issues.js';
import { validateField } from '../live.js';
import type { Issue, Options } from '../shapes.js';
import type { FieldName, Kind } from '../tables.js';
import { controlsOf, type Control } from './constraint-form.js';
import { show, summarise } from './constraint-show.js';

/** A form with all that is known of it. */
export interface Watch {
  form: HTMLFormElement;
  kind: Kind;
  options: Options | undefined;
  /** The fields of the kind, each with itself and those whose rules read it. */
  fields: ReadonlyMap<string, readonly string[]>;
  /** The record to judge. */
  record: () => object;
  /** The fields that somebody has been at, each with what keeps the form from being sent, if anything does. */
  wrong: Map<string, string>;
  /** What the summary begins with. */
  heading: string;
  /** Whether the summary is shown. */
  told?: boolean | undefined;
  gone?: boolean;
}

/**
 * Judges these fields as the form stands, and shows what is found where somebody has been; without names, judges all and
 * goes to the summary. True: nothing that was found keeps the form from being sent.
 */
export function judge(watch: Watch, names?: readonly string[]): boolean {
  const { form, heading, wrong } = watch;
  if (watch.gone) return false;
  const controls = controlsOf(form);
  const record = watch.record();
  if (!names) controls.forEach((_, name) => wrong.set(name, ''));
  wrong.forEach((_, name) => {
    const group = controls.get(name);
    if (!group) {
      wrong.delete(name);
      show(form, name);
    } else if (!names || names.includes(name)) wrong.set(name, mark(watch, name, group, record));
  });
  const valid = ![...wrong.values()].some(Boolean);
  watch.told = !valid && (watch.told || !names);
  const title = watch.told ? summarise(form, heading, wrong, controls) : show(form, '');
  if (title && !names) title.focus();
  return valid;
}

/** Shows what is found at a field; the answer is what keeps the form from being sent. */
function mark({ form, kind, options, fields }: Watch, name: string, controls: Control[], record: object): string {
  const known = fields.has(name);
  const issues = known ? validateField(kind, name as FieldName<Kind>, record, options).filter((issue) => issue.field === name) : [];
  const errors = words(issues.filter(isError));
  if (known) controls.forEach((control) => control.setCustomValidity(errors));
  // What the page itself demands of its controls counts as well; the browser's words do not say of which.
  const { labels, validationMessage } = controls[0]!;
  const wrong = errors || validationMessage;
  show(form, name, wrong || words(issues), wrong, controls);
  return (wrong && !errors && labels![0] ? `${labels![0].textContent}: ` : '') + wrong;
}

function words(issues: Issue[]): string {
  return issues.map(({ message }) => message).join('\n');
}

/** Takes away all that is shown. */
export function clear({ form, fields, wrong }: Watch): void {
  wrong.clear();
  controlsOf(form).forEach((controls, name) => {
    if (fields.has(name)) controls.forEach((control) => control.setCustomValidity(''));
    show(form, name, '', '', controls);
  });
  show(form, '');
}
