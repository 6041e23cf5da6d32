import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { assignRelations, type HouseholdView } from '../contract.ts';
import { splitHousehold } from '../poverty-contract.ts';
import { leaveResident, type ResidentView } from '../resident-contract.ts';
import { headRelation, residentLeaves } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';
import { happeningFields } from './fields.ts';
import { explainKnown } from './KnownRecord.tsx';
import { MemberRelations, useRelations } from './MemberRelations.tsx';

interface Props {
  readonly household: HouseholdView;
  readonly onClose: () => void;
}

/** Somebody dies, marries out, moves away; a head names the next one. */
export function LeaveResidentDialog({ household, person, onClose }: Props & { person: ResidentView }) {
  const t = useWords(words);
  const others = household.residents.filter((one) => one.leftOn === null && one.id !== person.id);
  const needsHead = person.relation === headRelation && others.length > 0;
  const params = { county: household.county, id: person.id };
  return (
    <Dialog title={`${person.name} · ${t('action.leave_resident')}`} onClose={onClose} wide>
      <RecordForm
        schema={leaveResident.body}
        fields={[
          {
            key: 'kind',
            kind: 'code',
            label: words['field.leftReason'],
            codes: codeChoices('leftReason', residentLeaves),
          },
          { key: 'happenedOn', kind: 'date', label: words['field.happenedOn'] },
          { key: 'to', kind: 'text', label: words['field.to'] },
          {
            key: 'newHeadId',
            kind: 'code',
            label: words['field.newHeadId'],
            codes: others.map((one) => ({ value: one.id, label: one.name })),
            shown: () => needsHead,
          },
        ]}
        fixed={{ revision: person.revision }}
        refusals={words}
        submit={(body, options) => call(leaveResident, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.left'));
          onClose();
        }}
      />
    </Dialog>
  );
}

/** Who is head, and how the others are related to the head. */
export function RelationsDialog({ household, onClose }: Props) {
  const t = useWords(words);
  const members = household.residents.filter((person) => person.leftOn === null);
  const relations = useRelations(members.map((person) => [person.id, person.relation]));
  const assign = useWrite(assignRelations);
  const params = { county: household.county, id: household.id };
  return (
    <ConfirmWithReason
      title={t('action.relations')}
      effect={<MemberRelations members={members} relations={relations} />}
      confirmLabel={t('action.correct')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await assign.mutateAsync({ params, body: { members: [...relations.chosen], reason } });
        notify(t('saved'));
      }}
    />
  );
}

/** Some members found a household of their own; if the head goes, the first who stays succeeds. */
export function SplitDialog({ household, onClose }: Props) {
  const t = useWords(words);
  const goTo = useNavigate();
  const members = household.residents.filter((person) => person.leftOn === null);
  const relations = useRelations([]);
  const leaving = new Set(relations.chosen.map((member) => member.id));
  const stays = members.filter((person) => !leaving.has(person.id));
  const headless = stays.length > 0 && stays.every((person) => person.relation !== headRelation);
  const staying = headless ? stays.slice(0, 1).map((person) => ({ id: person.id, relation: headRelation })) : [];
  const fixed = useMemo(() => ({ newId: newId(), revision: household.revision }), [household.revision]);
  const params = { county: household.county, id: household.id };
  return (
    <Dialog title={t('action.split')} onClose={onClose} wide>
      <MemberRelations members={members} relations={relations} optional />
      <RecordForm
        schema={splitHousehold.body}
        fields={[{ key: 'number', kind: 'text', label: words['field.number'] }, ...happeningFields]}
        fixed={{ ...fixed, leaving: relations.chosen, staying }}
        refusals={words}
        explain={explainKnown}
        submit={(body, options) => call(splitHousehold, { params, body }, options)}
        onSaved={({ county, id }) => {
          notify(t('saved'));
          goTo(`/households/${county}/${id}`);
        }}
      />
    </Dialog>
  );
}
