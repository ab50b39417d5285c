// The portal as a test sees it: an opened page that must stay on this machine and silent on its console, and its fields
// by their titles.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launch, serve } from './support/browser.mjs';

const DIST = fileURLToPath(new URL('../../www/dist', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * The built portal and a browser; `open` gives a fresh page, `use` a fresh page to a test and then looks at what it did. By
 * default nothing stands behind the page. `expected` is what its console may say.
 */
export async function startPortal(server = serve(DIST)) {
  const { url: origin, close } = await server;
  const browser = await launch();

  async function open(hash = '', { expected, ...options } = {}) {
    // Without motion: what a test looks at, colours too, is as it stays, not on its way there.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    const faults = [];
    page.on('console', (message) => {
      if (message.type() !== 'log' && !expected?.test(message.text())) faults.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    page.on('request', (request) => isOwn(request.url(), origin) || faults.push(`request: ${request.url()}`));
    await page.goto(`${origin}${hash}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { page, faults };
  }

  async function use(hash, test, options) {
    const { page, faults } = await open(hash, options);
    await test(page);
    await page.context().close();
    assert.deepEqual(faults, []);
  }

  const stop = async () => (await browser.close(), await close());
  return { origin, open, use, stop };
}

function isOwn(url, origin) {
  return url.startsWith(origin) || url.startsWith('data:');
}

/** The row of the field with this title. */
export function row(page, title) {
  const titled = page.locator('.field-title', { hasText: new RegExp(`^${title}$`) });
  return page.locator('.field', { has: titled });
}

/** The field's own control; a closed list of choices has the same title. */
export function control(page, title) {
  return page.getByLabel(title, { exact: true }).and(page.locator('input, textarea'));
}

/** What is said at a field, each with its word. */
export function notes(page, title) {
  return row(page, title).locator('.note').allInnerTexts();
}

export function button(page, name) {
  return page.getByRole('button', { name, exact: true });
}

/** Chooses by typing, as from the keyboard. */
export async function choose(page, title, text) {
  await control(page, title).focus();
  await page.keyboard.type(text);
  await page.getByRole('option').filter({ visible: true }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Tries again for a while: a file takes its time to be read. */
async function eventually(check) {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** That the control says it is wrong, and that what it points to holds the text. */
export function assertWrong(page, title, text) {
  return eventually(async () => {
    const input = control(page, title);
    assert.equal(await input.getAttribute('aria-invalid'), 'true', `${title} says that it is wrong`);
    const described = (await input.getAttribute('aria-describedby')) ?? '';
    const said = await page.evaluate((ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent).join('\n'), described);
    assert.match(said, text);
  });
}

export function assertRight(page, title) {
  return eventually(async () => {
    assert.equal(await control(page, title).getAttribute('aria-invalid'), null, `${title} says nothing of being wrong`);
    assert.deepEqual(await notes(page, title), []);
  });
}

export async function shownBody(page) {
  return JSON.parse(await page.getByLabel('将要发送的报文').textContent());
}

/** What axe-core finds against WCAG 2 A and AA. */
export async function violations(page) {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
