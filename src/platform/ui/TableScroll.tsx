import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

/**
 * `<TableScroll label>` around a table that may be wider than the page: it scrolls by itself, and while there is
 * something to scroll to it can be reached and moved by keyboard. `useScrollStop(ref, label)` gives another box the same.
 */
export function TableScroll({ label, className = 'table-scroll', children }: TableScrollProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} className={className} {...useScrollStop(box, label)}>
      {children}
    </div>
  );
}

interface TableScrollProps {
  /** what the table shows, for those who hear it */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function useScrollStop(box: RefObject<HTMLElement | null>, label: string): ScrollStop {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    });
    for (const observed of [element, ...element.children]) observer.observe(observed);
    return () => observer.disconnect();
  }, [box]);
  return scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
}

interface ScrollStop {
  readonly tabIndex?: 0;
  readonly role?: 'region';
  readonly 'aria-label'?: string;
}
