// Native forms in Chromium: files, and what pages do with their forms.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { said, sent, settle, start, startForms, summary } from './support/native-form.mjs';

let forms;
before(async () => {
  forms = await startForms();
});
after(() => forms?.stop());
const use = (...args) => forms.use(...args);

const JPEG = { name: 'a.jpg', mimeType: 'image/jpeg' };

test('a photo is read, and what an older choice holds is dropped', () => use(async (page) => {
  await start(page, 'special');
  const readers = await page.evaluate(() => {
    // Readers that answer when they are told to.
    const waiting = (globalThis.waiting = []);
    const read = FileReader.prototype.readAsDataURL;
    FileReader.prototype.readAsDataURL = function (file) { waiting.push(() => read.call(this, file)); };
    return waiting.length;
  });
  assert.equal(readers, 0);
  const photo = await page.evaluate(() => ecert.example('special').photo);
  const bytes = Buffer.from(photo.replace(/^data:[^,]*,/, ''), 'base64');
  await page.locator('[name=photo]').setInputFiles({ ...JPEG, buffer: Buffer.from('not a picture') });
  await page.locator('[name=photo]').setInputFiles({ ...JPEG, buffer: bytes });
  assert.equal(await page.evaluate(() => waiting.length), 2);
  await page.locator('button').click();
  assert.equal(await sent(page), 0, 'it waits for the file');
  await page.evaluate(() => waiting.reverse().forEach((go) => go()));
  await page.waitForFunction(() => sent.length === 1);
  assert.equal(await page.evaluate(() => watched.record().photo), bytes.toString('base64'));
  assert.equal(await said(page, 'photo'), null);
  await page.evaluate(() => (waiting.length = 0));
  await page.locator('[name=photo]').setInputFiles({ ...JPEG, buffer: Buffer.from('not a picture') });
  await page.evaluate(() => waiting.forEach((go) => go()));
  await page.waitForFunction(() => document.querySelector('[data-ecert-message=photo]'));
  assert.equal((await said(page, 'photo')).severity, 'error');
}));

test('fields come and go', () => use(async (page) => {
  await start(page, 'safety', { certStatusDescription: null, certState: '99' });
  // A field without a control is not judged by the form.
  await page.locator('button').click();
  assert.equal(await sent(page), 1);
  await page.evaluate(() => document.querySelector('form').insertAdjacentHTML('beforeend', '<p id="more"><label>说明<input name="certStatusDescription"></label></p>'));
  await page.locator('button').click();
  assert.equal(await sent(page), 1);
  assert.equal((await said(page, 'certStatusDescription')).severity, 'error');
  assert.equal(await page.evaluate(() => document.querySelector('[data-ecert-message=certStatusDescription]').closest('label')), null, 'it is no part of the name');
  await page.evaluate(() => document.querySelector('[name=certStatusDescription]').remove());
  await page.locator('button').click();
  assert.equal(await sent(page), 2);
  assert.equal(await page.evaluate(() => document.querySelectorAll('[data-ecert-message=certStatusDescription], [aria-invalid], .ecert-summary').length), 0);
  // What is disabled is not sent, and not judged.
  await page.evaluate(() => { document.querySelector('[name=certNum]').value = ''; document.querySelector('[name=certNum]').disabled = true; });
  await page.locator('button').click();
  assert.equal(await sent(page), 3);
}));

test('what a script changes is judged when it says so', () => use(async (page) => {
  await start(page, 'safety');
  await page.evaluate(() => { document.querySelector('[name=certNum]').value = ''; watched.update('certNum'); });
  await page.waitForFunction(() => document.querySelector('[data-ecert-message=certNum]'));
  assert.equal(await page.evaluate(() => watched.validate()), false);
  await page.evaluate(() => { document.querySelector('[name=certNum]').value = '甲'; });
  assert.equal(await page.evaluate(() => watched.validate()), true);
  assert.equal(await page.evaluate(() => watched.record().certNum), '甲');
}));

test('the page can add to the record what it knows otherwise', () => use(async (page) => {
  await page.evaluate(() => attach(draw('safety', { certState: null }), 'safety', OPTIONS, { record: (values) => ({ ...values, certState: '99' }) }));
  await page.locator('button').click();
  assert.equal((await said(page, 'certStatusDescription')).severity, 'error');
}));

test('the page can have its own elements for messages', () => use(async (page) => {
  await page.evaluate(() => {
    const form = draw('safety', { certNum: '' });
    form.insertAdjacentHTML('beforeend', '<em data-ecert-message="certNum" id="mine"></em><section data-ecert-message=""></section>');
    attach(form, 'safety', OPTIONS);
  });
  await page.locator('button').click();
  assert.match(await page.locator('#mine').innerText(), /证书编号/);
  assert.equal(await page.locator('[name=certNum]').getAttribute('aria-describedby'), 'mine');
  assert.equal(await page.locator('section a').count(), 1);
  await page.locator('[name=certNum]').fill('甲');
  await settle(page);
  assert.deepEqual([await page.locator('#mine').count(), await page.locator('section').count(), await page.locator('section a').count()], [1, 1, 0]);
  assert.equal(await page.locator('section').innerText(), '');
}));

