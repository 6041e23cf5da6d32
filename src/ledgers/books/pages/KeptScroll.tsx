import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useScrollStop } from '../../../platform/ui/TableScroll.tsx';

const prefix = 'silian.scroll.';

/**
 * A long table that scrolls by itself and remembers how far at each address: whoever comes back from a voucher finds the
 * line of the ledger he left.
 */
export function KeptScroll({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { pathname, search } = useLocation();
  const key = `${prefix}${pathname}${search}`;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = Number(sessionStorage.getItem(key) ?? 0);
    const keep = () => sessionStorage.setItem(key, String(element.scrollTop));
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [key]);
  return (
    <div ref={box} className="list-scroll" {...useScrollStop(box, label)}>
      {children}
    </div>
  );
}
