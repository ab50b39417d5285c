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
  const cell = ({ times, count }, name) => figure(spread(times[way][name].map((time) => (time * 1000) / count)), '');
  const rows = names.map((name) => [name, ...measured.map((entry) => cell(entry, name))]);
  return markdown(['', ...measured.map(({ size }) => size)], rows);
}

export function startRows({ start }) {
  const rows = Object.entries(start).map(([name, { inside, whole }]) => [name, figure(spread(inside), ''), figure(spread(whole), '')]);
  return markdown(['', 'import to first result, ms', 'whole process, ms'], rows);
}

export function dataRows({ sizes }) {
  const cells = ({ size, count, findings, mean }) => [size, String(count), `${(mean / 1000).toFixed(2)} KB`, String(findings)];
  return markdown(['', 'records', 'mean', 'findings'], sizes.map(cells));
}

/** What the published schema can say of all findings. */
export function schemaRows({ native: { sizes } }) {
  const cells = ({ size, count, agreement }) => [size, count, agreement.findings, agreement.unknownNames, agreement.bySchema].map(String);
  return markdown(['', 'records', 'findings', 'of them names outside the table', 'found by jsonschema'], sizes.map(cells));
}

/** Microseconds a record of the library as wasm and native. */
export function boundaryRows({ native: { sizes } }) {
  const cell = (times, count) => figure(spread(times.map((time) => (time * 1000) / count)), '');
  const rows = ['wasm', 'native'].map((way) => [way, ...sizes.map(({ boundary, count }) => cell(boundary[way], count))]);
  return markdown(['', ...sizes.map(({ size }) => size)], rows);
}

export function growthRows({ growth }) {
  const rows = growth.map(({ count, way, times }) => [count.toLocaleString('en'), way, figure(spread(times), '')]);
  return markdown(['records', 'as', 'µs a record'], rows);
}

export function memoryRows({ memory: { validations, points } }) {
  const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;
  const cells = ({ wasm, heap }, index) => [
    ((validations / points.length) * (index + 1)).toLocaleString('en'),
    kilobytes(wasm),
    kilobytes(heap),
  ];
  return markdown(['validations', 'wasm memory', 'heap in use'], points.map(cells));
}

export function weightRows({ weights }) {
  const kilobytes = (bytes) => (bytes / 1024).toFixed(1);
  const cells = ({ name, raw, gzip, brotli }) => [name, kilobytes(raw), kilobytes(gzip), kilobytes(brotli)];
  return markdown(['KB', 'raw', 'gzip', 'brotli'], weights.map(cells));
}
