// The body as it is shown: indented, and with the photos cut short. What is copied is never this.

import type { FormSpec } from 'mohurd-ecert';

/** So much of a photo's text is shown. */
const SHOWN = 48;

/** One line of indented JSON: its white space, the member's name, the rest. */
export interface Line {
  indent: string;
  name: string;
  rest: string;
}

const NAMED = /^(\s*)("(?:[^"\\]|\\.)*": )?(.*)$/;

function shorten(text: string): string {
  return text.length > SHOWN * 2 ? `${text.slice(0, SHOWN)}…（此处省略 ${text.length - SHOWN} 个字符，复制时完整）` : text;
}

/** The lines to show of a body. */
export function linesOf(json: string, spec: FormSpec): Line[] {
  const photos = new Set(spec.fields.filter((field) => field.type === 'photo').map((field) => field.name));
  const cut = (name: string, value: unknown): unknown => (typeof value === 'string' && photos.has(name) ? shorten(value) : value);
  const lines = JSON.stringify(JSON.parse(json), cut, 2).split('\n');
  return lines.map((line) => {
    const [, indent = '', name = '', rest = ''] = NAMED.exec(line) ?? [];
    return { indent, name, rest };
  });
}
