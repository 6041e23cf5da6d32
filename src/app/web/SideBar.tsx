import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { type Text, useText, useWords } from '../../platform/ui/language.ts';
import type { Me } from '../../platform/ui/me.ts';
import { words as uiWords } from '../../platform/ui/words.ts';
import { type DeskPage, menuGroups, pages } from './pages.ts';
import { words } from './words.ts';

/** The menu: what the present position may open, in groups. On a phone it lies over the page. */
export function SideBar({ me, open, onClose }: { me: Me; open: boolean; onClose: () => void }) {
  const t = useWords(words);
  const ui = useWords(uiWords);
  const nav = useRef<HTMLElement>(null);
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
          <MenuLink to="/" label={words['menu.home']} onFollow={onClose} />
        </ul>
        {menuOf(me).map(({ group, entries }) => (
          <section key={group} aria-labelledby={`menu-${group}`}>
            <h2 id={`menu-${group}`}>{t(`group.${group}`)}</h2>
            <ul>
              {entries.map((page) => (
                <MenuLink
                  key={page.path}
                  to={page.path}
                  label={page.menu?.label ?? ''}
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

function orderOf(page: DeskPage): number {
  return page.menu?.order ?? 0;
}

/** The page begins to load when the pointer comes near. */
function MenuLink({ to, label, onNear, onFollow }: MenuLinkProps) {
  const text = useText();
  return (
    <li>
      <NavLink to={to} end={to === '/'} onPointerEnter={onNear} onFocus={onNear} onClick={onFollow}>
        {text(label)}
      </NavLink>
    </li>
  );
}

interface MenuLinkProps {
  readonly to: string;
  readonly label: Text;
  readonly onNear?: () => void;
  readonly onFollow: () => void;
}
