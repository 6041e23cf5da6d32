import { useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { getMe } from '../../platform/access/contract.ts';
import { words as roleWords } from '../../platform/access/words.ts';
import { useFormat, useWords } from '../../platform/ui/language.ts';
import { type Me, MeContext } from '../../platform/ui/me.ts';
import { Notices } from '../../platform/ui/Notices.tsx';
import { useReply } from '../../platform/ui/queries.ts';
import { Loaded, Skeleton } from '../../platform/ui/States.tsx';
import { useArrival } from './arrival.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { SideBar } from './SideBar.tsx';
import { TopLine } from './TopLine.tsx';
import { words } from './words.ts';

/** Side bar, top line and the page; asks the server first who is signed in. */
export function Shell() {
  const me = useReply(getMe);
  return (
    <Loaded reply={me} skeleton={<Skeleton />} asPage>
      {(data) => (
        <MeContext value={data}>
          <Frame me={data} />
        </MeContext>
      )}
    </Loaded>
  );
}

function Frame({ me }: { me: Me }) {
  const t = useWords(words);
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useArrival();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('skip.content')}
      </a>
      <SideBar me={me} open={menuOpen} onClose={() => setMenuOpen(false)} />
      <div className="shell-body">
        <TopLine me={me} onMenu={() => setMenuOpen(true)} />
        <main className="content" id="content" tabIndex={-1} ref={main}>
          {me.account.mustChangePassword ? <ChangePassword /> : <Outlet />}
          <PrintFoot me={me} />
        </main>
      </div>
      <Notices />
    </div>
  );
}

function PrintFoot({ me }: { me: Me }) {
  const t = useWords(words);
  const role = useWords(roleWords);
  const { instant } = useFormat();
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const now = () => setAt(new Date());
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  }, []);
  const position = `${me.position.placeName ?? me.position.organisationName ?? ''}${role(`role.${me.position.role}`)}`;
  return (
    <p className="for-print print-foot">{t('print.foot', { name: me.account.name, position, at: instant(at) })}</p>
  );
}
