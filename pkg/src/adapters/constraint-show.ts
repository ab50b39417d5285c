// What a native form shows: a message at each control, and a summary of all that keeps the form from being sent. What it
// has made, it finds again by an attribute, as it finds what the page has for it. It knows nothing of certificates.

import type { Control, Controls } from './constraint-form.js';

/** What is made here, and taken away again. */
const OWN = 'ecert-';

let count = 0;

function set(element: HTMLElement, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** The element for the message of a field; the summary's has no name. */
function find(form: HTMLFormElement, name: string): HTMLElement | null {
  return form.querySelector(`[data-ecert-message=${JSON.stringify(name)}]`);
}

function made(name: string): HTMLElement {
  const element = document.createElement('div');
  element.dataset['ecertMessage'] = name;
  element.className = OWN + (name ? 'message' : 'summary');
  return element;
}

/** Shows a text at the controls of a field; none takes away what stood there. */
export function show(form: HTMLFormElement, name: string, text = '', wrong = '', controls: Control[] = []): void {
  let element = find(form, name);
  // Not inside a label: its text is the name of the control.
  if (text && !element) {
    const last = controls[controls.length - 1]!;
    (last.closest('label') || last).after((element = made(name)));
  }
  const id = element ? (element.id = element.id || OWN + ++count) : '';
  for (const control of controls) {
    const others = (control.getAttribute('aria-describedby') || '').split(' ').filter((each) => each !== id);
    set(control, 'aria-describedby', others.concat(text && id).join(' ').trim());
    set(control, 'aria-invalid', wrong && 'true');
  }
  if (!element) return;
  element.textContent = text;
  element.dataset['severity'] = wrong ? 'error' : 'warning';
  if (!text && element.className.startsWith(OWN)) element.remove();
}

/** Writes the summary at the top of the form, or where the page has an element for it. The answer is its heading, to be gone to. */
export function summarise(form: HTMLFormElement, text: string, wrong: Map<string, string>, controls: Controls): HTMLElement {
  let summary = find(form, '');
  if (!summary) form.prepend((summary = made('')));
  summary.textContent = '';
  const heading = append(summary, 'p');
  const list = append(summary, 'ul');
  heading.textContent = text;
  heading.tabIndex = -1;
  controls.forEach(([control], name) => {
    if (!wrong.get(name)) return;
    const link = append(append(list, 'li'), 'a');
    link.textContent = wrong.get(name)!;
    link.href = '#';
    link.onclick = () => (control!.focus(), false);
  });
  return heading;
}

function append<Tag extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: Tag): HTMLElementTagNameMap[Tag] {
  return parent.appendChild(document.createElement(tag));
}
