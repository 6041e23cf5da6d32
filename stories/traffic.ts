import type { Page } from 'playwright-core';

/** What a page is fetching. */
export interface Traffic {
  /** resolves when nothing has been under way for a moment */
  quiet(): Promise<void>;
}

const momentMs = 80;
const patienceMs = 30_000;

export function watchTraffic(page: Page): Traffic {
  let underWay = 0;
  let changedAt = performance.now();
  const count = (step: 1 | -1) => () => {
    underWay += step;
    changedAt = performance.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return {
    async quiet() {
      const began = performance.now();
      while (underWay > 0 || performance.now() - changedAt < momentMs) {
        if (performance.now() - began > patienceMs) throw new Error(`${page.url()} is still loading`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
