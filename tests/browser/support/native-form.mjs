// A native form as its tests see it: a page that draws one of any kind, and what is said in it.
import { startPages } from './bundled.mjs';

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

/** A browser for the tests of a file: `use` opens the page and gives it to a test. */
export async function startForms() {
  const pages = await startPages();
  const use = (run, more = {}) => pages.use({ code: CODE, body: '', ...more }, async (page, faults) => {
    await page.waitForFunction(() => 'draw' in globalThis);
    await run(page, faults);
  });
  return { use, stop: pages.stop };
}

/** A form that is watched. */
export const start = (page, kind, changes, own) => page.evaluate(([kind, changes, own]) => void (globalThis.watched = attach(draw(kind, changes), kind, OPTIONS, own)), [kind, changes, own]);

/** What is said at a field: text, severity, whether the control says that it is wrong, and whether it is described by the text. */
export const said = (page, name) => page.evaluate((name) => {
  const element = document.querySelector(`[data-ecert-message="${name}"]`);
  const control = [document.querySelector('form').elements[name]].map((each) => each.length && !each.options ? each[0] : each)[0];
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => id && document.getElementById(id)?.textContent).join('');
  return element ? { text: element.textContent, severity: element.dataset.severity, invalid: control.getAttribute('aria-invalid'), described: described === element.textContent, validity: control.validationMessage === element.textContent } : null;
}, name);

export const summary = (page) => page.locator('.ecert-summary');
export const sent = (page) => page.evaluate(() => sent.length);
/** What is judged later is judged now: the page has done all that it had to do. */
export const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done)));
