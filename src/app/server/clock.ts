import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The clock of the whole process. It is the machine's, except in the demo city, which lives in its own time. */
export interface Clock {
  readonly now: () => Date;
  /** from now on it is `instant`, and time goes on from there */
  shiftTo(instant: Date, since?: Date): void;
}

export function machineClock(): Clock {
  let shift = 0;
  return {
    now: () => new Date(Date.now() + shift),
    shiftTo(instant, since = new Date()) {
      shift = instant.getTime() - since.getTime();
    },
  };
}

/** The demo city begins on the Monday after its two years of events: December 2019 is waiting to be confirmed. */
export const demoBegins = '2020-01-06T09:00:00+08:00';

interface DemoTime {
  readonly demo: string;
  readonly machine: string;
}

const fileName = 'demo-clock.json';

/** Begins the demo’s time and keeps it, so that it goes on at the next start. */
export async function beginDemoTime(clock: Clock, dataFolder: string, begins = demoBegins): Promise<void> {
  const machine = new Date();
  clock.shiftTo(new Date(begins), machine);
  const time: DemoTime = { demo: new Date(begins).toISOString(), machine: machine.toISOString() };
  await writeFile(join(dataFolder, fileName), `${JSON.stringify(time)}\n`);
}

export async function resumeDemoTime(clock: Clock, dataFolder: string): Promise<void> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const time = JSON.parse(text) as DemoTime;
  clock.shiftTo(new Date(time.demo), new Date(time.machine));
}
