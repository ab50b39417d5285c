// `mohurd-ecert/qr` in Node: what openssl and node:crypto make of the same keys and texts, and what is wrong, told by its part.
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import test from 'node:test';
import { inspect } from 'node:util';
import { InputError } from 'mohurd-ecert';
import { QrError, decryptAssignment, encryptAssignment, parseQrContent, qrContent, qrPng, qrSvg } from 'mohurd-ecert/qr';
import { SAMPLES, SETS, desDecrypted, desEncrypted, opened, readBack, rsaDecrypted } from './qr-support.mjs';

const [SMALL] = SETS;
const ID = '3500002024000000001';

test("openssl's vectors decrypt, of 512, 1024 and 2048 bits", () => {
  assert.deepEqual(SETS.map(({ bits }) => bits), [512, 1024, 2048]);
  for (const { privateKey, publicKey, cases } of SETS) {
    for (const { id, key, encryCertid, encryKey } of cases) {
      const url = id.startsWith('http') ? id : null;
      assert.deepEqual(decryptAssignment({ encryCertid, encryKey, privateKey }), { id, wellFormed: /^\d{19}$/.test(id), url });
      assert.equal(encryptAssignment({ id, key, publicKey }).encryCertid, encryCertid);
    }
  }
});

test("the document's samples and the public vector", () => {
  for (const { certid, key, id } of SAMPLES) {
    const { encryCertid, encryKey } = encryptAssignment({ id, key, publicKey: SMALL.publicKey });
    assert.equal(encryCertid, certid);
    assert.equal(decryptAssignment({ encryCertid: certid.toLowerCase(), encryKey, privateKey: SMALL.privateKey }).id, id);
    assert.equal(desDecrypted(certid, key), id);
  }
});

test('ten thousand round trips, of which node:crypto opens every tenth', () => {
  for (let count = 0; count < 10_000; count++) {
    const id = randomBytes(1 + randomInt(40)).toString('base64');
    const key = String(randomInt(10 ** 8)).padStart(8, '0');
    const { privateKey, publicKey } = SMALL;
    const codes = encryptAssignment(count % 2 ? { id, publicKey, key } : { id, publicKey });
    assert.equal(decryptAssignment({ ...codes, privateKey }).id, id);
    if (count % 10) continue;
    assert.equal(opened(codes, privateKey), id);
    const drawn = rsaDecrypted(codes.encryKey, privateKey);
    assert.match(drawn, /^\d{8}$/);
    assert.equal(codes.encryCertid, desEncrypted(id, drawn));
  }
});

test('keys of Node, in PEM and base64', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  for (const format of ['pem', 'der']) {
    const text = (key, type) => (format === 'pem' ? key.export({ type, format }) : key.export({ type, format }).toString('base64'));
    const codes = encryptAssignment({ id: ID, publicKey: text(publicKey, 'spki') });
    assert.equal(decryptAssignment({ ...codes, privateKey: text(privateKey, 'pkcs8') }).id, ID);
  }
  assert.throws(() => encryptAssignment({ id: ID, publicKey: publicKey.export({ type: 'pkcs1', format: 'pem' }) }), { code: 'key-format', part: 'publicKey' });
});

test('a changed bit gives an error or another id', () => {
  const { privateKey, cases } = SMALL;
  const [{ id, encryCertid, encryKey }] = cases;
  const tried = (codes) => {
    try {
      return decryptAssignment({ ...codes, privateKey }).id;
    } catch (error) {
      assert.ok(error instanceof QrError, error);
      return error.code;
    }
  };
  const flipped = (bytes, bit) => (bytes = Buffer.from(bytes), bytes[bit >> 3] ^= 1 << (bit & 7), bytes);
  const [certid, key] = [Buffer.from(encryCertid, 'hex'), Buffer.from(encryKey, 'base64')];
  for (let bit = 0; bit < certid.length * 8; bit++) assert.notEqual(tried({ encryCertid: flipped(certid, bit).toString('hex'), encryKey }), id);
  for (let bit = 0; bit < key.length * 8; bit++) assert.notEqual(tried({ encryCertid, encryKey: flipped(key, bit).toString('base64') }), id);
  assert.equal(tried({ encryCertid, encryKey }), id);
});

test('what is wrong is told by its part, and never holds a key or a text', () => {
  const { privateKey, publicKey, cases } = SMALL;
  const [{ encryCertid, encryKey }] = cases;
  const codes = { encryCertid, encryKey, privateKey };
  const other = encryptAssignment({ id: ID, publicKey, key: '00000000' });
  const wrong = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const cases_ = [
    [() => decryptAssignment({ ...codes, encryKey: '*' }), 'base64', 'encryKey'],
    [() => decryptAssignment({ ...codes, encryCertid: 'xyz' }), 'hex', 'encryCertid'],
    [() => decryptAssignment({ ...codes, encryCertid: '12' }), 'length', 'encryCertid'],
    [() => decryptAssignment({ ...codes, encryKey: encryKey.slice(8) }), 'length', 'encryKey'],
    [() => decryptAssignment({ ...codes, privateKey: publicKey }), 'key-format', 'privateKey'],
    [() => decryptAssignment({ ...codes, privateKey: '' }), 'key-format', 'privateKey'],
    [() => decryptAssignment({ ...codes, privateKey: SETS[1].privateKey }), 'length', 'encryKey'],
    [() => decryptAssignment({ ...codes, privateKey: wrong }), 'key-or-cipher', 'encryKey'],
    [() => decryptAssignment({ ...codes, encryCertid: other.encryCertid.slice(0, 16) }), 'des-padding', 'encryCertid'],
    [() => encryptAssignment({ id: '', publicKey }), 'text', 'id'],
    [() => encryptAssignment({ id: ID, publicKey, key: '1234567' }), 'length', 'key'],
    [() => parseQrContent('https://example.gov.cn/'), 'text', 'text'],
    [() => qrSvg('x'.repeat(5000)), 'length', 'text'],
    [() => qrPng('x'.repeat(500), { size: 20 }), 'length', 'picture'],
  ];
  for (const [call, code, part] of cases_) {
    assert.throws(call, (error) => {
      assert.ok(error instanceof QrError);
      assert.deepEqual([error.code, error.part, error.name], [code, part, 'QrError'], error.message);
      assert.match(error.message, /^\w+ [^\x00-\x7f].*。 \w+ .*\.$/s);
      const told = inspect(error, { showHidden: true, depth: 9 });
      for (const secret of [privateKey.slice(30, 60), encryCertid, encryKey, ID]) assert.ok(!told.includes(secret));
      return true;
    });
  }
});

