// What the adapters weigh: their own code, bundled and minified, with the core outside. A page that uses the core anyway pays
// no more than this for one.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import test from 'node:test';
import { build, transform } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../../pkg/src/adapters/', import.meta.url));

/** Of each adapter the bytes reached, and the most that it may ever have. */
const SIZES = {
  'standard-schema': [579, 700],
  'async-validator': [662, 700],
  'vee-validate': [610, 700],
  'react-hook-form': [680, 700],
  constraint: [2048, 2048],
};

const outside = {
  name: 'outside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/|json-schema\.js$/ }, () => ({ path: 'mohurd-ecert', external: true }));
  },
};

/** One import of the core, without what is not used, as bundlers write it; esbuild leaves one a file. */
function withOneImport(code) {
  const names = new Map();
  const rest = code.replace(/^import \{([^}]*)\} from "mohurd-ecert";\n/gm, (_, list) => {
    for (const name of list.split(',')) {
      const [imported, local = imported] = name.trim().split(' as ');
      names.set(local, imported);
    }
    return '';
  });
  const used = [...names].filter(([local]) => rest.split(new RegExp(`\\b${local}\\b`)).length > 1);
  return `import { ${used.map(([local, imported]) => (local === imported ? local : `${imported} as ${local}`)).join(', ')} } from "mohurd-ecert";\n${rest}`;
}

for (const [name, [reached, most]] of Object.entries(SIZES)) {
  test(`${name} is small`, async (t) => {
    const options = { format: 'esm', target: 'es2017', charset: 'utf8' };
    const bundled = await build({ ...options, entryPoints: [`${SOURCES}${name}.ts`], bundle: true, write: false, plugins: [outside] });
    const { code } = await transform(withOneImport(bundled.outputFiles[0].text), { ...options, minify: true });
    const { length } = gzipSync(code, { level: 9 });
    t.diagnostic(`${name}: ${length} bytes gzip, ${code.length} plain`);
    assert.ok(length <= most, `${length} bytes are more than ${most}`);
    assert.ok(length <= reached * 1.05, `${length} bytes: ${reached} was reached before`);
  });
}
