// What the tests of QR assignments share: openssl's vectors, node:crypto as an oracle of its own, and a reader of pictures.
import { constants, createCipheriv, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';

export const SETS = JSON.parse(readFileSync(new URL('../qr/vectors.json', import.meta.url), 'utf8'));

/** The samples of the document and the public vector: DES alone, since nobody has their RSA keys. */
export const SAMPLES = [
  { certid: '8B9704DDABA730072E5546FD5B8F61E4890FE52BAB2E71B8', key: '12345678', id: '1100002022000000001' },
  { certid: 'EDBE76D9217A23212E5546FD5B8F61E4671575AD27A50AF6', key: '12345678', id: '4300002022000000087' },
  { certid: 'E941DF69380267CA328282F15D461A16EE8E2F319018C34F', key: '30041532', id: '1100002023000004859' },
];

/** DES as triple DES with one key three times, which Node still has. */
const triple = (key) => Buffer.from(key.repeat(3), 'latin1');

export function desEncrypted(text, key) {
  const cipher = createCipheriv('des-ede3', triple(key), null);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('hex').toUpperCase();
}

export function desDecrypted(hex, key) {
  const cipher = createDecipheriv('des-ede3', triple(key), null);
  return Buffer.concat([cipher.update(hex, 'hex'), cipher.final()]).toString('utf8');
}

/** What RSA gives back, without a look at the padding, which is then taken off here. */
export function rsaDecrypted(base64, pem) {
  const padded = privateDecrypt({ key: createPrivateKey(pem), padding: constants.RSA_NO_PADDING }, Buffer.from(base64, 'base64'));
  if (padded[0] !== 0 || padded[1] !== 2) throw new Error('no PKCS#1 v1.5 padding');
  const end = padded.indexOf(0, 2);
  if (end < 10) throw new Error('padding too short');
  return padded.subarray(end + 1).toString('latin1');
}

/** Both steps by node:crypto alone. */
export const opened = ({ encryCertid, encryKey }, privateKey) => desDecrypted(encryCertid, rsaDecrypted(encryKey, privateKey));

/** The pixels of a PNG of one bit a pixel, as RGBA. */
export function pixels(png) {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(data));
  const stride = Math.ceil(width / 8) + 1;
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = (rows[y * stride + 1 + (x >> 3)] >> (7 - (x & 7))) & 1;
      if (!light) rgba.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { rgba, width, height };
}

/** What an independent decoder reads in a PNG; `null` where it finds no code. */
export function readBack(png) {
  const { rgba, width, height } = pixels(png);
  return (jsqr.default ?? jsqr)(rgba, width, height)?.data ?? null;
}
