import { type ListAddress, limits } from './address.ts';
import { useFormat, useWords } from './language.ts';
import { words } from './words.ts';

/** Which rows of how many, the pages, and rows per page. */
export function ListPager({ total, shown, address, change }: PagerProps) {
  const t = useWords(words);
  const { number } = useFormat();
  const from = (address.page - 1) * address.limit;
  const pages = Math.max(1, Math.ceil(total / address.limit));
  return (
    <nav className="list-pager" aria-label={t('list.pages')}>
      <span>{t('list.range', { from: number(from + 1), to: number(from + shown), total: number(total) })}</span>
      <span className="buttons no-print">
        {pages > 1 && (
          <>
            <button
              type="button"
              className="button"
              disabled={address.page <= 1}
              onClick={() => change({ page: address.page - 1 })}
            >
              {t('list.previous')}
            </button>
            <span>{t('list.page', { page: address.page, pages: number(pages) })}</span>
            <button
              type="button"
              className="button"
              disabled={address.page >= pages}
              onClick={() => change({ page: address.page + 1 })}
            >
              {t('list.next')}
            </button>
          </>
        )}
        <select
          className="input list-limit"
          aria-label={t('list.limit')}
          value={address.limit}
          onChange={(event) => change({ limit: Number(event.target.value) })}
        >
          {limits.map((limit) => (
            <option key={limit} value={limit}>
              {t('list.perPage', { count: limit })}
            </option>
          ))}
        </select>
      </span>
    </nav>
  );
}

interface PagerProps {
  readonly total: number;
  readonly shown: number;
  readonly address: ListAddress;
  readonly change: (change: Partial<ListAddress>) => void;
}
