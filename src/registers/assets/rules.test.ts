import { describe, expect, it } from 'vitest';
import { areaGapBp, boundaryAreaMu, boundaryPath, parseBoundary } from '../../platform/pure/boundary.ts';
import { localDate } from '../../platform/pure/period.ts';
import {
  type AssetDraft,
  confirmationLight,
  confirmationState,
  coverageBp,
  kindsOf,
  landKinds,
  proposeAsset,
  proposeLeave,
  surveyDueOn,
} from './rules.ts';

const today = localDate('2019-06-03');
const draft: AssetDraft = {
  class: 'operating',
  kind: 'building',
  areaMu: 0,
  bookAreaMu: 0,
  acquiredOn: '2010-05-01',
  listedOn: '2019-06-03',
  povertyProject: false,
  fundingSource: null,
  fundingDocument: null,
};

describe('an asset', () => {
  it.each([
    ['a thing of the collective', {}],
    [
      'land with an area in the books alone',
      { class: 'natural_resource', kind: 'grassland_natural', bookAreaMu: 12.5 },
    ],
    [
      'a poverty project with its document',
      { povertyProject: true, fundingSource: 'city', fundingDocument: '鄂财农〔2018〕1号' },
    ],
  ] as const)('is taken: %s', (_, over) => {
    expect(proposeAsset({ ...draft, ...over }, today)).toEqual({ ok: true, value: true });
  });

  it.each([
    ['asset_kind_of_class', 'kind', { kind: 'cropland' }],
    ['asset_kind_of_class', 'kind', { class: 'natural_resource' }],
    ['asset_area_missing', 'areaMu', { class: 'natural_resource', kind: 'unused' }],
    ['asset_in_future', 'listedOn', { listedOn: '2019-06-04' }],
    ['asset_in_future', 'acquiredOn', { acquiredOn: '2019-06-04' }],
    ['asset_funding_missing', 'fundingSource', { povertyProject: true, fundingDocument: '1' }],
    ['asset_funding_missing', 'fundingDocument', { povertyProject: true, fundingSource: 'city' }],
  ] as const)('is refused with %s at %s', (code, field, over) => {
    expect(proposeAsset({ ...draft, ...over }, today)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('is land exactly when it is a resource', () => {
    expect(kindsOf('natural_resource')).toEqual(landKinds);
    for (const of of ['operating', 'public_welfare', 'undetermined'] as const)
      expect(kindsOf(of)).not.toContain('cropland');
  });

  it('leaves the list once, on a day that has come, and not under its tenant', () => {
    const asset = { listedOn: '2018-01-01', leftOn: null, isLet: false };
    expect(proposeLeave(asset, '2019-06-03', today).ok).toBe(true);
    const codes = [
      proposeLeave({ ...asset, leftOn: '2019-01-01' }, '2019-06-03', today),
      proposeLeave(asset, '2017-12-31', today),
      proposeLeave(asset, '2019-06-04', today),
      proposeLeave({ ...asset, isLet: true }, '2019-06-03', today),
    ].map((result) => (result.ok ? '' : result.refusal.code));
    expect(codes).toEqual(['asset_left', 'asset_left_before_listed', 'asset_in_future', 'asset_still_let']);
  });
});

describe('the two-party confirmation', () => {
  it.each([
    [null, null, 'none'],
    ['2019-05-01', null, 'village'],
    [null, '2019-05-01', 'township'],
    ['2019-05-01', '2019-05-02', 'both'],
  ] as const)('of %s and %s is %s', (villageOn, townshipOn, state) => {
    expect(confirmationState({ villageOn, townshipOn })).toBe(state);
  });

  it.each([
    ['2019-05-20', null, null, 'none'],
    ['2019-05-07', null, null, 'near'],
    ['2019-05-04', null, null, 'near'],
    ['2019-05-03', null, null, 'late'],
    ['2019-01-01', '2019-01-02', '2019-01-03', 'met'],
  ])('changed on %s, confirmed %s and %s, shows %s after 30 days', (changedOn, villageOn, townshipOn, light) => {
    const question = { changedOn: localDate(changedOn), villageOn, townshipOn, leftOn: null, today, days: 30 };
    expect(confirmationLight(question)).toBe(light);
    expect(confirmationLight({ ...question, leftOn: '2019-05-30' })).toBe('exempt');
  });

  it('counts coverage against the known list, and full only when all are there', () => {
    expect(coverageBp(0, 0)).toBeUndefined();
    expect(coverageBp(9_999, 10_000)).toBe(9_999);
    expect(coverageBp(99_999, 100_000)).toBe(9_999);
    expect(coverageBp(3, 3)).toBe(10_000);
  });

  it('has the survey of a year reported by the end of March', () => {
    expect([surveyDueOn(2018, 3), surveyDueOn(2019, 3)]).toEqual(['2019-03-31', '2020-03-31']);
  });
});

/** A square of about a kilometre in the Mu Us. */
const square = [
  [109.0, 38.6],
  [109.01, 38.6],
  [109.01, 38.61],
  [109.0, 38.61],
  [109.0, 38.6],
];

describe('a boundary', () => {
  it('is read from a polygon, several, or a feature, and measured with its holes', () => {
    const polygon = { type: 'Polygon', coordinates: [square] };
    const feature = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: polygon }] };
    for (const json of [polygon, feature, { type: 'MultiPolygon', coordinates: [[square]] }]) {
      const read = parseBoundary(JSON.stringify(json));
      if (!read.ok) throw new Error(read.refusal.code);
      // 0.01° × 0.01° at 38.605° north: 869.0 m × 1,111.9 m
      expect(boundaryAreaMu(read.value)).toBeCloseTo(1449.5, 0);
      expect(boundaryPath(read.value, 100)).toMatch(/^M0\.0 100\.0L\d+\.\d 100\.0L/);
    }
    const hole = square.map(([longitude = 0, latitude = 0]) => [
      109.0 + (longitude - 109.0) / 2,
      38.6 + (latitude - 38.6) / 2,
    ]);
    const holed = parseBoundary(JSON.stringify({ type: 'Polygon', coordinates: [square, hole] }));
    expect(holed.ok && boundaryAreaMu(holed.value)).toBeCloseTo((1449.5 * 3) / 4, 0);
  });

  it.each([
    ['boundary_format', 'not json'],
    ['boundary_format', '{"type":"Point","coordinates":[109,38]}'],
    ['boundary_format', '{"type":"Polygon","coordinates":[[["a",1]]]}'],
    ['boundary_ring', JSON.stringify({ type: 'Polygon', coordinates: [square.slice(0, 4)] })],
    ['boundary_outside', JSON.stringify({ type: 'Polygon', coordinates: [square.map(([x, y]) => [y, x])] })],
    [
      'boundary_too_fine',
      JSON.stringify({ type: 'Polygon', coordinates: [Array.from({ length: 5_001 }, () => [109, 38])] }),
    ],
  ])('is refused with %s', (code, text) => {
    expect(parseBoundary(text)).toMatchObject({ ok: false, refusal: { code, field: 'boundary' } });
  });

  it('is compared with a measured area', () => {
    expect([areaGapBp(100, 90), areaGapBp(90, 100), areaGapBp(0, 50)]).toEqual([1_000, 1_000, 0]);
  });
});
