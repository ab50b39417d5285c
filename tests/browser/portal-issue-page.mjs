// The portal's page of issuing as a test sees it, served with the sandbox behind it; and ways for a step to go wrong.
import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { button, startPortal } from './portal-page.mjs';
import { preview } from './support/preview.mjs';

export const STEPS = ['validate', 'submit', 'decrypt', 'compose', 'preview'];

/** What the browser itself tells of answers outside 2xx, and of connections that end. */
const FAILED = { expected: /^Failed to load resource: (the server responded with a status of 50[24] |net::ERR_FAILED)/ };

/** The portal and its sandbox. */
export async function startIssuing() {
  const server = await preview();
  const portal = await startPortal(server).catch(async (error) => (await server.close(), Promise.reject(error)));
  const ask = async (name, init) => (await fetch(new URL(`sandbox/${name}`, portal.origin), init)).json();
  return {
    ...portal,
    ask,
    reset: () => ask('reset', { method: 'POST' }),
    plan: (call, fault) => ask('faults', { method: 'POST', body: JSON.stringify({ call, faults: [fault] }) }),
    /** A page of issuing, of that kind. */
    issuing: (kind, run, options) => portal.use('#issue', async (page) => (await choose(page, kind), await run(page)), { ...FAILED, ...options }),
  };
}

async function choose(page, kind) {
  await page.locator(`input[name=issuing-kind][value=${kind}]`).check();
}

export const panel = (page) => page.locator('#issuing');
export const said = (page) => page.locator('.send-state').innerText();
export const statuses = (page) => page.locator('.step-status').allInnerTexts();

export async function settled(page) {
  await page.locator('#issuing[aria-busy=false] .send-state:not(:empty)').waitFor();
}

/** Presses, and waits for what comes of it. */
export async function press(page, name) {
  await button(page, name).click();
  await settled(page);
  return said(page);
}

export async function reload(page) {
  await page.reload();
  await settled(page);
}

/** What the page keeps. */
export const kept = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('mohurd-ecert:issuing')));
export const stored = (page) => page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie]);

const PATHS = { submit: '**/ecert/submit', decrypt: '**/issue/decrypt', compose: '**/issue/compose', preview: '**/ecert/preview' };

/** The connection of a step's next request ends: before it is received, or after, without its answer. */
export async function lose(page, step, isReceived) {
  await page.route(PATHS[step], async (route) => {
    if (isReceived) await route.fetch();
    await route.abort();
  }, { times: 1 });
}

/** A step's next request has no answer; resolves once it is received. */
export function hang(page, step) {
  return new Promise((resolve) => {
    void page.route(PATHS[step], async (route) => (await route.fetch(), resolve()), { times: 1 });
  });
}

/** From now on the page is gone as soon as it has kept that a step is in that state. */
export function vanish(page, step, status) {
  return page.evaluate(([step, status]) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, text) {
      setItem.call(this, name, text);
      if (JSON.parse(text).state?.steps[step].status !== status) return;
      location.reload();
      throw new Error('gone');
    };
  }, [step, status]);
}

/** The text that another program reads from a picture: its colours come from a page, as that has what decodes it. */
export async function decoded(page, picture) {
  const { width, height, base64 } = await page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width, height, base64: btoa(text) };
  }, picture);
  return jsQR(new Uint8ClampedArray(Buffer.from(base64, 'base64')), width, height)?.data;
}

export const pngAddress = (bytes) => `data:image/png;base64,${bytes.toString('base64')}`;

/** That it ended well: everything done once, and the picture is of what was assigned. */
export async function assertIssued(page, { ask }, kind) {
  assert.equal(await said(page), '签发完成');
  assert.deepEqual(await statuses(page), Array(5).fill('完成'));
  const { record, state } = await kept(page);
  const held = await ask('records');
  assert.deepEqual(held.map((each) => each.kind), [kind, 'preview'], 'one record and one preview');
  assert.deepEqual([held[0].eCertID, state.eCertID], [record.eCertID, record.eCertID]);
  assert.equal(held[1].assignment, held[0].assignment, 'the preview names what the record was assigned');
  assert.equal(state.assignment.id, held[0].assignment);
  const picture = page.locator('.qr-picture');
  await picture.waitFor();
  assert.equal(await decoded(page, pngAddress(await picture.screenshot())), state.assignment.content);
}
