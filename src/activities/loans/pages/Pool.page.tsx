import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { call } from '../../../platform/ui/client.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { checkCompensation, getPool, liftPool, payCompensation, suspendPool } from '../pool-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { accountField, keyOfChoice, reasonField } from './fields.ts';
import { PartTable } from './PartTable.tsx';
import { type CompensationView, keyOf, type PoolView } from './views.ts';

const labels = {
  suspended_on: words['field.suspendedOn'],
  suspension_ratio_bp: words['field.ratio'],
  lifted_on: words['action.lift'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getPool, { params });
  const [chosen, setChosen] = useState<CompensationView>();
  const actions = useActions();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(pool) => (
        <RecordPage
          title={pool.bankName}
          about={pool.agreement}
          back={<Link to="/loan-pools">{t('pools.title')}</Link>}
          allowed={pool.allowed}
          actions={actions(pool)}
          sections={sections(pool)}
          tabs={[
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="loan_pool" {...params} labels={labels} />,
            },
          ]}
          dialog={chosen && <CompensationDialog row={chosen} onClose={() => setChosen(undefined)} />}
        >
          {pool.suspendProposed && <p className="strip bad">{t('said.proposed')}</p>}
          <Compensations pool={pool} onChoose={setChosen} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Compensations({
  pool,
  onChoose,
}: {
  readonly pool: PoolView;
  readonly onChoose: (row: CompensationView) => void;
}) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (
    <PartTable
      title={t('tab.compensations')}
      empty={t('compensations.empty')}
      heads={[
        { label: words['field.borrower'] },
        { label: words['field.askedOn'] },
        { label: words['field.overdueSince'] },
        ...(['principal', 'fundShare', 'bankShare'] as const).map((key) => ({
          label: words[`field.${key}`],
          end: true,
        })),
        { label: words['field.state'] },
        { label: words['field.acts'] },
      ]}
      rows={pool.compensations.map((row) => ({
        key: row.id,
        cells: [
          <Link key="loan" to={`/loans/${row.county}/${row.loanId}`}>
            {row.borrowerName}
          </Link>,
          date(row.askedOn),
          date(row.overdueSince),
          yuan(row.principalFen),
          yuan(row.fundFen),
          yuan(row.bankFen),
          text(wordsOf(`code.compensation.${row.state}`)),
          row.allowed.length > 0 && (
            <button
              key="act"
              type="button"
              className="button quiet no-print"
              aria-label={`${t(row.state === 'asked' ? 'action.check' : 'action.payOut')} ${row.borrowerName}`}
              onClick={() => onChoose(row)}
            >
              {t(row.state === 'asked' ? 'action.check' : 'action.payOut')}
            </button>
          ),
        ],
      }))}
    />
  );
}

const paySchema = z.object({ account: z.string().min(1) });

function CompensationDialog({ row, onClose }: { readonly row: CompensationView; readonly onClose: () => void }) {
  const t = useWords(words);
  const params = keyOf(row);
  const { revision } = row;
  if (row.state === 'asked') {
    return (
      <FormDialog
        title={t('action.check')}
        onClose={onClose}
        schema={checkCompensation.body}
        fields={[
          {
            ...{ key: 'decision', kind: 'code', label: words['field.decision'] },
            codes: codesOf('compensationDecision', ['confirmed', 'refused']),
          },
          reasonField,
        ]}
        fixed={{ revision }}
        submit={(body, options) => call(checkCompensation, { params, body }, options)}
      />
    );
  }
  return (
    <FormDialog
      title={t('action.payOut')}
      onClose={onClose}
      schema={paySchema}
      fields={[accountField]}
      submit={({ account }, options) => {
        const { county, id } = keyOfChoice(account);
        return call(payCompensation, { params, body: { revision, county, fundAccountId: id } }, options);
      }}
    />
  );
}

function useActions(): (pool: PoolView) => readonly RecordAction[] {
  const t = useWords(words);
  const suspend = useWrite(suspendPool);
  const lift = useWrite(liftPool);
  return (pool) => {
    const params = keyOf(pool);
    const { revision } = pool;
    const isSuspended = pool.suspendedOn !== null && pool.liftedOn === null;
    return [
      ...(pool.suspendProposed
        ? [
            {
              ...{ act: 'loan.pool', label: words['action.suspend'], effect: t('effect.suspend'), danger: true },
              run: async (reason: string) => {
                await suspend.mutateAsync({ params, body: { revision, reason } });
                return t('said.saved');
              },
            },
          ]
        : []),
      ...(isSuspended
        ? [
            {
              ...{ act: 'loan.pool', label: words['action.lift'], effect: t('effect.lift') },
              run: async (reason: string) => {
                await lift.mutateAsync({ params, body: { revision, reason } });
                return t('said.saved');
              },
            },
          ]
        : []),
    ];
  };
}

function useSections(): (pool: PoolView) => readonly Section[] {
  const { date, number, yuan } = useFormat();
  const sum = (fen: bigint, to: string) => <FigureLink value={yuan(fen)} to={to} />;
  return (pool) => [
    {
      items: [
        { label: words['field.agreementStartsOn'], value: date(pool.startsOn) },
        { label: words['field.fundBp'], value: formatBp(pool.fundBp) },
        { label: words['field.triggerDays'], value: number(pool.triggerDays) },
        { label: words['field.limitBp'], value: formatBp(pool.limitBp) },
        { label: words['field.lent'], value: sum(pool.lentFen, `/loans?pool=${pool.id}`) },
        { label: words['field.outstanding'], value: sum(pool.outstandingFen, `/loans?pool=${pool.id}`) },
        { label: words['field.overdue'], value: sum(pool.overdueFen, `/loans?pool=${pool.id}&overdue=true`) },
        {
          label: words['field.compensated'],
          value: sum(pool.compensatedFen, `/loan-compensations?pool=${pool.id}&state=borne`),
        },
        {
          label: words['field.fundPaid'],
          value: sum(pool.fundPaidFen, `/loan-compensations?pool=${pool.id}&state=paid`),
        },
        { label: words['field.ratio'], value: pool.ratioBp === null ? null : formatBp(pool.ratioBp) },
        { label: words['field.suspendedOn'], value: pool.suspendedOn && date(pool.suspendedOn) },
      ],
    },
  ];
}
