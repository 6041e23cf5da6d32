import { expect, it } from 'vitest';
import { checkRows } from './check.ts';
import { writeList } from './export.ts';
import { planImport } from './import.ts';
import { readRows } from './read.ts';
import { broadRow, broadSheet, collect } from './testing.data.ts';

const revealed = broadSheet.columns.map(({ key }) => key);

/** Seconds to write, and to read and check, a list of 24 columns. */
async function timeOf(count: number) {
  const rows = Array.from({ length: count }, (_, index) => broadRow(index));
  const about = { spec: broadSheet, language: 'zh', exportedBy: 'test', exportedAt: new Date(0), revealed } as const;
  const started = performance.now();
  const bytes = await collect(writeList({ ...about, rows }));
  const written = performance.now();
  const reading = await readRows(bytes, broadSheet);
  if (!reading.ok) throw new Error(reading.refusal.code);
  const checked = checkRows(reading.value.rows(), broadSheet);
  const plan = await planImport({ spec: broadSheet, rows: checked, decide: () => ({ action: 'insert' }) });
  expect(plan.inserted).toBe(count);
  return { rows: count, writeSeconds: (written - started) / 1000, readSeconds: (performance.now() - written) / 1000 };
}

it('reads and writes large lists; the times are for people to look at', async () => {
  await timeOf(500);
  const times = [await timeOf(1_000), await timeOf(10_000)];
  for (const time of times) process.stdout.write(`sheets ${JSON.stringify(time)}\n`);
});
