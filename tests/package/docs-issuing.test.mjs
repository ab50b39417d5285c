// What the documents say of issuing is so: steps, statuses and members are those of the types, and every word of a problem that is
// said to be there is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
const types = read('pkg/dist/qr/issue-shapes.d.ts').replace(/\/\*\*.*?\*\//gs, '');

/** The first cells of the one table whose head begins so, without what is no code. */
function firsts(path, head) {
  const tables = [...read(path).matchAll(/^\|.*\|\n\|[-| ]+\|\n(?:\|.*\|\n?)+/gm)].map(([text]) => text.trim().split('\n').map((row) => row.split('|')[1].trim()));
  const found = tables.filter(([first]) => first === head);
  assert.equal(found.length, 1, `${path}: ${head}`);
  return found[0].slice(2).flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, span]) => span));
}
const members = (name) => [...new RegExp(`interface ${name}\\b[^{]*\\{\\n(.*?)\\n\\}`, 's').exec(types)[1].matchAll(/^ {4}(\w+)\??[(:]/gm)].map(([, member]) => member);
const literals = (name) => [...new RegExp(`type ${name} = ([^;]*);`).exec(types)[1].matchAll(/'([^']+)'/g)].map(([, each]) => each);

for (const [path, heads] of [
  ['docs/issuing.md', ['step', 'member of `steps`', 'member', '`status`']],
  ['docs/issuing.zh-CN.md', ['步骤', '`steps` 的成员', '成员', '`status`']],
]) {
  test(`${path}: the tables have what the types have`, () => {
    const [steps, given, state, status] = heads.map((head) => firsts(path, head));
    assert.deepEqual(steps, literals('StepName'));
    assert.deepEqual(given, members('IssueSteps'));
    assert.deepEqual(state, members('IssueState'));
    assert.deepEqual(status, literals('StepStatus'));
    for (const member of [...members('Problem'), ...members('ComposeInput')]) assert.ok(read(path).includes(member), member);
  });
}
