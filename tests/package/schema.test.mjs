// The JSON Schemas against validate() under the profile `document`: a schema refuses nothing that validate() lets pass,
// and refuses every error that a schema can say (src/emit/schema_reach.rs). Records are as on the wire: trimmed, photos without white space.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { buildRequest, describe, dictionary, example, validate, validateRequest } from 'mohurd-ecert';
import { ajv, passes, read } from './schemas.mjs';
import { KINDS, OPTIONS } from './support.mjs';

const require = createRequire(import.meta.url);

/** The rules whose errors a schema refuses, all of them; of others it refuses some or none. */
const { rules } = JSON.parse(readFileSync(require.resolve('mohurd-ecert/vectors/rules.json'), 'utf8'));
const SAYS = new Set(rules.filter(({ schema }) => schema === 'all').map(({ id }) => id));

const errors = (issues) => issues.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

/** One direction: what validate() lets pass, the schema lets pass. The other: what the schema can say, it refuses. */
function agree(name, value, issues, what) {
  const found = errors(issues);
  const passed = passes(name, value);
  if (found.length === 0) assert.ok(passed, `${what}: the schema refuses it: ${ajv.errorsText()}`);
  if (found.some((rule) => SAYS.has(rule))) assert.ok(!passed, `${what}: the schema lets it pass, with ${found}`);
  return found;
}

/** Values of every sort, good and bad, of which each field takes some. */
const VALUES = [
  undefined, null, '', ' ', '　', 0, 1, true, [], {}, ['x'], 'x', '0', '1', '2', '01', '02', '1a', '99', '001', '111', '400', 'A', 'C3',
  '110000', '660000', '350100', '建筑施工', '建筑', '2024-02-29', '20240229', '2024-2-9', '2300-01-01', 'a\u0000b', 'a\uffffb', '中文',
  '字'.repeat(20), '字'.repeat(21), '字'.repeat(72), '字'.repeat(73), '😀'.repeat(18), '😀'.repeat(50), '字'.repeat(201),
  '有限责任公司（自然人投资或控股的法人独资）', '有限责任公司(非自然人投资或控股的法人独资)', '有限责任公司（外商投资或控股的法人独资企业）',
  '持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。', '持证人正在办理跨企业变更业务，办理完成前本证书暂不可用',
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.0',
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.202300004030.001.U',
  'iVBORw0KGgo=', '/9j/', 'data:image/jpg;base64, /9j/4AAQ', 'data:image/gif;base64,R0lGODlh', 'R0lGODlh', '/9j/*',
  'https://a.example.com/', 'HTTPS://a.example.com:8443?x=1', 'http://a.example.com/', 'https://localhost/', 'https://例子.中国/',
  '[]', '[{"itemvalue":"01","itemtext":"文"}]', [{ itemvalue: '01', itemtext: '文' }], [{ itemvalue: '77', itemtext: '', more: 1 }],
];

test('the schemas are valid, and each has its citations', () => {
  for (const kind of KINDS) {
    const schema = read(kind);
    assert.ok(ajv.getSchema(schema.$id));
    assert.deepEqual(Object.keys(schema.properties), describe(kind).fields.map(({ name }) => name));
    for (const { name, cite, title } of describe(kind).fields) {
      assert.equal(schema.properties[name]['x-cite'], cite);
      assert.equal(schema.properties[name].title, title);
    }
  }
});

