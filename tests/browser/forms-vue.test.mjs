// The recipes of Element Plus, Element UI, Ant Design Vue and VeeValidate, as they stand in the documents.
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

/** The item of a field, by its label. */
const item = (page, within, label) => (name) => page.locator(within).filter({ has: page.locator(label, { hasText: new RegExp(`^\\*?${titleOf(name)}$`) }) });

async function sends(body) {
  assert.deepEqual(JSON.parse(body).safeCertParameter.acceptData[0], RECORD);
}

test('Element Plus', async () => pages.use(await recipe('element-plus'), async (page) => {
  const at = item(page, '.el-form-item', 'label');
  const marked = (name) => at(name).and(page.locator('.is-required')).count();
  await at('certState').waitFor();
  assert.deepEqual([await marked('certNum'), await marked('certStatusDescription')], [1, 0]);
  await sends(await fill(page, { control: (name) => at(name).locator('input'), message: (name) => at(name).locator('.el-form-item__error') }));
  // A field that is needed only at times is marked while it is.
  await at('certState').locator('.el-select__wrapper').click();
  await page.getByRole('option', { name: '其他' }).filter({ visible: true }).click();
  await at('certStatusDescription').and(page.locator('.is-required')).waitFor();
}));

test('Element UI', async () => pages.use(await recipe('element-ui', { vue: 2 }), async (page) => {
  const at = item(page, '.el-form-item', 'label');
  const marked = (name) => at(name).and(page.locator('.is-required')).count();
  await at('certState').waitFor();
  assert.deepEqual([await marked('certNum'), await marked('certStatusDescription')], [1, 0]);
  await sends(await fill(page, { control: (name) => at(name).locator('input'), message: (name) => at(name).locator('.el-form-item__error') }));
  await at('certState').locator('input').click();
  await page.locator('.el-select-dropdown__item', { hasText: '其他' }).filter({ visible: true }).click();
  await at('certStatusDescription').and(page.locator('.is-required')).waitFor();
}));

test('Ant Design Vue', async () => pages.use(await recipe('ant-design-vue'), async (page) => {
  const at = item(page, '.ant-form-item', 'label');
  const marked = (name) => at(name).locator('.ant-form-item-required').count();
  await at('certState').waitFor();
  assert.deepEqual([await marked('certNum'), await marked('certStatusDescription')], [1, 0]);
  await sends(await fill(page, { control: (name) => at(name).locator('input'), message: (name) => at(name).locator('.ant-form-item-explain-error') }));
  await at('certState').locator('.ant-select-selector').click();
  await page.locator('.ant-select-item-option', { hasText: '其他' }).click();
  await at('certStatusDescription').locator('.ant-form-item-required').waitFor();
}));

test('VeeValidate', async () => pages.use(await recipe('vee-validate'), async (page) => {
  const at = item(page, 'p', 'label');
  await sends(await fill(page, { control: (name) => at(name).locator('input'), message: (name) => at(name).locator('[role=alert]') }));
}));
