import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Violations of WCAG 2.2 A and AA on the page as it stands; each as one readable line. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const results = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values: [...tags] },
      resultTypes: ['violations'],
    });
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
    }));
  }, tags);
  const where = new URL(page.url()).pathname;
  return violations.map(({ id, help, nodes }) => `${where} ${id}: ${help}\n  ${nodes.join('\n  ')}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
