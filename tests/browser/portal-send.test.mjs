// Sending from the portal as it is really served, with the sandbox behind it: what a clerk sees of every outcome.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { describe, example } from 'mohurd-ecert';
import { Gateway } from 'mohurd-ecert/gateway';
import { assertRight, assertWrong, button, control, notes, startPortal, violations } from './portal-page.mjs';
import { preview } from './support/preview.mjs';

let portal;
let server;
before(async () => {
  server = await preview();
  portal = await startPortal(server);
});
// A server that is left running would keep this file from ending.
after(() => (portal ? portal.stop() : server?.close()));
beforeEach(() => ask('reset', { method: 'POST' }));

/** The browser itself tells of answers outside 2xx; a violation of the page's policy would be told otherwise. */
const FAILED = { expected: /^Failed to load resource: the server responded with a status of 50[24] / };

/** Asks the sandbox past the page. */
async function ask(name, init) {
  return (await fetch(new URL(`sandbox/${name}`, portal.origin), init)).json();
}

const held = () => ask('records');
const titleOf = (kind, name) => describe(kind).fields.find((field) => field.name === name).title;
const panel = (page) => page.locator('#send');
const state = (page) => page.locator('.send-state').innerText();

async function settled(page) {
  await page.locator('#send[aria-busy=false] .send-state:not(:empty)').waitFor();
}

async function send(page, name = '发送到沙箱') {
  await button(page, name).click();
  await settled(page);
  return state(page);
}

async function plan(page, label) {
  const menu = page.getByLabel('下一次发送', { exact: true });
  if (!(await menu.isVisible())) await page.getByText('模拟故障', { exact: true }).click();
  await menu.selectOption({ label });
}

/** A page of that kind with the example in it; a preview names an assignment that was given. */
const filled = (kind, run, options = FAILED) =>
  portal.use(`#${kind}`, async (page) => {
    await button(page, '填入示例').click();
    if (kind === 'preview') await control(page, titleOf(kind, 'ID')).fill(await assigned());
    await run(page);
  }, options);

/** Sends a certificate past the page; the assignment that it got. */
async function assigned() {
  await new Gateway({ baseUrl: new URL('ecert', portal.origin) }).submit('safety', [example('safety')], { today: null });
  return (await held())[0].assignment;
}

test('the server says what stands behind the page', () => {
  assert.match(server.printed.join('\n'), /\/ecert .*\/sandbox\/records/);
});

