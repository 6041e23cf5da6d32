import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs one of Debian's packages; undefined when it is there, else why it could not be installed. */
export function installDebianPackage(name: string): string | undefined {
  if (!existsSync('/usr/bin/apt-get')) return `no apt-get to install ${name} with`;
  if (process.getuid?.() !== 0) return `only root can install ${name}`;
  const first = aptGet('install', '-y', '--no-install-recommends', name);
  if (first === undefined) return undefined;
  // A machine whose package lists are old or missing finds nothing before they are fetched.
  return aptGet('update') ?? aptGet('install', '-y', '--no-install-recommends', name);
}

function aptGet(...words: string[]): string | undefined {
  const run = spawnSync('apt-get', ['-q', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status === 0) return undefined;
  return `apt-get ${words.join(' ')}: ${(run.stderr || String(run.error)).trim().split('\n').slice(-3).join(' | ')}`;
}
