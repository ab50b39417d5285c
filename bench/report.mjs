// The report: a table for the terminal, and BENCHMARKS.md.
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { goalText, GOALS, isReached, OPEN } from './goals.mjs';
import { spread } from './measure.mjs';

const number = (value) => value.toFixed(value < 10 ? 2 : 1);
const figure = ({ low, median, high }, unit) => `${number(median)}${unit} (${number(low)}–${number(high)})`;

function goalRows(result) {
  return GOALS.map((goal) => {
    const found = goal.of(result);
    return [goal.what, goalText(goal), figure(found, goal.unit), isReached(goal, found) ? 'reached' : 'short'];
  });
}

/** The goals with their figures, for a terminal. */
export function table(result) {
  const rows = [['', 'goal', 'median (quartiles)', ''], ...goalRows(result)];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}

const markdown = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function versions() {
  const { version } = JSON.parse(readFileSync(new URL('../pkg/package.json', import.meta.url), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  return [`mohurd-ecert ${version}`, ...Object.entries(dependencies).map((entry) => entry.join(' '))].join(', ');
}

function machine({ rounds, starts }) {
  const [{ model }, ...others] = cpus();
  return [
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Machine: ${model.trim()}, ${others.length + 1} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `- Load when it ended, over 15 minutes: ${loadavg()[2].toFixed(1)} (on a machine at rest that is about 1)`,
    `- Node ${process.versions.node}, V8 ${process.versions.v8}`,
    `- ${versions()}`,
    `- Rounds: ${rounds} of each comparison, ${starts} of each start`,
  ].join('\n');
}

/** Microseconds a record of every contender. */
function timeRows({ sizes }, way) {
  const measured = sizes.filter(({ times }) => times[way]);
  const names = Object.keys(measured[0].times[way]);
  const cell = ({ times, timed }, name) => figure(spread(times[way][name].map((time) => (time * 1000) / timed)), '');
  return markdown(['', ...measured.map(({ size }) => size)], names.map((name) => [name, ...measured.map((entry) => cell(entry, name))]));
}

function startRows({ start }) {
  return markdown(['', 'import to first result, ms', 'whole process, ms'], Object.entries(start).map(([name, { inside, whole }]) => [name, figure(spread(inside), ''), figure(spread(whole), '')]));
}

function dataRows({ sizes }) {
  const cells = ({ size, count, timed, findings, mean }) => [size, String(count), String(timed), `${(mean / 1000).toFixed(2)} KB`, String(findings)];
  return markdown(['size', 'records', 'timed a turn', 'mean', 'findings'], sizes.map(cells));
}

/** The whole document. */
export function report(result) {
  const goals = [...goalRows(result), ...OPEN.map(([what, goal]) => [what, goal, 'not measured yet', '–'])];
  return `<!-- written by \`cargo xtask bench\`: do not edit -->
# Benchmarks

\`cargo xtask bench\` makes the data, checks that all contenders find the same fields wrong in the same records, times them in one process in turn, and writes this page.
Figures are medians, with the quartiles in brackets. A ratio is taken within each round, where both sides met the same noise.

${machine(result)}

## Goals

${markdown(['', 'goal', 'median (quartiles)', ''], goals)}

## Batch: from the UTF-8 bytes of a JSON array to all findings, µs a record

The peers decode, \`JSON.parse\`, and check each record; ours takes the bytes.

${timeRows(result, 'batch')}

## Live: records that are objects, µs a record

${timeRows(result, 'live')}

## One changed field, with the rules that stand at it and read it, µs for three fields of a record

${timeRows(result, 'field')}

## Start in Node

${startRows(result)}

## What is compared

${dataRows(result)}

The records are invented managers (安管人员), from a seed, one in ten with one of some fifty faults. All contenders apply the same rules, errors and warnings, and share the functions
for dates, check digits and photos (\`bench/peers/values.mjs\`). The peers decode a photo by \`atob\`. Ours also finds ids that repeat in a batch, keys that repeat in a record, and words for every finding when they are read; the
peers do not. Of 40 KB there are fewer records, because parsed they would not fit a common heap.
`;
}
