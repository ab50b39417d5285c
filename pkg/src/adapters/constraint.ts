// A native form (JSP, jQuery, plain HTML): the rules of a kind through the browser's own Constraint Validation, with a
// message at each field and a summary. A field is judged when it changes, and with it those whose rules read it; a message
// comes when somebody has been at its field, and goes while one types. All is judged when the form is sent.
// Basis: HTML 4.10.21, Constraints; WAI-ARIA 1.2, aria-invalid and aria-describedby.

import { describe } from '../data.js';
import { init } from '../instance.js';
import { compile, onlyNamed, wrong } from '../options.js';
import type { Options } from '../shapes.js';
import type { Kind } from '../tables.js';
import { readFiles, recordOf, type Contents, type Control } from './constraint-form.js';
import { summarise } from './constraint-show.js';
import { clear, judge, type Watch as Judged } from './constraint-watch.js';

/** What attach takes beside the options of the checks. */
export interface AttachOptions {
  /** The record to judge, from what the form's fields hold: adds what the page knows otherwise. Default: what they hold. */
  record?: ((values: Record<string, unknown>) => object) | undefined;
  /** Ends it, as `detach` does. */
  signal?: AbortSignal | undefined;
}

/** A form that is watched. */
export interface Attached {
  /** Judges all fields, shows what is found, and goes to the summary if there is an error. True: it may be sent. */
  validate(): Promise<boolean>;
  /** Judges a field that a script has changed, by the name of its control: scripts cause no event. */
  update(name: string): void;
  /** What the form's fields hold; of a file its content as base64, once that is read. */
  record(): Record<string, unknown>;
  /** Ends it, and takes away all that it has put into the page. */
  detach(): void;
}

interface Watch extends Judged {
  contents: Contents;
  /** What must be there before anything is judged: the core, and files. One that fails stays: nothing is sent unjudged. */
  idle?: Promise<unknown> | undefined;
}

/**
 * Watches a form whose controls are called as the fields of a kind (`name="certNum"`). It loads the core by itself; a form
 * that is sent before that is held until then. Fields without a control are not judged. Where the page has an element for
 * a message it is used: `<span data-ecert-message="certNum">`; an empty name is the summary's. To attach again, detach first.
 *
 * @throws InputError when the form, the kind or an option is malformed.
 *
 * @example
 * attach(document.querySelector('form'), 'safety');
 */
export function attach(form: HTMLFormElement, kind: Kind, options?: Options, own: AttachOptions = {}): Attached {
  const fields = new Map(describe(kind).fields.map(({ name, affects }) => [name, [name, ...affects]]));
  const heading = compile(options).locale === 'en' ? 'Please correct:' : '请更正：';
  onlyNamed(own, ['record', 'signal']);
  if (!form || !form.elements) throw wrong('form', 'a form', '表单');
  const { record: complete = (values) => values, signal } = own;
  const contents: Contents = new WeakMap();
  const values = (): Record<string, unknown> => recordOf(form, fields, contents);
  const watch: Watch = { form, kind, options, fields, heading, record: () => complete(values()), contents, wrong: new Map() };
  hold(watch, init());
  const detach = listen(watch);
  if (signal) {
    signal.addEventListener('abort', detach);
    if (signal.aborted) detach();
  }
  return { validate: () => validate(watch), update: (name) => changed(watch, name, true), record: values, detach };
}

/** Hears the form until it is told to end. */
function listen(watch: Watch): () => void {
  const { form } = watch;
  const { noValidate } = form;
  const hear = (event: Event): void => {
    if (event.type === 'submit') submitted(watch, event as SubmitEvent);
    else if (event.type === 'reset') clear(watch);
    else changed(watch, (event.target as Control).name, event.type === 'change');
  };
  const types = ['input', 'change', 'reset', 'submit'];
  // On the way down, before the page's own listeners: what is wrong does not reach them.
  types.forEach((type) => form.addEventListener(type, hear, true));
  // The browser's bubbles would come instead of the messages.
  form.noValidate = true;
  return () => {
    if (watch.gone) return;
    watch.gone = true;
    types.forEach((type) => form.removeEventListener(type, hear, true));
    form.noValidate = noValidate;
    clear(watch);
  };
}

function hold(watch: Watch, promise: Promise<unknown>): void {
  const idle = Promise.all([watch.idle, promise]).then(() => {
    if (watch.idle === idle) watch.idle = undefined;
  });
  watch.idle = idle;
}

/** What has to be awaited now, if anything has. */
function awaited(watch: Watch): Promise<unknown> | undefined {
  readFiles(watch.form, watch.contents, (reading) => hold(watch, reading));
  return watch.idle;
}

function changed(watch: Watch, name: string, done: boolean): void {
  const { fields, wrong } = watch;
  if (done && !wrong.has(name)) wrong.set(name, '');
  Promise.resolve(awaited(watch)).then(() => judge(watch, fields.get(name) || [name]));
}

function submitted(watch: Watch, event: SubmitEvent): void {
  const { form } = watch;
  const button = event.submitter as HTMLButtonElement | null;
  // A draft may be sent as it is.
  let valid = button && button.formNoValidate;
  if (valid) return;
  try {
    if (awaited(watch)) validate(watch).then((good) => good && (form.requestSubmit || form.submit).call(form, button));
    else valid = judge(watch);
  } finally {
    // Whatever happened: what is not known to be right is not sent.
    if (!valid) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }
}

function validate(watch: Watch): Promise<boolean> {
  return Promise.resolve(awaited(watch)).then(
    () => (watch.idle ? validate(watch) : judge(watch)),
    (error) => {
      summarise(watch.form, error.message, new Map(), new Map()).focus();
      throw error;
    },
  );
}
