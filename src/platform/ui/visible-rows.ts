import { type RefObject, useEffect, useState } from 'react';

/** Height of a row in pixels, as in `list.css`; lists of more than {@link ALL_DRAWN} rows keep to it. */
export const ROW_HEIGHT = 36;
/** Up to so many rows all are drawn, whatever their heights. */
export const ALL_DRAWN = 100;
const MARGIN = 20;

export interface Span {
  readonly first: number;
  /** after the last */
  readonly end: number;
}

/** Which rows to draw for a scroll position: those in view and {@link MARGIN} on both sides. */
export function rowsInView(count: number, scrollTop: number, height: number): Span {
  if (count <= ALL_DRAWN) return { first: 0, end: count };
  const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - MARGIN);
  return { first, end: Math.min(count, Math.ceil((scrollTop + height) / ROW_HEIGHT) + MARGIN) };
}

/** Follows the scroller; for printing all rows are drawn. */
export function useVisibleRows(count: number, scroller: RefObject<HTMLDivElement | null>): Span {
  const [span, setSpan] = useState<Span>(() => rowsInView(count, 0, 800));
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function measure(): void {
      if (!element) return;
      const next = rowsInView(count, element.scrollTop, element.clientHeight);
      setSpan((before) => (before.first === next.first && before.end === next.end ? before : next));
    }
    function drawAll(): void {
      setSpan({ first: 0, end: count });
    }
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('beforeprint', drawAll);
    window.addEventListener('afterprint', measure);
    return () => {
      element.removeEventListener('scroll', measure);
      window.removeEventListener('beforeprint', drawAll);
      window.removeEventListener('afterprint', measure);
    };
  }, [count, scroller]);
  return { first: Math.min(span.first, count), end: Math.min(Math.max(span.end, Math.min(count, ALL_DRAWN)), count) };
}
