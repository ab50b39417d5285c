// How the portal's page of issuing looks and is used, and what its server answers to others.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { describe } from 'mohurd-ecert';
import { button, control, violations } from './portal-page.mjs';
import { decoded, kept, lose, panel, pngAddress, press, said, settled, startIssuing } from './portal-issue-page.mjs';

let portal;
before(async () => (portal = await startIssuing()));
after(() => portal?.stop());
beforeEach(() => portal.reset());

const issuing = (...args) => portal.issuing(...args);

for (const colorScheme of ['light', 'dark']) {
  test(`axe-core finds nothing, whatever became of it, in ${colorScheme}`, () =>
    issuing('special', async (page) => {
      const look = async (what) => assert.deepEqual(await violations(page), [], what);
      await look('before');
      await page.getByText('模拟故障', { exact: true }).click();
      await portal.plan('submit', { refuse: '姓名不能为空' });
      await press(page, '开始签发');
      await look('refused');
      await button(page, '放弃').click();
      await look('asking');
      await lose(page, 'compose', false);
      await press(page, '继续');
      assert.equal(await said(page), '制证结果不明');
      await look('unknown');
      await press(page, '重新制证（可能重复）');
      await page.locator('.qr-picture').waitFor();
      await look('done');
    }, { colorScheme }));
}

for (const width of [360, 1280]) {
  test(`nothing is wider than a window of ${width}`, () =>
    issuing('manager', async (page) => {
      const fits = async () => {
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        const wide = await page.locator('main *').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1 && getComputedStyle(each).display !== 'inline').map((each) => each.className || each.tagName));
        assert.deepEqual(wide.filter((name) => typeof name === 'string' && !/el-/.test(name)), []);
      };
      await fits();
      await page.getByText('模拟故障', { exact: true }).click();
      await portal.plan('submit', 'close');
      await press(page, '开始签发');
      await fits();
      await press(page, '重新发送（可能重复归集）');
      await page.locator('.qr-picture').waitFor();
      await fits();
    }, { viewport: { width, height: 800 } }));
}

test('it is all done from the keyboard', () =>
  portal.use('#manager', async (page) => {
    const keys = async (...names) => { for (const name of names) await page.keyboard.press(name); };
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
    await page.getByRole('link', { name: '签发流程' }).focus();
    await keys('Enter');
    await button(page, '开始签发').waitFor();
    // The kind of the form one came from is chosen; its record is empty, so that the example is.
    await keys('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'manager');
    await keys('ArrowDown', 'Tab', 'Tab');
    assert.equal(await page.locator('input[name=issuing-kind]:checked').inputValue(), 'safety');
    assert.equal(await focused(), '开始签发');
    await lose(page, 'compose', false);
    await keys('Enter');
    await settled(page);
    assert.equal(await said(page), '制证结果不明');
    // The button is gone; the focus is where the outcome is.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'issuing');
    await keys('Tab');
    assert.equal(await focused(), '重新制证（可能重复）');
    await keys('Enter');
    await page.locator('.send-state.good').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'issuing');
    await keys('Tab', 'Tab', 'Tab');
    assert.equal(await focused(), '下载 PNG');
  }, { expected: /ERR_FAILED/ }));

test('the QR code can be taken along, as PNG and as SVG', () =>
  issuing('safety', async (page) => {
    await press(page, '开始签发');
    const { state } = await kept(page);
    for (const type of ['PNG', 'SVG']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `下载 ${type}` }).click()]);
      assert.equal(download.suggestedFilename(), `qr-${state.eCertID}.${type.toLowerCase()}`);
      const bytes = await readFile(await download.path());
      if (type === 'PNG') assert.equal(await decoded(page, pngAddress(bytes)), state.assignment.content);
      else assert.match(bytes.toString(), /^<svg [^]*<\/svg>\s*$/);
    }
  }));

test('the sample says that it is none: in words, and all over it', () =>
  issuing('special', async (page) => {
    const MARK = '样张 · 非法定证照';
    const sample = page.getByRole('region', { name: MARK });
    assert.match(await sample.innerText(), new RegExp(`${MARK}：.*没有法律效力`));
    const marks = sample.locator('.sample-mark');
    assert.deepEqual(await marks.evaluate((svg) => [svg.clientWidth, svg.clientHeight]), await sample.evaluate((card) => [card.clientWidth, card.clientHeight]));
    assert.match(await marks.textContent(), new RegExp(MARK));
    // Codes are shown by their names.
    assert.match(await sample.innerText(), /建筑电工/);
  }, { expected: undefined }));

test('the record of a form is issued as it was when it began', () =>
  portal.use('#safety', async (page) => {
    await button(page, '填入示例').click();
    const title = describe('safety').fields.find(({ name }) => name === 'companyName').title;
    await control(page, title).fill('福建示范建设工程有限公司');
    await page.getByRole('link', { name: '签发流程' }).click();
    await press(page, '开始签发');
    await page.getByRole('link', { name: '填报与核对' }).click();
    await control(page, title).fill('另一公司');
    await page.goBack();
    assert.equal(await said(page), '签发完成');
    assert.match(await page.locator('.sample').innerText(), /福建示范建设工程有限公司/);
    assert.equal(await panel(page).getByText('表单中的记录').count(), 0);
  }));

test('its server decrypts and makes certificates for its own page, and tells no key', async () => {
  const post = async (name, body, headers = {}) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(new URL(`issue/${name}`, portal.origin), init);
    return [response.status, await response.json()];
  };
  const host = new URL(portal.origin).host;
  const order = { kind: 'safety', record: { eCertID: '1', issuAuthCode: '11359999MB00000005', certNum: '（闽）JZ安许证字[2024]000002' } };
  const [status, made] = await post('compose', order, { origin: `http://${host}` });
  assert.equal(status, 200);
  assert.deepEqual((await post('compose', order))[1], made, 'the same certificate again');
  const other = { ...order, record: { ...order.record, certNum: '（闽）JZ安许证字[2024]000003' } };
  assert.deepEqual((await post('compose', other))[1], made, 'a record’s certificate is made once');
  const renewed = { ...order.record, eCertID: '3', associatedZzeCertID: made.zzeCertID };
  const [, next] = await post('compose', { ...order, record: renewed });
  assert.match(next.zzeCertID, /\.002\.[0-9A-Z]$/, 'the next version of the certificate that it replaces');
  const statusOf = async (...given) => (await post(...given))[0];
  assert.equal(await statusOf('compose', order, { origin: 'https://elsewhere.example' }), 403);
  assert.equal(await statusOf('compose', order, { 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await statusOf('compose', '{', {}), 400);
  assert.equal(await statusOf('compose', 'null', {}), 400);
  assert.equal(await statusOf('compose', { ...order, kind: 'preview' }), 400);
  assert.equal(await statusOf('compose', { ...order, record: { eCertID: '1' } }), 400);
  assert.equal(await statusOf('compose', order, { 'content-type': 'text/plain' }), 415);
  assert.equal(await statusOf('compose', { ...order, record: { ...order.record, eCertID: '2', certNum: '?' } }), 422);
  assert.equal((await fetch(new URL('issue/compose', portal.origin))).status, 405);
  const [wrong, told] = await post('decrypt', { kind: 'safety', encryCertid: 'AB', encryKey: 'no key' });
  assert.equal(wrong, 422);
  assert.match(told.code, /^(base64|length|hex|key-or-cipher)$/);
  const keys = await (await fetch(new URL('sandbox/keys', portal.origin))).text();
  assert.doesNotMatch(keys, /privateKey/);
});
