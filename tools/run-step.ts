import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one step with its output shown; true when it ended well. */
export function runStep(step: Step): Promise<boolean> {
  const [file = '', ...args] = step.command;
  const started = performance.now();
  console.log(`\n▸ ${step.name}`);
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`, ...step.env },
    });
    child.on('error', (error) => {
      console.error(`${step.name}: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      resolve(code === 0);
    });
  });
}

/** A package's command, run by this Node. */
export function bin(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}
