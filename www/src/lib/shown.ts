// A record as people read it: each field's title with its value, a code with its name.

import { dictionary, type FieldSpec, type FormSpec } from 'mohurd-ecert';
import { TEXT, TYPE, type Item } from './items';
import { previewOf } from './photo';

export interface ShownField {
  name: string;
  title: string;
  lines: string[];
}

function nameOf(field: FieldSpec, code: unknown): string {
  const found = field.dictionary === null ? undefined : dictionary(field.dictionary).rows.find((row) => row.code === code);
  return found ? `${found.name}（${found.code}）` : String(code);
}

function linesOf(field: FieldSpec, value: unknown): string[] {
  if (field.type !== 'list') return [field.type === 'code' ? nameOf(field, value) : String(value)];
  return Array.isArray(value) ? (value as Item[]).map((item) => `${nameOf(field, item[TYPE])}：${item[TEXT]}`) : [];
}

/** The fields that are filled, but for the photo. */
export function shownFields({ fields }: FormSpec, record: Record<string, unknown>): ShownField[] {
  const filled = fields.filter(({ name, type }) => type !== 'photo' && record[name] !== undefined && record[name] !== '');
  return filled.map((field) => ({ name: field.name, title: field.title, lines: linesOf(field, record[field.name]) }));
}

/** The address of the record's photo, where it has one that can be drawn. */
export function shownPhoto({ fields }: FormSpec, record: Record<string, unknown>): string | null {
  const photo = fields.find(({ type }) => type === 'photo');
  const value = photo && record[photo.name];
  return typeof value === 'string' ? previewOf(value) : null;
}
