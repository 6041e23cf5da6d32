import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DivisionFile, divisionsFolder, extractDivisions, isRural } from '../src/app/data/divisions.ts';

/** One row a line, so that a new edition shows as a readable difference. */
function printFile(file: DivisionFile): string {
  const parts = Object.entries(file).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}: [\n${value.map((pair) => JSON.stringify(pair)).join(',\n')}\n]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { city: { type: 'string' } } });
  if (!values.city) throw new RangeError('Say which city: --city 1506');
  const file = await extractDivisions(values.city);
  await mkdir(divisionsFolder, { recursive: true });
  await writeFile(join(divisionsFolder, `${values.city}.json`), printFile(file));
  const rural = file.villages.filter(([code]) => isRural(code)).length;
  const counts = `${file.banners.length} banners, ${file.townships.length} townships, ${file.villages.length} villages`;
  process.stderr.write(`${values.city}: ${counts}, ${rural} of them rural\n`);
}

if (import.meta.main) await main();
