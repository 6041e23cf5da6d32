import { Link, useParams } from 'react-router';
import { type Dictionary, useDictionary, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { exportTilt, getTilt } from '../contract.ts';
import { words } from '../words.ts';
import { indicatorIn } from './known.ts';
import { TiltTable } from './TiltTable.tsx';

const labels = { name: words['field.name'], digest: words['field.digest'] };

/** A ranking as it was decided: printed and exported as it is published. */
export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getTilt, { params });
  const dictionary = useDictionary();
  return (
    <Loaded reply={reply} asPage>
      {(kept) => <Loaded reply={dictionary}>{(known) => <Kept kept={kept} dictionary={known} />}</Loaded>}
    </Loaded>
  );
}

interface KeptProps {
  readonly kept: ReplyOf<typeof getTilt>;
  readonly dictionary: Dictionary;
}

function Kept({ kept, dictionary }: KeptProps) {
  const t = useWords(words);
  const { month } = useFormat();
  const items = useItems({ kept, dictionary });
  const { county, id } = kept;
  return (
    <RecordPage
      title={kept.name}
      about={`${kept.placeName} · ${month(kept.month)}`}
      back={<Link to="/fund-tilts">{t('title')}</Link>}
      allowed={[...kept.allowed, 'fund.oversee', 'fund.oversee_export']}
      actions={[
        { act: 'fund.order', label: words['action.order'], to: `/fund-orders/new?tilt=${id}` },
        {
          act: 'fund.oversee_export',
          label: words['action.publish'],
          onPress: () => void download(exportTilt, { params: { county, id } }),
        },
        { act: 'fund.oversee', label: words['action.print'], onPress: () => window.print() },
      ]}
      sections={[{ items }]}
      tabs={[
        {
          key: 'history',
          label: words['tab.history'],
          content: <HistoryTab table="fund_tilt" county={county} id={id} labels={labels} />,
        },
      ]}
    >
      <p className="note">{t('formula.how')}</p>
      <TiltTable tilt={kept} dictionary={dictionary} />
    </RecordPage>
  );
}

function useItems({ kept, dictionary }: KeptProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const figure = useFigureText();
  return [
    { label: words['field.total'], value: yuan(kept.totalFen) },
    { label: words['field.keyPoor'], value: t(kept.keyPoor ? 'yes' : 'no') },
    { label: words['field.keeper'], value: kept.keeperName },
    { label: words['field.catalogue'], value: kept.catalogue },
    { label: words['field.digest'], value: <code>{kept.digest.slice(0, 16)}</code> },
    {
      label: words.formula,
      value: (
        <ul className="bullets">
          {kept.formula.map(({ indicator, weight, direction }) => (
            <li key={indicator}>
              <Link to={`/indicators/${indicator}`}>{figure.name(indicatorIn(dictionary, indicator))}</Link> · {weight}{' '}
              · {t(`direction.${direction}`)}
            </li>
          ))}
        </ul>
      ),
      wide: true,
    },
    {
      label: words['field.orders'],
      value: kept.orders.map((order) => (
        <Link key={order.id} to={`/fund-orders/${order.county}/${order.id}`}>
          {order.number}
        </Link>
      )),
      wide: true,
    },
  ];
}
