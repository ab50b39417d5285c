// Photos as base64, whole files of 300 dpi: a PNG of noise, or a JPEG of one grey pixel behind a comment of noise. They are
// pictures of nobody.
import { deflateSync } from 'node:zlib';

const PER_METRE = 11_811; // 300 dpi
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 255];
  return (sum ^ 0xffffffff) >>> 0;
}

function u32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([u32(data.length), body, u32(crc(body))]);
}

function noise(random, length) {
  return Buffer.from(Array.from({ length }, () => random(256)));
}

/** A grey PNG whose width is chosen so that the file has about that many bytes. */
function png(random, bytes) {
  const width = Math.max(1, bytes - 100);
  const header = Buffer.concat([u32(width), u32(1), Buffer.from([8, 0, 0, 0, 0])]);
  const density = Buffer.concat([u32(PER_METRE), u32(PER_METRE), Buffer.from([1])]);
  const row = Buffer.concat([Buffer.from([0]), noise(random, width)]);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('IDAT', deflateSync(row)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker, data) {
  return Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), Buffer.from(data)]);
}

/** One code of one bit, for the symbol 0. */
function huffman(table) {
  return segment(0xc4, [table, 1, ...Array(15).fill(0), 0]);
}

/** A grey baseline JPEG of one pixel, with a comment that fills it up. */
function jpeg(random, bytes) {
  const jfif = [...Buffer.from('JFIF\0', 'latin1'), 1, 2, 1, 1, 44, 1, 44, 0, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, jfif),
    segment(0xfe, noise(random, Math.max(1, bytes - 170))),
    segment(0xdb, [0, ...Array(64).fill(1)]),
    segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    huffman(0),
    huffman(0x10),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);
}

/** Photos of about that many bytes, both formats in turn. */
export function photos(random, bytes, count) {
  return Array.from({ length: count }, (_, index) => {
    const isPng = index % 2 === 0;
    const file = isPng ? png(random, bytes) : jpeg(random, bytes);
    return `data:image/${isPng ? 'png' : 'jpeg'};base64,${file.toString('base64')}`;
  });
}

/** A whole PNG of 72 dpi, and a file that is no picture. */
export function wrongPhotos(random) {
  const low = png(random, 100);
  const at = low.indexOf('pHYs', 0, 'latin1');
  const body = Buffer.concat([low.subarray(at, at + 4), u32(2835), u32(2835), Buffer.from([1])]);
  const coarse = Buffer.concat([low.subarray(0, at), body, u32(crc(body)), low.subarray(at + 17)]);
  return [`data:image/png;base64,${coarse.toString('base64')}`, Buffer.from('GIF89a, which is no photo').toString('base64')];
}
