// What is read: a file, or what comes only once, as standard input and a pipe do. A large one is gone over more than once, so that
// what comes once and is large is kept meanwhile. It is personal data: the file that keeps it has no name, and is gone when the
// process is, however that ends.

/// <reference types="node" />
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unreadable, textOf, tooLarge, unreadable, type Encoding } from './source.js';

/** From so many bytes on it is large. */
export const LARGE = 2 ** 26;
/** No more can be read at once; Node has no more for files. */
const MOST = 2 ** 31 - 1;
/** So much is read of a file at a time. */
const PIECE = 2 ** 20;
const OWNER_ONLY = 0o600;

/** What can be gone over as often as is wanted, until it is closed. */
export interface Input {
  /** How many bytes there are. */
  size: number;
  pieces(): AsyncIterable<Buffer> | Iterable<Buffer>;
  whole(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Whether that what begins so is to be gone over piece by piece. */
type Wanted = (head: Buffer) => Promise<boolean>;

/** The text of a file, or of standard input for `-`, as bytes of UTF-8; it is read whole, and kept nowhere. */
export async function sourceOf(file: string, encoding: Encoding): Promise<Uint8Array> {
  const input = await inputOf(file, () => Promise.resolve(false));
  return textOf(await input.whole(), encoding);
}

/** A file, or standard input for `-`. */
export async function inputOf(file: string, isWanted: Wanted): Promise<Input> {
  const found = file === '-' ? undefined : await stat(file).catch(() => undefined);
  if (found?.isFile()) return ofFile(file, found.size);
  const source: AsyncIterable<Buffer> = file === '-' ? process.stdin : createReadStream(file);
  return comingOnce(inWords(source)[Symbol.asyncIterator](), isWanted);
}

function ofFile(file: string, size: number): Input {
  const whole = () => readFile(file).catch((error: unknown) => Promise.reject(unreadable(error)));
  return { size, pieces: () => inWords(createReadStream(file, { highWaterMark: PIECE })), whole, close: async () => undefined };
}

/** What went wrong in reading is told as a sentence. */
async function* inWords(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    throw unreadable(error);
  }
}

async function comingOnce(source: AsyncIterator<Buffer>, isWanted: Wanted): Promise<Input> {
  const head = await next(source, LARGE);
  if (head.length < LARGE) return held(head);
  if (await isWanted(head)) return kept(head, source);
  const rest = await next(source, MOST - head.length);
  if (head.length + rest.length >= MOST) throw tooLarge();
  return held(Buffer.concat([head, rest]));
}

/** So many bytes of it, or all that there are; the last piece may go beyond. */
async function next(source: AsyncIterator<Buffer>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  while (size < most) {
    const { done, value } = await source.next();
    if (done) break;
    pieces.push(value);
    size += value.length;
  }
  return Buffer.concat(pieces);
}

const held = (bytes: Buffer): Input => ({ size: bytes.length, pieces: () => [bytes], whole: async () => bytes, close: async () => undefined });

async function kept(head: Buffer, source: AsyncIterator<Buffer>): Promise<Input> {
  const { handle, close } = await nameless().catch((error: unknown) => Promise.reject(unkept(error)));
  try {
    await writeFile(handle, all(head, source));
    const { size } = await handle.stat();
    const pieces = () => inWords(from(handle));
    return { size, pieces, whole: () => joined(pieces(), size), close };
  } catch (error) {
    await close();
    throw unkept(error);
  }
}

/** A file that only its owner reads, and whose name is gone before anything is written. */
async function nameless(): Promise<{ handle: FileHandle; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mohurd-ecert-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const handle = await open(join(folder, 'input'), 'wx+', OWNER_ONLY);
    // Where names last as long as what is open, as on Windows, it is removed when it is closed.
    await remove().catch(() => undefined);
    return { handle, close: () => handle.close().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function* all(head: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => source };
}

/** A stream of the handle would close it. */
async function* from(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function joined(pieces: AsyncIterable<Buffer>, size: number): Promise<Buffer> {
  if (size > MOST) throw tooLarge();
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for await (const piece of pieces) at += piece.copy(bytes, at);
  return bytes;
}

/** A fault of the temporary file, as a sentence; that of what was read is one already. */
function unkept(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (code === '') return error;
  return new Unreadable(`临时文件不能写入（${code}）。`, `The temporary file cannot be written (${code}).`);
}
