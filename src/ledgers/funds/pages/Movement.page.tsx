import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { orderRecovery } from '../control-contract.ts';
import { recoveryCauses } from '../rules.ts';
import { getMovement } from '../trace-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { TracePieces } from './TracePieces.tsx';

type MovementView = ReplyOf<typeof getMovement>;

const fields: readonly Field[] = [
  { key: 'amountFen', label: words['field.amount'], kind: 'yuan' },
  { key: 'cause', label: words['field.cause'], kind: 'code', codes: codeChoices('cause', recoveryCauses) },
  { key: 'dueOn', label: words['field.dueOn'], kind: 'date' },
  { key: 'grounds', label: words['field.grounds'], kind: 'note' },
];

export default function Page() {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getMovement, { params });
  const sections = useSections();
  const [recovering, setRecovering] = useState(false);
  return (
    <Loaded reply={reply} asPage>
      {(movement) => (
        <RecordPage
          title={t('movement.title', { kind: speak('movementKind', movement.kind) ?? '', number: movement.number })}
          about={`${date(movement.occurredOn)} · ${movement.memo}`}
          back={<Link to="/fund-movements">{t('movements.title')}</Link>}
          allowed={movement.allowed}
          actions={[{ act: 'fund.recover', label: words['movements.recover'], onPress: () => setRecovering(true) }]}
          sections={sections(movement)}
          dialog={recovering && <Recover params={params} onClose={() => setRecovering(false)} />}
        >
          <TracePieces query={{ movementId: movement.id }} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Recover({ params, onClose }: { params: { county: number; id: string }; onClose: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const fixed = useMemo(
    () => ({ id: newId(), county: params.county, movementId: params.id }),
    [params.county, params.id],
  );
  const initial = useMemo(() => ({ cause: 'misused', dueOn: today }), [today]);
  return (
    <Dialog title={t('movements.recover')} onClose={onClose}>
      <RecordForm
        schema={orderRecovery.body}
        fields={fields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submitLabel={t('movements.recover')}
        submit={(body, options) =>
          call(orderRecovery, { body: { ...body, amountFen: String(body.amountFen) } }, options)
        }
        onSaved={() => {
          onClose();
          notify(t('said.recorded'));
        }}
      />
    </Dialog>
  );
}

function useSections(): (movement: MovementView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { yuan } = useFormat();
  return (movement) => [
    {
      items: [
        { label: words['field.amount'], value: yuan(movement.amountFen) },
        {
          label: words['field.from'],
          value: movement.fromAccount && (
            <Link to={`/fund-accounts/${movement.fromCounty}/${movement.fromAccount}`}>{movement.fromName ?? '–'}</Link>
          ),
        },
        {
          label: words['field.to'],
          value: movement.toAccount && (
            <Link to={`/fund-accounts/${movement.toCounty}/${movement.toAccount}`}>{movement.toName ?? '–'}</Link>
          ),
        },
        {
          label: words['field.payee'],
          value: movement.payeeId && <Link to={`/funds/trace?payee=${movement.payeeId}`}>{movement.payeeName}</Link>,
        },
        { label: words['field.payeeKind'], value: speak('payeeKind', movement.payeeKind) },
        { label: words['field.purpose'], value: speak('purpose', movement.purpose) },
        { label: words['field.bankTail'], value: movement.bankTail },
        {
          label: words['field.project'],
          value: movement.projectId && (
            <Link to={`/projects/${movement.projectCounty}/${movement.projectId}`}>{t('action.open')}</Link>
          ),
        },
        { label: words['field.maker'], value: movement.makerName },
        { label: words['field.checker'], value: movement.checkerName },
        { label: words['field.payer'], value: movement.payerName },
        {
          label: words['overrides.title'],
          value: movement.overrideId && (
            <Link to={`/fund-overrides/${movement.county}/${movement.overrideId}`}>{movement.memo}</Link>
          ),
        },
      ],
    },
  ];
}
