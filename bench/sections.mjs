// The sections of BENCHMARKS.md behind the goals: a title, what is to be said, and a table of the result.
import * as tables from './tables.mjs';

const { timeRows } = tables;

const DATA = `The records are invented, from a seed, one in ten with one of some fifty faults, and live as \`JSON.parse\` gives them; those of a size are managers'
(安管人员). All contenders apply the same rules, errors and warnings, and share the functions for dates, check digits and photos
(\`bench/peers/values.mjs\`); those that cannot are named at their table. The peers decode a photo by \`atob\`. Ours also finds ids
that repeat in a batch, keys that repeat in a record, and words for every finding when they are read; the peers do not. Of 40 KB
there are fewer records, because parsed they would not fit a common heap. Each turn takes all records, the same in Node, in Chromium
and natively.`;

const KINDS = `安全生产许可证 (safety) has no photo; 特种作业 (special) has one of 80 bytes. Their rules are written once more, by hand and for
ajv; the other libraries are measured with the manager's.`;

const NATIVE = `serde_json reads into structs of borrowed texts; validator and garde judge them, with the rules across fields by hand.
*Usual crates* is what a program without the library would take: chrono for dates, base64, which decodes the whole photo, regex for
numbers and ids, and check digits by hand. With *our readers* of dates, numbers, ids and photos instead, ours gains nothing by these:
what is left is reading JSON and handing on values. jsonschema has the schema that the package publishes. The last two rows are
limits: reading without judging, and looking at every byte once.`;

const FOUND = `What each finds: validator and garde all but names outside the table, which serde passes over; jsonschema what a schema
can say.`;

const GROWTH = `The data is made slice by slice from the seed. Where the package has \`validationStream\`, the last row is a stream; else
batches, one after another.`;

const managers = ({ sizes }) => sizes.filter(({ kind }) => kind === 'manager');
const others = ({ sizes }) => sizes.filter(({ kind }) => kind !== 'manager');

function otherRows(result) {
  const ways = [
    ['Batch:', result, 'batch'],
    ['Live:', result, 'live'],
    ['Chromium, batch:', result.chromium, 'batch'],
    ['Chromium, live:', result.chromium, 'live'],
    ['Native, batch:', result.native, 'batch'],
  ];
  return [KINDS, ...ways.flatMap(([title, from, way]) => [title, timeRows(others(from), way)])];
}

/** In the order of the page. */
export const SECTIONS = [
  {
    title: 'Batch: from the UTF-8 bytes of a JSON array to all findings, µs a record',
    parts: (result) => ['The peers decode, `JSON.parse`, and check each record; ours takes the bytes.', timeRows(managers(result), 'batch')],
  },
  { title: 'Live: records that are objects, µs a record', parts: (result) => [timeRows(managers(result), 'live')] },
  {
    title: 'One changed field, with the rules that stand at it and read it, µs for three fields of a record',
    parts: (result) => [timeRows(managers(result), 'field')],
  },
  { title: 'Chromium: batch, µs a record', parts: ({ chromium }) => [timeRows(managers(chromium), 'batch')] },
  { title: 'Chromium: live, µs a record', parts: ({ chromium }) => [timeRows(managers(chromium), 'live')] },
  { title: 'The other certificates, µs a record', parts: otherRows },
  { title: 'Start in Node', parts: (result) => [tables.startRows(result)] },
  {
    title: 'Native: batch, µs a record',
    parts: (result) => [NATIVE, timeRows(managers(result.native), 'batch'), FOUND, tables.schemaRows(result)],
  },
  {
    title: 'wasm and native: the same batch in turn by either process, µs a record',
    parts: (result) => [tables.boundaryRows(result)],
  },
  { title: 'Growth: records of 0.7 KB', parts: (result) => [GROWTH, tables.growthRows(result)] },
  { title: 'Memory over live validations', parts: (result) => [tables.memoryRows(result)] },
  {
    title: 'Sizes',
    parts: (result) => [
      'Modules as they are built, and entries as a bundler sends all of them, their modules inside.',
      tables.weightRows(result),
    ],
  },
  { title: 'What is compared', parts: (result) => [tables.dataRows(result), DATA] },
];