for (const kind of KINDS) {
  test(`${kind}: the example passes, alone and in its request`, () => {
    assert.deepEqual(validate(kind, example(kind), OPTIONS).issues, []);
    assert.ok(passes(kind, example(kind)), ajv.errorsText());
    const body = buildRequest(kind, [example(kind)], { certType: '1' });
    assert.ok(passes('request', body), ajv.errorsText());
  });

  test(`${kind}: every field with values of every sort`, () => {
    const said = new Set();
    for (const { name } of describe(kind).fields) {
      for (const value of VALUES) {
        const record = { ...example(kind), [name]: value };
        if (value === undefined) delete record[name];
        const { issues } = validate(kind, record, OPTIONS);
        agree(kind, record, issues, `${kind}.${name} = ${JSON.stringify(value)}`).forEach((rule) => said.add(rule));
      }
    }
    for (const rule of ['field/required', 'field/type', 'field/max-length', 'field/characters']) assert.ok(said.has(rule), rule);
  });

  test(`${kind}: every code of its dictionaries passes`, () => {
    for (const { name, type, dictionary: id } of describe(kind).fields.filter((field) => field.type === 'code')) {
      for (const { code } of dictionary(id).rows) {
        const record = { ...example(kind), [name]: code };
        agree(kind, record, validate(kind, record, OPTIONS).issues, `${kind}.${name} = ${code} (${type})`);
      }
    }
  });
}

test('what is needed only at times', () => {
  const said = new Set();
  const check = (kind, changes) => {
    const record = { ...example(kind), ...changes };
    agree(kind, record, validate(kind, record, OPTIONS).issues, `${kind} ${JSON.stringify(changes)}`).forEach((rule) => said.add(rule));
  };
  const texts = [null, '', '说明', '持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。'];
  for (const kind of ['safety', 'special', 'manager']) {
    for (const certStatusDescription of texts) check(kind, { certState: '99', operateType: '07', certStatusDescription });
  }
  for (const categoryDescription of texts) check('special', { operationCategory: '99', categoryDescription });
  for (const categoryCode of ['A', 'B', 'C1', 'C2', 'C3']) {
    for (const appointment of ['01', '02', '07', '08', '99']) {
      for (const technicalTitle of [null, '', '03']) {
        for (const educationDegree of [null, '03']) check('manager', { categoryCode, appointment, technicalTitle, educationDegree });
      }
    }
  }
  assert.deepEqual([...said].sort(), [
    'category/description-when-other', 'manager/title-or-degree', 'state/description-fixed', 'state/description-when-other',
  ]);
});

test('whole requests', () => {
  const said = new Set();
  const check = (body, what) => {
    const { issues } = validateRequest(body, OPTIONS);
    agree('request', body, issues, what ?? JSON.stringify(body).slice(0, 80)).forEach((rule) => said.add(rule));
  };
  const others = [null, '', ' ', [], {}, { acceptData: [] }, { acceptData: null, AcceptData: '' }, { acceptData: [{}] }, [1], 1, 'x'];
  for (const kind of KINDS) {
    const body = buildRequest(kind, [example(kind)], { certType: '1' });
    const { block, listKey } = describe(kind);
    const otherKey = listKey === 'acceptData' ? 'AcceptData' : 'acceptData';
    const list = body[block][listKey];
    check({ ...body, [block]: { [otherKey]: list } }, `${kind} under the other key`);
    check({ ...body, [block]: { acceptData: list, AcceptData: list } }, `${kind} under both keys`);
    check({ ...body, more: 1, [block]: { ...body[block], more: 1 } }, `${kind} with more members`);
    for (const records of [[], null, {}, 'x', [1], [null], [{}]]) check({ ...body, [block]: { [listKey]: records } });
    for (const own of [null, '', [], {}, [example(kind)], 'x']) check({ ...body, [block]: own }, `${kind} block ${JSON.stringify(own)}`);
    for (const certType of [undefined, null, 1, '0', '1 ', '4', '']) check({ ...body, certType }, `${kind} certType ${certType}`);
    for (const foreign of KINDS.filter((other) => other !== kind)) {
      for (const value of others) check({ ...body, [describe(foreign).block]: value }, `${kind} with ${foreign} ${JSON.stringify(value)}`);
    }
  }
  for (const rule of SAYS) if (rule.startsWith('request/') || rule === 'record/object') assert.ok(said.has(rule), rule);
});
