// What a native form holds: its controls by name, its values as a record, and the files that it has read. It judges and
// shows nothing.

/** A control that can hold a value and be marked. */
export type Control = HTMLInputElement;

/** The controls of each name: one, or a group of radio buttons. In the form's order. */
export type Controls = Map<string, Control[]>;

/** The content of each file; nothing while it is being read. What is no longer chosen is no longer asked for. */
export type Contents = WeakMap<File, string>;

/** Looked up anew each time, since fields come and go. Buttons hold no value, and what is disabled is not sent. */
export function controlsOf(form: HTMLFormElement): Controls {
  const controls: Controls = new Map();
  for (const control of form.elements as Iterable<Element> as Iterable<Control>) {
    const { name, type } = control;
    if (!name || /button|image|set|submit/.test(type) || control.matches(':disabled')) continue;
    controls.set(name, (controls.get(name) || []).concat(control));
  }
  return controls;
}

/** The record as the browser would send it; of a file its content as base64, once that is read. */
export function recordOf(form: HTMLFormElement, fields: ReadonlyMap<string, unknown>, contents: Contents): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  new FormData(form).forEach((value, name) => {
    if (fields.has(name) && !(name in record)) record[name] = typeof value === 'string' ? value : contents.get(value) || '';
  });
  return record;
}

/** Reads what is chosen and not read yet. A file that cannot be read is as none: the field's own rule says what is missing. */
export function readFiles(form: HTMLFormElement, contents: Contents, hold: (reading: Promise<unknown>) => void): void {
  controlsOf(form).forEach(([control]) => {
    for (const file of control!.files || []) {
      if (!contents.has(file)) hold(new Promise((done) => read(file, contents, done)));
    }
  });
}

function read(file: File, contents: Contents, done: (event: unknown) => void): void {
  const reader = new FileReader();
  contents.set(file, '');
  reader.onload = () => contents.set(file, (reader.result as string).split(',')[1] || '');
  reader.onloadend = done;
  reader.readAsDataURL(file);
}
