// A consumer's page in Chromium: what it shows, and that nothing is said against it.
import assert from 'node:assert/strict';
import { launch } from '../browser/support/browser.mjs';

let browser;

export const close = () => browser?.close();

/**
 * What the page shows of the example and the spoilt record, and, where it has a button to send, of what was sent after that was
 * pressed; and whether it loaded a script only then. An error or a warning in the console, an exception and a request to elsewhere are faults.
 */
export async function shown(url) {
  browser ??= await launch();
  const page = await browser.newPage();
  const faults = [];
  const scripts = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error.stack)));
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  try {
    await page.goto(url);
    const text = async (id) => {
      await page.waitForFunction((wanted) => document.getElementById(wanted)?.textContent, id).catch((error) => assert.fail([error.message, ...faults].join('\n')));
      return page.locator(`#${id}`).textContent();
    };
    const texts = [await text('example'), await text('spoilt')];
    const before = scripts.length;
    const send = page.locator('#send');
    if (await send.count()) {
      await send.click();
      texts.push(await text('sent'));
    }
    assert.deepEqual(faults, []);
    return { texts, lazy: scripts.length > before };
  } finally {
    await page.close();
  }
}