test('a call that is malformed is told by its member', () => {
  const given = { ...SMALL.cases[0], privateKey: SMALL.privateKey, publicKey: SMALL.publicKey };
  const { encryCertid, encryKey, privateKey, publicKey } = given;
  const codes = { encryCertid, encryKey, privateKey };
  const calls = [
    [() => decryptAssignment(), 'options'],
    [() => decryptAssignment({ ...codes, encryKey: 1 }), 'options.encryKey'],
    [() => decryptAssignment({ ...codes, key: '' }), 'options'],
    [() => encryptAssignment({ id: ID }), 'options.publicKey'],
    [() => qrContent({ ...codes, publicKey, kind: 'preview' }), 'options.kind'],
    [() => qrContent({ ...codes, publicKey, kind: 'safety', province: '闽' }), 'options.province'],
    [() => qrContent({ ...codes, publicKey, kind: 'safety', percentEncode: 1 }), 'options.percentEncode'],
    [() => parseQrContent(7), 'text'],
    [() => qrSvg('x', { level: 'X' }), 'options.level'],
    [() => qrSvg('x', { margin: -1 }), 'options.margin'],
    [() => qrPng('x', { size: 9000 }), 'options.size'],
    [() => qrPng('x', { color: 'red' }), 'options'],
  ];
  for (const [call, where] of calls) {
    assert.throws(call, (error) => error instanceof InputError && error.message.startsWith(`${where} `), where);
  }
});

test('the text of a QR code, and what it holds', () => {
  const { privateKey, publicKey } = SETS[0];
  const codes = encryptAssignment({ id: ID, publicKey });
  for (const kind of ['safety', 'special', 'manager']) {
    const [raw, encoded] = [false, true].map((percentEncode) => qrContent({ ...codes, privateKey, publicKey, kind, percentEncode }));
    assert.notEqual(raw, qrContent({ ...codes, privateKey, publicKey, kind }));
    for (const content of [raw, encoded]) {
      const read = parseQrContent(content);
      assert.deepEqual([read.kind, read.province, read.encryCertid], [kind, '350000', codes.encryCertid]);
      assert.equal(opened(read, privateKey), ID);
    }
    assert.doesNotMatch(new URL(encoded).search, /[+/]|=[^&]*=/);
  }
  const address = encryptAssignment({ id: 'https://example.gov.cn/q?x=1', publicKey });
  assert.equal(qrContent({ ...address, privateKey, publicKey, kind: 'safety' }), 'https://example.gov.cn/q?x=1');
});

/** The picture as an independent decoder reads it, or the reason that there is none. */
function readOrRefused(content, options) {
  try {
    return readBack(qrPng(content, options));
  } catch (error) {
    return error.code;
  }
}

test('an independent decoder reads the picture, at 100, 300 and 1000 pixels', () => {
  // With codes that were drawn once: each one's picture has as many modules each time, so that what fits is the same too.
  const refused = SETS.flatMap(({ bits, cases: [{ encryCertid, encryKey }] }) => {
    const content = `https://zlaq.mohurd.gov.cn/fwmh/middlepage.html?ID=${encryCertid}&k=${encryKey}&certype=11100000000013338W011&province=350000`;
    const options = ['L', 'M', 'Q', 'H'].flatMap((level) => [100, 300, 1000].map((size) => ({ size, level })));
    return options.flatMap(({ size, level }) => {
      const name = `${bits} ${level} ${size}`;
      const read = readOrRefused(content, { size, level });
      if (read === 'length') return [name];
      assert.equal(read, content, name);
      return [];
    });
  });
  // These have more modules than 100 pixels can show.
  assert.deepEqual(refused, ['2048 Q 100', '2048 H 100']);
  assert.equal(readBack(qrPng('文字')), '文字');
});

test('pictures of new codes are read too, of keys of 512 bits as small as 100 pixels', () => {
  for (let count = 0; count < 20; count++) {
    for (const { bits, privateKey, publicKey } of SETS) {
      const content = qrContent({ ...encryptAssignment({ id: ID, publicKey }), privateKey, publicKey, kind: 'manager' });
      assert.equal(readBack(qrPng(content, { size: bits === 512 ? 100 : 300, level: 'M' })), content, `${bits}`);
    }
  }
});
