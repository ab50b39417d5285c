// The portal in Chromium: what a clerk sees while filling a form. What is judged, and how, is the package's own to test.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildRequestJson, describe, example } from 'mohurd-ecert';
import { assertRight, assertWrong, button, choose, control, notes, row, shownBody, startPortal } from './portal-page.mjs';

let portal;
before(async () => (portal = await startPortal()));
after(() => portal.stop());

/** `name` for people: the title of a field. */
function titleOf(kind, name) {
  return describe(kind).fields.find((field) => field.name === name).title;
}

test('a form is filled with the keyboard alone, wrongly and then rightly', () =>
  portal.use('', async (page) => {
    const { ID, zzeCertID, url } = example('preview');
    const tab = () => page.keyboard.press('Tab');
    await page.getByRole('radio', { name: describe('safety').title }).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    assert.ok(await page.getByRole('radio', { name: describe('preview').title }).isChecked());

    // Check all, fill the example; clearing is off while there is nothing to clear.
    for (let step = 0; step < 3; step += 1) await tab();
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    for (const text of [ID, zzeCertID, 'http://localhost/preview']) {
      // Past the help of each field.
      await tab();
      await tab();
      await page.keyboard.type(text);
    }
    const title = titleOf('preview', 'url');
    await assertWrong(page, title, /错误.*https/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(url);
    await assertRight(page, title);
    assert.deepEqual(await shownBody(page), JSON.parse(buildRequestJson('preview', [{ ID, zzeCertID, url }], { certType: '1' })));
  }));

test('a field that was not touched says nothing while another is filled', () =>
  portal.use('#manager', async (page) => {
    await control(page, '出生日期').pressSequentially('1988-0');
    await assertWrong(page, '出生日期', /错误.*日期/);
    assert.equal(await page.locator('.note').count(), 1);
    assert.equal(await page.locator('[aria-invalid]').count(), 1);
    await control(page, '姓名').focus();
    await assertRight(page, '姓名');
    await control(page, '姓名').press('Tab');
    await assertWrong(page, '姓名', /没有填写/);
  }));

test('a rule between two fields is settled by either of them', () =>
  portal.use('#manager', async (page) => {
    await control(page, '有效期起始日期').fill('2024-05-20');
    await control(page, '有效期结束日期').fill('2023-05-19');
    await assertWrong(page, '有效期结束日期', /早于/);
    await control(page, '有效期起始日期').fill('2020-05-20');
    assert.doesNotMatch((await notes(page, '有效期结束日期')).join(), /早于|错误/);
    assert.equal(await control(page, '有效期结束日期').getAttribute('aria-invalid'), null);
  }));

test('the marks of what is required follow what is filled', () =>
  portal.use('#manager', async (page) => {
    const mark = (title) => row(page, title).locator('.mark').innerText();
    assert.equal(await mark('证书状态描述'), '选填');
    assert.equal(await control(page, '证书状态描述').getAttribute('aria-required'), null);
    await choose(page, '证书状态', '99');
    assert.equal(await mark('证书状态描述'), '必填');
    assert.equal(await control(page, '证书状态描述').getAttribute('aria-required'), 'true');

    await choose(page, '岗位类别代码', 'C1');
    assert.deepEqual([await mark('技术职称'), await mark('文化程度')], ['至少填一项', '至少填一项']);
    await choose(page, '岗位类别代码', 'A');
    await choose(page, '职务', '01');
    assert.deepEqual([await mark('技术职称'), await mark('文化程度')], ['选填', '选填']);
  }));

test('the summary counts, and its links lead to the fields', () =>
  portal.use('#special', async (page) => {
    await button(page, '全部检查').click();
    const required = describe('special').fields.filter((field) => field.need === 'yes');
    assert.equal(await page.locator('.verdict').innerText(), `${required.length} 处错误，0 处警告`);
    for (const { title, name } of required) {
      await page.locator('.summary-list a', { hasText: new RegExp(`错误\\s*${title}\\s*“`) }).click();
      assert.equal(await page.evaluate(() => document.activeElement.id), `special-${name}`);
    }
    await control(page, '姓名').fill('王示例');
    assert.equal(await page.locator('.verdict').innerText(), `${required.length - 1} 处错误，0 处警告`);
    assert.match(await page.locator('.body-panel').innerText(), new RegExp(`有 ${required.length - 1} 处错误`));
  }));

for (const kind of ['safety', 'special', 'manager', 'preview']) {
  test(`the example of ${kind} is without a fault, and its body is what is built`, () =>
    portal.use(`#${kind}`, async (page) => {
      await button(page, '填入示例').click();
      assert.equal(await page.locator('.verdict').innerText(), '没有发现问题');
      assert.equal(await page.locator('.note').count(), 0);
      const json = buildRequestJson(kind, [example(kind)], { certType: '1' });
      await button(page, '复制').click();
      await page.getByText('已复制', { exact: true }).waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), json);

      const photos = describe(kind).fields.filter((field) => field.type === 'photo').map((field) => field.name);
      const withoutPhoto = (body) => JSON.stringify(body, (name, value) => (photos.includes(name) ? value.slice(0, 20) : value));
      assert.equal(withoutPhoto(await shownBody(page)), withoutPhoto(JSON.parse(json)));
    }));
}

test('filling the example, and clearing, can be taken back', () =>
  portal.use('#safety', async (page) => {
    const title = titleOf('safety', 'companyName');
    await control(page, title).fill('某公司');
    await button(page, '填入示例').click();
    assert.equal(await control(page, title).inputValue(), example('safety').companyName);
    await button(page, '撤销').click();
    assert.equal(await control(page, title).inputValue(), '某公司');
    await button(page, '清空').click();
    assert.equal(await control(page, title).inputValue(), '');
    await button(page, '撤销').click();
    assert.equal(await control(page, title).inputValue(), '某公司');
    // Once taken back, or typed over, there is nothing to take back.
    assert.equal(await button(page, '撤销').count(), 0);
    await button(page, '填入示例').click();
    await control(page, title).fill('另一公司');
    assert.equal(await button(page, '撤销').count(), 0);
  }));

test('each kind keeps its draft, and nothing is stored', () =>
  portal.use('#safety', async (page) => {
    const title = titleOf('safety', 'companyName');
    await control(page, title).fill('某公司');
    await page.getByText(describe('manager').title, { exact: true }).click();
    assert.equal(await control(page, titleOf('manager', 'companyName')).inputValue(), '');
    await page.getByText(describe('safety').title, { exact: true }).click();
    assert.equal(await control(page, title).inputValue(), '某公司');
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
    assert.deepEqual(stored, [0, 0, '', 0]);
  }));

test('the strict reading can be chosen', () =>
  portal.use('#safety', async (page) => {
    await button(page, '填入示例').click();
    const title = titleOf('safety', 'creditCode');
    await control(page, title).fill('91359999MA00000071');
    assert.match((await notes(page, title)).join(), /^警告/);
    assert.equal(await control(page, title).getAttribute('aria-invalid'), null);
    await page.getByText('从严', { exact: true }).click();
    await assertWrong(page, title, /错误/);
    assert.match(await page.locator('.body-panel').innerText(), /有 1 处错误/);
  }));
