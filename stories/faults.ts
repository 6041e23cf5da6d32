import type { ConsoleMessage, Page } from 'playwright-core';

/** What went wrong on a page without anybody saying so. */
export interface Faults {
  readonly found: readonly string[];
  /** from now on answers with these statuses, and lines of this kind, belong to the story, as a refused guess does */
  expect(...expected: readonly (number | RegExp)[]): void;
}

/** Listens for script errors, console errors and warnings, and violations of the content security policy. */
export function watchFaults(page: Page): Faults {
  const found: string[] = [];
  const expected: (number | RegExp)[] = [];
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isExpected(message, expected))
      found.push(`${page.url()}: ${message.text()} (${message.location().url})`);
  });
  page.on('crash', () => found.push(`${page.url()}: the page crashed`));
  void page.addInitScript(tellPolicyViolations);
  return {
    found,
    expect(...more) {
      expected.push(...more);
    },
  };
}

/** The browser itself writes a line for every answer that is no success. */
function isExpected(message: ConsoleMessage, expected: readonly (number | RegExp)[]): boolean {
  const [, status] = /responded with a status of (\d+)/.exec(message.text()) ?? [];
  return expected.some((one) => (typeof one === 'number' ? Number(status) === one : one.test(message.text())));
}

/** The browser's own message for a violation does not reach the console in every case. */
const tellPolicyViolations = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('policy: ' + event.violatedDirective + ' forbids ' + event.blockedURI + ' ' + event.sample);
});`;
