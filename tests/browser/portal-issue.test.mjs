// Issuing in the portal as it is really served: every step fails, the page is loaded again at any time, and it all ends with one
// assignment and one preview.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { describe } from 'mohurd-ecert';
import { button, choose, control } from './portal-page.mjs';
import { STEPS, assertIssued, hang, kept, lose, panel, press, reload, said, settled, startIssuing, statuses, stored, vanish } from './portal-issue-page.mjs';

let portal;
before(async () => (portal = await startIssuing()));
after(() => portal?.stop());
beforeEach(() => portal.reset());

const issuing = (...args) => portal.issuing(...args);
const KINDS = ['safety', 'special', 'manager'];
const RESEND = '重新发送（可能重复归集）';
const REMAKE = '重新制证（可能重复）';
const titleOf = (kind, name) => describe(kind).fields.find((field) => field.name === name).title;

for (const kind of KINDS) {
  test(`the example of ${kind} is issued in one go`, () =>
    issuing(kind, async (page) => {
      await press(page, '开始签发');
      await assertIssued(page, portal, kind);
      assert.deepEqual((await portal.ask('records')).map(({ times }) => times), [1, 1]);
      assert.match(await page.locator('.sample-fields').innerText(), new RegExp((await kept(page)).state.composed.zzeCertID));
    }, { expected: undefined }));
}

test('a record is found wrong, mended and issued, with the page loaded again in between', () =>
  portal.use('#manager', async (page) => {
    await button(page, '填入示例').click();
    const title = titleOf('manager', 'name');
    await control(page, title).fill('');
    await page.getByRole('link', { name: '签发流程' }).click();
    assert.equal(await press(page, '开始签发'), '校验失败');
    assert.match(await page.locator('.step-problem').innerText(), new RegExp(`“${title}”没有填写`));
    await reload(page);
    assert.equal(await said(page), '校验失败');
    // Unmended it is no better.
    assert.equal(await press(page, '继续'), '校验失败');
    await button(page, '到表单中改正').click();
    await control(page, title).fill('王示范');
    await page.getByRole('link', { name: '签发流程' }).click();
    assert.deepEqual(await portal.ask('records'), []);
    await press(page, '改用表单中的记录');
    await assertIssued(page, portal, 'manager');
    assert.match(await page.locator('.sample').innerText(), /王示范/);
  }));

test('a refused record is mended too', () =>
  issuing('safety', async (page) => {
    const title = titleOf('safety', 'companyAddress');
    await portal.plan('submit', { refuse: `${title}不能为空` });
    assert.equal(await press(page, '开始签发'), '归集失败');
    assert.match(await page.locator('.step-problem').innerText(), new RegExp(`平台：${title}不能为空`));
    await button(page, '到表单中改正').click();
    await control(page, title).fill('福建省福州市示例路 2 号');
    await page.goBack();
    await press(page, '改用表单中的记录');
    await assertIssued(page, portal, 'safety');
  }));

for (const kind of KINDS) {
  test(`every step of ${kind} fails before and after, and the page is loaded again after each failure`, () =>
    issuing(kind, async (page) => {
      const failed = async (name, what) => {
        assert.equal(await press(page, name), what);
        await reload(page);
        assert.equal(await said(page), what);
      };
      await portal.plan('submit', 'close');
      await failed('开始签发', '归集结果不明');
      assert.deepEqual(await portal.ask('records'), []);
      await portal.plan('submit', { close: { taken: true } });
      await failed(RESEND, '归集结果不明');
      assert.equal((await portal.ask('records')).length, 1);

      await lose(page, 'decrypt', false);
      await failed(RESEND, '解密赋码失败');
      await lose(page, 'decrypt', true);
      await failed('继续', '解密赋码失败');

      await lose(page, 'compose', false);
      await failed('继续', '制证结果不明');
      await lose(page, 'compose', true);
      await failed(REMAKE, '制证结果不明');

      await portal.plan('preview', 'close');
      await failed(REMAKE, '归集预览地址结果不明');
      await portal.plan('preview', { close: { taken: true } });
      await failed(RESEND, '归集预览地址结果不明');
      // It had arrived: that the assignment is used says so.
      await press(page, RESEND);
      await assertIssued(page, portal, kind);
      const { attempts } = (await kept(page)).state.steps.preview;
      assert.equal(attempts, 3);
      await reload(page);
      await assertIssued(page, portal, kind);
    }));
}

test('the page is gone as each step begins and as it ends', () =>
  issuing('special', async (page) => {
    const goOn = { validate: '继续', submit: RESEND, decrypt: '继续', compose: REMAKE, preview: RESEND };
    let name = '开始签发';
    for (const step of STEPS) {
      for (const status of ['started', 'done']) {
        await vanish(page, step, status);
        await Promise.all([page.waitForEvent('load'), button(page, name).click()]);
        await settled(page);
        name = status === 'started' ? goOn[step] : '继续';
        if (step === 'preview' && status === 'done') continue;
        assert.equal(await button(page, name).count(), 1, `${step} ${status}: ${await panel(page).innerText()}`);
      }
    }
    await assertIssued(page, portal, 'special');
    assert.deepEqual((await portal.ask('records')).map(({ times }) => times), [1, 1]);
  }));

