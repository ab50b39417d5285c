// One whole certificate of a 安管人员 typed into the portal: wrongly, with every fault seen and mended, then to the end. The
// body that comes of it is a golden file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { example } from 'mohurd-ecert';
import { assertRight, assertWrong, button, choose, control, row, startPortal } from './portal-page.mjs';

const GOLDEN = new URL('golden/manager-body.json', import.meta.url);

let portal;
before(async () => (portal = await startPortal()));
after(() => portal.stop());

const TEXTS = [
  ['数据唯一标识', '0f8fad5bd9cb469fa16570867728950e'],
  ['证书编号', '闽建安C1（2024）0000015'],
  ['发证机关', '福建省住房和城乡建设厅'],
  ['发证机关代码', '11359999MB00000005'],
  ['初次领证日期', '2024-05-20'],
  ['发证日期', '20240520'],
  ['有效期起始日期', '2024-05-20'],
  ['有效期结束日期', '2036-05-19'],
  ['姓名', '林示例'],
  ['出生日期', '1988-09-30'],
  ['身份证件号码', '359999198809300039'],
  ['企业名称', '福建示例建设工程有限公司'],
  ['统一社会信用代码', '91359999MA0000007G'],
  ['专业', '机械工程'],
];

const CODES = [
  ['所属省份', '福建'],
  ['性别', '男'],
  ['身份证件号码类型', '111'],
  ['证书状态', '有效'],
  ['操作类型', '新发'],
];

const mark = (page, title) => row(page, title).locator('.mark').innerText();

/** Fills a field wrongly, sees it said, and mends it. */
async function mend(page, title, wrong, said, right) {
  await control(page, title).fill(wrong);
  await assertWrong(page, title, said);
  await control(page, title).fill(right);
  await assertRight(page, title);
}

async function fill(page) {
  for (const [title, text] of TEXTS) await control(page, title).fill(text);
  for (const [title, query] of CODES) await choose(page, title, query);
  const buffer = Buffer.from(example('manager').photo.split(',')[1], 'base64');
  await control(page, '照片').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
}

test('a manager’s certificate is typed wrongly, then rightly, and its body is the golden file', () =>
  portal.use('#manager', async (page) => {
    await fill(page);
    await mend(page, '有效期结束日期', '2024-05-19', /早于/, '2036-05-19');
    await mend(page, '初次领证日期', '2024-5-20', /错误/, '2024-05-20');
    await mend(page, '出生日期', '1988-09-03', /错误/, '1988-09-30');
    await mend(page, '姓名', ' ', /没有填写/, '林示例');
    await mend(page, '企业名称', '企'.repeat(201), /200/, '福建示例建设工程有限公司');

    // Of the two, one is needed of C and of A without the legal representative, and neither of A with it, nor of B.
    const needs = async () => [await mark(page, '技术职称'), await mark(page, '文化程度')];
    await choose(page, '职务', '01');
    for (const [post, need] of [['A', '选填'], ['C1', '至少填一项'], ['B', '选填'], ['C3', '至少填一项']]) {
      await choose(page, '岗位类别代码', post);
      assert.deepEqual(await needs(), [need, need], post);
    }
    await choose(page, '岗位类别代码', 'A');
    await choose(page, '职务', '02');
    assert.deepEqual(await needs(), ['至少填一项', '至少填一项']);
    await choose(page, '岗位类别代码', 'C1');
    await choose(page, '职务', '08');
    await button(page, '全部检查').click();
    await assertWrong(page, '技术职称', /错误/);
    assert.equal(await page.locator('.verdict').innerText(), '1 处错误，0 处警告');
    await choose(page, '文化程度', '大学本科');
    await assertRight(page, '技术职称');

    assert.equal(await page.locator('.verdict').innerText(), '没有发现问题');
    await button(page, '复制').click();
    await page.getByText('已复制', { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(`${copied}\n`, await readFile(GOLDEN, 'utf8'));
  }));
