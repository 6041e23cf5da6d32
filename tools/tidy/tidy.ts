import { resolve } from 'node:path';
import { checkTree } from './check.ts';

/** Prints every breach of the house rules under the folder given, or under this repository. */
const root = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../..'));
const { violations, counts } = checkTree(root);
for (const { path, line, rule, message } of violations) console.log(`${path}:${line} ${rule} ${message}`);
console.log(`tidy: ${counts.files} files, ${counts.imports} imports, ${counts.rules} rules checked`);
process.exitCode = violations.length === 0 && counts.files > 0 && counts.imports > 0 ? 0 : 1;
