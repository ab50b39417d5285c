// The report: a table for the terminal, and BENCHMARKS.md.
import { goalText, GOALS, isReached } from './goals.mjs';
import { machine } from './machine.mjs';
import { NOTES } from './notes.mjs';
import { SECTIONS } from './sections.mjs';
import { figure, markdown } from './tables.mjs';

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

const INTRODUCTION = `<!-- written by \`cargo xtask bench\`: do not edit -->
# Benchmarks

\`cargo xtask bench\` makes the data, checks that all contenders find the same fields wrong in the same records, times them in one
process in turn, and writes this page. Figures are medians, with the quartiles in brackets. A ratio is taken within each round, where
both sides met the same noise.`;

/** The whole document. */
export function report(result) {
  const parts = [INTRODUCTION, machine(result), '## Goals', markdown(['', 'goal', 'median (quartiles)', ''], goalRows(result))];
  const why = shortcomings(result);
  if (why) parts.push('## Where the time goes, of what falls short', why);
  for (const { title, parts: of } of SECTIONS) parts.push(`## ${title}`, ...of(result));
  return `${parts.join('\n\n')}\n`;
}
