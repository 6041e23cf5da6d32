import type { Language, WordPair } from '../../platform/words.ts';

/** What a run of the command line works with; tests pass their own. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  /** whether a person reads the output */
  readonly terminal: boolean;
  readInput(): Promise<Uint8Array>;
  /** results, to standard output */
  out(text: string): void;
  /** words, to standard error */
  err(text: string): void;
}

/** 0: done; 2: refused or bad input; 1: our bug. */
export type ExitCode = 0 | 1 | 2;

export const languages: readonly Language[] = ['zh', 'en'];

/** Both languages, for help: nobody has chosen one yet. */
export function bothLines([zh, en]: WordPair): string {
  return zh === en ? zh : `${zh}\n${en}`;
}

export function bothInline([zh, en]: WordPair): string {
  return zh === en ? zh : `${zh} / ${en}`;
}

/** The process itself. A reader that closes the pipe early (`| head`) ends the run quietly. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    env: process.env,
    terminal: process.stdout.isTTY,
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
