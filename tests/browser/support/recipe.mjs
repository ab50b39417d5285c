// The recipes of docs/recipes as pages: the code that stands there is bundled and opened as it is, so that it cannot rot.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as vue3 from 'vue/compiler-sfc';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const vue2 = createRequire(import.meta.url)('vue-2/compiler-sfc');

/** The fenced blocks of a recipe, by what stands behind the fence. */
export async function blocks(name) {
  const text = await readFile(new URL(`../../../docs/recipes/${name}.md`, import.meta.url), 'utf8');
  return Object.fromEntries([...text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, file, code]) => [file ?? language, code]));
}

/** A single-file component as a module. */
function component(source, filename) {
  const { descriptor, errors } = vue3.parse(source, { filename });
  assert.deepEqual(errors, []);
  return vue3.compileScript(descriptor, { id: 'form', inlineTemplate: true }).content;
}

/** The same for Vue 2, whose template becomes functions of its own. */
function component2(source, filename) {
  const { script, template } = vue2.parse({ source, filename });
  const { code, errors } = vue2.compileTemplate({ source: template.content, filename, isProduction: true });
  assert.deepEqual(errors, []);
  return `${script.content.replace('export default', 'const component =')}\n${code}\nexport default { ...component, render, staticRenderFns };`;
}

/** What `use` of bundled.mjs needs to open a recipe: its main module, and the others as files beside it. */
export async function recipe(name, { vue = 3 } = {}) {
  const { 'main.js': main, 'main.jsx': mainJsx, ...files } = await blocks(name);
  const plugin = {
    name: 'recipe',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/\w+\.(vue|jsx)$/ }, ({ path }) => (files[path.slice(2)] ? { path: path.slice(2), namespace: 'recipe' } : undefined));
      if (vue === 2) onResolve({ filter: /^vue$/ }, () => ({ path: `${ROOT}node_modules/vue-2/dist/vue.runtime.esm.js` }));
      onLoad({ filter: /.*/, namespace: 'recipe' }, ({ path }) => {
        const compile = { vue: vue === 2 ? component2 : component, jsx: (code) => code }[path.split('.').at(-1)];
        return { contents: compile(files[path], path), resolveDir: ROOT, loader: 'jsx' };
      });
    },
  };
  const define = {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  };
  return { code: main ?? mainJsx, esbuild: { plugins: [plugin], define } };
}

/**
 * What every form must do: say what is wrong at its field and no more when it is mended; have a rule across fields silent
 * again when the other field is mended; be sent when it is right and not before. `control` and `message` find both by a field's name.
 */
export async function fill(page, { control, message }) {
  const bodies = [];
  await page.route('**/ecert/submit', (route) => (bodies.push(route.request().postData()), route.fulfill({ status: 200, body: '{}' })));
  const enter = async (name, value) => (await control(name).fill(value), await control(name).blur());
  const silent = (name) => message(name).waitFor({ state: 'detached' });
  const says = (name, words) => message(name).filter({ hasText: words }).waitFor();
  await control('companyName').waitFor();

  const company = await control('companyName').inputValue();
  await enter('companyName', '');
  await says('companyName', '“企业名称”没有填写');
  await enter('companyName', company);
  await silent('companyName');

  const [from, to] = [await control('effectiveDate').inputValue(), await control('expiringDate').inputValue()];
  const earlier = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  await enter('expiringDate', earlier);
  await says('expiringDate', /晚于|早于|之后|之前/);
  await enter('effectiveDate', `${Number(from.slice(0, 4)) - 2}${from.slice(4)}`);
  await silent('expiringDate');
  await enter('effectiveDate', from);
  await says('expiringDate', /晚于|早于|之后|之前/);

  await page.getByRole('button', { name: /发\s*送/ }).click();
  // Forms validate some milliseconds later, by the page's own clock; mended before that, the record would rightly be sent.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  assert.deepEqual(bodies, [], 'what is wrong is not sent');
  await enter('expiringDate', to);
  await silent('expiringDate');
  const sent = page.waitForResponse('**/ecert/submit');
  await page.getByRole('button', { name: /发\s*送/ }).click();
  await sent;
  assert.equal(bodies.length, 1);
  return bodies[0];
}
