// The cases of every rule (tests/cases), through the package: the same issues as natively, with the same words. The native
// tests write what they say to target/cases-native.json, so they run first.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { example, rules, validate, validateBatch, validateRequest } from 'mohurd-ecert';

const CASES = new URL('../cases/', import.meta.url);
const NATIVE = new URL('../../target/cases-native.json', import.meta.url);

const FORMS = {
  $example: (form, kind) => changed(form, kind),
  $json: (form, kind) => JSON.stringify(made(form, kind)),
  $repeat: ([text, count]) => text.repeat(count),
  $join: (form, kind) => form.map((part) => made(part, kind)).join(''),
};

/** A value with its `$` forms put together. */
function made(value, kind) {
  if (Array.isArray(value)) return value.map((item) => made(item, kind));
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...more] = Object.keys(value);
  if (name?.startsWith('$') && more.length === 0) return FORMS[name](value[name], kind);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, made(member, kind)]));
}

/** The example with the members of `set` put in and the names of `unset` left out. */
function changed({ set = {}, unset = [], kind: other }, kind) {
  const record = example(other ?? kind);
  for (const name of unset) {
    assert.ok(name in record, `the example has no ${name}`);
    delete record[name];
  }
  return Object.assign(record, made(set, other ?? kind));
}

function run(each, locale) {
  const { kind } = each;
  const options = { today: null, ...each.options, locale };
  if ('batch' in each) return validateBatch(kind, made(each.batch, kind), options);
  if ('request' in each) return validateRequest(made(each.request, kind), options);
  return validate(kind, 'record' in each ? made(each.record, kind) : changed(each, kind), options);
}

const groups = readdirSync(CASES)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, CASES), 'utf8')).map((group) => ({ file, ...group })));

function readNative() {
  try {
    return JSON.parse(readFileSync(NATIVE, 'utf8'));
  } catch (error) {
    throw new Error('target/cases-native.json is missing: run the native tests first (cargo test --test rules)', { cause: error });
  }
}

/** An issue as the native side writes it. */
function written(zh, en) {
  const params = Object.fromEntries(Object.entries(zh.params).map(([name, value]) => [name, String(value)]));
  const { rule, severity, path, field, cite } = zh;
  return { rule, severity, path, field, 'zh-CN': zh.message, en: en.message, params, cite };
}

test('every rule of the package has cases, and every case a rule of the package', () => {
  assert.deepEqual(groups.map(({ rule }) => rule).sort(), rules().map(({ id }) => id).sort());
});

for (const { file, rule, cases } of groups) {
  test(`${rule}: ${cases.length} cases`, () => {
    const native = readNative();
    for (const each of cases) {
      const name = `${file} ${rule} · ${each.says}`;
      const [zh, en] = [run(each, 'zh-CN'), run(each, 'en')];
      const found = zh.issues.map(({ rule: id, severity, path, params }, index) => [
        id, severity, path, ...(each.issues[index]?.[3] ? [params] : []),
      ]);
      assert.deepEqual(found, each.issues, name);
      if ('counts' in each) assert.deepEqual([zh.total, zh.valid], each.counts, name);
      else assert.equal(zh.valid ?? true, 'batch' in each ? zh.valid : each.issues.every(([, severity]) => severity !== 'error'), name);
      if ('is' in each) assert.equal(zh.kind, each.is, name);
      assert.deepEqual(zh.issues.map((issue, index) => written(issue, en.issues[index])), native[name]?.[0], `native: ${name}`);
    }
  });
}
