// ajv's standalone code, written once before the run: the same schema as a module that needs neither ajv's compiler nor `eval`.
import { mkdirSync, writeFileSync } from 'node:fs';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv';
import { compile } from './peers/ajv-schema.mjs';
import { isPhoto } from './peers/photo.mjs';

const BUILT = new URL('.built/', import.meta.url);

/** The functions that the code names. */
const HEAD = `import { CROSS } from '../peers/cross.mjs';
import { FORMS as PLAIN } from '../peers/forms.mjs';
import { isPhoto } from '../peers/photo.mjs';
const FORMS = { ...PLAIN, photo: isPhoto };
`;

/** The few `require` of ajv's own helpers become imports, so that Node and esbuild both take the module. */
function asModule(code) {
  const names = new Map();
  const body = code.replace(/require\("([^"]+)"\)/g, (whole, path) => {
    if (!names.has(path)) names.set(path, `needed${names.size}`);
    return names.get(path);
  });
  const imports = [...names].map(([path, name]) => `import ${name} from '${path}.js';\n`);
  return imports.join('') + HEAD + body.replace('"use strict";', '');
}

/** Writes `.built/ajv-standalone.mjs`, which exports `validate`. */
export function writeStandalone() {
  const { compiler, validate } = compile(isPhoto, { code: { source: true, esm: true, formats: _`FORMS` } });
  mkdirSync(BUILT, { recursive: true });
  writeFileSync(new URL('ajv-standalone.mjs', BUILT), asModule(standaloneCode.default(compiler, validate)));
}
