import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Problem } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getHousehold, type HouseholdView } from '../contract.ts';
import { headRelation } from '../rules.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

interface KnownProps {
  readonly county: number;
  readonly householdId: string;
  /** the person who holds the number; absent where the household itself is in the way */
  readonly residentId?: string;
  /** the name as it was typed just now */
  readonly typedName?: string;
}

/** The record that stands in the way of a new one, beside it: whose it is, where, since when, and what differs. */
export function KnownRecord({ county, householdId, residentId, typedName = '' }: KnownProps) {
  const reply = useReply(getHousehold, { params: { county, id: householdId } });
  const items = useItems();
  const t = useWords(words);
  return (
    <Loaded reply={reply}>
      {(household) => (
        <div className="sheet stack known-record">
          <RecordSection
            section={{ title: words['known.title'], items: items(household, { residentId, typedName }) }}
          />
          <Link to={`/households/${county}/${householdId}`}>{t('known.open')}</Link>
        </div>
      )}
    </Loaded>
  );
}

interface Compared {
  readonly residentId: string | undefined;
  readonly typedName: string;
}

function useItems() {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  return (household: HouseholdView, { residentId, typedName }: Compared) => {
    const person = household.residents.find(({ id }) => id === residentId);
    const head = household.residents.find(({ relation, leftOn }) => relation === headRelation && leftOn === null);
    const poverty = household.poverty.find(({ endsOn }) => endsOn === null);
    const differs = person !== undefined && typedName.trim() !== '' && typedName.trim() !== person.name;
    const name = (
      <>
        {person?.name}
        {differs && <strong className="field-error"> {t('known.differs', { name: typedName.trim() })}</strong>}
      </>
    );
    const left = person?.leftOn && `${date(person.leftOn)} ${speak('leftReason', person.leftReason) ?? ''}`;
    return [
      ...(person
        ? [
            { label: words['field.name'], value: name },
            { label: words['field.idNumber'], value: person.idNumberMasked },
            { label: words['field.relation'], value: speak('relation', person.relation) },
            { label: words['field.joinedOn'], value: date(person.joinedOn) },
          ]
        : []),
      ...(left ? [{ label: words['field.leftOn'], value: left }] : []),
      { label: words['field.place'], value: [household.townshipName, household.placeName].filter(Boolean).join(' ') },
      { label: words['field.number'], value: household.number },
      { label: words['field.headName'], value: head?.name },
      ...(poverty ? [{ label: words['field.state'], value: speak('state', poverty.state) }] : []),
    ];
  };
}

/** For a form whose entry was refused because of another record: shows that one, when the reader may see it. */
export function explainKnown({ code, values }: Problem): ReactNode {
  const codes = ['resident_duplicate', 'resident_died', 'household_number_taken'];
  if (!codes.includes(code) || typeof values?.county !== 'number' || typeof values.id !== 'string') return null;
  const resident = typeof values.residentId === 'string' ? { residentId: values.residentId } : {};
  return <KnownRecord county={values.county} householdId={values.id} {...resident} />;
}
