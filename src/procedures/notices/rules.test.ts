import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkday, workdaysBetween } from '../../platform/pure/calendar.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import {
  answerDueOn,
  answerLight,
  maskNumbers,
  noticeState,
  publicPath,
  ticketOf,
  toSheet,
  windowOf,
  workdaysLeft,
} from './rules.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 300 });

const anyDay = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays(localDate('2018-01-01'), count));

describe('the window', () => {
  it('counts working days, the day of posting not among them', () => {
    expect(windowOf(localDate('2019-12-27'), 7)).toEqual({ endsOn: '2020-01-08', calendarKnown: true });
    // the Spring Festival of 2020 was lengthened, and Sunday 19 January was worked
    expect(windowOf(localDate('2020-01-17'), 7).endsOn).toBe('2020-02-04');
  });

  it('is never shorter than it says, whatever the holidays', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (postedOn, days) => {
        const { endsOn } = windowOf(postedOn, days);
        expect(workdaysBetween(postedOn, endsOn)).toBe(days);
        expect(isWorkday(endsOn)).toBe(true);
        const standing = { endsOn, withdrawnOn: null, openObjections: 0, upheldObjections: 0 };
        expect(noticeState(standing, endsOn)).toBe('running');
        expect(noticeState(standing, addDays(endsOn, 1))).toBe('cleared');
        expect(workdaysLeft(endsOn, postedOn)).toBe(days);
        expect(workdaysLeft(endsOn, addDays(endsOn, 1))).toBe(0);
      }),
    );
  });

  it('stays locked while objections are open, and for good when one was upheld', () => {
    const over = { endsOn: '2020-01-08', withdrawnOn: null, openObjections: 0, upheldObjections: 0 };
    const today = localDate('2020-02-01');
    expect(noticeState({ ...over, openObjections: 1 }, today)).toBe('objected');
    expect(noticeState({ ...over, upheldObjections: 1 }, today)).toBe('objected');
    expect(noticeState({ ...over, withdrawnOn: '2020-01-05' }, today)).toBe('withdrawn');
    expect(noticeState(over, today)).toBe('cleared');
  });
});

describe('an answer', () => {
  it('is due after working days and has a light', () => {
    const answerBy = answerDueOn(localDate('2020-01-03'), 5);
    expect(answerBy).toBe('2020-01-10');
    expect(answerLight({ answerBy, answeredOn: null }, localDate('2020-01-06'))).toBe('none');
    expect(answerLight({ answerBy, answeredOn: null }, localDate('2020-01-08'))).toBe('near');
    expect(answerLight({ answerBy, answeredOn: null }, localDate('2020-01-11'))).toBe('late');
    expect(answerLight({ answerBy, answeredOn: localDate('2020-01-10') }, localDate('2020-03-01'))).toBe('met');
    expect(answerLight({ answerBy, answeredOn: localDate('2020-01-13') }, localDate('2020-03-01'))).toBe('late');
  });

  it('is found by a ticket that cannot be misread', () => {
    expect(ticketOf(Uint8Array.from([0, 31, 32, 255, 18, 19, 20, 21, 22, 23]))).toBe('0Z0ZJKMNPQ');
    expect(() => ticketOf(new Uint8Array(3))).toThrow(RangeError);
  });
});

describe('what hangs', () => {
  const columns = [
    { title: ['姓名', 'Name'], kind: 'text' },
    { title: ['金额', 'Amount'], kind: 'fen' },
  ] as const;

  it.each([
    ['王明 11010519491231002X', '王明 110105********002X'],
    ['电话13947712345。', '电话139****2345。'],
    ['卡号6228481234567890', '卡号************7890'],
    ['2018-01-01 2018-12-31', '2018-01-01 2018-12-31'],
    ['110105 19491231 002x', '110105********002X'],
    ['电话 139 4771 2345', '电话 139****2345'],
    ['卡号 6228 4812 3456 7890 123', '卡号 ***************0123'],
    ['2018-01-01 至 2018-12-31', '2018-01-01 至 2018-12-31'],
    ['合计 123456 元', '合计 123456 元'],
  ])('masks numbers of persons: %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it('turns cells into text, amounts into digits of fen', () => {
    const sheet = toSheet({
      title: ' 名单 ',
      columns,
      rows: [
        ['王明 11010519491231002X', 5n],
        [null, null],
      ],
    });
    expect(sheet).toEqual({
      ok: true,
      value: {
        title: '名单',
        body: null,
        pairs: [],
        columns,
        rows: [
          ['王明 110105********002X', '5'],
          ['', ''],
        ],
      },
    });
  });

  it.each([
    ['notice_row_shape', { title: 'A', columns, rows: [['a']] }],
    ['notice_cell_not_whole', { title: 'A', columns, rows: [['a', 1.5]] }],
    ['notice_cell_not_whole', { title: 'A', columns, rows: [['a', '1e3']] }],
    ['notice_empty', { title: 'A', columns: [], rows: [] }],
  ] as const)('refuses %s', (code, content) => {
    expect(toSheet(content)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is public under its county and id', () => {
    expect(publicPath({ county: 150622, id: 'x' })).toBe('/p/notices/150622/x');
  });
});
