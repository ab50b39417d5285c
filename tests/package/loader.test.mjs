// How the core gets there: in Node at the first use, in a page by init, from any source, again after a failure.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import test from 'node:test';
import { BROWSER, child } from './child.mjs';

const WASM = `const bytes = (await import('node:fs')).readFileSync('pkg/dist/core.wasm');\n`;
const JUDGE = `lib.validate('safety', lib.example('safety'), { today: null }).valid`;
const SENTENCE = `const sentence = (call) => { try { call(); return null; } catch (error) { return error.message; } };
  const rejection = (promise) => promise.then(() => null, (error) => error.message);`;

test('Node needs no call', () => {
  assert.equal(child(`return ${JUDGE}`), true);
});

test('init in Node is allowed, before and after the first use', () => {
  assert.deepEqual(child(`await lib.init(); const a = ${JUDGE}; await lib.init(); return [a, ${JUDGE}]`), [true, true]);
});

test('a use while init is under way in Node keeps one instance and does no harm', () => {
  assert.deepEqual(child(`const wait = lib.init(); const a = ${JUDGE}; await wait; return [a, ${JUDGE}]`), [true, true]);
});

test('a page that uses it too early is told in both languages what to do, by every function', () => {
  const calls = ['validate', 'validateField', 'needs', 'normalise', 'validateBatch', 'validateRequest', 'buildRequest', 'buildRequestJson', 'validationStream'];
  const sentences = child(
    `${SENTENCE}
     const record = lib.example('safety');
     return [
       () => lib.validate('safety', record), () => lib.validateField('safety', 'certNum', record), () => lib.needs('safety', record),
       () => lib.normalise('safety', record), () => lib.validateBatch('safety', '[]'), () => lib.validateRequest({}),
       () => lib.buildRequest('safety', [record]), () => lib.buildRequestJson('safety', [record]), () => lib.validationStream('safety'),
     ].map(sentence)`,
    BROWSER,
  );
  assert.equal(sentences.length, calls.length);
  for (const sentence of sentences) {
    assert.match(sentence, /await init\(\)/);
    assert.match(sentence, /请先/);
  }
});

test('the tables need no init', () => {
  const answer = child(
    `return [lib.describe('manager').fields.length, lib.rules().length > 0, lib.dictionary('gender').rows.length, typeof lib.example('preview').url]`,
    BROWSER,
  );
  assert.deepEqual(answer, [27, true, 2, 'string']);
});

test('init at once from many places is one promise and one compilation', () => {
  const answer = child(
    `const compile = WebAssembly.compile; let count = 0;
     WebAssembly.compile = (bytes) => { count++; return compile(bytes); };
     const [a, b] = [lib.init(), lib.init()];
     await Promise.all([a, b, lib.init()]);
     await lib.init();
     return [a === b, count, ${JUDGE}]`,
    BROWSER,
  );
  assert.deepEqual(answer, [true, 1, true]);
});

test('after a failure init can be called again', () => {
  const answer = child(
    `${SENTENCE}
     const first = await rejection(lib.init(new Uint8Array([1, 2, 3])));
     const early = sentence(() => ${JUDGE});
     await lib.init();
     return [first !== null, early !== null, ${JUDGE}]`,
    BROWSER,
  );
  assert.deepEqual(answer, [true, true, true]);
});

for (const [name, source] of Object.entries({
  'a Uint8Array': 'bytes',
  'a part of a larger buffer': 'Buffer.concat([Buffer.alloc(8), bytes]).subarray(8)',
  'an ArrayBuffer': 'new Uint8Array(bytes).buffer',
  'a DataView': 'new DataView(new Uint8Array(bytes).buffer)',
  'a compiled module': 'new WebAssembly.Module(bytes)',
  'a Response of no known type': `new Response(bytes, { headers: { 'content-type': 'text/plain' } })`,
  'a promise of a Response': 'Promise.resolve(new Response(bytes))',
  'an ArrayBuffer of another realm': `(await import('node:vm')).runInNewContext('(a) => Uint8Array.from(a).buffer')([...bytes])`,
})) {
  test(`init takes ${name}`, () => {
    assert.equal(child(`await lib.init(${source}); return ${JUDGE}`, WASM + BROWSER), true);
  });
}

test('init fetches an address, and says what the server answered when that fails', async () => {
  const wasm = await readFile(new URL('../../pkg/dist/core.wasm', import.meta.url));
  const server = createServer((request, response) => {
    if (request.url === '/core.wasm') response.end(wasm);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  try {
    const { init, validate, example } = await import('mohurd-ecert');
    await assert.rejects(init(`${base}/none.wasm`), /404/);
    await init(new URL(`${base}/core.wasm`));
    assert.equal(validate('safety', example('safety'), { today: null }).valid, true);
  } finally {
    server.close();
  }
});

test('init refuses what is no source', () => {
  const answer = child(
    `const names = [];
     for (const source of [null, 5, {}, [], true]) await lib.init(source).catch((error) => names.push(error.name));
     return names`,
    BROWSER,
  );
  assert.deepEqual(answer, Array(5).fill('InputError'));
});

for (const [browser, words] of Object.entries({
  Chromium: `WebAssembly.compile(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because 'unsafe-eval' is not an allowed source of script`,
  Firefox: 'call to WebAssembly.compile() blocked by CSP',
  Safari: `Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script`,
})) {
  test(`a policy that forbids it, in the words of ${browser}, is explained`, () => {
    const sentence = child(
      `${SENTENCE}
       WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError(${JSON.stringify(words)}));
       return rejection(lib.init())`,
      BROWSER,
    );
    assert.match(sentence, /'wasm-unsafe-eval'.*'wasm-unsafe-eval'/);
    assert.match(sentence, /请在/);
  });
}

test('an engine without WebAssembly is told so', () => {
  const sentence = child(`${SENTENCE} return rejection(lib.init())`, `${BROWSER} delete globalThis.WebAssembly;`);
  assert.match(sentence, /需要 WebAssembly/);
});

test('it does without TextEncoder and TextDecoder, as in jsdom', () => {
  const answer = child(
    `const record = { ...lib.example('safety'), 名称: 'x', companyAddress: '地'.repeat(300) };
     const batch = lib.validateBatch('safety', JSON.stringify([record]) , { today: null });
     const lone = lib.validateBatch('safety', '[{"companyName":"\\ud800"}]', { today: null });
     return {
       live: lib.validate('safety', record, { today: null }).issues.map(({ rule, path }) => [rule, ...path]),
       batch: batch.issues.map(({ rule, path }) => [rule, ...path]),
       lone: lone.issues.some(({ rule }) => rule === 'field/characters'),
       body: JSON.parse(lib.buildRequestJson('safety', [lib.example('safety')], { today: null })).certType,
     }`,
    'delete globalThis.TextEncoder; delete globalThis.TextDecoder;',
  );
  assert.deepEqual(answer.live, [['field/max-length', 'companyAddress'], ['field/unknown', '名称']]);
  assert.deepEqual(answer.batch, [['field/max-length', 0, 'companyAddress'], ['field/unknown', 0, '名称']]);
  assert.equal(answer.lone, true);
  assert.equal(answer.body, '1');
});
