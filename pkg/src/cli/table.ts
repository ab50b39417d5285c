// A table as spreadsheets write it, as records: which separator it has, which column is which field, and what a cell means. A value
// is taken as it stands: what is wrong with it, the rules say.

import { describe } from '../data.js';
import type { Kind } from '../tables.js';
import { CsvFault, rowsOf, type Row } from './csv.js';
import { headerOf, letter, type Header } from './header.js';
import { Unreadable } from './source.js';

/**
 * The records of a table, the line that each begins on, and the columns that are no fields: by their letters, since what stands at the
 * head of one may be a value, as in a table that lies on its side.
 */
export interface Table {
  records: Record<string, string>[];
  lines: number[];
  ignored: string[];
}

const SEPARATORS = [',', ';', '\t'];

/** Reads the records. */
export function tableOf(text: string, kind: Kind): Table {
  try {
    return read(text, kind);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw error.what === 'open'
      ? new Unreadable(`第 ${error.line} 行的引号没有结束。`, `A quote that begins on line ${error.line} does not end.`)
      : new Unreadable(`第 ${error.line} 行的引号之后还有文字。`, `Something stands behind a closing quote on line ${error.line}.`);
  }
}

function read(text: string, kind: Kind): Table {
  const tried = SEPARATORS.map((separator) => ({ separator, ...opening(text, separator, kind) }));
  const [{ separator, row, header }] = tried.sort((a, b) => known(b.header) - known(a.header)) as [(typeof tried)[number]];
  if (!row || known(header) === 0) throw noTable(kind);
  const doubled = header.doubled.sort((a, b) => a - b).map(letter).join(', ');
  if (doubled) throw new Unreadable(`有的字段出现了两列（${doubled}）。`, `A field has two columns (${doubled}).`);
  const table: Table = { records: [], lines: [], ignored: ignored(row, header) };
  for (const next of rowsOf(text, separator)) {
    if (next.line > row.line && !isBlank(next)) add(table, next, header.fields);
  }
  return table;
}

/** The first row that is not blank, as a header. */
function opening(text: string, separator: string, kind: Kind): { row?: Row; header: Header } {
  try {
    for (const row of rowsOf(text, separator)) {
      if (!isBlank(row)) return { row, header: headerOf(row.cells.map(meant), describe(kind)) };
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
  }
  return { header: { fields: [], doubled: [] } };
}

const known = ({ fields }: Header) => fields.filter((field) => field !== undefined).length;
const isBlank = ({ cells }: Row) => cells.every((cell) => cell === '');

function noTable(kind: Kind): Unreadable {
  return new Unreadable(
    `文件既不是 JSON，第一行也没有 ${kind} 的字段名或数据名称。`,
    `The file is no JSON, and its first line has no name or title of a field of ${kind}.`,
  );
}

function ignored({ cells }: Row, { fields }: Header): string[] {
  return cells.flatMap((cell, column) => (fields[column] === undefined && cell !== '' ? [letter(column)] : []));
}

function add(table: Table, { line, cells }: Row, fields: Header['fields']): void {
  if (cells.slice(fields.length).some((cell) => cell !== '')) {
    throw new Unreadable(`第 ${line} 行的列比第一行多。`, `Line ${line} has more columns than the first line.`);
  }
  const record: Record<string, string> = {};
  fields.forEach((field, column) => {
    const value = meant(cells[column] ?? '');
    // An empty cell is a field that is not given.
    if (field !== undefined && value !== '') record[field] = value;
  });
  table.records.push(record);
  table.lines.push(line);
}

/** A cell without what spreadsheets put around digits so that they stay text: `="0123"`, `'0123`. */
function meant(cell: string): string {
  const [, formula] = /^="(.*)"$/s.exec(cell) ?? [];
  return formula === undefined ? cell.replace(/^'/, '') : formula.replaceAll('""', '"');
}
