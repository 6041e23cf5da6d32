import { composeProduct } from '../src/app/compose.ts';
import { makeDemoCity } from '../src/app/demo/city.ts';
import { beginDemoTime } from '../src/app/server/clock.ts';
import { ensureReference, isFresh } from '../src/app/server/first-start.ts';
import { readOptions } from '../src/app/server/options.ts';
import { openSystem } from '../src/app/server/run.ts';

/** The smallest banner of the demo: enough people for a cooperative, and made in seconds. */
const banner = 150_626;

/** Fills a data folder with a demo city of one banner and no reports of months past, for a story that outlasts a year. */
const options = readOptions(process.argv.slice(2), process.env);
const system = await openSystem(composeProduct(), options);
try {
  if (await isFresh(system.database)) {
    await beginDemoTime(system.clock, options.dataFolder, options.demoBegins);
    await makeDemoCity(system.database, { counties: [banner], reported: 0 });
    await ensureReference(system.database);
  }
} finally {
  await system.close();
}
