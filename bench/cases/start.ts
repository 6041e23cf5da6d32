import type { Bench, Case, Line } from '../case.ts';
import type { Installation } from '../installation.ts';
import { alternate, repeat } from '../rounds.ts';
import { median } from '../verdict.ts';

/**
 * P11: from the start of the process to the sign-in page, over nothing, over a tenth of the city and over all of it; and to
 * the first answer of the program behind the page, asked for at the same moment.
 */
export const start: Case = {
  code: 'P11',
  name: 'start',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    const first = await startFirst(bench);
    const installed = await bench.installation();
    await installed.fill(tenth.files, 'tenth');
    const small = await repeat(async () => (await startOnce(installed)).page, bench.effort.rounds);
    await installed.fill(whole.files, 'whole');
    await bench.settle();
    const answers: number[] = [];
    const pages = async () => {
      const { page, answer } = await startOnce(installed);
      answers.push(answer);
      return page;
    };
    const series = await alternate({ floor: () => installed.startBare(), ours: pages }, bench.effort);
    const size = `${whole.residents} residents`;
    const known: Line = {
      ...series,
      what: 'existing data, to the sign-in page',
      size,
      unit: 'ms',
      goals: [
        { kind: 'ratio', most: 3 },
        { kind: 'time', most: 600 },
      ],
      growth: {
        small: { size: tenth.residents, cost: median(small) },
        large: { size: whole.residents, cost: median(series.ours) },
      },
      correct: true,
    };
    const answered: Line = {
      what: 'existing data, to the first answer of the API',
      size,
      unit: 'ms',
      ours: answers.slice(-series.ours.length),
      goals: [],
      correct: true,
    };
    return [first, known, answered];
  },
};

/** Twice from nothing; the second leaves what the other measurements start on. */
async function startFirst(bench: Bench): Promise<Line> {
  const ours: number[] = [];
  const installed = await bench.installation();
  for (let round = 0; round < 2; round += 1) {
    await installed.remove();
    ours.push((await startOnce(installed)).page);
  }
  return {
    what: 'first ever, to the sign-in page',
    size: 'nothing',
    unit: 'ms',
    ours,
    goals: [{ kind: 'time', most: 4000 }],
    correct: true,
  };
}

async function startOnce(installed: Installation): Promise<{ readonly page: number; readonly answer: number }> {
  const { ms: page, answerMs: answer, stop } = await installed.start();
  await stop();
  return { page, answer };
}
