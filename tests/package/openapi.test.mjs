// The OpenAPI description: valid by another's validator, whole in itself, and true: its examples pass its own schemas, and the bodies
// among them are those that the package builds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import { buildRequest, example } from 'mohurd-ecert';
import { RESULT_CODES } from 'mohurd-ecert/gateway';
import { KINDS, OPTIONS } from './support.mjs';

const require = createRequire(import.meta.url);
const document = JSON.parse(readFileSync(require.resolve('mohurd-ecert/schema/openapi.json'), 'utf8'));

const ajv = new Ajv({ strict: false });
ajv.addSchema({ $id: 'urn:test:openapi', components: document.components });
const check = (schema) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"urn:test:openapi#/components')));

/** Every operation with its path and method. */
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  ['get', 'post'].filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })),
);

/** Every place with a body: its schema and its examples. */
const bodies = operations.flatMap(({ operationId, requestBody, responses }) => {
  const named = [['request', requestBody], ...Object.entries(responses)].filter(([, body]) => body);
  return named.map(([name, { content }]) => ({ name: `${operationId} ${name}`, ...content['application/json'] }));
});

test('it is OpenAPI 3.1 by the schema of the specification', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(document.openapi, '3.1.0');
});

test('the validator refuses what is no OpenAPI', async () => {
  const wrong = structuredClone(document);
  delete wrong.paths[operations[0].path].get.responses['200'].description;
  assert.equal((await new Validator().validate(wrong)).valid, false);
});

test('every reference leads to a schema, and every schema is used', () => {
  const names = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref);
  const used = new Set(names.map((ref) => /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1] ?? ref));
  assert.deepEqual([...used].sort(), Object.keys(document.components.schemas).sort());
});

test('every operation has its own id and a tag that is explained', () => {
  const ids = operations.map(({ operationId }) => operationId);
  assert.deepEqual([...new Set(ids)], ids);
  assert.deepEqual(ids, ['getInterfaceTokenInfo', 'validateToken', 'requestResponseLog', 'submit', 'preview', 'broker-submit', 'broker-preview']);
  const tags = document.tags.map(({ name }) => name);
  for (const { tags: own } of operations) assert.ok(own.every((tag) => tags.includes(tag)));
});

test('every example passes its schema', () => {
  let count = 0;
  for (const { name, schema, examples } of bodies) {
    const passes = check(schema);
    for (const [key, { value }] of Object.entries(examples)) {
      assert.ok(passes(value), `${name} ${key}: ${ajv.errorsText(passes.errors)}`);
      count++;
    }
  }
  assert.ok(count > 40, `${count} examples`);
});

test('the bodies are those of the package, and a wrong one is refused', () => {
  for (const [id, kinds] of [['submit', KINDS.slice(0, 3)], ['preview', ['preview']], ['broker-submit', KINDS.slice(0, 3)], ['broker-preview', ['preview']]]) {
    const { schema, examples } = bodies.find(({ name }) => name === `${id} request`);
    assert.deepEqual(Object.keys(examples), kinds);
    const passes = check(schema);
    for (const kind of kinds) {
      const body = buildRequest(kind, [example(kind)], { ...OPTIONS, certType: '1' });
      assert.deepEqual(examples[kind].value, body);
      const [block] = Object.keys(body).slice(1);
      const [list] = Object.keys(body[block]);
      assert.ok(!passes({ ...body, [block]: { [list]: [] } }));
      assert.ok(!passes({ ...body, [block]: { [list]: [{ ...body[block][list][0], [Object.keys(body[block][list][0])[0]]: 1 }] } }));
      assert.ok(!passes({ ...body, certType: '4' }));
    }
  }
});

test('every result code is there with its advice, and every refusal is one', () => {
  const codes = document.components.schemas.ResultCode['x-codes'];
  assert.deepEqual(Object.entries(codes).map(([code, row]) => ({ code: Number(code), ...row })), RESULT_CODES.toSorted((a, b) => a.code - b.code));
  const refused = new Set(JSON.stringify(document.paths).match(/"code-\d+"/g).map((name) => Number(name.slice(6, -1))));
  assert.deepEqual([...refused].sort(), RESULT_CODES.filter(({ code }) => code !== 1).map(({ code }) => code).sort());
});

/** Replies that the client reads, and that nobody is told to write: an entry without its list, words or nothing in the place of one. */
const FORGIVEN = ['submit-nothing-said', 'submit-data-is-text', 'preview-named'];

test('the replies of the document and those seen in use pass', () => {
  const replies = JSON.parse(readFileSync(require.resolve('mohurd-ecert/vectors/replies.json'), 'utf8')).vectors;
  const ids = { token: 'getInterfaceTokenInfo', validate: 'validateToken', log: 'requestResponseLog', submit: 'submit', preview: 'preview' };
  let count = 0;
  for (const { id, call, status, text, result, outcomes } of replies) {
    const failures = outcomes ? outcomes.map(({ failure }) => failure?.cause) : [result.failure?.cause];
    if (!ids[call] || status !== 200 || failures.some((cause) => cause && cause !== 'code')) continue;
    const passes = check(bodies.find(({ name }) => name === `${ids[call]} 200`).schema);
    const passed = passes(JSON.parse(text.replace(/^\ufeff/, '')));
    assert.equal(passed, !FORGIVEN.includes(id.split(':')[0]), `${id}: ${ajv.errorsText(passes.errors)}`);
    count++;
  }
  assert.ok(count > 25, `${count} replies`);
});

test('no tool that takes the default address calls a real one', () => {
  const defaults = document.servers.map(({ url, variables }) => url.replace(/\{(\w+)\}/g, (_, name) => variables[name].default));
  for (const url of defaults) assert.equal(new URL(url).hostname, '127.0.0.1');
});
