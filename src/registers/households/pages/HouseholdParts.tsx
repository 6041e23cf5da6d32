import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Attachments } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { IdNumber } from '../../../platform/ui/IdNumber.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { Timeline } from '../../../platform/ui/Timeline.tsx';
import type { HouseholdView } from '../contract.ts';
import type { DecisionView } from '../poverty-contract.ts';
import { type ResidentView, revealNumber } from '../resident-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import type { HouseholdTask } from './HouseholdDialog.tsx';

interface PartProps {
  readonly household: HouseholdView;
  /** absent: read only */
  readonly onTask?: (task: HouseholdTask) => void;
}

/** Who lives in the household, and who did. */
export function Residents({ household, onTask }: PartProps) {
  const t = useWords(words);
  const present = household.residents.filter((person) => person.leftOn === null);
  const former = household.residents.filter((person) => person.leftOn !== null);
  const may = (act: string) => onTask !== undefined && household.leftOn === null && household.allowed.includes(act);
  return (
    <>
      <Part title={`${t('section.residents')} · ${t('people', { count: present.length })}`}>
        {may('household.record') && <Task label={t('action.add_resident')} onPress={() => onTask?.({ kind: 'add' })} />}
        {may('household.correct') && (
          <Task label={t('action.relations')} onPress={() => onTask?.({ kind: 'relations' })} />
        )}
        <People people={present} household={household} {...(onTask ? { onTask } : {})} />
      </Part>
      {former.length > 0 && (
        <Part title={t('section.former')}>
          <People people={former} household={household} {...(onTask ? { onTask } : {})} />
        </Part>
      )}
    </>
  );
}

function People({ people, household, onTask }: PartProps & { people: readonly ResidentView[] }) {
  const t = useWords(words);
  const heads = [
    'name',
    'relation',
    'sex',
    'birthOn',
    'idNumber',
    'ethnicity',
    'education',
    'health',
    'labour',
    'employment',
  ] as const;
  return (
    <TableScroll label={t('section.residents')}>
      <table className="table dense">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`field.${head}`)}
              </th>
            ))}
            <th scope="col" className="no-print">
              <span className="hidden-text">{t('section.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} household={household} {...(onTask ? { onTask } : {})} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function PersonRow({ person, household, onTask }: PartProps & { person: ResidentView }) {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  const { county, allowed } = household;
  const mayReveal = allowed.includes('household.reveal') && !person.erased;
  async function reveal(reason: string): Promise<string> {
    return (await call(revealNumber, { params: { county, id: person.id }, body: { reason } })).idNumber;
  }
  const left =
    person.leftOn && `${date(person.leftOn)} ${speak('leftReason', person.leftReason)} ${person.leftTo ?? ''}`;
  return (
    <tr>
      <th scope="row">{person.erased ? t('person.erased') : person.name}</th>
      <td>{speak('relation', person.relation)}</td>
      <td>{speak('sex', person.sex)}</td>
      <td>{person.erased ? person.birthOn.slice(0, 4) : date(person.birthOn)}</td>
      <td>
        <IdNumber masked={person.idNumberMasked} {...(mayReveal ? { reveal } : {})} />
      </td>
      <td>{speak('ethnicity', person.ethnicity)}</td>
      <td>{speak('education', person.education)}</td>
      <td>{speak('health', person.health)}</td>
      <td>{speak('labour', person.labour)}</td>
      <td>{speak('employment', person.employment)}</td>
      <td className="no-print">
        {left}
        {onTask && <PersonTasks person={person} household={household} onTask={onTask} />}
      </td>
    </tr>
  );
}

/** What may be done about a person: of somebody present what is registered, of somebody gone that it is erased. */
function PersonTasks({ person, household, onTask }: Required<PartProps> & { person: ResidentView }) {
  const t = useWords(words);
  const { allowed } = household;
  if (person.leftOn !== null) {
    if (person.erased || !allowed.includes('resident.erase')) return null;
    return <Task label={t('action.erase')} onPress={() => onTask({ kind: 'erase_resident', person })} />;
  }
  if (household.leftOn !== null || !allowed.includes('household.correct')) return null;
  return (
    <span className="buttons">
      <Task label={t('action.correct')} onPress={() => onTask({ kind: 'resident', person })} />
      <Task label={t('action.leave_resident')} onPress={() => onTask({ kind: 'leave_resident', person })} />
    </span>
  );
}

/** The states of the household, the present one first, each with its decision. */
export function PovertyStates({ household, onTask }: PartProps) {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  if (household.poverty.length === 0) return null;
  const [latest] = household.poverty;
  const may = onTask !== undefined && household.leftOn === null && household.allowed.includes('poverty.register');
  function describe(span: DecisionView): ReactNode {
    return (
      <>
        <p>
          {[speak('kind', span.kind), speak('standard', span.standard), speak('cause', span.mainCause)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="note">
          {span.documentNumber} · {date(span.decidedOn)} {span.note}
        </p>
        <Attachments
          record={{ table: 'poverty_registration', county: household.county, id: span.id }}
          files={span.files}
          mayChange={may && household.allowed.includes('file.attach')}
        />
        {may && (
          <span className="buttons no-print">
            <Task label={t('action.correct')} onPress={() => onTask?.({ kind: 'correct_poverty', span })} />
            {span === latest && (
              <Task label={t('action.withdraw')} onPress={() => onTask?.({ kind: 'withdraw_poverty', span })} />
            )}
          </span>
        )}
      </>
    );
  }
  return (
    <Part title={t('section.poverty')}>
      <Timeline
        label={t('section.poverty')}
        steps={household.poverty.map((span) => ({
          key: span.id,
          state: span.endsOn === null ? 'met' : 'exempt',
          title: `${speak('state', span.state)}`,
          who: speak('change', span.change) ?? '',
          when: `${date(span.startsOn)} – ${span.endsOn ? date(span.endsOn) : ''}`,
          note: describe(span),
          current: span.endsOn === null,
        }))}
      />
    </Part>
  );
}

/** Which households this one came from and went into. */
export function Lineage({ household }: { household: HouseholdView }) {
  const t = useWords(words);
  const { date } = useFormat();
  if (household.lineage.length === 0) return null;
  return (
    <Part title={t('section.lineage')}>
      <ul>
        {household.lineage.map((link) => (
          <li key={`${link.kind} ${link.direction} ${link.happenedOn} ${link.other?.id}`}>
            {date(link.happenedOn)} {t(`code.lineage.${link.kind}`)} {t(`lineage.${link.direction}`)}{' '}
            {link.other ? (
              <Link to={`/households/${link.other.county}/${link.other.id}`}>
                {link.other.placeName} {link.other.number} {link.other.headName}
              </Link>
            ) : (
              (link.otherText ?? t('lineage.hidden'))
            )}{' '}
            {link.documentNumber}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="record-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Task({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className="button quiet no-print" onClick={onPress}>
      {label}
    </button>
  );
}
