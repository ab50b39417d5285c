// Native forms: the adapter for the browser's own Constraint Validation, in Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, startPages } from './support/bundled.mjs';

/** The page of every test: a form of one kind, drawn from the tables, with a submit button; `sent` is what got through. */
const CODE = `
  import * as ecert from 'mohurd-ecert';
  import { attach } from 'mohurd-ecert/constraint';

  const CONTROLS = {
    certState: (value) => ['01', '02', '99'].map((code) => '<label><input type="radio" name="certState" value="' + code + '"' + (code === value ? ' checked' : '') + '>' + code + '</label>').join(''),
    operateType: () => '<select name="operateType" id="operateType"><option></option><option>01</option><option>02</option></select>',
    licenseScope: (value) => '<textarea name="licenseScope" id="licenseScope">' + value + '</textarea>',
    businessInformation: (value) => '<textarea name="businessInformation" id="businessInformation">' + JSON.stringify(value) + '</textarea>',
    photo: () => '<input type="file" name="photo" id="photo">',
  };
  const input = (name) => (value) => '<input name="' + name + '" id="' + name + '" value="' + (value ?? '') + '">';

  function draw(kind, changes = {}) {
    const record = { ...ecert.example(kind), ...changes };
    const rows = ecert.describe(kind).fields.filter(({ name }) => changes[name] !== null).map(({ name, title }) => {
      const control = (CONTROLS[name] ?? input(name))(record[name]);
      return name === 'certState' ? '<fieldset><legend>' + title + '</legend>' + control + '</fieldset>' : '<p><label for="' + name + '">' + title + '</label> ' + control + '</p>';
    });
    document.body.innerHTML = '<main><form>' + rows.join('') + '<button>发送</button></form></main>';
    const form = document.querySelector('form');
    if (changes.operateType !== '') form.elements.operateType.selectedIndex = 1;
    globalThis.sent = [];
    form.addEventListener('submit', (event) => { event.preventDefault(); sent.push(Object.fromEntries(new FormData(form))); });
    return form;
  }
  Object.assign(globalThis, { ecert, attach, draw, OPTIONS: { today: null } });
`;

let pages;
before(async () => {
  pages = await startPages();
});
after(() => pages?.stop());

const use = (run, more = {}) => pages.use({ code: CODE, body: '', ...more }, async (page, faults) => {
  await page.waitForFunction(() => 'draw' in globalThis);
  await run(page, faults);
});

/** A form that is watched. */
const start = (page, kind, changes, own) => page.evaluate(([kind, changes, own]) => void (globalThis.watched = attach(draw(kind, changes), kind, OPTIONS, own)), [kind, changes, own]);

/** What is said at a field: text, severity, whether the control says that it is wrong, and whether it is described by the text. */
const said = (page, name) => page.evaluate((name) => {
  const element = document.querySelector(`[data-ecert-message="${name}"]`);
  const control = [document.querySelector('form').elements[name]].map((each) => each.length && !each.options ? each[0] : each)[0];
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => id && document.getElementById(id)?.textContent).join('');
  return element ? { text: element.textContent, severity: element.dataset.severity, invalid: control.getAttribute('aria-invalid'), described: described === element.textContent, validity: control.validationMessage === element.textContent } : null;
}, name);

const summary = (page) => page.locator('.ecert-summary');
const sent = (page) => page.evaluate(() => sent.length);
/** What is judged later is judged now: the page has done all that it had to do. */
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done)));

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
