import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDivisions } from '../src/app/data/divisions.ts';
import { drawOutlines, type OutlineDrawing, readOutlines } from './extract-outlines.ts';

const drawing = JSON.parse(
  await readFile(new URL('../data/outlines/1506.svg.json', import.meta.url), 'utf8'),
) as OutlineDrawing;

describe('the drawing of the banners', () => {
  it('has each banner of the division list once, with a closed path', async () => {
    const banners = (await readDivisions('1506')).filter((row) => row.level === 'banner');
    expect(drawing.banners.map(({ code, name }) => [code, name])).toEqual(
      banners.map(({ code, name }) => [code, name]),
    );
    for (const { path } of drawing.banners) expect(path).toMatch(/^M\d+ \d+(?:l-?\d+ -?\d+)+z/);
  });

  it('keeps labels apart and inside the drawing', () => {
    const [, , width = 0, height = 0] = drawing.viewBox.split(' ').map(Number);
    for (const { name, label } of drawing.banners) {
      expect(label[0] > 60 && label[0] < width - 60 && label[1] > 35 && label[1] < height - 35, name).toBe(true);
      for (const other of drawing.banners.filter((banner) => banner.name !== name)) {
        const apart = Math.abs(label[0] - other.label[0]) >= 140 || Math.abs(label[1] - other.label[1]) >= 76;
        expect(apart, `${name} and ${other.name}`).toBe(true);
      }
    }
  });

  it('leads from the three small ones to labels beside the map', () => {
    const led = drawing.banners.filter((banner) => banner.leader).map((banner) => banner.name);
    expect(led).toEqual(['东胜区', '康巴什区', '伊金霍洛旗']);
  });

  it('is what the package gives', async () => {
    expect(JSON.parse(JSON.stringify(drawOutlines(await readOutlines('1506'))))).toEqual(drawing);
  });
});
