import { type ReactNode, useEffect } from 'react';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * Head of every page: `<PageHead title about actions? back? stamp? />`.
 * `about` is the one line that says what the page is for and what is missing without it; `actions` are buttons and
 * links with class `button`; `back` is a breadcrumb link; `stamp` stands beside the title (作废).
 * Sets the title of the browser tab; `count` puts open work before it.
 */
export function PageHead({ title, about, actions, back, stamp, count }: PageHeadProps) {
  const t = useWords(words);
  const tab = `${count ? `(${count}) ` : ''}${title} · ${t('product')}`;
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  return (
    <header className="page-head">
      <div className="page-head-text">
        {back && <div className="page-back">{back}</div>}
        <div className="page-title">
          <h1>{title}</h1>
          {stamp}
        </div>
        {about && <p className="page-about">{about}</p>}
      </div>
      {actions && <div className="buttons no-print">{actions}</div>}
    </header>
  );
}

interface PageHeadProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: ReactNode;
  readonly stamp?: ReactNode;
  readonly count?: number;
}
