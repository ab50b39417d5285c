// The recipe of native forms, as it stands in the documents, with jQuery's habits; and the note for who replaces rules of their own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { axe, startPages } from './support/bundled.mjs';
import { blocks } from './support/recipe.mjs';

let pages;
before(async () => {
  pages = await startPages();
});
after(() => pages?.stop());

const { html } = await blocks('native-form');
const [, script] = /<script type="module">(.*)<\/script>/s.exec(html);

/** The recipe as a page; what it sends goes no further. */
const use = (run) => pages.use({ code: script, body: `<main>${html.replace(/<script.*<\/script>/s, '')}</main>` }, async (page) => {
  const bodies = [];
  await page.route('**/ecert/submit', (route) => (bodies.push(new URLSearchParams(route.request().postData())), route.fulfill({ status: 204 })));
  await run(page, bodies);
});

const GOOD = { certNum: '(闽)JZ安许证字〔2024〕000002', companyName: '某某建筑有限公司', effectiveDate: '2024-05-20', expiringDate: '2027-05-20' };

test('native form: it says what is wrong, follows what is mended, and is sent when it is right', () => use(async (page, bodies) => {
  const message = (name) => page.locator(`[data-ecert-message=${name}]`);
  const enter = async (name, value) => (await page.locator(`#${name}`).fill(value), await page.locator(`#${name}`).blur());
  await page.getByRole('button').click();
  await page.locator('.ecert-summary a').nth(4).waitFor();
  assert.equal(await page.locator('.ecert-summary a').count(), 5);
  assert.deepEqual(await axe(page), []);
  for (const [name, value] of Object.entries(GOOD)) await enter(name, value);
  await page.getByLabel('其他').check();
  await message('certStatusDescription').waitFor();
  assert.equal(await page.locator('.ecert-summary a').count(), 1);
  await page.getByLabel('有效', { exact: true }).check();
  await page.locator('.ecert-summary').waitFor({ state: 'detached' });
  assert.equal(await message('certStatusDescription').count(), 0);
  await enter('expiringDate', '2023-05-20');
  await message('expiringDate').waitFor();
  await page.getByRole('button').click();
  await enter('expiringDate', GOOD.expiringDate);
  await message('expiringDate').waitFor({ state: 'detached' });
  assert.deepEqual(bodies, []);
  const sent = page.waitForRequest('**/ecert/submit');
  await page.getByRole('button').click();
  await sent;
  assert.deepEqual(bodies.map((body) => Object.fromEntries(body)), [{ ...GOOD, certState: '01', certStatusDescription: '' }]);
}));

test('replacing rules: the example runs and yields what it says', async () => {
  const { js } = await blocks('replacing-rules');
  const claims = js.split('// →').length - 1;
  const held = js.replace(/^(\S.*); \/\/ → (.*)$/gm, (_, found, wanted) => `$count += 1; $assert.deepEqual(${found}, ${wanted});`);
  const code = `import $assert from 'node:assert/strict'; let $count = 0;\n${held}\nconsole.log($count);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' });
  assert.equal(Number(stdout), claims, stderr);
  assert.ok(claims > 0);
});
