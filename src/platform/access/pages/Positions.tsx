import { useMemo, useState } from 'react';
import { z } from 'zod';
import { call, newId } from '../../ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../ui/Dialog.tsx';
import { useFormat, useWords } from '../../ui/language.ts';
import { useMe, useToday } from '../../ui/me.ts';
import { notify } from '../../ui/Notices.tsx';
import { useOwnPlaces } from '../../ui/place-context.ts';
import { useWrite } from '../../ui/queries.ts';
import { RecordForm } from '../../ui/RecordForm.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { TableScroll } from '../../ui/TableScroll.tsx';
import { endPosition, grantPosition } from '../account-contract.ts';
import { words } from '../words.ts';
import type { AccountReply } from './account-reply.ts';
import { positionFields, positionShape } from './position-fields.ts';

type Position = AccountReply['positions'][number];

/** The positions of an account, the latest first; those of the reader's range can be ended. */
export function PositionTable({ account }: { account: AccountReply }) {
  const t = useWords(words);
  const { date } = useFormat();
  const today = useToday();
  const [ending, setEnding] = useState<Position>();
  const write = useWrite(endPosition);
  if (account.positions.length === 0) return <EmptyState text={t('position.none')} />;
  return (
    <TableScroll label={t('account.positions')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('position.role')}</th>
            <th scope="col">{t('position.place')}</th>
            <th scope="col">{t('position.startsOn')}</th>
            <th scope="col">{t('position.endsOn')}</th>
            <th scope="col">{t('account.state')}</th>
          </tr>
        </thead>
        <tbody>
          {account.positions.map((position) => (
            <tr key={position.id}>
              <th scope="row">{t(`role.${position.role}`)}</th>
              <td>{position.placeName ?? position.place}</td>
              <td>{date(position.startsOn)}</td>
              <td>{position.endsOn !== null && date(position.endsOn)}</td>
              <td className="buttons">
                <span className="tag">{t(stateOf(position, today))}</span>
                {position.mayEnd && stateOf(position, today) !== 'position.ended' && (
                  <button type="button" className="button quiet no-print" onClick={() => setEnding(position)}>
                    {t('position.end')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending && (
        <ConfirmWithReason
          title={t('position.end')}
          effect={t('position.endEffect', { name: account.name, role: t(`role.${ending.role}`) })}
          confirmLabel={t('position.end')}
          danger
          onClose={() => setEnding(undefined)}
          onConfirm={async (reason) => {
            await write.mutateAsync({ params: { id: account.id, positionId: ending.id }, body: { reason } });
            notify(t('position.endedDone'));
          }}
        />
      )}
    </TableScroll>
  );
}

const form = z.object({ ...positionShape, reason: grantPosition.body.shape.reason });

export function GrantDialog({ account, onClose }: { account: AccountReply; onClose: () => void }) {
  const t = useWords(words);
  const { position, today } = useMe();
  const initial = useMemo(() => ({ startsOn: today }), [today]);
  const places = useOwnPlaces();
  const [id] = useState(() => newId());
  return (
    <Dialog title={`${t('position.grant')} · ${account.name}`} onClose={onClose}>
      <RecordForm
        schema={form}
        initial={initial}
        refusals={words}
        fields={[
          ...positionFields(position.role, places),
          { key: 'reason', label: words['manage.reason'], kind: 'note', wide: true },
        ]}
        submit={({ reason, ...granted }, options) =>
          call(grantPosition, { params: { id: account.id }, body: { position: { id, ...granted }, reason } }, options)
        }
        onSaved={() => {
          notify(t('position.granted'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function stateOf(position: Position, today: string): 'position.open' | 'position.future' | 'position.ended' {
  if (position.inForce) return 'position.open';
  return position.endsOn === null || position.endsOn > position.startsOn
    ? beganOrNot(position, today)
    : 'position.ended';
}

/** Not in force today: it lies ahead unless it began before. */
function beganOrNot(position: Position, today: string): 'position.future' | 'position.ended' {
  return position.startsOn > today ? 'position.future' : 'position.ended';
}
