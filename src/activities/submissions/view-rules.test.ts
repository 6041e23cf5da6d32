import { describe, expect, it } from 'vitest';
import type { LocalDate, Month } from '../../platform/pure/period.ts';
import {
  countLevels,
  heldReports,
  lightRows,
  type OwedReport,
  type ReportDay,
  viewExempt,
  viewReport,
} from './view-rules.ts';

const city = 150600000000;
const banner = 150622000000;
const township = 150622100000;
const village = 150622100201;
const march = '2018-03' as Month;

function day(today: string): ReportDay {
  return {
    today: today as LocalDate,
    firstMonth: '2018-02' as Month,
    calendars: () => ({ dueDay: 10, graceDays: 3 }),
  };
}

function report(place: number, parent: number, change: Partial<OwedReport> = {}): OwedReport {
  const levels = new Map([
    [city, 'city'],
    [banner, 'banner'],
    [township, 'township'],
  ] as const);
  return {
    place,
    parent,
    placeName: `place ${place}`,
    month: march,
    level: levels.get(place as typeof city) ?? 'village',
    county: 150622,
    id: null,
    state: 'open',
    snapshot: 0,
    cutoff: null,
    digest: null,
    remark: null,
    dueOn: null,
    sentOn: null,
    confirmedOn: null,
    confirmedBy: null,
    approvedOn: null,
    revision: null,
    answerBy: null,
    ...change,
  };
}

const sent = { id: 'id', snapshot: 1, dueOn: '2018-04-10' as LocalDate, sentOn: '2018-04-03' as LocalDate };

describe('heldReports', () => {
  it('counts the delay against the step that has to act', () => {
    const reports = [
      report(city, 0),
      report(banner, city),
      report(township, banner),
      report(village, township, { ...sent, state: 'confirmed' }),
      report(village + 1, township),
    ];
    const held = heldReports(reports, day('2018-04-20'));
    // the township has to approve the first village, the second has to confirm; nobody above can act yet
    expect(held.map(({ place, holder, hold }) => [place, holder, hold.by, hold.lateDays])).toEqual([
      [village + 1, village + 1, 'self', 10],
      [village, township, 'above', 9],
    ]);
    expect(countLevels(reports, held)).toMatchObject([
      { level: 'village', owed: 2, sent: 1, approved: 0, late: 2 },
      { level: 'township', owed: 1, sent: 0, late: 0 },
      { level: 'banner', owed: 1 },
      { level: 'city', owed: 1 },
    ]);
  });

  it('moves to the township once its villages are approved, and is empty before the measure and before the due day', () => {
    const approved = report(village, township, { ...sent, state: 'approved' });
    const late = heldReports([report(township, banner), approved], day('2018-04-20'));
    expect(late.map((one) => [one.place, one.hold.by])).toEqual([[township, 'self']]);
    expect(heldReports([report(village, township)], day('2018-04-10'))).toEqual([]);
    expect(heldReports([report(village, township, { month: '2018-01' as Month })], day('2018-04-20'))).toEqual([]);
  });
});

describe('lightRows', () => {
  it('has one light for each month, exempt where nothing was owed', () => {
    const months = ['2018-01', '2018-02', '2018-03'] as Month[];
    const reports = [
      report(village, township, { month: '2018-01' as Month }),
      report(village, township, { ...sent, state: 'approved' }),
    ];
    const [row] = lightRows(reports, months, day('2018-04-20'));
    expect(row?.lights).toEqual(['exempt', 'exempt', 'met']);
  });
});

describe('viewReport', () => {
  it('shows the reasons of a return only while it stands', () => {
    const reason = {
      submissionId: 'id',
      snapshot: 1,
      indicator: 'households',
      reason: 'why',
      answerBy: '2018-04-20' as LocalDate,
      returnedBy: 'a',
      recordedAt: new Date(0),
      times: 2,
    };
    const shown = (change: Partial<OwedReport>) =>
      viewReport(report(village, township, { ...sent, ...change }), day('2018-04-12'), [reason]).returns.length;
    expect(shown({ state: 'returned' })).toBe(1);
    expect(shown({ state: 'confirmed' })).toBe(0);
    expect(shown({ state: 'returned', snapshot: 2 })).toBe(0);
    expect(shown({ state: 'returned', id: 'other' })).toBe(0);
  });

  it('of a place that owes nothing is exempt, whatever the day', () => {
    const place = { place: 150622100001, placeName: 'community', month: march, level: 'village' } as const;
    expect(viewExempt(place, day('2018-12-01'))).toMatchObject({ owed: false, light: 'exempt', state: 'open' });
  });
});
