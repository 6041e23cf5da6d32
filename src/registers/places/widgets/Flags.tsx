import { useState } from 'react';
import type { z } from 'zod';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { endFlag, type flagView, type getPlace, placeFlags, recordFlag, withdrawFlag } from '../contract.ts';
import { words } from '../words.ts';

type Place = ReplyOf<typeof getPlace>;
type Flag = z.output<typeof flagView>;

/** The flags of a village over time, with their ending and withdrawing. */
export function FlagTable({ place }: { place: Place }) {
  const t = useWords(words);
  const { date } = useFormat();
  const [ending, setEnding] = useState<Flag>();
  const [withdrawing, setWithdrawing] = useState<Flag>();
  const may = place.allowed.includes('place.flag');
  if (place.flags.length === 0) return <EmptyState text={t('noFlags')} />;
  return (
    <TableScroll label={t('flag')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('flag')}</th>
            <th scope="col">{t('startsOn')}</th>
            <th scope="col">{t('endsOn')}</th>
            <th scope="col">{t('documentNumber')}</th>
            {may && (
              <th scope="col">
                <span className="hidden-text">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {place.flags.map((flag) => (
            <tr key={flag.id}>
              <th scope="row">{t(`flag.${flag.flag}`)}</th>
              <td>{date(flag.startsOn)}</td>
              <td>{flag.endsOn === null ? t('stillHolds') : date(flag.endsOn)}</td>
              <td>{flag.documentNumber}</td>
              {may && (
                <td className="buttons no-print">
                  <button type="button" className="button quiet" onClick={() => setEnding(flag)}>
                    {t('endFlag')}
                  </button>
                  <button type="button" className="button quiet" onClick={() => setWithdrawing(flag)}>
                    {t('withdrawFlag')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {ending && <EndDialog flag={ending} onClose={() => setEnding(undefined)} />}
      {withdrawing && <WithdrawDialog flag={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </TableScroll>
  );
}

const flagFields: readonly Field[] = [
  {
    key: 'flag',
    label: words.flag,
    kind: 'code',
    codes: placeFlags.map((flag) => ({ value: flag, label: words[`flag.${flag}`] })),
  },
  { key: 'startsOn', label: words.startsOn, kind: 'date' },
  { key: 'endsOn', label: words.endsOn, kind: 'date' },
  { key: 'documentNumber', label: words.documentNumber, kind: 'text' },
];

export function FlagDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const t = useWords(words);
  const { date } = useFormat();
  const [id] = useState(() => newId());
  return (
    <Dialog title={`${t('addFlag')} · ${place.name}`} onClose={onClose}>
      <RecordForm
        schema={recordFlag.body}
        fields={flagFields}
        fixed={{ id }}
        refusals={words}
        draftKey={`flag-${place.code}`}
        submit={(body, options) => call(recordFlag, { params: { place: place.code }, body }, options).then(() => body)}
        onSaved={({ flag, startsOn }) => {
          notify(t('flagRecorded', { place: place.name, flag: t(`flag.${flag}`), day: date(startsOn) }));
          onClose();
        }}
      />
    </Dialog>
  );
}

const endFields: readonly Field[] = [
  { key: 'endsOn', label: words.endsOn, kind: 'date', help: words.endFlagEffect },
  { key: 'reason', label: words.reason, kind: 'text', wide: true },
];

function EndDialog({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const t = useWords(words);
  const { county, id, revision } = flag;
  return (
    <Dialog title={`${t('endFlag')} · ${t(`flag.${flag.flag}`)}`} onClose={onClose}>
      <RecordForm
        schema={endFlag.body}
        fields={endFields}
        initial={{ endsOn: flag.endsOn }}
        fixed={{ revision }}
        refusals={words}
        submit={(body, options) => call(endFlag, { params: { county, id }, body }, options)}
        onSaved={() => {
          notify(t('flagEnded'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function WithdrawDialog({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const t = useWords(words);
  const write = useWrite(withdrawFlag);
  const { county, id, revision } = flag;
  return (
    <ConfirmWithReason
      title={`${t('withdrawFlag')} · ${t(`flag.${flag.flag}`)}`}
      effect={t('withdrawFlagEffect')}
      confirmLabel={t('withdrawFlag')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await write.mutateAsync({ params: { county, id }, body: { revision, reason } });
        notify(t('flagWithdrawn'));
      }}
    />
  );
}
