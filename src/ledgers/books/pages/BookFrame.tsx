import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useParams } from 'react-router';
import './books.css';
import './books-phone.css';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getBook } from '../contract.ts';
import { words } from '../words.ts';

export type Book = ReplyOf<typeof getBook>;

interface FrameProps {
  readonly title: string;
  readonly about?: string;
  readonly actions?: (book: Book) => ReactNode;
  readonly children: (book: Book) => ReactNode;
}

/** A page of one set of books: its head, the way to its other pages, and what the page is for. */
export function BookFrame({ title, about, actions, children }: FrameProps) {
  const t = useWords(words);
  const params = useBookKey();
  const reply = useReply(getBook, { params });
  return (
    <Loaded reply={reply} asPage>
      {(book) => (
        <div className="page">
          <PageHead
            title={`${book.cooperativeName} ${title}`}
            {...(about === undefined ? {} : { about })}
            back={<Link to="/books">{t('title')}</Link>}
            actions={actions?.(book)}
          />
          <BookNav book={book} />
          {children(book)}
        </div>
      )}
    </Loaded>
  );
}

export function useBookKey(): { county: number; id: string } {
  const { county, id } = useParams();
  return { county: Number(county), id: String(id) };
}

const links = [
  ['', 'tab.overview'],
  ['/events', 'tab.events'],
  ['/vouchers', 'tab.vouchers'],
  ['/balances', 'tab.balances'],
  ['/general', 'tab.general'],
  ['/ledger', 'tab.ledger'],
  ['/statements', 'tab.statements'],
  ['/members', 'tab.members'],
  ['/trades', 'tab.trades'],
  ['/bank', 'tab.bank'],
  ['/cards', 'tab.cards'],
  ['/accounts', 'tab.accounts'],
  ['/closing', 'tab.closing'],
  ['/archive', 'tab.archive'],
] as const;

export function BookNav({ book }: { book: { readonly county: number; readonly id: string } }) {
  const t = useWords(words);
  const text = useText();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} className="book-nav no-print" aria-label={t('nav')}>
      {links.map(([path, label]) => (
        <NavLink key={path} end to={`/books/${book.county}/${book.id}${path}`}>
          {text(words[label])}
        </NavLink>
      ))}
    </nav>
  );
}