for (const kind of ['safety', 'special', 'manager', 'preview']) {
  test(`the example of ${kind} is sent and accepted`, () =>
    filled(kind, async (page) => {
      assert.equal(await send(page), '已接收');
      const { eCertID = null } = example(kind);
      const records = await held();
      const sent = records.at(-1);
      assert.deepEqual([sent.kind, sent.eCertID, sent.times], [kind, eCertID, 1]);
      assert.equal(records.length, kind === 'preview' ? 2 : 1);
      // A certificate is assigned a code, which a preview then names.
      assert.equal(await page.locator('.cipher').count(), kind === 'preview' ? 0 : 2);
      if (kind === 'preview') return assert.equal(sent.assignment, records[0].assignment);
      await button(page, '复制二维码赋码（密文）').click();
      await panel(page).getByText('已复制', { exact: true }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const [start, end] = (await page.locator('.cipher code').first().innerText()).split('…');
      assert.ok(copied.startsWith(start) && copied.endsWith(end) && copied.length > start.length + end.length);
    }, {}));
}

test('what cannot be sent yet says why, and pressing sends nothing', () =>
  portal.use('#safety', async (page) => {
    const isOff = async () => (await button(page, '发送到沙箱').getAttribute('aria-disabled')) === 'true';
    const remark = () => page.locator('#send-remark').innerText();
    assert.deepEqual([await isOff(), await remark()], [true, '填写后才能发送。']);
    await button(page, '填入示例').click();
    assert.equal(await isOff(), false);
    await control(page, titleOf('safety', 'companyName')).fill('');
    assert.deepEqual([await isOff(), await remark()], [true, '有 1 处错误要改正，所以还不能发送。']);
    await button(page, '发送到沙箱').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual([await held(), await page.locator('.send-state').textContent()], [[], '']);
  }));

test('what the platform says of a field stands at it until it is changed', () =>
  filled('safety', async (page) => {
    const title = titleOf('safety', 'companyAddress');
    await plan(page, `退回：${title}不能为空`);
    assert.equal(await send(page), '被退回');
    await assertWrong(page, title, new RegExp(`平台：${title}不能为空`));
    assert.equal((await notes(page, title)).length, 1);
    assert.deepEqual(await held(), []);
    await page.locator('.replies').getByRole('link', { name: `${title}不能为空` }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'safety-companyAddress');

    // The outcome stays, as that of what it was then; another field's change leaves the words where they are.
    await control(page, titleOf('safety', 'responsiblePerson')).fill('林示范');
    await assertWrong(page, title, /平台：/);
    await control(page, title).fill('福建省福州市示例路 2 号');
    await assertRight(page, title);
    assert.match(await panel(page).innerText(), /被退回[^]*此后表单已修改/);
    assert.equal(await send(page), '已接收');
    assert.doesNotMatch(await panel(page).innerText(), /此后表单已修改/);
    await page.getByText('此前发送过 1 次').click();
    assert.match(await page.locator('.record-list').first().innerText(), /被退回/);
  }, {}));

const FAULTS = [
  ['延迟 3 秒', '已接收', /平台接收了/, 1],
  ['不应答', '结果不明', /没有应答/, 0],
  ['收到前断开', '结果不明', /连接中断/, 0],
  ['收到后断开', '结果不明', /连接中断/, 1],
  ['应答被截断', '结果不明', /查询/, 1],
  ['HTML 错误页', '结果不明', /网页/, 0],
  ['HTTP 503', '结果不明', /503/, 0],
  // It is renewed, and the call repeated.
  ['token 失效（1205）', '已接收', /平台接收了/, 1],
  ['不在白名单（1210）', '未送达', /白名单/, 0],
  ['不在允许时段（1214）', '未送达', /时间/, 0],
];

for (const [label, outcome, words, count] of FAULTS) {
  test(`a fault: ${label}`, () =>
    filled('manager', async (page) => {
      await plan(page, label);
      assert.match(await panel(page).innerText(), new RegExp(`下一次发送将模拟：${label}`));
      assert.equal(await send(page), outcome);
      assert.match(await page.locator('.outcome').innerText(), words);
      assert.equal((await held()).length, count);
      // It goes wrong once.
      assert.equal(await page.getByLabel('下一次发送', { exact: true }).inputValue(), 'none');
      if (outcome === '未送达') assert.equal(await send(page, '再试'), '已接收');
    }));
}

test('every fault of the menu is tried here, and every field that is needed can be refused', () =>
  filled('manager', async (page) => {
    await plan(page, '正常');
    const [way, ministry] = await page.locator('#mishap optgroup').all();
    const labels = (group) => group.locator('option').allInnerTexts();
    assert.deepEqual(await labels(way), FAULTS.map(([label]) => label));
    const needed = describe('manager').fields.filter((field) => field.need === 'yes');
    assert.deepEqual(await labels(ministry), needed.map(({ title }) => `退回：${title}不能为空`));
  }));

test('what may have been received is sent again only by choice, and held once', () =>
  filled('special', async (page) => {
    await plan(page, '收到后断开');
    assert.equal(await send(page), '结果不明');
    assert.equal(await button(page, '发送到沙箱').getAttribute('aria-disabled'), 'true');
    assert.match(await panel(page).innerText(), /再发可能重复归集/);
    // Its outcome is still to be settled whatever becomes of the form.
    const title = titleOf('special', 'name');
    await control(page, title).fill('');
    assert.match(await panel(page).innerText(), /重新发送的是修改前的内容/);
    assert.equal(await send(page, '重新发送（可能重复归集）'), '已接收');
    assert.deepEqual((await held()).map((record) => record.times), [2]);
    assert.match(await page.locator('.sandbox').innerText(), /共 1 条[^]*提交过 2 次/);
    await page.locator('.sandbox').getByText('清空', { exact: true }).click();
    await page.locator('.sandbox').getByText('共 0 条').waitFor();
    assert.deepEqual(await held(), []);
  }));

test('a second preview of one assignment is refused in the platform’s words', () =>
  filled('preview', async (page) => {
    assert.equal(await send(page), '已接收');
    assert.match(await panel(page).innerText(), /再次发送可能重复归集/);
    assert.equal(await send(page), '被退回');
    assert.match(await page.locator('.replies').innerText(), /赋码已使用/);
  }, {}));

test('sending can be ended', () =>
  filled('safety', async (page) => {
    await plan(page, '不应答');
    await button(page, '发送到沙箱').click();
    while ((await ask('calls')).submit === 0);
    await button(page, '中止').click();
    await settled(page);
    assert.equal(await state(page), '结果不明');
    assert.match(await page.locator('.outcome').innerText(), /中止/);
  }));

test('it is all done from the keyboard', () =>
  filled('preview', async (page) => {
    const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
    await button(page, '发送到沙箱').focus();
    await press('Tab');
    assert.equal(await focused(), '模拟故障');
    await press('Enter');
    // The part that opens is drawn a moment later.
    await page.locator('#mishap').waitFor();
    await press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mishap');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+Tab', 'Shift+Tab', 'Enter');
    await settled(page);
    assert.equal(await state(page), '结果不明');
    await press('Tab');
    assert.equal(await focused(), '重新发送（可能重复归集）');
    await press('Enter');
    await page.locator('.send-state.error').waitFor();
    // The button is gone; the focus is where the outcome is.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'send');
    assert.equal(await state(page), '被退回');
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`axe-core finds nothing, whatever became of it, in ${colorScheme}`, () =>
    filled('safety', async (page) => {
      for (const label of ['正常', '收到后断开', `退回：${titleOf('safety', 'companyName')}不能为空`, '不在白名单（1210）']) {
        await plan(page, label);
        const again = button(page, '重新发送（可能重复归集）');
        await send(page, (await again.count()) > 0 ? '重新发送（可能重复归集）' : '发送到沙箱');
        assert.deepEqual(await violations(page), [], label);
      }
    }, { ...FAILED, colorScheme }));
}

for (const width of [360, 1280]) {
  test(`nothing of an outcome is wider than a window of ${width}`, () =>
    filled('special', async (page) => {
      await send(page);
      await plan(page, '正常');
      await page.locator('.sandbox').getByText('共 1 条').waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      assert.ok(await panel(page).evaluate((card) => card.scrollWidth <= card.clientWidth));
    }, { viewport: { width, height: 800 } }));
}

test('where nothing stands behind the page, it says so', async () => {
  const alone = await startPortal();
  try {
    await alone.use('#safety', async (page) => {
      await button(page, '填入示例').click();
      assert.equal(await send(page), '结果不明');
      assert.match(await page.locator('.outcome').innerText(), /404/);
      await plan(page, '不应答');
      await page.locator('.sandbox').getByText(/沙箱没有应答/).waitFor();
    }, { expected: /^Failed to load resource: the server responded with a status of 404 / });
  } finally {
    await alone.stop();
  }
});
