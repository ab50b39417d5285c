// The tables of BENCHMARKS.md.
import { spread } from './measure.mjs';

const number = (value) => value.toFixed(value < 10 ? 2 : 1);

/** A median with its quartiles. */
export const figure = ({ low, median, high }, unit) => `${number(median)}${unit} (${number(low)}–${number(high)})`;

export const markdown = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Microseconds a record of every contender. */
export function timeRows(sizes, way) {
  const measured = sizes.filter(({ times }) => times[way]);
  const names = Object.keys(measured[0].times[way]);
  const cell = ({ times, timed }, name) => figure(spread(times[way][name].map((time) => (time * 1000) / timed)), '');
  const rows = names.map((name) => [name, ...measured.map((entry) => cell(entry, name))]);
  return markdown(['', ...measured.map(({ size }) => size)], rows);
}

export function startRows({ start }) {
  const rows = Object.entries(start).map(([name, { inside, whole }]) => [name, figure(spread(inside), ''), figure(spread(whole), '')]);
  return markdown(['', 'import to first result, ms', 'whole process, ms'], rows);
}

export function dataRows({ sizes }) {
  const cells = ({ size, count, timed, findings, mean }) => [
    size, String(count), String(timed), `${(mean / 1000).toFixed(2)} KB`, String(findings),
  ];
  return markdown(['size', 'records', 'timed a turn', 'mean', 'findings'], sizes.map(cells));
}
