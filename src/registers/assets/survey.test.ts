import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AssetWorld,
  assetBody,
  assetWorld,
  banner,
  confirm,
  county,
  landBody,
  listAsset,
  sister,
  township,
  village,
} from './world.testing.ts';

let world: AssetWorld;
beforeAll(async () => {
  world = await assetWorld('2019-02-03');
});
afterAll(() => world.close());

type Listed = Awaited<ReturnType<typeof listAsset>>;

async function revise({ address, id: _, place: _place, ...fields }: Listed, over: object) {
  const reply = await world.clerk.send('PUT', address, { ...fields, ...over, revision: 1, reason: '核实' });
  expect(reply.status).toBe(200);
}

describe('the survey of a year', () => {
  let [house, land, truck]: Listed[] = [];

  it('opens with the books, closes with what was found, in one go where nothing changed', async () => {
    house = await listAsset(world.clerk, assetBody({ number: 'S1', bookValueFen: 100_00, verifiedValueFen: 100_00 }));
    land = await listAsset(world.clerk, landBody({ number: 'S2', bookAreaMu: 1200, areaMu: 1200 }));
    truck = await listAsset(
      world.clerk,
      assetBody({ number: 'S3', kind: 'vehicle', bookValueFen: 50_00, verifiedValueFen: 45_00 }),
    );
    const assets = [house.id, land.id, truck.id];
    const all = { place: village, year: 2018, assets, checkedOn: '2019-02-03' };
    expect((await world.accountant.send('POST', '/asset-checks', all)).body).toEqual({ recorded: 2, skipped: 1 });
    expect((await world.accountant.send('POST', '/asset-checks', all)).body).toEqual({ recorded: 0, skipped: 1 });
    const lines = (await world.clerk.get(`/asset-checks?place=${village}&year=2018&checked=false`)).body;
    expect(lines).toMatchObject({
      total: 1,
      rows: [{ number: 'S3', openingFen: 50_00, decreaseFen: 5_00, closingFen: 45_00, finding: 'changed' }],
    });
  });

  it('is reported when every asset has its line', async () => {
    const report = { id: randomUUID(), place: village, year: 2018 };
    expect((await world.clerk.send('POST', '/asset-surveys/report', report)).body).toMatchObject({
      code: 'survey_lines_missing',
    });
    const check = {
      year: 2018,
      checkedOn: '2019-02-03',
      finding: 'damaged',
      increaseFen: 0,
      increaseMu: 0,
      decreaseMu: 0,
    };
    const at = `/assets/${county}/${truck?.id}/checks`;
    expect((await world.clerk.send('POST', at, { ...check, decreaseFen: 4_00, cause: '事故' })).body.code).toBe(
      'check_not_closing',
    );
    expect((await world.clerk.send('POST', at, { ...check, decreaseFen: 5_00 })).body.code).toBe('check_cause_missing');
    expect((await world.clerk.send('POST', at, { ...check, decreaseFen: 5_00, cause: '事故' })).status).toBe(200);
    expect((await world.clerk.send('POST', '/asset-surveys/report', report)).body).toEqual({ county, id: report.id });
    expect((await world.clerk.get(`/asset-surveys/village?place=${village}&year=2018`)).body).toMatchObject({
      state: 'reported',
      known: 3,
      checked: 3,
      coverageBp: 0,
      dueOn: '2019-03-31',
      light: 'none',
      allowed: ['asset.check', 'asset.export'],
    });
  });

  it('is accepted by another person and with the reported lines alone', async () => {
    const survey = (await world.town.get(`/asset-surveys/village?place=${village}&year=2018`)).body as { id: string };
    const address = `/asset-surveys/${county}/${survey.id}`;
    const again = {
      year: 2018,
      checkedOn: '2019-02-03',
      finding: 'damaged',
      increaseFen: 0,
      increaseMu: 0,
      decreaseMu: 0,
      decreaseFen: 5_00,
    };
    const at = `/assets/${county}/${truck?.id}/checks`;
    expect((await world.clerk.send('POST', at, { ...again, finding: 'changed', cause: '折旧' })).status).toBe(200);
    expect((await world.clerk.send('POST', `${address}/accept`, { revision: 1 })).status).toBe(403);
    expect((await world.town.send('POST', `${address}/accept`, { revision: 1 })).body.code).toBe('survey_changed');
    expect((await world.town.send('POST', `${address}/return`, { revision: 1, reason: '与实物不符' })).status).toBe(
      200,
    );
    await world.clerk.send('POST', '/asset-surveys/report', { id: randomUUID(), place: village, year: 2018 });
    expect((await world.town.send('POST', `${address}/accept`, { revision: 3 })).status).toBe(200);
    expect((await world.clerk.send('POST', at, { ...again, cause: '又改' })).body.code).toBe('survey_accepted');
    const rows = (await world.office.get('/asset-surveys?year=2018&state=accepted')).body;
    expect(rows).toMatchObject({ total: 1, accepted: 1, rows: [{ place: village, state: 'accepted', light: 'met' }] });
  });

  it('carries its closing into the next year', async () => {
    if (!land || !truck || !house) throw new Error('surveyed before');
    await world.setDay('2020-01-15');
    await revise(land, { areaMu: 1180.5 });
    await world.clerk.send('POST', `${house.address}/leave`, {
      revision: 1,
      leftOn: '2019-10-01',
      leftKind: 'sold',
      reason: '出售',
    });
    const { rows } = (await world.clerk.get(`/asset-checks?place=${village}&year=2019`)).body as { rows: object[] };
    expect(rows).toMatchObject([
      { number: 'S1', openingFen: 100_00, decreaseFen: 100_00, closingFen: 0, finding: 'left' },
      { number: 'S2', openingMu: 1200, decreaseMu: 19.5, closingMu: 1180.5, finding: 'changed' },
      { number: 'S3', openingFen: 45_00, increaseFen: 0, decreaseFen: 0, closingFen: 45_00, finding: 'as_listed' },
    ]);
  });

  it('is late after the end of March, also where nothing is listed', async () => {
    await world.setDay('2019-04-01');
    const { rows } = (await world.neighbour.get('/asset-surveys?year=2018')).body as { rows: object[] };
    expect(rows).toMatchObject([{ place: sister, known: 0, coverageBp: null, state: 'open', light: 'late' }]);
  });

  it('keeps opening + increase − decrease = closing in the table itself', async () => {
    const owner = await world.database.connectOwner();
    await expect(owner.query(`update asset_check set closing_fen = closing_fen + 1`)).rejects.toThrow(
      /asset_check_adds_up/,
    );
    await expect(owner.query(`update asset_check set decrease_mu = decrease_mu + 1`)).rejects.toThrow(
      /asset_check_area_adds_up/,
    );
    await owner.end();
  });
});

