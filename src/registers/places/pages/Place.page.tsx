import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMe } from '../../../platform/ui/me.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getPlace } from '../contract.ts';
import { ChangeDialog, ChangeTable } from '../widgets/Changes.tsx';
import { FlagDialog, FlagTable } from '../widgets/Flags.tsx';
import { PlaceList } from '../widgets/PlaceList.tsx';
import { words } from '../words.ts';

export type PlaceReply = ReplyOf<typeof getPlace>;

/** One place: where it stands, what it was called and covered on any day, its flags, changes and records. */
export default function PlacePage() {
  const { place = '' } = useParams();
  const [search] = useSearchParams();
  const reply = useReply(
    getPlace,
    { params: { place }, query: { on: search.get('on') ?? undefined } },
    { keepPrevious: true },
  );
  return <Loaded reply={reply}>{(data) => <Content place={data} />}</Loaded>;
}

function Content({ place }: { place: PlaceReply }) {
  const t = useWords(words);
  const { date } = useFormat();
  const [open, setOpen] = useState<'flag' | 'change'>();
  const actions: RecordAction[] = [
    { act: 'place.flag', label: words.addFlag, primary: true, onPress: () => setOpen('flag') },
    { act: 'place.change', label: words.addChange, onPress: () => setOpen('change') },
  ];
  const close = () => setOpen(undefined);
  const flags = { key: 'flags', label: words.flags, count: place.flags.length, content: <FlagTable place={place} /> };
  const children = {
    key: 'below',
    label: words.below,
    count: place.children,
    content: <PlaceList fixed={{ parent: place.code }} caption={t('below')} />,
  };
  return (
    <>
      <RecordPage
        title={place.name}
        about={place.endsOn === null ? undefined : t('endedOn', { day: date(place.endsOn) })}
        back={<Ancestors place={place} />}
        allowed={place.allowed}
        actions={actions}
        sections={useSections(place)}
        tabs={[
          ...(place.level === 'village' ? [flags] : [children]),
          {
            key: 'changes',
            label: words.changes,
            count: new Set(place.changes.map((change) => change.changeId)).size,
            content: <ChangeTable place={place} />,
          },
        ]}
      >
        <Then place={place} />
        <Linked place={place} />
      </RecordPage>
      {open === 'flag' && <FlagDialog place={place} onClose={close} />}
      {open === 'change' && <ChangeDialog place={place} onClose={close} />}
    </>
  );
}

function Ancestors({ place }: { place: PlaceReply }) {
  const t = useWords(words);
  return (
    <>
      <Link to="/places">{t('title')}</Link>
      {place.ancestors.map(({ code, name }) => (
        <span key={code}>
          {' › '}
          <Link to={`/places/${code}`}>{name}</Link>
        </span>
      ))}
    </>
  );
}

function useSections(place: PlaceReply): readonly Section[] {
  const t = useWords(words);
  const { date, number } = useFormat();
  const kind = `kind.${place.kind}` as keyof typeof words;
  const below = [
    { label: words.children, value: number(place.children) },
    { label: words.villages, value: number(place.villages) },
  ];
  return [
    {
      items: [
        { label: words.code, value: place.code },
        { label: words.nameOfficial, value: place.nameOfficial },
        { label: words.level, value: t(`level.${place.level}`) },
        { label: words.kind, value: kind in words ? t(kind) : place.kind },
        ...(place.level === 'village' ? [{ label: words.rural, value: t(place.rural ? 'rural' : 'urban') }] : below),
        { label: words.state, value: t('registerSince', { day: date(place.startsOn) }) },
      ],
    },
  ];
}

/** Its name and the codes that covered it on a day one may choose. */
function Then({ place }: { place: PlaceReply }) {
  const t = useWords(words);
  const { date } = useFormat();
  const [, setSearch] = useSearchParams();
  return (
    <section className="stack">
      <h2 className="part-head">
        {t('nameOnDay', { day: date(place.on) })}
        <DateInput
          aria-label={t('onDay')}
          value={place.on}
          onCommit={(on) => setSearch(on === '' ? {} : { on }, { replace: true })}
        />
      </h2>
      <p>{place.nameThen}</p>
      <Places label={t('coveredThen')} places={place.placesThen} />
      <Places label={t('coveredNow')} places={place.placesNow} />
    </section>
  );
}

function Places({ label, places }: { label: string; places: PlaceReply['placesThen'] }) {
  if (places.length === 0) return null;
  return (
    <p>
      {label}:{' '}
      {places.map(({ code, name }) => (
        <Link className="tag" key={code} to={`/places/${code}`}>
          {name}
        </Link>
      ))}
    </p>
  );
}

/** Lists that can be narrowed to a place, each with the act that opens it. */
const links = [
  { key: 'households', path: '/households', act: 'household.read' },
  { key: 'branches', path: '/branches', act: 'branch.read' },
  { key: 'figures', path: '/cockpit', act: 'cockpit.read' },
] as const;

/** What is recorded at this place stands in lists of its own, narrowed to it. */
function Linked({ place }: { place: PlaceReply }) {
  const t = useWords(words);
  const { acts } = useMe();
  return (
    <section className="stack no-print">
      <h2 className="part-head">{t('linked')}</h2>
      <div className="buttons">
        {links
          .filter(({ act }) => acts.includes(act))
          .map(({ key, path }) => (
            <Link className="button" key={key} to={`${path}?place=${place.code}`}>
              {t(`link.${key}`)}
            </Link>
          ))}
      </div>
    </section>
  );
}
