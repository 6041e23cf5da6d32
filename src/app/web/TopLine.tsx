import { signOut, switchPosition } from '../../platform/access/contract.ts';
import { words as roleWords } from '../../platform/access/words.ts';
import { call } from '../../platform/ui/client.ts';
import { dropAllDrafts } from '../../platform/ui/draft.ts';
import { Help } from '../../platform/ui/Help.tsx';
import { setLanguage, useLanguage, useWords } from '../../platform/ui/language.ts';
import type { Me } from '../../platform/ui/me.ts';
import { useAction } from '../../platform/ui/Notices.tsx';
import type { Language } from '../../platform/words.ts';
import { GlobalSearch } from './GlobalSearch.tsx';
import { words } from './words.ts';

/** Where and as whom one works; search, language, help, sign-out. */
export function TopLine({ me, onMenu }: { me: Me; onMenu: () => void }) {
  const t = useWords(words);
  const { run, pending } = useAction();
  async function leave(): Promise<void> {
    await call(signOut, { body: {} });
    dropAllDrafts();
    location.assign('/sign-in');
  }
  return (
    <header className="top-line">
      <button type="button" className="icon-button menu-button" aria-label={t('menu.open')} onClick={onMenu}>
        ☰
      </button>
      <Positions me={me} />
      {me.demo && <span className="tag demo">{t('top.demo')}</span>}
      <GlobalSearch me={me} />
      <span className="top-buttons">
        <LanguageSwitch />
        <Help />
        <span className="top-name">{me.account.name}</span>
        <button type="button" className="button quiet" disabled={pending} onClick={() => void run(leave)}>
          {t('top.signOut')}
        </button>
      </span>
    </header>
  );
}

type Position = Me['position'];

/** Another position is another range: everything on screen is read anew, from the home page. */
function Positions({ me }: { me: Me }) {
  const t = useWords(words);
  const role = useWords(roleWords);
  const { run } = useAction();
  function says(position: Position): string {
    return [position.placeName ?? position.organisationName, role(`role.${position.role}`)].filter(Boolean).join(' · ');
  }
  async function take(positionId: string): Promise<void> {
    await call(switchPosition, { body: { positionId } });
    dropAllDrafts();
    location.assign('/');
  }
  if (me.positions.length < 2) return <strong className="top-place">{says(me.position)}</strong>;
  return (
    <select
      className="input top-position"
      aria-label={t('top.switchPosition')}
      value={me.position.id}
      onChange={(event) => void run(() => take(event.target.value))}
    >
      {me.positions.map((position) => (
        <option key={position.id} value={position.id}>
          {says(position)}
        </option>
      ))}
    </select>
  );
}

/** Named in the language it leads to. */
export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="button quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(other)}
    >
      {nameOfLanguage(other)}
    </button>
  );
}

/** As its own speakers call it. */
function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
