import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import type { HouseholdView } from '../contract.ts';
import { leaveHousehold, mergeHousehold, moveHousehold } from '../poverty-contract.ts';
import { householdSource } from '../widgets/household-source.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';
import { happeningFields } from './fields.ts';
import { explainKnown } from './KnownRecord.tsx';
import { MemberRelations, useRelations } from './MemberRelations.tsx';

interface Props {
  readonly household: HouseholdView;
  readonly onClose: () => void;
}

/** To another village of the range: closed here and opened there in one act. */
export function MoveDialog({ household, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const fixed = useMemo(() => ({ newId: newId(), revision: household.revision }), [household.revision]);
  const params = { county: household.county, id: household.id };
  return (
    <Dialog title={t('action.move')} onClose={onClose} wide>
      <RecordForm
        schema={moveHousehold.body}
        fields={[
          { key: 'toPlace', kind: 'place', level: 'village', label: words['field.toPlace'], places },
          { key: 'number', kind: 'text', label: words['field.number'] },
          ...happeningFields,
        ]}
        fixed={fixed}
        refusals={words}
        explain={explainKnown}
        submit={(body, options) => call(moveHousehold, { params, body }, options)}
        onSaved={({ county, id }) => {
          notify(t('saved'));
          goTo(`/households/${county}/${id}`);
        }}
      />
    </Dialog>
  );
}

/** Out of the range, or the end of the household. */
export function LeaveDialog({ household, onClose }: Props) {
  const t = useWords(words);
  const params = { county: household.county, id: household.id };
  return (
    <Dialog title={t('action.leave')} onClose={onClose} wide>
      <RecordForm
        schema={leaveHousehold.body}
        fields={[
          {
            key: 'kind',
            kind: 'code',
            label: words['field.leftKind'],
            codes: codeChoices('leftKind', ['moved_out', 'ended']),
          },
          { key: 'to', kind: 'text', label: words['field.to'] },
          ...happeningFields,
        ]}
        fixed={{ revision: household.revision }}
        refusals={words}
        submit={(body, options) => call(leaveHousehold, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.left'));
          onClose();
        }}
      />
    </Dialog>
  );
}

/** Into another household of the same village; everybody's relation to its head is stated. */
export function MergeDialog({ household, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const members = household.residents.filter((person) => person.leftOn === null);
  const relations = useRelations(
    members.map((person) => [person.id, person.relation === '01' ? '99' : person.relation]),
  );
  const params = { county: household.county, id: household.id };
  return (
    <Dialog title={t('action.merge')} onClose={onClose} wide>
      <MemberRelations members={members} relations={relations} />
      <RecordForm
        schema={mergeHousehold.body}
        fields={[
          { key: 'intoId', kind: 'record', label: words['field.intoId'], records: householdSource },
          ...happeningFields,
        ]}
        fixed={{ revision: household.revision, residents: relations.chosen }}
        refusals={words}
        submit={(body, options) => call(mergeHousehold, { params, body }, options)}
        onSaved={({ county, id }) => {
          notify(t('saved'));
          goTo(`/households/${county}/${id}`);
        }}
      />
    </Dialog>
  );
}