test("the page's own constraints count, and what describes a control stays", () => use(async (page) => {
  await page.evaluate(() => {
    const form = draw('safety');
    form.insertAdjacentHTML('afterbegin', '<label for="mail">邮箱</label><input type="email" id="mail" name="mail" aria-describedby="hint more" required><span id="hint">公司的</span><span id="more"></span>');
    attach(form, 'safety', OPTIONS);
  });
  await page.locator('button').click();
  assert.equal(await sent(page), 0);
  assert.match(await summary(page).locator('a').innerText(), /^邮箱: ./);
  assert.match(await page.locator('#mail').getAttribute('aria-describedby'), /^hint more ecert-\d+$/);
  await page.locator('#mail').fill('a@example.com');
  await settle(page);
  assert.equal(await page.locator('#mail').getAttribute('aria-describedby'), 'hint more');
  await page.locator('button').click();
  assert.equal(await sent(page), 1);
}));

test('a draft is sent as it is', () => use(async (page) => {
  await start(page, 'safety', { certNum: '' });
  await page.evaluate(() => document.querySelector('form').insertAdjacentHTML('beforeend', '<button id="draft" name="operateType" value="07" formnovalidate>存</button>'));
  await page.locator('#draft').click();
  assert.equal(await sent(page), 1);
}));

test('a reset takes away what is said', () => use(async (page) => {
  await start(page, 'safety', { certNum: '' });
  await page.locator('button').click();
  await page.evaluate(() => document.querySelector('form').reset());
  assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-invalid], [aria-describedby], .ecert-message, .ecert-summary, :invalid').length), 0);
}));

for (const [how, end] of [['detach', () => watched.detach()], ['its signal', () => controller.abort()]]) {
  test(`${how} ends it, and takes away all that it had put there`, () => use(async (page) => {
    const html = await page.evaluate(() => {
      globalThis.controller = new AbortController();
      const form = draw('safety', { certNum: '', companyName: '' });
      const html = form.outerHTML;
      globalThis.watched = attach(form, 'safety', OPTIONS, { signal: controller.signal });
      return html;
    });
    await page.locator('button').click();
    assert.equal(await sent(page), 0);
    await page.evaluate(end);
    assert.equal(await page.evaluate(() => document.querySelector('form').outerHTML), html);
    await page.locator('button').click();
    assert.equal(await sent(page), 1);
    assert.equal(await page.evaluate(() => watched.validate()), false);
    assert.equal(await page.evaluate(() => document.querySelector('form').outerHTML), html);
  }));
}

test('a signal that was given already, and an end before the core is there', () => use(async (page) => {
  const counts = await page.evaluate(async () => {
    const form = draw('safety', { certNum: '' });
    attach(form, 'safety', OPTIONS, { signal: AbortSignal.abort() });
    form.querySelector('button').click();
    const other = draw('safety', { certNum: '' });
    const watched = attach(other, 'safety', OPTIONS);
    other.querySelector('button').click();
    watched.detach();
    await ecert.init();
    await new Promise((done) => setTimeout(done));
    return [sent.length, document.querySelectorAll('.ecert-message, .ecert-summary').length];
  });
  assert.deepEqual(counts, [0, 0]);
}));

test('words are in the language of the options', () => use(async (page) => {
  await page.evaluate(() => attach(draw('safety', { certNum: '' }), 'safety', { ...OPTIONS, locale: 'en' }));
  await page.locator('button').click();
  assert.match(await summary(page).innerText(), /^Please correct:\s+certNum \(证书编号\) is/);
}));

test('wrong arguments are refused where they are given', () => use(async (page) => {
  const sentences = await page.evaluate(() => {
    const form = draw('safety');
    const calls = [[form, 'SECRET'], [null, 'safety'], [document.body, 'safety'], [[form], 'safety'], [form, 'safety', { profile: 'SECRET' }], [form, 'safety', {}, { SECRET: 1 }]];
    return calls.map((call) => {
      try {
        return attach(...call) && '';
      } catch (error) {
        return error instanceof ecert.InputError ? error.message : `${error}`;
      }
    });
  });
  for (const sentence of sentences) {
    assert.match(sentence, /[一-鿿].*。 .*[a-z].*\.$/s);
    assert.ok(!sentence.includes('SECRET'));
  }
}));

test('where wasm may not run nothing is sent, and the summary says what to allow', () => use(async (page, faults) => {
  await start(page, 'safety');
  await page.locator('button').click();
  await summary(page).waitFor();
  assert.match(await summary(page).innerText(), /script-src.*'wasm-unsafe-eval'/);
  assert.equal(await sent(page), 0);
  assert.ok(faults.some((fault) => fault.includes('wasm-unsafe-eval')), 'it is on the console, too');
  faults.length = 0;
}, { headers: { 'content-security-policy': "default-src 'self'; script-src 'self'" } }));
