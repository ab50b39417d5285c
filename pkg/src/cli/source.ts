// What was read, as UTF-8. A spreadsheet in China writes CSV as GBK, which is part of GB18030, or as UTF-8 or UTF-16 with a mark at
// its beginning. Where the bytes come from is input.ts's matter; large.ts has what is never whole.

/// <reference types="node" />
import { constants, isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'gbk', 'auto'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The file cannot be read, or is not what it should be; the sentence in both languages, without anything that the file holds. */
export class Unreadable extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} ${en}`);
  }
}

/** The text of what was read, as bytes of UTF-8. */
export function textOf(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (bytes.length === 0) throw new Unreadable('文件是空的。', 'The file is empty.');
  if (isWorkbook(bytes)) {
    throw new Unreadable('这是 Excel 工作簿或压缩文件：请另存为 CSV。', 'This is an Excel workbook or an archive: save it as CSV.');
  }
  const label = encodingOf(bytes, encoding);
  return label === 'utf-8' ? bytes : new TextEncoder().encode(decoded(bytes, label));
}

/** The text of bytes in an encoding, without the mark at its beginning. */
export function decoded(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    // Of what no string can hold, most decoders too say that it is wrong.
    const { code } = error as { code?: string };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' && bytes.length <= constants.MAX_STRING_LENGTH) {
      throw new Unreadable('文件的编码有误：不是 UTF-8，也不是 GBK。', 'The encoding of the file is wrong: it is neither UTF-8 nor GBK.');
    }
    throw tooLarge();
  }
}

/** A fault of the system, as a sentence; any other error is itself. */
export function unreadable(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (code === 'ENOENT') return new Unreadable('没有这个文件。', 'There is no such file.');
  if (code === 'EISDIR') return new Unreadable('这是文件夹，不是文件。', 'This is a folder, not a file.');
  if (code === 'ERR_FS_FILE_TOO_LARGE') return tooLarge();
  return code === '' ? error : new Unreadable(`文件无法读取（${code}）。`, `The file cannot be read (${code}).`);
}

export function tooLarge(): Unreadable {
  return new Unreadable('文件太大，一次容纳不下：请分成几个文件。', 'The file is too large to be read at once: split it.');
}

function isWorkbook(bytes: Uint8Array): boolean {
  return [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]].some((mark) => mark.every((byte, at) => bytes[at] === byte));
}

function encodingOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'gbk') return 'gb18030';
  if (isUtf8(bytes)) return 'utf-8';
  const [first, second] = bytes;
  if (encoding === 'auto' && first === 0xff && second === 0xfe) return 'utf-16le';
  if (encoding === 'auto' && first === 0xfe && second === 0xff) return 'utf-16be';
  if (encoding === 'auto') return 'gb18030';
  throw new Unreadable('文件不是 UTF-8：可用 --encoding gbk 或 auto。', 'The file is not UTF-8: try --encoding gbk, or auto.');
}
