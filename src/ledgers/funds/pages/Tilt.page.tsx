import { Link, useParams } from 'react-router';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { exportTilt, getTilt } from '../tilt-contract.ts';
import { tiltMeasures } from '../tilt-rules.ts';
import { words } from '../words.ts';
import { codeLabel } from './codes.ts';
import { TiltTable } from './TiltTable.tsx';

const labels = { name: words['field.name'], digest: words['tilt.digest'] };

export default function Page() {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getTilt, { params });
  return (
    <Loaded reply={reply} asPage>
      {(kept) => (
        <RecordPage
          title={kept.name}
          about={`${kept.placeName} · ${date(kept.measuredOn)}`}
          back={<Link to="/fund-tilts">{t('tilt.title')}</Link>}
          allowed={[...kept.allowed, 'fund.oversee_export']}
          actions={[
            { act: 'fund.order', label: words['orders.new'], to: `/fund-orders/new?tilt=${params.id}` },
            {
              act: 'fund.oversee_export',
              label: words['tilt.publish'],
              onPress: () => void download(exportTilt, { params }),
            },
          ]}
          sections={[
            {
              items: [
                { label: words['field.total'], value: yuan(kept.totalFen) },
                { label: words['field.keeper'], value: kept.keeperName },
                ...tiltMeasures.map((measure) => ({
                  label: codeLabel('measure', measure),
                  value: kept.weights[measure],
                })),
                { label: words['tilt.digest'], value: <code>{kept.digest.slice(0, 16)}</code> },
                {
                  label: words['tilt.orders'],
                  value: kept.orders.map((order) => (
                    <Link key={order.id} to={`/fund-orders/${order.county}/${order.id}`}>
                      {order.number}
                    </Link>
                  )),
                  wide: true,
                },
              ],
            },
          ]}
          tabs={[
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="fund_tilt" {...params} labels={labels} />,
            },
          ]}
        >
          <TiltTable results={kept.results} />
        </RecordPage>
      )}
    </Loaded>
  );
}
