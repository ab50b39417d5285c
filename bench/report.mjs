// The report: a table for the terminal, and BENCHMARKS.md.
import { goalText, GOALS, isReached } from './goals.mjs';
import { machine } from './machine.mjs';
import { NOTES } from './notes.mjs';
import * as tables from './tables.mjs';

const { figure, markdown, timeRows } = tables;

/** Each goal with its figure and whether it is reached. */
function judged(result) {
  return GOALS.map((goal) => {
    const found = goal.of(result);
    return { goal, found, reached: isReached(goal, found) };
  });
}

function goalRows(result) {
  return judged(result).map(({ goal, found, reached }) => [
    goal.what,
    goalText(goal),
    figure(found, goal.unit),
    reached ? 'reached' : 'short',
  ]);
}

/** The goals with their figures, for a terminal. */
export function table(result) {
  const rows = [['', 'goal', 'median (quartiles)', ''], ...goalRows(result)];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What is said of the rows that fall short. */
function shortcomings(result) {
  const short = new Set(
    judged(result)
      .filter(({ reached }) => !reached)
      .map(({ goal }) => goal.id),
  );
  return NOTES.filter(({ rows }) => rows.some((id) => short.has(id)))
    .map(({ text }) => text)
    .join('\n\n');
}

/** The whole document. */
export function report(result) {
  return `<!-- written by \`cargo xtask bench\`: do not edit -->
# Benchmarks

\`cargo xtask bench\` makes the data, checks that all contenders find the same fields wrong in the same records, times them in one
process in turn, and writes this page. Figures are medians, with the quartiles in brackets. A ratio is taken within each round, where
both sides met the same noise.

${machine(result)}

## Goals

${markdown(['', 'goal', 'median (quartiles)', ''], goalRows(result))}

## Where the time goes, of what falls short

${shortcomings(result)}

## Batch: from the UTF-8 bytes of a JSON array to all findings, µs a record

The peers decode, \`JSON.parse\`, and check each record; ours takes the bytes.

${timeRows(result.sizes, 'batch')}

## Live: records that are objects, µs a record

${timeRows(result.sizes, 'live')}

## One changed field, with the rules that stand at it and read it, µs for three fields of a record

${timeRows(result.sizes, 'field')}

## Chromium: batch, µs a record

${timeRows(result.chromium.sizes, 'batch')}

## Chromium: live, µs a record

${timeRows(result.chromium.sizes, 'live')}

## The other certificates: batch, µs a record

安全生产许可证 (safety) has no photo; 特种作业 (special) has one of 80 bytes. Each is ${result.kinds[0].count} records, on which all agree.

${timeRows(result.kinds, 'batch')}

## Start in Node

${tables.startRows(result)}

## Native: batch, µs a record

serde_json reads into structs of borrowed texts; validator and garde judge them by the library's own readers of dates, numbers and
photos, with the rules across fields by hand. So ours gains nothing by these readers here. jsonschema has the schema that the package
publishes. The last two rows are limits: reading without judging, and looking at every byte once.

${timeRows(result.native.sizes, 'batch')}

What each finds: validator and garde all but names outside the table, which serde passes over; jsonschema what a schema can say.

${tables.schemaRows(result)}

## wasm and native: the same batch in turn by either process, µs a record

${tables.boundaryRows(result)}

## Growth: records of 0.7 KB

${tables.growthRows(result)}

## Memory over live validations

${tables.memoryRows(result)}

## Sizes

Modules as they are built, and entries as a bundler sends all of them, their modules inside.

${tables.weightRows(result)}

## What is compared

${tables.dataRows(result)}

The records are invented managers (安管人员), from a seed, one in ten with one of some fifty faults. All contenders apply the same
rules, errors and warnings, and share the functions for dates, check digits and photos (\`bench/peers/values.mjs\`); those that cannot
are named at their table. The peers decode a photo by \`atob\`. Ours also finds ids that repeat in a batch, keys that repeat in a record,
and words for every finding when they are read; the peers do not. Of 40 KB there are fewer records, because parsed they would not fit a
common heap. In Chromium and natively, each turn takes the same records as in Node.
`;
}
