// What the sandbox assigns, decrypted by Node's own cryptography with the key that it hands out, and taken as far as the preview.
import assert from 'node:assert/strict';
import { constants, createDecipheriv, createPrivateKey, createPublicKey, privateDecrypt } from 'node:crypto';
import test from 'node:test';
import { example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { states } from './gateway-support.mjs';

const OPTIONS = { today: null };
const inside = ({ url: baseUrl, systemId, key, transport }) => new Gateway({ baseUrl, systemId, key, transport, retry: { attempts: 1 } });
const der = (key, type) => ({ key: Buffer.from(key, 'base64'), format: 'der', type });

/** The eight bytes of an `encryKey`, or nothing. The padding is taken off here: engines differ in whether they do it. */
function keyOf(encryKey, privateKey) {
  const block = privateDecrypt({ key: createPrivateKey(der(privateKey, 'pkcs8')), padding: constants.RSA_NO_PADDING }, Buffer.from(encryKey, 'base64'));
  const end = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
}

/** The assignment: DES, which is triple DES with the same key three times. */
function opened({ encryCertid, encryKey }, privateKey) {
  const key = keyOf(encryKey, privateKey);
  const decipher = createDecipheriv('des-ede3', Buffer.concat([key, key, key]), null);
  return Buffer.concat([decipher.update(encryCertid, 'hex'), decipher.final()]).toString('utf8');
}

/** The codes of a certificate. */
async function codes(gateway, kind = 'safety', change = {}) {
  const { outcomes } = await gateway.submit(kind, [{ ...example(kind), ...change }], OPTIONS);
  const [{ state, encryCertid, encryKey }] = outcomes;
  assert.equal(state, 'accepted');
  return { encryCertid, encryKey };
}

for (const kind of ['safety', 'special', 'manager']) {
  test(`what it assigns to ${kind} is decrypted with its private key, and named by one preview`, async () => {
    const sandbox = createSandbox();
    const gateway = inside(sandbox);
    const ID = opened(await codes(gateway, kind), sandbox.privateKey);
    assert.match(ID, new RegExp(`^${example(kind).provinceNum}\\d{13}$`));
    assert.deepEqual((await sandbox.records()).map(({ assignment }) => assignment), [ID]);
    const send = async (id) => (await gateway.submitPreview('1', [{ ...example('preview'), ID: id }], OPTIONS)).outcomes[0];
    const refused = async (id) => {
      const { state, replies } = await send(id);
      return [state, ...replies.map(({ text }) => text)];
    };
    assert.deepEqual(await refused(ID.replace(/.$/, '9')), ['refused', '赋码不存在']);
    assert.equal((await send(ID)).state, 'accepted');
    assert.deepEqual(await refused(ID), ['refused', '赋码已使用']);
  });
}

test('the key of an assignment is eight digits, and each has its own', async () => {
  const sandbox = createSandbox();
  const gateway = inside(sandbox);
  const several = [await codes(gateway), await codes(gateway, 'special'), await codes(gateway, 'manager')];
  const keys = several.map(({ encryKey }) => keyOf(encryKey, sandbox.privateKey).toString('latin1'));
  for (const key of keys) assert.match(key, /^\d{8}$/);
  assert.equal(new Set(keys).size, 3);
  for (const { encryCertid, encryKey } of several) assert.ok(/^[0-9A-F]{48}$/.test(encryCertid) && Buffer.from(encryKey, 'base64').length === 64);
});

test('private and public key are one pair, of the size that provinces have', () => {
  const { privateKey, publicKey } = createSandbox();
  const key = createPrivateKey(der(privateKey, 'pkcs8'));
  assert.equal(key.asymmetricKeyDetails.modulusLength, 512);
  assert.equal(createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'), publicKey);
});

test('the same seed gives the same keys and codes, another seed others', async () => {
  const drawn = async (seed) => {
    const sandbox = createSandbox({ seed });
    const [{ privateKey, publicKey }, { encryCertid, encryKey }] = [sandbox, await codes(inside(sandbox))];
    return [privateKey, publicKey, encryCertid, encryKey];
  };
  const [one, again, two] = [await drawn(1), await drawn(1), await drawn(2)];
  assert.deepEqual(one, again);
  one.forEach((text, place) => assert.notEqual(text, two[place]));
  const { privateKey } = createSandbox({ seed: 2 });
  assert.equal(keyOf(one[3], privateKey)?.length === 8, false);
});

test('its keys stay when it forgets, and are told over HTTP as well', async () => {
  const sandbox = createSandbox({ seed: 5 });
  const { privateKey, publicKey } = sandbox;
  await sandbox.reset();
  assert.deepEqual([sandbox.privateKey, sandbox.publicKey], [privateKey, publicKey]);
  assert.deepEqual(await (await sandbox.fetch('/sandbox/keys')).json(), { privateKey, publicKey });
  assert.equal((await sandbox.fetch('/sandbox/keys', { method: 'POST' })).status, 405);
});

test('a preview of any assignment is taken where that is wanted', async () => {
  const gateway = inside(createSandbox({ unknownAssignment: 'accept' }));
  const submit = () => gateway.submitPreview('1', [example('preview')], OPTIONS);
  assert.deepEqual([await submit(), await submit()].flatMap(states), ['accepted', 'refused']);
});
