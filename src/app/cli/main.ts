import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Halves the start; so it comes before anything else is loaded, and where it cannot be written nothing is lost.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', '.silian', 'compile-cache'));

const { processIo } = await import('./io.ts');
const { realGround, runSilian } = await import('./silian.ts');

process.exitCode = await runSilian(process.argv.slice(2), realGround(processIo()));
