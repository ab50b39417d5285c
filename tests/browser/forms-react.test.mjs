// The recipes of antd, React Hook Form and TanStack Form, as they stand in the documents.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describe, example } from 'mohurd-ecert';
import { startPages } from './support/bundled.mjs';
import { fill, recipe } from './support/recipe.mjs';

let pages;
before(async () => {
  pages = await startPages();
});
after(() => pages?.stop());

const RECORD = example('safety');
const titleOf = (name) => describe('safety').fields.find((field) => field.name === name).title;
const item = (page, within) => (name) => page.locator(within).filter({ has: page.locator('label', { hasText: new RegExp(`^${titleOf(name)}$`) }) });

test('antd', async () => pages.use(await recipe('antd'), async (page) => {
  const at = item(page, '.ant-form-item');
  const marked = (name) => at(name).locator('.ant-form-item-required').count();
  await at('certState').waitFor();
  assert.deepEqual([await marked('certNum'), await marked('certStatusDescription')], [1, 0]);
  const body = await fill(page, { control: (name) => at(name).locator('input'), message: (name) => at(name).locator('.ant-form-item-explain-error') });
  assert.deepEqual(JSON.parse(body).safeCertParameter.acceptData[0], RECORD);

  // A warning is a warning.
  await at('certNum').locator('input').fill('x');
  await at('certNum').locator('.ant-form-item-explain-warning').waitFor();
  assert.equal(await at('certNum').locator('.ant-form-item-explain-error').count(), 0);
  const sent = page.waitForResponse('**/ecert/submit');
  await page.getByRole('button', { name: /发\s*送/ }).click();
  await sent;

  await at('certState').getByRole('combobox').click();
  await page.locator('.ant-select-item-option', { hasText: '其他' }).click();
  await at('certStatusDescription').locator('.ant-form-item-required').waitFor();
}));

for (const [title, name] of [['React Hook Form', 'react-hook-form'], ['TanStack Form', 'tanstack-form']]) {
  test(title, async () => pages.use(await recipe(name), async (page) => {
    const at = item(page, 'p');
    const body = await fill(page, { control: (field) => at(field).locator('input'), message: (field) => at(field).locator('[role=alert]') });
    assert.deepEqual(JSON.parse(body).safeCertParameter.acceptData[0], RECORD);
  }));
}
