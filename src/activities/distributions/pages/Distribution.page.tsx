import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { linkTo } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, RecordSection, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { declareDistribution, getDistribution, offerDistribution, withdrawDistribution } from '../contract.ts';
import { printSlips } from '../dividend-contract.ts';
import { words } from '../words.ts';
import { Chain } from './Chain.tsx';
import { Corrections } from './Corrections.tsx';
import { wordsOf } from './codes.ts';
import { DistributionDialog } from './DistributionDialogs.tsx';
import { Lines } from './Lines.tsx';
import { Options } from './Options.tsx';
import { Payouts } from './Payouts.tsx';
import { Places } from './Places.tsx';
import { Steps } from './Steps.tsx';
import { type DistributionTask, type DistributionView, keyOf, type PartProps } from './views.ts';

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
          {task && (
            <DistributionDialog distribution={distribution} task={task} onClose={() => setTask(undefined)} />
          )}
        </RecordPage>
      )}
    </Loaded>
  );
}

function declaredTabs(distribution: DistributionView) {
  if (distribution.state !== 'declared') return [];
  return [
    { key: 'payouts', label: words['tab.payouts'], content: <Payouts distribution={distribution} /> },
    { key: 'corrections', label: words['tab.corrections'], content: <Corrections distribution={distribution} /> },
  ];
}

function Slips({ distribution }: PartProps) {
  const t = useWords(words);
  if (distribution.state !== 'declared') return null;
  const href = linkTo(printSlips, { params: keyOf(distribution), query: { origin: location.origin } });
  return (
    <p className="buttons no-print">
      <a className="button" href={href} download>
        {t('action.slips')}
      </a>
    </p>
  );
}

function useActions(setTask: (task: DistributionTask) => void): (row: DistributionView) => readonly RecordAction[] {
  const t = useWords(words);
  const { yuan, number } = useFormat();
  const offer = useWrite(offerDistribution);
  const declare = useWrite(declareDistribution);
  const withdraw = useWrite(withdrawDistribution);
  return (row) => {
    const params = keyOf(row);
    const members = number(row.members);
    const total = yuan(row.totalFen ?? 0n);
    const ready = row.chain.every(({ code, state }) => state === 'done' || code === 'declared' || code === 'paid');
    const chosen: readonly RecordAction[] = [
      { act: 'distribution.make', label: words['action.notice'], onPress: () => setTask('notice') },
      {
        ...{ act: 'distribution.make', label: words['action.motion'], effect: t('effect.motion'), needsReason: false },
        run: async () => {
          await offer.mutateAsync({ params, body: {} });
          return t('said.offered');
        },
      },
    ];
    const declaring: readonly RecordAction[] = [
      {
        ...{ act: 'distribution.declare', label: words['action.declare'], primary: true, needsReason: false },
        effect: t('effect.declare', { total, members }),
        run: async () => {
          await declare.mutateAsync({ params, body: { revision: row.revision } });
          return t('said.declared', { members, total });
        },
      },
    ];
    const open: readonly RecordAction[] = [
      { act: 'distribution.make', label: words['action.option'], onPress: () => setTask('option') },
      { act: 'distribution.make', label: words['action.freeze'], onPress: () => setTask('freeze') },
      {
        ...{ act: 'distribution.withdraw', label: words['action.withdraw'], effect: t('effect.withdraw'), danger: true },
        run: async (reason) => {
          await withdraw.mutateAsync({ params, body: { revision: row.revision, reason } });
          return t('said.withdrawn');
        },
      },
    ];
    const isOpen = row.state === 'draft' || row.state === 'chosen';
    return [...(ready ? declaring : []), ...(row.state === 'chosen' ? chosen : []), ...(isOpen ? open : [])];
  };
}

function Base({ sections }: { sections: readonly Section[] }) {
  return sections.map((section, at) => <RecordSection key={String(section.title ?? at)} section={section} />);
}

function useSections(): (row: DistributionView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan, number } = useFormat();
  return (row) => [
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
        { label: words['field.members'], value: number(row.members) },
        { label: words['field.surplus'], value: yuan(row.surplusFen) },
        { label: words['field.opening'], value: yuan(row.openingFen) },
        { label: words['field.reserveUsed'], value: yuan(row.reserveUsedFen) },
        { label: words['field.grantEquity'], value: yuan(row.grantEquityFen) },
        ...(row.declaredOn === null ? [] : [{ label: words['field.declaredOn'], value: date(row.declaredOn) }]),
        ...(row.resolutionNumber === null ? [] : [{ label: words['field.resolution'], value: row.resolutionNumber }]),
        ...(row.voucherId === null
          ? []
          : [
              {
                label: words['field.voucher'],
                value: <Link to={`/vouchers/${row.county}/${row.voucherId}`}>{t('action.open')}</Link>,
              },
            ]),
        { label: words['field.basisDigest'], value: <code>{row.basisDigest}</code>, wide: true },
        ...(row.digest === null
          ? []
          : [{ label: words['field.digest'], value: <code>{row.digest}</code>, wide: true }]),
      ],
    },
  ];
}
