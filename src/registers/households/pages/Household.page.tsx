import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { IdNumber } from '../../../platform/ui/IdNumber.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getHousehold, type HouseholdView, revealContact } from '../contract.ts';
import { printCard } from '../import-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { HouseholdDialog, type HouseholdTask } from './HouseholdDialog.tsx';
import { HouseholdHistory } from './HouseholdHistory.tsx';
import { Lineage, PovertyStates, Residents } from './HouseholdParts.tsx';

/** The page of what it received belongs to the reports. */
const incomeAct = 'household_income.read';

export default function Page() {
  const t = useWords(words);
  const { date } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getHousehold, { params });
  const [task, setTask] = useState<HouseholdTask>();
  const { run, failure } = useAction();
  const mayReadIncome = useMay(incomeAct);
  const sections = useSections();
  const print = () => run(() => download(printCard, { params, query: { origin: location.origin } }));
  return (
    <Loaded reply={reply}>
      {(household) => (
        <RecordPage
          title={headOf(household)}
          about={<About household={household} />}
          back={<Link to="/households">{t('title')}</Link>}
          {...(household.leftOn === null
            ? {}
            : { voided: { reason: t(`code.leftKind.${household.leftKind ?? 'ended'}`), at: date(household.leftOn) } })}
          allowed={mayReadIncome ? [...household.allowed, incomeAct] : household.allowed}
          actions={[
            {
              act: 'poverty.register',
              label: words['action.poverty'],
              primary: true,
              onPress: () => setTask({ kind: 'poverty' }),
            },
            { act: 'household.correct', label: words['action.correct'], onPress: () => setTask({ kind: 'correct' }) },
            { act: incomeAct, label: words['action.income'], to: `/household-income/${params.county}/${params.id}` },
            { act: 'household.export', label: words['action.card'], onPress: () => void print() },
          ]}
          sections={sections(household)}
          tabs={[{ key: 'history', label: words['tab.history'], content: <HouseholdHistory household={params} /> }]}
          dialog={task && <HouseholdDialog task={task} household={household} onClose={() => setTask(undefined)} />}
        >
          {failure && <p className="strip bad">{failure.title}</p>}
          <Residents household={household} onTask={setTask} />
          <PovertyStates household={household} onTask={setTask} />
          <Lineage household={household} />
          <Moves household={household} onTask={setTask} />
        </RecordPage>
      )}
    </Loaded>
  );
}

/** Where it is, and its poverty state, which is what most readers come for. */
function About({ household }: { household: HouseholdView }) {
  const speak = useCodes();
  const current = household.poverty.find((span) => span.endsOn === null);
  const states = current ? [speak('state', current.state), speak('kind', current.kind)] : [];
  return (
    <>
      {household.townshipName} {household.placeName} {household.number}{' '}
      {states.map((state) => (
        <span className="tag" key={state}>
          {state}
        </span>
      ))}
    </>
  );
}

export function headOf(household: HouseholdView): string {
  const head = household.residents.find((person) => person.relation === '01');
  return head?.name ?? household.number;
}

/** Shared with the household's own page. */
export function useSections(): (household: HouseholdView) => readonly Section[] {
  const speak = useCodes();
  const { date, number } = useFormat();
  const t = useWords(words);
  const show = (value: number | null | undefined, unit?: 'unit.m2' | 'unit.km') =>
    value === null || value === undefined ? undefined : `${number(value)}${unit ? ` ${t(unit)}` : ''}`;
  return (household) => [
    {
      title: words['section.home'],
      items: [
        { label: words['field.place'], value: household.placeName },
        { label: words['field.number'], value: household.number },
        { label: words['field.address'], value: household.address },
        { label: words['field.phone'], value: <Secret household={household} name="phone" /> },
        { label: words['field.bankName'], value: household.bankName },
        { label: words['field.bankCard'], value: <Secret household={household} name="bankCard" /> },
        { label: words['field.externalNumber'], value: household.externalNumber },
        {
          label: words['field.joinedOn'],
          value: `${date(household.joinedOn)} ${speak('joinedKind', household.joinedKind)}`,
        },
        ...(household.leftOn === null
          ? []
          : [
              {
                label: words['field.leftOn'],
                value: `${date(household.leftOn)} ${speak('leftKind', household.leftKind)}`,
              },
            ]),
      ],
    },
    {
      title: words['section.land'],
      items: (
        ['croplandMu', 'irrigatedMu', 'forestMu', 'convertedForestMu', 'orchardMu', 'grasslandMu', 'waterMu'] as const
      ).map((key) => ({
        label: words[`field.${key}`],
        value: show(household[key]),
      })),
    },
    {
      title: words['section.living'],
      items: [
        { label: words['field.housingM2'], value: show(household.housingM2, 'unit.m2') },
        { label: words['field.housingStructure'], value: speak('structure', household.housingStructure) },
        { label: words['field.housingDangerous'], value: speak('yes', household.housingDangerous) },
        { label: words['field.electricity'], value: speak('electricity', household.electricity) },
        { label: words['field.water'], value: speak('water', household.water) },
        { label: words['field.fuel'], value: speak('fuel', household.fuel) },
        { label: words['field.road'], value: speak('road', household.road) },
        { label: words['field.roadDistanceKm'], value: show(household.roadDistanceKm, 'unit.km') },
      ],
    },
  ];
}

/** A masked number that may be opened for a reason. */
function Secret({ household, name }: { household: HouseholdView; name: 'phone' | 'bankCard' }) {
  const masked = name === 'phone' ? household.phoneMasked : household.bankCardMasked;
  if (masked === null) return '—';
  const params = { county: household.county, id: household.id };
  async function reveal(reason: string): Promise<string> {
    const contact = await call(revealContact, { params, body: { reason } });
    return contact[name] ?? '';
  }
  return <IdNumber masked={masked} {...(household.allowed.includes('household.reveal') ? { reveal } : {})} />;
}

const moves = ['move', 'split', 'merge', 'leave'] as const;

function Moves({ household, onTask }: { household: HouseholdView; onTask: (task: HouseholdTask) => void }) {
  const t = useWords(words);
  if (household.leftOn !== null || !household.allowed.includes('household.move')) return null;
  return (
    <section className="record-part no-print">
      <h2>{t('section.acts')}</h2>
      <div className="buttons">
        {moves.map((kind) => (
          <button key={kind} type="button" className="button" onClick={() => onTask({ kind })}>
            {t(`action.${kind}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
