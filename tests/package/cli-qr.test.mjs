// The command `qr`, as it is installed: keys from files and standard input, what it prints, and that it prints no key.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { parseQrContent } from 'mohurd-ecert/qr';
import { start } from './cli.mjs';
import { install } from './installed.mjs';
import { SETS, opened, readBack } from './qr-support.mjs';

const [{ privateKey, publicKey, cases }] = SETS;
const [{ id, encryCertid, encryKey }] = cases;
const ADDRESS = cases.find((each) => each.id.startsWith('http'));
const ODD = cases.find((each) => /^\D+$/.test(each.id) && !each.id.startsWith('http'));

let folder;
let end;
const file = (name) => join(folder, name);
const write = (name, text) => writeFileSync(file(name), text);

before(() => {
  ({ folder, end } = install());
  write('private.pem', privateKey);
  write('private.txt', privateKey.replace(/-----.*-----|\n/g, ''));
  write('public.pem', publicKey);
  write('other.pem', SETS[1].privateKey);
  write('reply.json', JSON.stringify({ ReturnCode: '1', ReturnData: { SuccessData: [{ eCertID: 'x', encryCertid, encryKey }] } }));
  write('two.json', JSON.stringify([cases[0], cases[1]]));
  write('none.json', '{"ReturnCode":"0"}');
  write('broken.json', '{');
  write('deep.json', '['.repeat(5000) + JSON.stringify({ encryCertid, encryKey }) + ']'.repeat(5000));
});
after(() => end());

async function qr(args, input = '') {
  const program = start(join(folder, 'node_modules/.bin/mohurd-ecert'), ['qr', ...args], input);
  const status = await program.ended();
  const { out, err } = program.printed;
  for (const line of privateKey.split('\n').slice(1, -2)) assert.ok(!`${out}${err}`.includes(line));
  return { status, out, err };
}

const PAIR = ['--encry-certid', encryCertid, '--encry-key', encryKey];
const key = (name = 'private.pem') => ['--private-key', file(name)];

test('it decrypts, with the key from a file or standard input, and the pair from arguments or a reply', async () => {
  const wanted = { status: 0, out: `${id}\n`, err: '' };
  assert.deepEqual(await qr(['decrypt', ...PAIR, ...key()]), wanted);
  assert.deepEqual(await qr(['decrypt', ...PAIR, ...key('private.txt')]), wanted);
  assert.deepEqual(await qr(['decrypt', ...PAIR, '--private-key', '-'], privateKey), wanted);
  assert.deepEqual(await qr(['decrypt', '--reply', file('reply.json'), ...key()]), wanted);
  assert.deepEqual(await qr(['decrypt', '--reply', '-', ...key()], readFileSync(file('reply.json'))), wanted);
  assert.deepEqual(await qr(['decrypt', '--reply', file('deep.json'), ...key()]), wanted);
});

test('it says what is no id of 19 digits, and gives JSON to programs', async () => {
  const of = ({ encryCertid, encryKey }) => ['--encry-certid', encryCertid, '--encry-key', encryKey];
  const { status, out, err } = await qr(['decrypt', ...of(ODD), ...key()]);
  assert.deepEqual([status, out], [0, `${ODD.id}\n`]);
  assert.match(err, /not 19 digits/);
  const address = await qr(['decrypt', ...of(ADDRESS), ...key(), '--format', 'json']);
  assert.deepEqual(JSON.parse(address.out), { id: ADDRESS.id, wellFormed: false, url: ADDRESS.id });
  assert.equal(address.err, '');
});

test('it makes the text of a QR code, and its picture', async () => {
  const encode = ['encode', ...PAIR, ...key(), '--public-key', file('public.pem'), '--kind', 'manager'];
  const { status, out } = await qr(encode);
  const content = out.trim();
  assert.equal(status, 0);
  assert.equal(opened(parseQrContent(content), privateKey), id);
  const encoded = await qr([...encode, '--percent-encode', '--province', '110000']);
  assert.match(encoded.out, /&k=[A-Za-z0-9%]+&certype=11100000000013338W011&province=110000\n$/);
  assert.deepEqual(await qr(['encode', '--text', content, '--out', file('qr.png'), '--size', '200']), { status: 0, out: '', err: '' });
  assert.equal(readBack(readFileSync(file('qr.png'))), content);
  assert.deepEqual(await qr([...encode, '--out', file('qr.svg')]), { status: 0, out: '', err: '' });
  assert.match(readFileSync(file('qr.svg'), 'utf8'), /^<svg /);
});

test('what cannot be decrypted is status 1, what cannot be read 2', async () => {
  const wrong = [
    [['decrypt', ...PAIR, ...key('other.pem')], 1, /encryKey .*length/],
    [['decrypt', ...PAIR, ...key('public.pem')], 1, /PKCS#8/],
    [['decrypt', '--encry-certid', 'zz', '--encry-key', encryKey, ...key()], 1, /hexadecimal/],
    [['encode', '--text', 'x'.repeat(5000), '--out', file('x.svg')], 1, /longer than a QR code/],
    [['decrypt', ...PAIR, ...key('absent.pem')], 2, /no such file/],
    [['decrypt', '--reply', file('two.json'), ...key()], 2, /more than one pair/],
    [['decrypt', '--reply', file('none.json'), ...key()], 2, /no encryCertid/],
    [['decrypt', '--reply', file('broken.json'), ...key()], 2, /no JSON/],
    [['encode', '--text', 'x', '--out', join(folder, 'absent', 'x.svg')], 2, /cannot be written/],
  ];
  for (const [args, status, words] of wrong) {
    const found = await qr(args);
    assert.deepEqual([found.status, found.out], [status, ''], args[0]);
    assert.match(found.err, words);
    assert.match(found.err, /[\u4e00-\u9fff]/);
  }
});

test('wrong arguments are told with the usage, and a key is no argument', async () => {
  const wrong = [
    [],
    ['draw'],
    ['decrypt'],
    ['decrypt', ...PAIR],
    ['decrypt', ...PAIR, '--private-key', privateKey],
    ['decrypt', ...PAIR, '--private-key', privateKey.replace(/-----.*-----|\n/g, '')],
    ['decrypt', '--encry-certid', encryCertid, ...key()],
    ['decrypt', ...PAIR, '--reply', file('reply.json'), ...key()],
    ['decrypt', '--reply', '-', '--private-key', '-'],
    ['decrypt', ...PAIR, ...key(), '--out', 'x.svg'],
    ['encode', ...PAIR, ...key(), '--public-key', file('public.pem')],
    ['encode', ...PAIR, ...key(), '--public-key', file('public.pem'), '--kind', 'preview'],
    ['encode', ...PAIR, ...key(), '--public-key', file('public.pem'), '--kind', 'safety', '--province', '闽'],
    ['encode', '--text', 'x'],
    ['encode', '--text', '', '--out', 'x.svg'],
    ['encode', '--text', 'x', '--out', 'x.gif'],
    ['encode', '--text', 'x', '--out', 'x.svg', '--size', '100'],
    ['encode', '--text', 'x', '--out', 'x.png', '--size', '9000'],
  ];
  for (const args of wrong) {
    const { status, out, err } = await qr(args);
    assert.deepEqual([status, out], [2, ''], args.join(' ').slice(0, 60));
    assert.match(err, /Usage: mohurd-ecert qr/);
  }
  assert.equal((await qr(['--help'])).status, 0);
});
