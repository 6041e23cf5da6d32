import { Link, useParams, useSearchParams } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { type Tab, Tabs } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getRegister } from '../contract.ts';
import { words } from '../words.ts';
import { Certificates } from './Certificates.tsx';
import { Classes } from './Classes.tsx';
import { Holders } from './Holders.tsx';
import { Moves } from './Moves.tsx';
import type { Register } from './register-view.ts';
import { Uplifts } from './Uplifts.tsx';
import { Valuations } from './Valuations.tsx';

export default function Page() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const on = search.get('on') ?? undefined;
  const reply = useReply(getRegister, { params, query: { on } }, { keepPrevious: true });
  return (
    <Loaded reply={reply} asPage>
      {(register) => (
        <>
          <PageHead
            title={register.name}
            about={t('intro')}
            back={<Link to="/shares">{t('title')}</Link>}
            actions={
              <Link className="button" to={`/cooperatives/${params.county}/${params.id}`}>
                {t('field.cooperative')}
              </Link>
            }
          />
          <Flags register={register} />
          <Tabs tabs={tabsOf(register)} />
        </>
      )}
    </Loaded>
  );
}

/** What every reader of these figures has to know. */
function Flags({ register }: { register: Register }) {
  const t = useWords(words);
  const { date, number } = useFormat();
  const { opening, classes } = register;
  const balanced = classes.every((one) => one.shares === one.issued);
  return (
    <>
      {opening && (
        <p className="strip">
          <span>
            {t('register.opening', {
              date: date(opening.openedOn),
              members: number(opening.members),
              shares: number(opening.shares),
            })}
          </span>
          <span className="note">{t('register.digest', { digest: opening.digest.slice(0, 16) })}</span>
        </p>
      )}
      {!balanced && <p className="strip bad">{t('register.broken')}</p>}
      {register.expiring > 0 && <p className="strip warn">{t('register.expiring', { count: register.expiring })}</p>}
    </>
  );
}

function tabsOf(register: Register): readonly Tab[] {
  return [
    { key: 'classes', label: words['tab.classes'], content: <Classes register={register} /> },
    { key: 'holders', label: words['tab.holders'], content: <Holders register={register} /> },
    { key: 'moves', label: words['tab.moves'], content: <Moves register={register} /> },
    { key: 'valuations', label: words['tab.valuations'], content: <Valuations register={register} /> },
    { key: 'uplifts', label: words['tab.uplifts'], content: <Uplifts register={register} /> },
    { key: 'certificates', label: words['tab.certificates'], content: <Certificates register={register} /> },
  ];
}
