import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { speak as fill } from '../../../platform/words.ts';
import { getOverride, grantOverride, refuseOverride } from '../control-contract.ts';
import { words } from '../words.ts';
import { refusalLabel, useCodes } from './codes.ts';

type OverrideView = ReplyOf<typeof getOverride>;

const labels = { state: words['field.state'], opinion: words['field.opinion'], amount_fen: words['field.amount'] };

export default function Page() {
  const t = useWords(words);
  const speak = useCodes();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getOverride, { params });
  const actions = useActions(params);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(row) => (
        <RecordPage
          title={`${t('overrides.title')} · ${row.payeeName}`}
          about={<span className="tag">{row.usedBy ? t('overrides.used') : speak('overrideState', row.state)}</span>}
          back={<Link to="/fund-overrides">{t('overrides.title')}</Link>}
          allowed={row.allowed}
          actions={actions(row)}
          sections={sections(row)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="fund_override" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="fund_override" {...params} labels={labels} />,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

function useActions(params: { county: number; id: string }): (row: OverrideView) => readonly RecordAction[] {
  const t = useWords(words);
  const { yuan } = useFormat();
  const grant = useWrite(grantOverride);
  const refuse = useWrite(refuseOverride);
  return ({ payeeName: name, amountFen, revision }) => {
    const amount = yuan(amountFen);
    return [
      {
        ...{ act: 'fund.override_grant', label: words['action.grant'], primary: true, needsReason: false },
        effect: t('effect.grant', { name, amount }),
        run: async () => {
          await grant.mutateAsync({ params, body: { revision } });
          return t('said.granted');
        },
      },
      {
        ...{
          act: 'fund.override_grant',
          label: words['action.refuse'],
          effect: t('effect.refuseOverride', { name, amount }),
        },
        run: async (reason) => {
          await refuse.mutateAsync({ params, body: { revision, reason } });
          return t('said.refused');
        },
      },
    ];
  };
}

function useSections(): (row: OverrideView) => readonly Section[] {
  const speak = useCodes();
  const text = useText();
  const { date, yuan } = useFormat();
  return (row) => [
    {
      items: [
        {
          label: words['field.account'],
          value: <Link to={`/fund-accounts/${row.county}/${row.accountId}`}>{row.accountName}</Link>,
        },
        {
          label: words['field.document'],
          value: <Link to={`/fund-documents/${row.documentCounty}/${row.documentId}`}>{row.documentNumber}</Link>,
        },
        {
          label: words['field.code'],
          value: text([
            fill(refusalLabel(row.code), 'zh', { number: row.documentNumber }),
            fill(refusalLabel(row.code), 'en', { number: row.documentNumber }),
          ]),
          wide: true,
        },
        { label: words['field.purpose'], value: speak('purpose', row.purpose) },
        { label: words['field.payee'], value: row.payeeName },
        { label: words['field.payeeKind'], value: speak('payeeKind', row.payeeKind) },
        { label: words['field.amount'], value: yuan(row.amountFen) },
        { label: words['field.justification'], value: row.justification, wide: true },
        { label: words['field.askedOn'], value: date(row.askedOn) },
        { label: words['field.asker'], value: row.askerName },
        { label: words['field.decider'], value: row.deciderName },
        { label: words['field.decidedOn'], value: row.decidedOn && date(row.decidedOn) },
        { label: words['field.opinion'], value: row.opinion },
        {
          label: words['field.usedBy'],
          value: row.usedBy && <Link to={`/fund-movements/${row.county}/${row.usedBy}`}>{yuan(row.amountFen)}</Link>,
        },
      ],
    },
  ];
}
