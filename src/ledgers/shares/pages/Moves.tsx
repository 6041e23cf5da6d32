import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listMoves } from '../contract.ts';
import { moveKinds } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';
import type { Register } from './register-view.ts';

type Move = RowOf<typeof listMoves>;

/** The share ledger line by line, each with its reason. */
export function Moves({ register }: { register: Register }) {
  const t = useWords(words);
  const columns = useMoveColumns(register);
  return (
    <RecordList
      contract={listMoves}
      params={{ county: register.county, id: register.id }}
      caption={t('tab.moves')}
      search={false}
      rowKey={(row) => row.id}
      filters={[
        {
          key: 'classId',
          label: words['field.class'],
          kind: 'codes',
          codes: register.classes.map(({ share }) => ({ value: share.id, label: share.name })),
        },
        { key: 'kind', label: words['field.act'], kind: 'codes', codes: codesOf('move', moveKinds) },
        { key: 'from', label: words['field.startsOn'], kind: 'date' },
        { key: 'to', label: words['field.endsOn'], kind: 'date' },
      ]}
      emptyText={t('moves.empty')}
      columns={columns}
    />
  );
}

function useMoveColumns(register: Register): readonly Column<Move>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  const page = (row: Move) => `/shares/${register.county}/${register.id}/members/${row.membershipId}`;
  return [
    { key: 'occurredOn', label: words['field.occurredOn'], render: (row) => date(row.occurredOn) },
    {
      key: 'member',
      label: words['field.member'],
      render: (row) => <Link to={page(row)}>{`${row.number ?? ''} ${row.name ?? ''}`}</Link>,
    },
    { key: 'className', label: words['field.class'] },
    { key: 'kind', label: words['field.act'], render: (row) => text(codeWords('move', row.kind)) },
    {
      key: 'source',
      label: words['field.source'],
      secondary: true,
      render: (row) => text(codeWords('source', row.source)),
    },
    { key: 'shares', label: words['field.shares'], align: 'end', render: (row) => number(row.shares) },
    { key: 'paidFen', label: words['field.paidFen'], align: 'end', render: (row) => yuan(row.paidFen) },
    { key: 'entryNumber', label: words['field.entryNumber'], align: 'end', secondary: true },
    { key: 'memo', label: words['field.memo'], secondary: true },
  ];
}
