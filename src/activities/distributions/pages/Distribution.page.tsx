import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { download } from '../../../platform/ui/client.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, RecordSection, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import type { ActCode } from '../act-rules.ts';
import { getDistribution, offerDistribution, withdrawDistribution } from '../contract.ts';
import { printSlips } from '../dividend-contract.ts';
import { words } from '../words.ts';
import { Chain } from './Chain.tsx';
import { Corrections } from './Corrections.tsx';
import { wordsOf } from './codes.ts';
import { DistributionDialog } from './DistributionDialogs.tsx';
import { Lines } from './Lines.tsx';
import { Options } from './Options.tsx';
import { Payments } from './Payments.tsx';
import { Payouts } from './Payouts.tsx';
import { Places } from './Places.tsx';
import { Steps } from './Steps.tsx';
import { type DistributionTask, type DistributionView, keyOf, type PartProps, statementOf } from './views.ts';

const labels = {
  state: words['field.state'],
  record_on: words['field.recordOn'],
  members: words['field.members'],
  surplus_fen: words['field.surplus'],
  digest: words['field.digest'],
  resolution_number: words['field.resolution'],
  declared_on: words['field.declaredOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getDistribution, { params });
  const [task, setTask] = useState<DistributionTask>();
  const actions = useActions(setTask);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(distribution) => (
        <>
          <RecordPage
            title={t('page.title', { cooperative: distribution.cooperativeName, year: distribution.year })}
            about={<span className="tag">{text(wordsOf(`code.state.${distribution.state}`))}</span>}
            back={<Link to="/distributions">{t('title')}</Link>}
            allowed={distribution.allowed}
            actions={actions(distribution)}
            sections={[]}
            tabs={[
              { key: 'options', label: words['tab.options'], content: <Options distribution={distribution} /> },
              { key: 'lines', label: words['tab.lines'], content: <Lines distribution={distribution} /> },
              { key: 'places', label: words['tab.places'], content: <Places distribution={distribution} /> },
              ...declaredTabs(distribution),
              { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="distribution" {...params} /> },
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="distribution" {...params} labels={labels} />,
              },
            ]}
          >
            <Chain distribution={distribution} />
            <Steps distribution={distribution} />
            <Base sections={sections(distribution)} />
            <Slips distribution={distribution} />
          </RecordPage>
          {task && <DistributionDialog distribution={distribution} task={task} onClose={() => setTask(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function declaredTabs(distribution: DistributionView) {
  if (distribution.state !== 'declared') return [];
  return [
    { key: 'payouts', label: words['tab.payouts'], content: <Payouts distribution={distribution} /> },
    { key: 'payments', label: words['tab.payments'], content: <Payments distribution={distribution} /> },
    { key: 'corrections', label: words['tab.corrections'], content: <Corrections distribution={distribution} /> },
  ];
}

function Slips({ distribution }: PartProps) {
  const t = useWords(words);
  const mayPrint = useMay('distribution.export');
  const { run, pending, failure } = useAction();
  if (distribution.state !== 'declared' || !mayPrint) return null;
  const input = { params: keyOf(distribution), query: { origin: location.origin } };
  return (
    <>
      <p className="buttons no-print">
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => void run(() => download(printSlips, input))}
        >
          {t('action.slips')}
        </button>
      </p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </>
  );
}

function useActions(setTask: (task: DistributionTask) => void): (row: DistributionView) => readonly RecordAction[] {
  const t = useWords(words);
  const offer = useWrite(offerDistribution);
  const withdraw = useWrite(withdrawDistribution);
  return (row) => {
    const params = keyOf(row);
    const isOpen = (act: ActCode) => row.acts.some(({ code, state }) => code === act && state === 'open');
    const declaring: RecordAction = {
      ...{ act: 'distribution.declare', label: words['action.declare'], primary: true },
      onPress: () => setTask('declare'),
    };
    const noticing: RecordAction = {
      ...{ act: 'distribution.make', label: words['action.notice'], primary: true },
      onPress: () => setTask('notice'),
    };
    const offering: RecordAction = {
      ...{ act: 'distribution.make', label: words['action.motion'], effect: t('effect.motion'), needsReason: false },
      ...{ primary: !isOpen('notice') },
      run: async () => {
        await offer.mutateAsync({ params, body: {} });
        return t('said.offered');
      },
    };
    const open: readonly RecordAction[] = [
      ...(row.ruleSet === 'contract' || row.options.length > 2
        ? []
        : [{ act: 'distribution.make', label: words['action.option'], onPress: () => setTask('option') }]),
      { act: 'distribution.make', label: words['action.freeze'], onPress: () => setTask('freeze') },
      {
        ...{
          act: 'distribution.withdraw',
          label: words['action.withdraw'],
          effect: t('effect.withdraw'),
          danger: true,
        },
        run: async (reason) => {
          await withdraw.mutateAsync({ params, body: { revision: row.revision, reason } });
          return t('said.withdrawn');
        },
      },
    ];
    const next = [
      ...(isOpen('declare') ? [declaring] : []),
      ...(isOpen('notice') ? [noticing] : []),
      ...(isOpen('motion') ? [offering] : []),
    ];
    return row.state === 'draft' || row.state === 'chosen' ? [...next, ...open] : [];
  };
}

function Base({ sections }: { sections: readonly Section[] }) {
  return sections.map((section, at) => <RecordSection key={String(section.title ?? at)} section={section} />);
}

function useSections(): (row: DistributionView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan, number } = useFormat();
  return (row) => {
    const statement = statementOf(row);
    const fromBooks = (fen: bigint) => <FigureLink value={yuan(fen)} {...(statement ? { to: statement } : {})} />;
    return [
      {
        title: words['section.base'],
        items: [
          {
            label: words['field.cooperative'],
            value: <Link to={`/cooperatives/${row.county}/${row.cooperativeId}`}>{row.cooperativeName}</Link>,
          },
          { label: words['field.place'], value: row.placeName },
          { label: words['field.ruleSet'], value: text(wordsOf(`code.ruleSet.${row.ruleSet}`)) },
          { label: words['field.recordDay'], value: date(row.recordOn) },
          {
            label: words['field.members'],
            value: <FigureLink value={number(row.members)} to={`/distributions/${row.county}/${row.id}?tab=lines`} />,
          },
          { label: words['field.surplus'], value: fromBooks(row.surplusFen) },
          { label: words['field.opening'], value: fromBooks(row.openingFen) },
          { label: words['field.reserveUsed'], value: fromBooks(row.reserveUsedFen) },
          { label: words['field.grantEquity'], value: fromBooks(row.grantEquityFen) },
          { label: words['field.declaredOn'], value: row.declaredOn && date(row.declaredOn) },
          { label: words['field.resolution'], value: row.resolutionNumber },
          {
            label: words['field.voucher'],
            value: row.voucherId && <Link to={`/vouchers/${row.county}/${row.voucherId}`}>{t('action.open')}</Link>,
          },
          { label: words['field.basisDigest'], value: <code>{row.basisDigest.slice(0, 16)}</code> },
          { label: words['field.digest'], value: row.digest && <code>{row.digest.slice(0, 16)}</code> },
        ],
      },
    ];
  };
}
