import { bin, runStep, type Step } from './run-step.ts';

/** The quick checks: folder rules, three type checks, lint and format. Only errors, no warnings. */
export const quickSteps: readonly Step[] = [
  { name: 'folder rules', command: [process.execPath, 'tools/tidy/tidy.ts'] },
  { name: 'types: server', command: [bin('tsc'), '-p', 'tsconfig.server.json'] },
  { name: 'types: web', command: [bin('tsc'), '-p', 'tsconfig.web.json'] },
  { name: 'types: pure', command: [bin('tsc'), '-p', 'tsconfig.pure.json'] },
  { name: 'lint and format', command: [bin('biome'), 'ci', '--error-on-warnings', '--no-errors-on-unmatched', '.'] },
];

if (import.meta.main) {
  let failed = 0;
  for (const step of quickSteps) if (!(await runStep(step))) failed += 1;
  console.log(`\n${quickSteps.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
