// The portal's widgets in Chromium: code, date, photo, list, text; their help; and that all of it can be used by everybody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describe, dictionary, example } from 'mohurd-ecert';
import { assertRight, assertWrong, button, choose, control, notes, row, shownBody, startPortal, violations } from './portal-page.mjs';

let portal;
before(async () => (portal = await startPortal()));
after(() => portal.stop());

const KINDS = ['safety', 'special', 'manager', 'preview'];
const PNG = example('manager').photo.split(',')[1];

/** The record in the shown body. */
async function shownRecord(page) {
  const [, block] = Object.values(await shownBody(page));
  return Object.values(block)[0][0];
}

/** What a select shows beside its input. */
function selected(page, title) {
  return row(page, title).locator('.el-select__placeholder').innerText();
}

test('a code is found by code or by name, and shown with both', () =>
  portal.use('#manager', async (page) => {
    await choose(page, '岗位类别代码', '机械');
    assert.equal(await selected(page, '岗位类别代码'), 'C1 机械类专职安全生产管理人员');
    await choose(page, '岗位类别代码', 'B');
    assert.equal(await selected(page, '岗位类别代码'), 'B 项目负责人');
    await control(page, '岗位类别代码').press('Delete');
    assert.equal(await selected(page, '岗位类别代码'), '请选择');
    await assertWrong(page, '岗位类别代码', /没有填写/);
  }));

test('opening a choice and confirming it changes nothing', () =>
  portal.use('#manager', async (page) => {
    await choose(page, '职务', '08');
    await control(page, '职务').press('Enter');
    await page.getByRole('option', { name: '01 法定代表人' }).waitFor();
    await control(page, '职务').press('Enter');
    assert.equal(await selected(page, '职务'), '08 专职安全生产管理人员');
  }));

test('an unlisted code can be typed where the dictionary is open, and nowhere else', () =>
  portal.use('#manager', async (page) => {
    assert.ok(!dictionary('technicalTitle').closed && dictionary('categoryCode').closed);
    await choose(page, '技术职称', '77');
    assert.match((await notes(page, '技术职称')).join(), /^警告/);
    // Going on is choosing, too.
    await control(page, '文化程度').focus();
    await page.keyboard.type('88');
    await page.keyboard.press('Tab');
    assert.match((await notes(page, '文化程度')).join(), /^警告/);
    assert.match(await selected(page, '文化程度'), /^88/);

    await control(page, '岗位类别代码').focus();
    await page.keyboard.type('Z9');
    await page.getByText('没有匹配的代码').filter({ visible: true }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await selected(page, '岗位类别代码'), '请选择');
  }));

test('a day is picked from the calendar with the keyboard and written as yyyy-MM-dd', () =>
  portal.use('#manager', async (page) => {
    await button(page, '填入示例').click();
    await control(page, '发证日期').fill('2024-05-20');
    await button(page, '从日历选择发证日期').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '发证日期：日历' }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.equal(await control(page, '发证日期').inputValue(), '2024-05-21');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'manager-issuDate');
    assert.equal((await shownRecord(page)).issuDate, '2024-05-21');
    // The compact form is accepted as typed, and sent in the other.
    await control(page, '发证日期').fill('20240522');
    await assertRight(page, '发证日期');
    assert.equal((await shownRecord(page)).issuDate, '2024-05-22');
    await button(page, '从日历选择发证日期').click();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').count(), 0);
  }));

test('a photo is read from a file, shown, and judged', () =>
  portal.use('#manager', async (page) => {
    const choosePhoto = (name, mimeType, buffer) => control(page, '照片').setInputFiles({ name, mimeType, buffer });
    await button(page, '填入示例').click();
    await button(page, '移除').first().click();
    await assertWrong(page, '照片', /没有填写/);
    await choosePhoto('photo.txt', 'text/plain', Buffer.from('no picture at all'));
    await row(page, '照片').getByText('17 字节').waitFor();
    await assertWrong(page, '照片', /错误/);
    assert.equal(await row(page, '照片').locator('img').count(), 0);
    await choosePhoto('photo.png', 'image/png', Buffer.from(PNG, 'base64'));
    await assertRight(page, '照片');
    const drawn = await row(page, '照片').locator('img').evaluate(async (image) => (await image.decode(), image.naturalWidth));
    assert.ok(drawn > 0);
    await button(page, '复制').click();
    await page.getByText('已复制', { exact: true }).waitFor();
    const [, block] = Object.values(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())));
    assert.equal(Object.values(block)[0][0].photo, `data:image/png;base64,${PNG}`);
    assert.notEqual((await shownRecord(page)).photo, `data:image/png;base64,${PNG}`);

    await choosePhoto('large.png', 'image/png', Buffer.alloc(9 * 1024 * 1024));
    await row(page, '照片').getByRole('alert').waitFor();
    assert.equal((await shownRecord(page)).photo.slice(0, 30), `data:image/png;base64,${PNG}`.slice(0, 30));
  }));

