import { type RefObject, useEffect } from 'react';
import { useLocation } from 'react-router';

const prefix = 'silian.scroll.';

/**
 * Remembers how far a box is scrolled at each address, and puts it there again when the reader comes back: from a
 * voucher to the line of the ledger he left. `ready` says that the rows are there.
 */
export function useKeepScroll(box: RefObject<HTMLElement | null>, ready: boolean): void {
  const { pathname, search } = useLocation();
  const key = `${prefix}${pathname}${search}`;
  useEffect(() => {
    const element = box.current;
    if (!element || !ready) return;
    element.scrollTop = Number(sessionStorage.getItem(key) ?? 0);
    const keep = () => sessionStorage.setItem(key, String(element.scrollTop));
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [box, key, ready]);
}
