import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '../case.ts';
import { treeMegabytes } from '../machine.ts';

const idleMs = 4_000;

/** P12: what all processes together hold while nobody works, over the data of the city. */
export const memory: Case = {
  code: 'P12',
  name: 'memory',
  async run(bench) {
    const { whole } = await bench.cities();
    const installed = await bench.installation();
    await installed.fill(whole.files, 'whole');
    const running = await installed.start();
    await sleep(idleMs);
    const held = treeMegabytes(running.pid);
    await running.stop();
    return [
      {
        what: 'idle, all processes',
        size: `${whole.residents} residents`,
        unit: 'MB',
        ours: [held],
        goals: [{ kind: 'amount', most: 250 }],
        correct: held > 0,
      },
    ];
  },
};
