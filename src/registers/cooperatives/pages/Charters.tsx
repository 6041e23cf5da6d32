import { useMemo, useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { correctCharter, listCharters, recordCharter } from '../charter-contract.ts';
import type { CooperativeView } from '../contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import { charterFields, firstCharter, newCharterFields } from './fields.ts';

type Charter = ReplyOf<typeof listCharters>['rows'][number];

/** The versions of the charter, the latest first, with forms for a new one and for corrections. */
export function Charters({ cooperative }: { cooperative: CooperativeView }) {
  const t = useWords(words);
  const params = { county: cooperative.county, id: cooperative.id };
  const reply = useReply(listCharters, { params });
  const [open, setOpen] = useState<Charter | 'new'>();
  const close = () => setOpen(undefined);
  return (
    <Loaded reply={reply}>
      {({ rows, allowed }) => {
        const may = allowed.includes('charter.record');
        const add = may && (
          <button type="button" className="button primary" onClick={() => setOpen('new')}>
            {t('action.charter')}
          </button>
        );
        return (
          <div className="stack">
            {rows.length > 0 && <div className="buttons no-print">{add}</div>}
            {rows.length === 0 && <EmptyState text={t('charter.none')} action={add} />}
            {rows.map((charter) => (
              <Version key={charter.id} charter={charter} onCorrect={may ? () => setOpen(charter) : undefined} />
            ))}
            {open === 'new' && <NewCharter cooperative={params} latest={rows[0]} onClose={close} />}
            {open !== undefined && open !== 'new' && <CorrectCharter charter={open} onClose={close} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function Version({ charter, onCorrect }: { charter: Charter; onCorrect: (() => void) | undefined }) {
  const t = useWords(words);
  const text = useText();
  const { date, percent, yuan, number } = useFormat();
  const bp = (value: number | null) => (value === null ? undefined : percent(value));
  return (
    <>
      <RecordSection
        section={{
          title: t('charter.title', { date: date(charter.startsOn) }),
          items: [
            { label: words['field.endsOn'], value: charter.endsOn && date(charter.endsOn) },
            { label: words['field.resolutionNumber'], value: charter.resolutionNumber },
            { label: words['field.parValueFen'], value: yuan(charter.parValueFen) },
            { label: words['field.surplusReserveBp'], value: bp(charter.surplusReserveBp) },
            {
              label: words['field.reserveQuantifiedBy'],
              value: text(codeWords('basis', charter.reserveQuantifiedBy)),
            },
            { label: words['field.expansionBp'], value: bp(charter.expansionBp) },
            { label: words['field.reliefBp'], value: bp(charter.reliefBp) },
            { label: words['field.welfareReserveBp'], value: bp(charter.welfareReserveBp) },
            { label: words['field.patronageBp'], value: bp(charter.patronageBp) },
            { label: words['field.additionalVotesBp'], value: bp(charter.additionalVotesBp) },
            { label: words['field.quorumBp'], value: bp(charter.quorumBp) },
            { label: words['field.ordinaryBp'], value: bp(charter.ordinaryBp) },
            { label: words['field.specialBp'], value: bp(charter.specialBp) },
            { label: words['field.exitNoticeMonths'], value: number(charter.exitNoticeMonths) },
            { label: words['field.unitExitNoticeMonths'], value: number(charter.unitExitNoticeMonths) },
            { label: words['field.timeWeighted'], value: text(codeWords('yes', String(charter.timeWeighted))) },
            ...(charter.note === null ? [] : [{ label: words['field.note'], value: charter.note, wide: true }]),
          ],
        }}
      />
      {onCorrect && (
        <div className="buttons no-print">
          <button type="button" className="button" onClick={onCorrect}>
            {t('charter.edit')}
          </button>
        </div>
      )}
    </>
  );
}

interface NewProps {
  readonly cooperative: { readonly county: number; readonly id: string };
  readonly latest: Charter | undefined;
  readonly onClose: () => void;
}

function NewCharter({ cooperative, latest, onClose }: NewProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const initial = useMemo(
    () => (latest ? { ...latest, startsOn: undefined, resolutionNumber: undefined } : firstCharter),
    [latest],
  );
  return (
    <Dialog title={t('action.charter')} onClose={onClose} wide>
      <RecordForm
        schema={recordCharter.body}
        fields={newCharterFields}
        initial={initial}
        fixed={{ id }}
        refusals={words}
        submit={(body, options) => call(recordCharter, { params: cooperative, body }, options)}
        onSaved={() => {
          notify(t('saved'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function CorrectCharter({ charter, onClose }: { charter: Charter; onClose: () => void }) {
  const t = useWords(words);
  const params = { county: charter.county, id: charter.id };
  return (
    <Correction
      title={t('charter.edit')}
      onClose={onClose}
      schema={correctCharter.body}
      fields={charterFields}
      initial={charter}
      fixed={{ revision: charter.revision }}
      refusals={words}
      submit={(body, options) => call(correctCharter, { params, body }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}
