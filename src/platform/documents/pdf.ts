import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { toLayoutData } from './layout-data.ts';
import type { PrintDocument } from './model.ts';
import type { PdfAnswer, PdfOrder } from './pdf-press.ts';

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (cause: Error) => void;
}

/** The press is closed after so long without work; the next document starts it again in about a third of a second. */
const IDLE_MS = 30_000;
/** A press that gives nothing back for so long is broken. */
const STUCK_MS = 120_000;

let press: ChildProcess | undefined;
let clock: NodeJS.Timeout | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

/**
 * A document as PDF, fonts embedded. A process of its own typesets, whose compiler stays warm, so that a long list does
 * not hold up the server. Every text of the document is data and never markup. A character that no print font has is
 * printed as U+3013 and named in a note on the first page; {@link file://./missing-glyphs.ts} tells beforehand.
 * @throws RangeError when a row has not one cell for each column
 */
export async function renderPdf(document: PrintDocument): Promise<Uint8Array> {
  const data = JSON.stringify(await toLayoutData(document));
  const child = startPress();
  const order: PdfOrder = { number: ++orders, data, tagged: document.kind === 'red-header' };
  return await new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(order.number, { resolve, reject });
    watch(child);
    child.send(order);
  });
}

/** Ends the typesetting process now; it would end by itself, too. Orders under way fail. */
export function closePress(): void {
  if (press) abandon(press, new Error('The press was closed.'));
}

function startPress(): ChildProcess {
  if (press) return press;
  const child = fork(fileURLToPath(new URL('./pdf-press.ts', import.meta.url)), {
    execArgv: [],
    serialization: 'advanced',
  });
  child.on('message', (answer: PdfAnswer) => {
    const order = waiting.get(answer.number);
    waiting.delete(answer.number);
    watch(child);
    if ('pdf' in answer) order?.resolve(answer.pdf);
    else order?.reject(new Error(answer.fault));
  });
  child.on('error', (cause) => abandon(child, cause));
  child.on('exit', (code) => abandon(child, new Error(`The typesetting process ended with code ${code}.`)));
  press = child;
  return child;
}

/** Keeps our process alive only while something is being typeset, and ends a press that idles or is stuck. */
function watch(child: ChildProcess): void {
  clearTimeout(clock);
  if (waiting.size > 0) {
    child.ref();
    child.channel?.ref();
    clock = setTimeout(() => abandon(child, new Error('Typesetting takes too long.')), STUCK_MS);
  } else {
    child.unref();
    child.channel?.unref();
    clock = setTimeout(() => abandon(child, new Error('The press was idle.')), IDLE_MS);
  }
  clock.unref();
}

/** The orders under way fail, and the next one starts a new press. */
function abandon(child: ChildProcess, cause: Error): void {
  if (press !== child) return;
  press = undefined;
  clearTimeout(clock);
  child.kill('SIGKILL');
  for (const order of waiting.values()) order.reject(cause);
  waiting.clear();
}
