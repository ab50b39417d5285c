// Native forms in Chromium: what is said of a field, in the summary, and when.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './support/bundled.mjs';
import { said, sent, settle, start, startForms, summary } from './support/native-form.mjs';

let forms;
before(async () => {
  forms = await startForms();
});
after(() => forms?.stop());
const use = (...args) => forms.use(...args);

test('a wrong value: a message at the field; mended: gone while one types', () => use(async (page) => {
  await start(page, 'safety');
  assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-invalid], .ecert-message').length), 0);
  const field = page.locator('[name=issuDate]');
  const good = await field.inputValue();
  await field.fill('2024-02-30');
  await field.blur();
  const wrong = await said(page, 'issuDate');
  assert.match(wrong.text, /不是有效的日期/);
  assert.deepEqual({ ...wrong, text: '' }, { text: '', severity: 'error', invalid: 'true', described: true, validity: true });
  await field.fill('');
  await field.pressSequentially(good);
  await settle(page);
  assert.equal(await said(page, 'issuDate'), null);
  assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-invalid], [aria-describedby], .ecert-message, .ecert-summary, :invalid').length), 0);
}));

test('nothing is said while a field is typed in for the first time', () => use(async (page) => {
  await start(page, 'safety', { issuDate: '' });
  await page.locator('[name=issuDate]').pressSequentially('2024-02');
  await settle(page);
  assert.equal(await said(page, 'issuDate'), null);
  await page.locator('[name=issuDate]').blur();
  await settle(page);
  assert.notEqual(await said(page, 'issuDate'), null);
}));

test('a rule across fields is silent again when the other field is mended', () => use(async (page) => {
  await start(page, 'safety', { certState: '99' });
  const field = page.locator('[name=certStatusDescription]');
  await field.fill('x');
  await field.blur();
  await field.fill('');
  await field.blur();
  await settle(page);
  assert.equal((await said(page, 'certStatusDescription')).severity, 'error');
  await page.locator('[name=certState][value="01"]').check();
  await settle(page);
  assert.equal(await said(page, 'certStatusDescription'), null);
  // Back again, it is said again: somebody has been there.
  await page.locator('[name=certState][value="99"]').check();
  await settle(page);
  assert.equal((await said(page, 'certStatusDescription')).severity, 'error');
}));

test('a rule across fields says nothing where nobody has been', () => use(async (page) => {
  await start(page, 'safety');
  await page.locator('[name=certState][value="99"]').check();
  await settle(page);
  assert.equal(await said(page, 'certStatusDescription'), null);
}));

test('a form with errors is not sent: the summary says why, and its links lead to the fields', () => use(async (page) => {
  await start(page, 'safety', { certNum: '', licenseScope: '', certState: '', operateType: '' });
  await page.locator('button').click();
  assert.equal(await sent(page), 0);
  const links = summary(page).locator('a');
  assert.equal(await links.count(), 4);
  const messages = await links.allInnerTexts();
  assert.deepEqual(messages, await Promise.all(['certNum', 'licenseScope', 'certState', 'operateType'].map(async (name) => (await said(page, name)).text)));
  assert.match(await page.evaluate(() => document.activeElement.textContent), /请更正/);
  assert.deepEqual(await axe(page), []);
  // By keyboard alone.
  for (const [index, name] of ['certNum', 'licenseScope', 'certState', 'operateType'].entries()) {
    await links.nth(index).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.name), name);
  }
  assert.equal(new URL(page.url()).hash, '');
  await page.locator('[name=certNum]').fill('甲');
  await page.locator('[name=licenseScope]').fill('建筑施工');
  await page.locator('[name=certState][value="01"]').check();
  await settle(page);
  assert.equal(await links.count(), 1);
  await page.locator('[name=operateType]').selectOption({ index: 1 });
  await settle(page);
  assert.equal(await summary(page).count(), 0);
  await page.locator('button').click();
  assert.equal(await sent(page), 1);
}));

test('by keyboard alone: from the button to the summary, its link, and the field', () => use(async (page) => {
  await start(page, 'safety', { certNum: '' });
  await page.locator('button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'A');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'certNum');
}));

test('a warning is shown and keeps nothing from being sent', () => use(async (page) => {
  await start(page, 'safety', { certNum: 'x' });
  await page.locator('button').click();
  assert.equal(await sent(page), 1);
  const warning = await said(page, 'certNum');
  assert.deepEqual({ ...warning, text: '' }, { text: '', severity: 'warning', invalid: null, described: true, validity: false });
  assert.equal(await summary(page).count(), 0);
  assert.deepEqual(await axe(page), []);
}));

test('a form that is sent before the core is there waits, and is sent or not as it is right', () => use(async (page) => {
  const early = (changes) => page.evaluate((changes) => {
    const form = draw('safety', changes);
    globalThis.watched = attach(form, 'safety', OPTIONS);
    form.querySelector('button').click();
    return sent.length;
  }, changes);
  assert.equal(await early({}), 0);
  await page.waitForFunction(() => sent.length === 1);
  assert.equal(await early({ certNum: '' }), 0);
  await summary(page).waitFor();
  assert.equal(await sent(page), 0);
}));

test('what is typed before the core is there is judged as it is then', () => use(async (page) => {
  await page.evaluate(() => {
    const form = draw('safety', { certNum: '' });
    attach(form, 'safety', OPTIONS);
    const { certNum, companyName } = form.elements;
    for (const [control, value] of [[companyName, ''], [certNum, 'x'], [companyName, '甲'], [certNum, '']]) {
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await page.waitForFunction(() => document.querySelectorAll('[aria-invalid]').length === 1);
  assert.equal(await said(page, 'companyName'), null);
}));
