import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getDocument } from '../document-contract.ts';
import type { EntrySum } from '../entry-rules.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { entriesAddress } from './entries.ts';
import { PayeeTable } from './PayeeTable.tsx';

type DocumentView = ReplyOf<typeof getDocument>;

export default function Page() {
  const t = useWords(words);
  const { date } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getDocument, { params });
  const mayOversee = useMay('fund.oversee');
  const sections = useSections();
  const value = `${params.county}/${params.id}`;
  const actions: readonly RecordAction[] = [
    { act: 'fund.order', label: words['orders.new'], to: `/fund-orders/new?document=${value}` },
    { act: 'fund.read', label: words['trace.title'], to: `/funds/trace?document=${value}` },
    { act: 'fund.oversee', label: words['trace.reach'], to: `/fund-reach?document=${value}` },
  ];
  return (
    <Loaded reply={reply} asPage>
      {(document) => (
        <RecordPage
          title={document.title}
          about={`${document.number} · ${date(document.issuedOn)}`}
          back={<Link to="/fund-documents">{t('documents.title')}</Link>}
          allowed={[...document.allowed, 'fund.read', ...(mayOversee ? ['fund.oversee'] : [])]}
          actions={actions}
          sections={sections(document)}
          tabs={
            mayOversee
              ? [
                  {
                    key: 'files',
                    label: words['tab.files'],
                    content: <AttachmentsTab table="fund_document" {...params} />,
                  },
                ]
              : []
          }
        >
          <PayeeTable document={document.id} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function useSections(): (document: DocumentView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, yuan, percent } = useFormat();
  const sum = ({ id }: DocumentView, of: EntrySum, fen: bigint) => ({
    label: words[`code.sum.${of}`],
    value: <FigureLink value={yuan(fen)} to={entriesAddress({ sum: of, document: id })} />,
  });
  return (document) => [
    {
      items: [
        { label: words['field.fund'], value: document.fundName },
        { label: words['field.fundKind'], value: speak('fundKind', document.fundKind) },
        { label: words['field.amount'], value: yuan(document.amountFen) },
        { label: words['field.standard'], value: speak('yes', String(document.standard)) },
        {
          label: words['field.purposes'],
          value: document.purposes.map((code) => speak('purpose', code)).join('、'),
          wide: true,
        },
        {
          label: words['field.payeeKinds'],
          value: document.payeeKinds.map((code) => speak('payeeKind', code)).join('、') || t('documents.anybody'),
        },
        { label: words['field.places'], value: document.places.map(({ name }) => name).join('、'), wide: true },
        { label: words['field.startsOn'], value: date(document.startsOn) },
        { label: words['field.endsOn'], value: document.endsOn && date(document.endsOn) },
        { label: words['field.managementCap'], value: percent(document.managementBp) },
      ],
    },
    {
      title: t('documents.sums'),
      items: [
        sum(document, 'received', document.sums.receivedFen),
        sum(document, 'held', document.sums.heldFen),
        sum(document, 'committed', document.sums.committedFen),
        sum(document, 'paid', document.sums.paidFen),
        sum(document, 'sentBack', document.sums.returnedFen),
      ],
    },
  ];
}
