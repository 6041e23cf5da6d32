import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { type HeldPost, proposePost } from './rules.ts';

const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays(localDate('2018-01-01'), count));
const term = fc.tuple(day, fc.option(fc.integer({ min: 1, max: 200 }), { nil: null })).map(
  ([startsOn, days]): HeldPost => ({
    post: 'secretary',
    startsOn,
    endsOn: days === null ? null : addDays(startsOn, days),
  }),
);

describe('proposePost', () => {
  it('never lets two secretaries hold the post on one day', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), (terms) => {
        const held: HeldPost[] = [];
        for (const draft of terms) if (proposePost(draft, held).ok) held.push(draft);
        for (let count = 0; count < 700; count += 7) {
          const on = addDays(localDate('2018-01-01'), count);
          const serving = held.filter((post) => post.startsOn <= on && (post.endsOn === null || post.endsOn > on));
          expect(serving.length).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 8 },
    );
  });

  it('lets deputies and successors be several', () => {
    const secretary: HeldPost = { post: 'secretary', startsOn: '2018-01-01', endsOn: '2019-01-01' };
    expect(proposePost({ post: 'deputy', startsOn: '2018-05-01', endsOn: null }, [secretary]).ok).toBe(true);
    expect(proposePost({ post: 'secretary', startsOn: '2019-01-01', endsOn: null }, [secretary]).ok).toBe(true);
    expect(proposePost({ post: 'secretary', startsOn: '2018-12-31', endsOn: null }, [secretary])).toMatchObject({
      refusal: { code: 'branch_secretary_known' },
    });
    expect(proposePost({ post: 'reserve', startsOn: '2018-05-01', endsOn: '2018-05-01' }, [])).toMatchObject({
      refusal: { code: 'branch_period', field: 'endsOn' },
    });
  });
});
