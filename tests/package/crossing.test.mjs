// How one record's values reach the core: whatever stands in its fields, it is judged as the same record is as JSON text.
import assert from 'node:assert/strict';
import test from 'node:test';
import { example, needs, normalise, validate, validateBatch, validateField } from 'mohurd-ecert';
import { KINDS, OPTIONS, marks, names } from './support.mjs';

const UNITS = ['x', '1', '\u007f', 'é', '甲', '\ufffd', '😀', '\ud83d', '\ude00'];
const LENGTHS = [1, 2, 15, 255, 256, 257, 4096, 4097];
const OTHERS = ['', ' a', '２０２４-01-01', '甲a', 'a甲', '😀a', null, undefined, 1, true, {}, [], [{ itemvalue: '01', itemtext: '甲' }]];

/** The record's issues, by the way through JSON text. */
const asText = (kind, record) => validateBatch(kind, JSON.stringify([record]), OPTIONS).issues.map(({ rule, path, params }) => ({ rule, path: path.slice(1), params }));
const asObject = (issues) => issues.map(({ rule, path, params }) => ({ rule, path, params }));

test('every field with any text is judged as in JSON text, after whatever came before', () => {
  for (const kind of KINDS) {
    const right = example(kind);
    for (const name of names(kind)) {
      for (const value of [...UNITS.flatMap((unit) => LENGTHS.map((length) => unit.repeat(length))), ...OTHERS]) {
        const record = { ...right, [name]: value };
        const expected = asText(kind, record);
        const at = `${kind} ${name} ${JSON.stringify(value)?.slice(0, 20)}`;
        assert.deepEqual(asObject(validate(kind, record, OPTIONS).issues), expected, at);
        const own = asObject(validateField(kind, name, record, OPTIONS)).filter(({ path }) => path[0] === name);
        assert.deepEqual(own, expected.filter(({ path }) => path[0] === name), at);
      }
      assert.deepEqual(validate(kind, right, OPTIONS).issues, []);
    }
  }
});

test('halves of a character in neighbouring fields make no whole one', () => {
  const record = { ...example('manager'), name: '王\ud83d', gender: '\ude00', companyName: '\ud83d', creditCode: '\ude00示例' };
  assert.deepEqual(asObject(validate('manager', record, OPTIONS).issues), asText('manager', record));
  const fields = asText('manager', record).filter(({ rule }) => rule === 'field/characters').map(({ path }) => path[0]);
  assert.deepEqual(fields, ['name', 'gender', 'companyName', 'creditCode']);
});

/** The same members in other orders, shapes and objects. */
function shapesOf(record) {
  const members = Object.entries(record);
  const copy = (entries) => Object.fromEntries(entries);
  const slow = { ...record, other: 1 };
  delete slow.other;
  const bare = Object.assign(Object.create(null), record);
  const inheriting = Object.assign(Object.create({ major: '继承', technicalTitle: '099', certNum: 'x' }), record);
  const getters = Object.defineProperties({}, copy(members.map(([name, value]) => [name, { get: () => value, enumerable: true }])));
  return {
    reversed: copy([...members].reverse()),
    halved: copy([...members.slice(9), ...members.slice(0, 9)]),
    frozen: Object.freeze({ ...record }),
    proxied: new Proxy({ ...record }, {}),
    slow, bare, inheriting, getters,
  };
}

test('a part of a record is read as the whole is, in any order and from any object', () => {
  for (const kind of KINDS) {
    for (const change of [{}, { operateType: '02' }, { certState: '99', identityCard: '甲' }]) {
      const known = Object.entries(change).filter(([name]) => names(kind).includes(name));
      const record = { ...example(kind), ...Object.fromEntries(known) };
      for (const [shape, same] of Object.entries(shapesOf(record))) {
        const at = `${kind} ${shape}`;
        assert.deepEqual(marks(validate(kind, same, OPTIONS).issues), marks(validate(kind, record, OPTIONS).issues), at);
        assert.deepEqual(needs(kind, same), needs(kind, record), at);
        assert.deepEqual(normalise(kind, same).changes, normalise(kind, record).changes, at);
        for (const name of names(kind)) {
          assert.deepEqual(marks(validateField(kind, name, same, OPTIONS)), marks(validateField(kind, name, record, OPTIONS)), `${at} ${name}`);
        }
      }
    }
  }
});

test('a field that is not enumerable, inherited, or throws stays apart when one field is judged', () => {
  const record = example('manager');
  const hidden = Object.defineProperty({ ...record }, 'companyName', { enumerable: false });
  const { companyName: _, ...without } = record;
  const inherited = Object.assign(Object.create({ companyName: '甲' }), without);
  for (const each of [hidden, inherited, without]) {
    assert.deepEqual(marks(validateField('manager', 'companyName', each, OPTIONS)), [['field/required', 'companyName']]);
  }
  let reads = 0;
  const throwing = { ...record, get companyName() { reads++; throw new Error('SECRET'); } };
  assert.deepEqual(marks(validateField('manager', 'companyName', throwing, OPTIONS)), [['field/type', 'companyName']]);
  assert.ok(reads > 0);
});

test('a getter may call the library while one field is read', () => {
  const record = example('manager');
  const inner = () => validateField('manager', 'identityCard', { ...record, identityCard: '甲'.repeat(40) }, { today: '2020-01-01' });
  const calling = { ...record, get gender() { assert.equal(inner().length > 0, true); return '甲'; } };
  const plain = { ...record, gender: '甲' };
  assert.deepEqual(marks(validateField('manager', 'identityCard', calling, OPTIONS)), marks(validateField('manager', 'identityCard', plain, OPTIONS)));
});
