// The sections of BENCHMARKS.md behind the goals: a title, what is to be said, and a table of the result.
import * as tables from './tables.mjs';

const { timeRows } = tables;

const DATA = `The records are invented managers (安管人员), from a seed, one in ten with one of some fifty faults. All contenders apply the
same rules, errors and warnings, and share the functions for dates, check digits and photos (\`bench/peers/values.mjs\`); those that
cannot are named at their table. The peers decode a photo by \`atob\`. Ours also finds ids that repeat in a batch, keys that repeat in a
record, and words for every finding when they are read; the peers do not. Of 40 KB there are fewer records, because parsed they would
not fit a common heap. In Chromium and natively, each turn takes the same records as in Node.`;

const KINDS = `安全生产许可证 (safety) has no photo; 特种作业 (special) has one of 80 bytes. Of each there are 10,000 records, on which all
agree, and 2,000 of them are timed.`;

const NATIVE = `serde_json reads into structs of borrowed texts; validator and garde judge them by the library's own readers of dates,
numbers and photos, with the rules across fields by hand. So ours gains nothing by these readers here. jsonschema has the schema that
the package publishes. The last two rows are limits: reading without judging, and looking at every byte once.`;

const FOUND = `What each finds: validator and garde all but names outside the table, which serde passes over; jsonschema what a schema
can say.`;

const GROWTH = `The data is made slice by slice from the seed. Where the package has \`validationStream\`, the last row is a stream; else
batches, one after another.`;

/** In the order of the page. */
export const SECTIONS = [
  {
    title: 'Batch: from the UTF-8 bytes of a JSON array to all findings, µs a record',
    parts: (result) => ['The peers decode, `JSON.parse`, and check each record; ours takes the bytes.', timeRows(result.sizes, 'batch')],
  },
  { title: 'Live: records that are objects, µs a record', parts: (result) => [timeRows(result.sizes, 'live')] },
  {
    title: 'One changed field, with the rules that stand at it and read it, µs for three fields of a record',
    parts: (result) => [timeRows(result.sizes, 'field')],
  },
  { title: 'Chromium: batch, µs a record', parts: ({ chromium }) => [timeRows(chromium.sizes, 'batch')] },
  { title: 'Chromium: live, µs a record', parts: ({ chromium }) => [timeRows(chromium.sizes, 'live')] },
  { title: 'The other certificates: batch, µs a record', parts: ({ kinds }) => [KINDS, timeRows(kinds, 'batch')] },
  { title: 'Start in Node', parts: (result) => [tables.startRows(result)] },
  {
    title: 'Native: batch, µs a record',
    parts: (result) => [NATIVE, timeRows(result.native.sizes, 'batch'), FOUND, tables.schemaRows(result)],
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
