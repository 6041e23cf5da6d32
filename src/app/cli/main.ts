import { processIo } from './io.ts';
import { realGround, runSilian } from './silian.ts';

process.exitCode = await runSilian(process.argv.slice(2), realGround(processIo()));
