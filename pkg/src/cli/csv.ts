// A table in RFC 4180's form: text to rows, each with the line that it begins on. It knows nothing of what columns mean.
//
// Own code, because the package has no dependencies: csv-parse would be bundled, 54 KB and its licence with it, for these lines, and
// tells where a row ends instead of where it begins. The tests hold this reader against it.

/** A row, and the line of the text on which it begins, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

/** What is no such table, and the line where it shows. */
export class CsvFault extends Error {
  constructor(
    readonly what: 'open' | 'behind',
    readonly line: number,
  ) {
    super(what);
  }
}

const LINE_BREAK = /\r\n|\n|\r/g;

/** The rows in their order. A quote is one only where a cell begins; a line may end as in Windows, Unix or old Macs. */
export function* rowsOf(text: string, separator: string): Generator<Row> {
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  for (let at = 0, line = 1; at < text.length; ) {
    const row: Row = { line, cells: [] };
    for (let more = true; more; ) {
      const { cell, end } = text[at] === '"' ? quoted(text, at, line) : bare(text, at, plain);
      row.cells.push(cell);
      if (text[at] === '"') line += cell.match(LINE_BREAK)?.length ?? 0;
      more = text[end] === separator;
      if (!more && end < text.length && text[end] !== '\r' && text[end] !== '\n') throw new CsvFault('behind', line);
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    }
    yield row;
    line++;
  }
}

function bare(text: string, at: number, plain: RegExp): { cell: string; end: number } {
  plain.lastIndex = at;
  const cell = plain.exec(text)?.[0] ?? '';
  return { cell, end: at + cell.length };
}

/** A quote inside is doubled. */
function quoted(text: string, at: number, line: number): { cell: string; end: number } {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) throw new CsvFault('open', line);
  return { cell: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}
