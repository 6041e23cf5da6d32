import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { type Text, useText, useWords } from '../../platform/ui/language.ts';
import type { Me } from '../../platform/ui/me.ts';
import { words as uiWords } from '../../platform/ui/words.ts';
import type { DeskPage } from './desk-page.ts';
import { menuGroups, pages } from './pages.ts';
import { words } from './words.ts';

/** The menu: what the present position may open, in groups. On a phone it lies over the page. */
export function SideBar({ me, open, onClose }: { me: Me; open: boolean; onClose: () => void }) {
  const t = useWords(words);
  const ui = useWords(uiWords);
  const nav = useRef<HTMLElement>(null);
  const groups = menuOf(me);
  const here = currentEntry(useLocation().pathname, ['/', ...groups.flatMap(({ entries }) => entries.map(pathOf))]);
  useEffect(() => {
    if (open) nav.current?.querySelector('a')?.focus();
  }, [open]);
  return (
    <>
      <nav
        ref={nav}
        className={open ? 'side-bar open' : 'side-bar'}
        aria-label={t('menu.label')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <div className="brand">
          <p className="brand-name">{ui('product')}</p>
          <p className="brand-line">{t('product.line')}</p>
        </div>
        <ul>
          <MenuLink to="/" label={words['menu.home']} isCurrent={here === '/'} onFollow={onClose} />
        </ul>
        {groups.map(({ group, entries }) => (
          <section key={group} aria-labelledby={`menu-${group}`}>
            <h2 id={`menu-${group}`}>{t(`group.${group}`)}</h2>
            <ul>
              {entries.map((page) => (
                <MenuLink
                  key={page.path}
                  to={page.path}
                  label={page.menu?.label ?? ''}
                  isCurrent={here === page.path}
                  onNear={() => void page.load()}
                  onFollow={onClose}
                />
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {open && <button type="button" className="side-bar-shade" aria-label={t('menu.close')} onClick={onClose} />}
    </>
  );
}

/** The allowed pages by group and order; groups without any are left out. */
export function menuOf(me: Me) {
  const allowed = pages.filter((page) => page.menu && (page.act === 'signed_in' || me.acts.includes(page.act)));
  return menuGroups.flatMap((group) => {
    const entries = allowed.filter((page) => page.menu?.group === group).toSorted((a, b) => orderOf(a) - orderOf(b));
    return entries.length === 0 ? [] : [{ group, entries }];
  });
}

/** The menu entry whose page, or a page below it, is open: of two that fit the longer. */
function currentEntry(pathname: string, paths: readonly string[]): string | undefined {
  return paths
    .filter((path) => pathname === path || pathname.startsWith(`${path}/`))
    .reduce<string | undefined>((best, path) => (path.length > (best?.length ?? 0) ? path : best), undefined);
}

function pathOf({ path }: DeskPage): string {
  return path;
}

function orderOf(page: DeskPage): number {
  return page.menu?.order ?? 0;
}

/** The page begins to load when the pointer comes near. */
function MenuLink({ to, label, isCurrent, onNear, onFollow }: MenuLinkProps) {
  const text = useText();
  return (
    <li>
      <Link
        to={to}
        className={isCurrent ? 'active' : undefined}
        aria-current={isCurrent ? 'page' : undefined}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={onFollow}
      >
        {text(label)}
      </Link>
    </li>
  );
}

interface MenuLinkProps {
  readonly to: string;
  readonly label: Text;
  readonly isCurrent: boolean;
  readonly onNear?: () => void;
  readonly onFollow: () => void;
}
