// Records, packed one by one for the client: read at once, so that what a caller changes while a call waits changes nothing.

import { inputError, tooLarge } from '../errors.js';
import { entryOf, gather, isArray, isRecord } from '../pack.js';
import { extrasOf, putEach, type Memory } from '../put.js';

/** The most that one record can take. */
const LIMIT = 2 ** 30;

/** Memory of our own, in which one record is put together. */
class Scratch implements Memory {
  bytes = new Uint8Array(0);
  units = new Uint16Array(0);
  words = new Uint32Array(0);

  reserve(bytes: number): number {
    if (bytes > this.bytes.length) {
      if (bytes > LIMIT) throw tooLarge();
      const buffer = new ArrayBuffer(Math.ceil(bytes / 4) * 4);
      const written = this.bytes;
      this.bytes = new Uint8Array(buffer);
      this.bytes.set(written);
      this.units = new Uint16Array(buffer);
      this.words = new Uint32Array(buffer);
    }
    return 0;
  }
}

/** Each record behind the number of its names that the table does not have; null for an entry that is no object. */
export function packAll(kind: number, records: unknown, extra?: ReadonlySet<string>): (Uint8Array | null)[] {
  if (!isArray(records)) throw inputError('records 应为数组。', 'records must be an array.');
  const scratch = new Scratch();
  const packed: (Uint8Array | null)[] = [];
  const count = records.length;
  for (let index = 0; index < count; index++) packed.push(pack(scratch, kind, entryOf(records, index), extra));
  return packed;
}

function pack(scratch: Scratch, kind: number, record: unknown, extra?: ReadonlySet<string>): Uint8Array | null {
  const pieces = isRecord(record) ? gather(kind, record, extra) : undefined;
  if (!pieces) return null;
  const end = putEach(scratch, pieces);
  const packed = new Uint8Array(4 + end);
  new DataView(packed.buffer).setUint32(0, extrasOf(kind, pieces), true);
  packed.set(scratch.bytes.subarray(0, end), 4);
  return packed;
}
