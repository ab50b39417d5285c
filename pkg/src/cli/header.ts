// Which column of a table is which field: by its name or by its title in the document, as people write them in a first row. It
// knows no name of its own: the kind's table has them.

import type { FormSpec } from '../generated/types.js';

/** The field of each column; undefined for a column that is none. */
export interface Header {
  fields: (string | undefined)[];
  /** Columns that speak of a field another column has already. */
  doubled: number[];
}

/** Without what is put around a title: spaces, marks, remarks in brackets, full width, capitals. */
function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Finds the fields. Of fields that share a title, the first column is the first field, and so on. */
export function headerOf(cells: readonly string[], { fields: known }: Pick<FormSpec, 'fields'>): Header {
  const titles = cells.map(bareTitle);
  const found: Header = { fields: cells.map(() => undefined), doubled: [] };
  const free = new Set(known);
  // Names first: a column that is named as one field leaves a shared title to the others.
  for (const what of ['name', 'title'] as const) {
    titles.forEach((title, column) => {
      const fields = known.filter((field) => title !== '' && bareTitle(field[what]) === title);
      if (fields.length === 0 || found.fields[column] !== undefined) return;
      const field = fields.find((each) => free.delete(each));
      if (field) found.fields[column] = field.name;
      else found.doubled.push(column);
    });
  }
  return found;
}

/** A column as spreadsheets call it: A to Z, AA, … */
export function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last;
}
