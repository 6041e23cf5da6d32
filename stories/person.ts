import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import type { Faults } from './faults.ts';
import { type Traffic, watchTraffic } from './traffic.ts';

const secondsPerClick = 1.2;
const secondsPerCharacter = 0.25;
const mostTabs = 60;

/**
 * Somebody at a screen. Counts what ux.md table (c) limits: clicks (a key that acts counts as one), characters typed, and the time both
 * take a person (1.2 s a click, 0.25 s a character) plus the time the product made them wait.
 */
export class Person {
  readonly page: Page;
  readonly faults: Faults;
  readonly #traffic: Traffic;
  #clicks = 0;
  #characters = 0;
  #waited = 0;

  constructor(page: Page, faults: Faults) {
    this.page = page;
    this.faults = faults;
    this.#traffic = watchTraffic(page);
  }

  get clicks(): number {
    return this.#clicks;
  }

  /** scripted user time of the job, in seconds */
  get seconds(): number {
    return this.#clicks * secondsPerClick + this.#characters * secondsPerCharacter + this.#waited / 1000;
  }

  /** begins a new job: counters at zero */
  startCounting(): void {
    this.#clicks = 0;
    this.#characters = 0;
    this.#waited = 0;
  }

  async click(target: Locator): Promise<void> {
    this.#clicks += 1;
    await this.#wait(target.click());
  }

  async press(key: string): Promise<void> {
    this.#clicks += 1;
    await this.#wait(this.page.keyboard.press(key));
  }

  /** moves the focus by Tab until it stands on what is called so, as somebody without a mouse does */
  async tabTo(name: string): Promise<void> {
    const focused = this.page.locator(':focus');
    for (let step = 0; step < mostTabs; step += 1) {
      await this.press('Tab');
      if ((await focused.textContent()) === name) return;
    }
    throw new Error(`${mostTabs} steps with Tab do not reach ${name}`);
  }

  async type(field: Locator, text: string): Promise<void> {
    this.#characters += text.length;
    await this.#wait(field.fill(text));
  }

  /** a choice from a closed list: one click opens it, one takes the entry */
  async choose(list: Locator, entry: string): Promise<void> {
    this.#clicks += 2;
    await this.#wait(list.selectOption({ label: entry }));
  }

  /** waits until it can be seen; the time counts as the product's */
  async see(what: Locator): Promise<void> {
    await this.#wait(what.first().waitFor());
  }

  /** what it says, as text */
  async read(what: Locator): Promise<string> {
    return (await this.#wait(what.first().textContent())) ?? '';
  }

  /** clicks and keeps the file the product sends */
  async download(target: Locator): Promise<{ readonly name: string; readonly content: Buffer }> {
    const coming = this.page.waitForEvent('download');
    await this.click(target);
    return readDownload(await this.#wait(coming));
  }

  /** puts a file into a file field, as the browser's own dialog does: one click opens it, one takes the file */
  async upload(field: Locator, file: { readonly name: string; readonly content: Buffer }): Promise<void> {
    this.#clicks += 2;
    await this.#wait(
      field.setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.content }),
    );
  }

  /** opens an address, as from a bookmark, and waits until nothing is loading any more */
  async open(path: string): Promise<void> {
    await this.#wait(this.page.goto(path));
    await this.settle();
  }

  /** nothing is being fetched and nothing is announced as loading */
  async settle(): Promise<void> {
    await this.#wait(this.#traffic.quiet());
    await this.#wait(this.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' }));
  }

  /** Saves what is on the screen when `SILIAN_PICTURES` names a folder. */
  async picture(name: string): Promise<void> {
    const folder = process.env.SILIAN_PICTURES;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.png`), await this.page.screenshot());
  }

  async #wait<T>(work: Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work;
    } finally {
      this.#waited += performance.now() - began;
    }
  }
}

async function readDownload(download: Download): Promise<{ readonly name: string; readonly content: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  return { name: download.suggestedFilename(), content: Buffer.concat(chunks) };
}
