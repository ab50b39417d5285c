// Writes vectors.json: assignments encrypted by openssl, under keys that openssl made. Run by hand, with openssl 3 and its legacy
// provider, which has DES; what it writes is committed, and differs each time. The keys are of no use but here.
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'qr-vectors-'));
const openssl = (args, input) => execFileSync('openssl', args, { input, stdio: ['pipe', 'pipe', 'pipe'] });
const digits = (count) => Array.from({ length: count }, () => randomInt(10)).join('');

function des(text, key) {
  const hex = Buffer.from(key).toString('hex');
  return openssl(['enc', '-des-ecb', '-K', hex, '-provider', 'legacy', '-provider', 'default'], text).toString('hex').toUpperCase();
}

/** Ids, an address, and what is neither; of every length that padding can have. */
const TEXTS = [
  `350000${2024}${digits(9)}`,
  `110000${2022}${digits(9)}`,
  'https://example.gov.cn/qr?id=1',
  '非数字的赋码',
  ...Array.from({ length: 8 }, (_, more) => digits(16 + more)),
];

function set(bits) {
  const [file, pub] = ['private.pem', 'public.pem'].map((name) => join(folder, name));
  openssl(['genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, '-out', file]);
  openssl(['pkey', '-in', file, '-pubout', '-out', pub]);
  const cases = TEXTS.map((id) => {
    const key = digits(8);
    const encryKey = openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', pub, '-pkeyopt', 'rsa_padding_mode:pkcs1'], key).toString('base64');
    return { id, key, encryCertid: des(id, key), encryKey };
  });
  return { bits, privateKey: readFileSync(file, 'utf8'), publicKey: readFileSync(pub, 'utf8'), cases };
}

const sets = [512, 1024, 2048].map(set);
writeFileSync(new URL('vectors.json', import.meta.url), `${JSON.stringify(sets, null, 2)}\n`);
rmSync(folder, { recursive: true });