test('the page is loaded again while a request that was received has no answer', () =>
  issuing('manager', async (page) => {
    let name = '开始签发';
    for (const [step, next, status] of [['submit', RESEND, '结果不明'], ['decrypt', '继续', '失败'], ['compose', REMAKE, '结果不明'], ['preview', RESEND, '结果不明']]) {
      const received = hang(page, step);
      await button(page, name).click();
      await received;
      assert.equal((await statuses(page))[STEPS.indexOf(step)], '进行中');
      await reload(page);
      assert.equal((await statuses(page))[STEPS.indexOf(step)], status);
      assert.match(await page.locator('.step-problem').innerText(), /这一步进行中，页面被关闭或刷新/);
      name = next;
    }
    await press(page, name);
    await assertIssued(page, portal, 'manager');
  }));

test('what is unknown is not sent again but by choice', () =>
  issuing('safety', async (page) => {
    await portal.plan('submit', { close: { taken: true } });
    assert.equal(await press(page, '开始签发'), '归集结果不明');
    assert.deepEqual([await button(page, '继续').count(), await button(page, RESEND).count()], [0, 1]);
    assert.match(await page.locator('.step-problem').innerText(), /再发可能重复归集/);
    // Nor can the record be changed: it may have been taken.
    assert.equal(await button(page, '到表单中改正').count(), 0);
  }));

test('a fault can be planned on the page, and issuing be ended', () =>
  issuing('safety', async (page) => {
    await page.getByText('模拟故障', { exact: true }).click();
    await page.getByLabel('哪一步').selectOption({ label: '归集预览地址' });
    await page.getByLabel('下一次发送', { exact: true }).selectOption({ label: '不应答' });
    assert.match(await panel(page).innerText(), /下一次归集预览地址将模拟：不应答/);
    await button(page, '开始签发').click();
    while ((await portal.ask('calls')).preview === 0);
    await button(page, '中止').click();
    await settled(page);
    assert.equal(await said(page), '归集预览地址结果不明');
    await press(page, RESEND);
    await assertIssued(page, portal, 'safety');
  }));

test('what is kept is the record and the progress in this tab, until it is given up or cleared', () =>
  issuing('manager', async (page) => {
    assert.deepEqual(await stored(page), [0, 0, '']);
    await lose(page, 'decrypt', false);
    await press(page, '开始签发');
    assert.deepEqual(await stored(page), [1, 0, '']);
    const { record, state } = await kept(page);
    const { eCertID, ...values } = record;
    const texts = Object.values(values).filter((value) => typeof value === 'string' && value.length > 2);
    assert.deepEqual(texts.filter((text) => JSON.stringify(state).includes(text)), [], 'the progress holds no value');
    assert.match(await panel(page).innerText(), /sessionStorage/);

    await button(page, '放弃').click();
    assert.match(await panel(page).innerText(), /部平台可能已有这条记录/);
    await button(page, '不放弃').click();
    assert.equal((await kept(page)).state.eCertID, eCertID);
    await button(page, '放弃').click();
    await button(page, '确定放弃').click();
    assert.deepEqual(await stored(page), [0, 0, '']);
    assert.equal(await button(page, '开始签发').count(), 1);

    await press(page, '开始签发');
    assert.equal(await said(page), '签发完成');
    await button(page, '清除，签发另一张').click();
    assert.deepEqual(await stored(page), [0, 0, '']);
  }));

test('an operation that gets no QR code ends with its submission', () =>
  portal.use('#safety', async (page) => {
    await button(page, '填入示例').click();
    await choose(page, titleOf('safety', 'operateType'), '06');
    await page.getByRole('link', { name: '签发流程' }).click();
    assert.match(await press(page, '开始签发'), /^归集完成。.*流程到此结束/);
    assert.deepEqual(await statuses(page), ['完成', '完成', '未开始', '未开始', '未开始']);
    assert.deepEqual((await portal.ask('records')).map((record) => record.kind), ['safety']);
    await reload(page);
    await button(page, '清除，签发另一张').click();
    assert.deepEqual(await stored(page), [0, 0, '']);
  }));

test('a warning stays at the step that it was given in', () =>
  portal.use('#safety', async (page) => {
    await button(page, '填入示例').click();
    await choose(page, titleOf('safety', 'operateType'), '02');
    await page.getByRole('link', { name: '签发流程' }).click();
    await press(page, '开始签发');
    await assertIssued(page, portal, 'safety');
    assert.match(await page.locator('.step').first().innerText(), /警告[^]*请核实/);
  }));