test('entries are added, judged where they stand, and removed', () =>
  portal.use('#special', async (page) => {
    await button(page, '填入示例').click();
    const { businessInformation } = example('special');
    await button(page, '添加一条').click();
    assert.equal(await page.evaluate(() => document.activeElement.id), `special-businessInformation-${businessInformation.length}-itemvalue`);
    assert.deepEqual((await shownRecord(page)).businessInformation, businessInformation);
    // An entry that is still empty is not sent, whatever happens to the others.
    const [{ itemtext }] = businessInformation;
    await page.getByLabel('业务信息第 1 条：内容').fill(`${itemtext}。`);
    await page.getByLabel('业务信息第 1 条：内容').fill(itemtext);
    assert.deepEqual((await shownRecord(page)).businessInformation, businessInformation);
    await page.getByLabel('业务信息第 3 条：类型').and(page.locator('input')).focus();
    await page.keyboard.type('57');
    await page.getByRole('option', { name: '57' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('业务信息第 3 条：内容').fill('新的内容');
    assert.deepEqual((await shownRecord(page)).businessInformation, [...businessInformation, { itemvalue: '57', itemtext: '新的内容' }]);
    const third = row(page, '业务信息').locator('.list-item').nth(2);
    assert.match(await third.locator('.note').innerText(), /^警告/);
    assert.equal(await row(page, '业务信息').locator('.note').count(), 1);
    await page.locator('.summary-list a', { hasText: '业务信息' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'special-businessInformation-2-itemvalue');
    await button(page, '移除第 3 条').click();
    assert.deepEqual((await shownRecord(page)).businessInformation, businessInformation);
  }));

test('lengths count characters, and nothing is cut off', () =>
  portal.use('#manager', async (page) => {
    const { maxLength, title } = describe('manager').fields.find((field) => field.name === 'name');
    const counter = row(page, title).locator('.counter');
    await control(page, title).fill('𠮷'.repeat(maxLength));
    assert.equal(await counter.innerText(), `${maxLength}/${maxLength}`);
    await assertRight(page, title);
    await control(page, title).fill('𠮷'.repeat(maxLength + 1));
    assert.equal(await counter.innerText(), `${maxLength + 1}/${maxLength}`);
    await assertWrong(page, title, /错误/);
  }));

test('help and citation open on demand', () =>
  portal.use('#manager', async (page) => {
    const field = describe('manager').fields.find(({ name }) => name === 'educationDegree');
    const open = button(page, `${field.title}：说明与依据`);
    assert.equal(await open.getAttribute('aria-expanded'), 'false');
    await open.focus();
    await page.keyboard.press('Enter');
    assert.equal(await open.getAttribute('aria-expanded'), 'true');
    const text = await page.locator(`#${await open.getAttribute('aria-controls')}`).innerText();
    for (const part of [field.help, field.need.text, field.cite, field.name]) assert.ok(text.includes(part), part);
    await page.keyboard.press('Enter');
    assert.equal(await row(page, field.title).locator('.help').count(), 0);
  }));

test('a fixed text can be filled in, and in no other way than by asking', () =>
  portal.use('#safety', async (page) => {
    const { title, fixed } = describe('safety').fields.find((field) => field.fixed !== undefined);
    assert.equal(await control(page, title).inputValue(), '');
    await button(page, `填入“${fixed}”`).click();
    assert.equal(await control(page, title).inputValue(), fixed);
    await assertRight(page, title);
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`axe-core finds nothing, empty, with errors and filled, in ${colorScheme}`, () =>
    portal.use('', async (page) => {
      for (const kind of KINDS) {
        await page.getByRole('radio', { name: describe(kind).title }).check({ force: true });
        assert.deepEqual(await violations(page), []);
        await button(page, '全部检查').click();
        assert.deepEqual(await violations(page), []);
        await button(page, '填入示例').click();
        assert.deepEqual(await violations(page), []);
      }
    }, { colorScheme }));
}

for (const width of [360, 390, 768, 1280, 1440]) {
  test(`nothing is wider than a window of ${width}`, () =>
    portal.use('', async (page) => {
      for (const kind of KINDS) {
        await page.getByRole('radio', { name: describe(kind).title }).check({ force: true });
        await button(page, '填入示例').click();
        await button(page, '全部检查').click();
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, kind);
      }
    }, { viewport: { width, height: 800 } }));
}
