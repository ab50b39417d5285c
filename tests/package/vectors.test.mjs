// The published vectors through the package, as another language would run them, and what ajv says of each by the published schemas.
// That is written to target/verdicts-ajv.json, which the Python tests hold their own answers against.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { buildRequestJson, describe, normalise, rules, validate, validateBatch, validateRequest } from 'mohurd-ecert';
import { parseReply } from 'mohurd-ecert/gateway';
import { ajv, onTheWire, passes } from './schemas.mjs';
import { KINDS } from './support.mjs';

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(`mohurd-ecert/vectors/${name}.json`), 'utf8'));

/** A value with its long texts written out. */
function whole(value) {
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.keys(value).join() === '$text') return value.$text.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('');
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, whole(member)]));
}

const vectors = (name) => read(name).vectors.map(whole);
const CHECKS = [...KINDS, 'batches', 'requests'];

function judge(file, { kind, profile, options, ...input }) {
  const all = { ...options, profile };
  if (file === 'batches') return validateBatch(kind, input.batch ?? input.text, all);
  return file === 'requests' ? validateRequest(input.request ?? input.text, all) : validate(kind, input.record, all);
}

for (const file of CHECKS) {
  test(`${file}: every vector yields its issues`, () => {
    for (const vector of vectors(file)) {
      const report = judge(file, vector);
      assert.deepEqual(report.issues.map(({ rule, severity, path }) => [rule, severity, path]), vector.issues, vector.id);
      if (file === 'batches') assert.deepEqual([report.total, report.valid], [vector.total, vector.validRecords], vector.id);
      else assert.equal(report.valid, vector.valid, vector.id);
      if (file === 'requests') assert.equal(report.kind, vector.kind, vector.id);
    }
  });
}

/** What the schemas say; nothing of a text, which is no value of JSON. */
function verdict(file, { kind, record, batch, request }) {
  if (record !== undefined) return passes(file, onTheWire(kind, record));
  if (batch !== undefined) return batch.every((each) => passes(kind, onTheWire(kind, each)));
  return request === undefined ? undefined : passes('request', bodyOnTheWire(request));
}

function bodyOnTheWire(body) {
  const kinds = Object.fromEntries(KINDS.map((kind) => [describe(kind).block, kind]));
  const list = (kind, records) => (Array.isArray(records) ? records.map((record) => onTheWire(kind, record)) : records);
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const each = (value, change) => (isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(name, member)])) : value);
  return each(body, (name, block) => (kinds[name] ? each(block, (_, records) => list(kinds[name], records)) : block));
}

test('ajv says of every vector what stands there', () => {
  const verdicts = {};
  for (const file of CHECKS) {
    for (const vector of vectors(file).filter(({ text }) => text === undefined)) {
      const said = verdict(file, vector);
      if (vector.schema !== null) assert.equal(said, vector.schema, `${vector.id}: ${ajv.errorsText()}`);
      verdicts[vector.id] = said;
    }
  }
  assert.ok(Object.keys(verdicts).length > 1000);
  mkdirSync(new URL('../../target/', import.meta.url), { recursive: true });
  writeFileSync(new URL('../../target/verdicts-ajv.json', import.meta.url), JSON.stringify(verdicts));
});

test('every body is written as it stands there, member by member', () => {
  for (const { id, kind, options, records, body } of vectors('payloads')) {
    assert.equal(buildRequestJson(kind, records, { today: null, ...options }), JSON.stringify(body), id);
  }
});

test('every record is normalised as it stands there', () => {
  for (const { id, kind, record, changes, normalised } of vectors('normalise')) {
    const found = normalise(kind, record);
    assert.deepEqual(found.changes.map(({ rule, field }) => [rule, field]), changes, id);
    assert.deepEqual(found.record, normalised, id);
  }
});

test('every reply of JSON reads as it stands there', () => {
  let count = 0;
  for (const vector of vectors('replies')) {
    const { id, call, kind, sent, status, text, message, replies, unassigned } = vector;
    // parseReply is told no status, and takes what is no envelope for a page.
    if (!['submit', 'preview'].includes(call) || status !== 200) continue;
    const records = sent.map((each) => (kind === 'preview' ? { ID: each } : { eCertID: each }));
    const report = parseReply(kind, text, { records });
    const outcomes = report.outcomes.map(({ index, eCertID, ID, issues, failure, ...outcome }) => {
      assert.deepEqual([ID ?? eCertID, issues], [sent[index], []], id);
      return failure ? { ...outcome, failure: { call: failure.call, cause: failure.cause, code: failure.code } } : outcome;
    });
    assert.deepEqual(outcomes, vector.outcomes, id);
    const [note = { message: null, replies: [], unassigned: [] }] = report.calls;
    assert.deepEqual([note.replies, note.unassigned], [replies, unassigned], id);
    if (note.message !== null) assert.equal(note.message, message, id);
    count++;
  }
  assert.ok(count > 20, `${count} replies`);
});

test('the rules beside the vectors are those of the package', () => {
  const own = rules().map(({ id, severity, kinds, scope }) => ({ id, severity, kinds, scope }));
  assert.deepEqual(read('rules').rules.map(({ schema, ...rule }) => rule), own);
});
