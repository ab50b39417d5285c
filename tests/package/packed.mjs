// Writes packed.json, the list of what is published, from what `npm pack` would take. Run it by hand, and read the difference.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './installed.mjs';

const pack = run('npm', ['pack', '--json', '--dry-run'], join(root, 'pkg'));
const [{ files }] = JSON.parse(pack.slice(pack.indexOf('[')));
const paths = files.map(({ path }) => path).sort();
writeFileSync(new URL('packed.json', import.meta.url), `${JSON.stringify(paths, null, 2)}\n`);
