import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { features } from '../src/app/features.ts';
import { catalogue } from '../src/indicators/catalogue/catalogue.ts';
import { articles, type Clause, clauses } from '../src/measure/public.ts';
import { featureFolder } from '../src/platform/db/schema-files.ts';
import type { Feature } from '../src/platform/feature.ts';

const root = join(import.meta.dirname, '..');
export const coverageFile = join(root, 'docs', 'COVERAGE.md');

/** Article → clause → features → facts → indicators → pages → tests, as text; what a clause still lacks stands last. */
export function describeCoverage(): string {
  const lines = [
    '# Coverage of the measure',
    '',
    'Made by `node tools/coverage.ts write` from the code; a test fails when it is out of date.',
    `${articles.length} articles, ${clauses.length} clauses, ${catalogue.length} indicators, ${features.length} features.`,
  ];
  for (const article of articles) {
    lines.push('', `## ${article.number} ${article.title[1]} · ${article.title[0]}`, '');
    lines.push(
      '| clause | kind | features | facts | indicators | pages | tests | lacks |',
      '|---|---|---|---|---|---|---|---|',
    );
    for (const clause of clauses) if (clause.article === article.number) lines.push(clauseRow(clause));
  }
  return `${lines.join('\n')}\n`;
}

function clauseRow(clause: Clause): string {
  const serving = features.filter((feature) => feature.clauses.includes(clause.id));
  const indicators = catalogue.filter((indicator) => indicator.clause === clause.id);
  const facts = [...new Set(indicators.flatMap((one) => (one.kind === 'counted' ? [one.fact] : [])))];
  const pages = serving.flatMap((feature) => feature.pages.map((page) => page.path));
  const tests = serving.flatMap(testsOf);
  const cells = [
    `${clause.id} ${clause.text[1]}`,
    clause.kind,
    list(serving.map((feature) => feature.name)),
    list(facts),
    list(indicators.map((one) => one.code)),
    list(pages),
    list(tests),
    lacks(clause, { serving, indicators: indicators.length }),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What is missing, said as it is: a clause that obliges somebody needs a feature, and a figure or a written reason. */
function lacks(clause: Clause, has: { serving: readonly Feature[]; indicators: number }): string {
  if (clause.kind === 'declaratory') return '';
  const missing = [
    ...(has.serving.length === 0 ? ['feature'] : []),
    ...(has.indicators === 0 && !('reason' in clause.evidence) ? ['indicator'] : []),
  ];
  const reason = 'reason' in clause.evidence ? `no figure: ${clause.evidence.reason[1]}` : '';
  return [missing.join(', '), reason].filter((part) => part !== '').join('; ');
}

function testsOf(feature: Feature): string[] {
  const folder = join(root, 'src', featureFolder(feature));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${feature.name}/${file}`);
}

function list(items: readonly string[]): string {
  return [...new Set(items)].map((item) => `\`${item}\``).join(' ');
}

if (import.meta.main) {
  if (process.argv[2] === 'write') await writeFile(coverageFile, describeCoverage());
  else {
    const same = (await readFile(coverageFile, 'utf8').catch(() => '')) === describeCoverage();
    console.log(
      same ? 'docs/COVERAGE.md is up to date' : 'docs/COVERAGE.md is out of date: node tools/coverage.ts write',
    );
    process.exitCode = same ? 0 : 1;
  }
}
