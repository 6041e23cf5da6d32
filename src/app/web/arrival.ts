import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * A new page begins at its top, for the eye and for the keyboard; going back returns to where one was. The first page
 * of a visit leaves the focus alone. Attach the result to `<main>`.
 */
export function useArrival(): RefObject<HTMLElement | null> {
  const { pathname, key } = useLocation();
  const goesBack = useNavigationType() === 'POP';
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    const keep = () => places.set(key, window.scrollY);
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [key]);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
    return goesBack && main.current ? scrollWhenTall(main.current, places.get(key) ?? 0) : scrollTo(0);
  }, [pathname, key, goesBack]);
  return main;
}

/** Scroll positions of the addresses visited, by the router's key. */
const places = new Map<string, number>();

function scrollTo(top: number): void {
  window.scrollTo(0, top);
}

/** The page may still be reading its data: waits until it is long enough, at most two seconds. */
function scrollWhenTall(page: HTMLElement, top: number): () => void {
  const observer = new ResizeObserver(() => {
    if (page.scrollHeight < top) return;
    scrollTo(top);
    observer.disconnect();
  });
  observer.observe(page);
  const timer = setTimeout(() => observer.disconnect(), 2000);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
