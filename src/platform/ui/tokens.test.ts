import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { worstLight } from './lights.ts';
import { stepsOf } from './tile-steps.ts';
import { colours, stepColour, stepInk, stepOf, steps } from './tokens.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

describe('colours', () => {
  test.each(Object.entries(colours))('%s is the same in tokens.css', (name, value) => {
    const [, inCss = ''] = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`, 'i').exec(css) ?? [];
    expect(inCss.toLowerCase()).toBe(value.toLowerCase());
  });

  const texts = ['ink', 'ink-2', 'ink-3', 'qing-700', 'ok', 'warn-text', 'bad'] as const;
  test.each(texts)('%s can be read on paper, felt and the grounds of notices (4.5:1)', (name) => {
    const grounds = ['paper', 'felt', ...(name === 'ink-3' ? (['felt-2'] as const) : [])] as const;
    for (const ground of grounds) expect(contrast(colours[name], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of inputs stand out (3:1), text on every step of a map can be read', () => {
    expect(contrast(colours['rule-strong'], colours.paper)).toBeGreaterThanOrEqual(3);
    for (const [step, colour] of steps.entries()) expect(contrast(stepInk(step), colour)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(stepInk(undefined), stepColour(undefined))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('steps of a map', () => {
  test('reach from the least to the most', () => {
    expect(stepsOf([55, undefined, 100, 77.5])).toEqual([0, undefined, 5, 3]);
    expect(stepsOf([7, 7])).toEqual([5, 5]);
    expect(stepsOf([5000], { from: 0, to: 10_000 })).toEqual([3]);
    expect([stepOf(-1), stepOf(2)]).toEqual([0, 5]);
  });
});

test('a place is as late as its latest part', () => {
  expect(worstLight(['met', 'late', 'near'])).toBe('late');
  expect(worstLight(['exempt', 'met'])).toBe('met');
  expect(worstLight(['exempt'])).toBe('exempt');
  expect(worstLight([])).toBe('none');
});

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