describe('totals', () => {
  it('are the sums of the assets, level by level', async () => {
    await world.setDay('2020-02-01');
    await listAsset(world.neighbour, assetBody({ place: sister, number: 'T1', bookValueFen: 7_00 }));
    const confirmed = await listAsset(
      world.neighbour,
      landBody({
        place: sister,
        number: 'T2',
        areaMu: 10.05,
        povertyProject: true,
        fundingSource: 'city',
        fundingDocument: '1号',
      }),
    );
    await confirm(world.neighbour, confirmed.address, 'village');
    await confirm(world.town, confirmed.address, 'township');
    const ofBanner = (await world.office.get(`/assets/totals?place=${banner}&year=2018`)).body;
    expect(ofBanner).toMatchObject({
      level: 'banner',
      parents: [],
      own: { assets: 4, confirmed: 1, poverty: 1, valueFen: 52_00, areaMu: 1190.55 },
      below: [{ place: township, assets: 4, valueFen: 52_00, areaMu: 1190.55 }],
      checks: [
        { class: 'natural_resource', openingMu: 1200, closingMu: 1200 },
        { class: 'operating', openingFen: 150_00, decreaseFen: 5_00, closingFen: 145_00 },
      ],
      belowChecks: [{ place: township, lines: 3, closingFen: 145_00 }],
    });
    const ofTownship = (await world.office.get(`/assets/totals?place=${township}`)).body;
    expect(ofTownship).toMatchObject({
      parents: [{ place: banner }],
      below: [
        { place: village, assets: 2 },
        { place: sister, assets: 2 },
      ],
    });
    const ofVillage = (await world.clerk.get('/assets/totals')).body;
    expect(ofVillage).toMatchObject({
      place: village,
      level: 'village',
      below: [],
      parents: [],
      kinds: [{ kind: 'grassland_natural' }, { kind: 'vehicle' }],
    });
    expect((await world.clerk.get(`/assets/totals?place=${sister}`)).status).toBe(404);
    expect((await world.clerk.get(`/assets/totals?place=${township}`)).status).toBe(404);
  });
});
