import { useSearchParams } from 'react-router';
import { isMonth, type LocalDate, monthOf, shiftMonth } from '../../platform/pure/period.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { useMe } from '../../platform/ui/me.ts';

/**
 * The place and month of a page in its address; absent: the reader's own place, and the last month that is over by
 * the server's day.
 */
export function usePlaceMonth(today: string): PlaceMonth {
  const own = useMe().position.place;
  const [search, setSearch] = useSearchParams();
  const current = monthOf(today as LocalDate);
  const placeText = Number(search.get('place') ?? Number.NaN);
  const monthText = search.get('month') ?? '';
  function change(name: string, value: string): void {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set(name, value);
      next.delete('page');
      return next;
    });
  }
  return {
    place: isPlace(placeText) ? placeText : (own ?? 0),
    own: own ?? 0,
    month: isMonth(monthText) && monthText <= current ? monthText : shiftMonth(current, -1),
    current,
    setPlace: (place) => change('place', String(place ?? own ?? '')),
    setMonth: (month) => change('month', month),
  };
}

export interface PlaceMonth {
  /** 12-digit code */
  readonly place: number;
  readonly own: number;
  /** `YYYY-MM` */
  readonly month: string;
  /** the month under way */
  readonly current: string;
  readonly setPlace: (place: number | undefined) => void;
  readonly setMonth: (month: string) => void;
}
