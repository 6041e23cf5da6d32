import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { linkTo } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getNotice, printPoster, withdrawNotice } from '../contract.ts';
import { words } from '../words.ts';
import { Boards } from './Boards.tsx';
import { codeWords } from './codes.ts';
import { useDays } from './days.ts';
import { NoticeLines } from './NoticeLines.tsx';
import { NoticeObjections } from './NoticeObjections.tsx';
import type { NoticeView } from './notice-view.ts';
import { ObjectDialog } from './ObjectDialog.tsx';

const labels = {
  title: words['field.title'],
  ends_on: words['field.endsOn'],
  withdrawn_on: words['field.withdrawn'],
  content_digest: words['field.digest'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getNotice, { params });
  const [objecting, setObjecting] = useState(false);
  const sections = useSections();
  const withdrawal = useWithdrawal();
  const copy = useCopy();
  return (
    <Loaded reply={reply} asPage>
      {(notice) => (
        <RecordPage
          title={notice.title}
          about={<Standing notice={notice} />}
          back={<Link to="/notices">{t('title')}</Link>}
          voided={
            notice.withdrawnOn === null ? undefined : { reason: notice.withdrawnReason ?? '', at: notice.withdrawnOn }
          }
          allowed={[...notice.allowed, 'notice.read']}
          actions={[
            { act: 'notice.object', label: words['action.object'], onPress: () => setObjecting(true) },
            { act: 'notice.read', label: words['action.copy'], onPress: () => void copy(notice) },
            withdrawal(notice),
          ]}
          sections={sections(notice)}
          tabs={[
            { key: 'list', label: words['tab.list'], count: notice.rowCount, content: <NoticeLines notice={notice} /> },
            {
              key: 'boards',
              label: words['tab.boards'],
              count: notice.hung.length,
              content: <Boards notice={notice} />,
            },
            {
              key: 'objections',
              label: words['tab.objections'],
              count: notice.objections,
              content: <NoticeObjections notice={notice} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="notice" {...params} labels={labels} />,
            },
          ]}
          dialog={objecting && <ObjectDialog notice={notice} onClose={() => setObjecting(false)} />}
        >
          <Posters notice={notice} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Posters({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const params = { county: notice.county, id: notice.id };
  return (
    <p className="buttons no-print">
      {(['a4', 'a3'] as const).map((paper) => (
        <a
          key={paper}
          className="button"
          href={linkTo(printPoster, { params, query: { paper, origin: location.origin } })}
          download
        >
          {t(paper === 'a4' ? 'action.posterA4' : 'action.posterA3')}
        </a>
      ))}
    </p>
  );
}

function Standing({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const daysOf = useDays();
  return (
    <>
      <span className="tag">{t(`code.state.${notice.state}`)}</span> {!notice.over && daysOf(notice)}
      {!notice.calendarKnown && ` ${t('calendar.unknown')}`}
    </>
  );
}

function useWithdrawal(): (notice: NoticeView) => RecordAction {
  const t = useWords(words);
  const withdraw = useWrite(withdrawNotice);
  return ({ county, id, title, revision }) => ({
    act: 'notice.withdraw',
    label: words['action.withdraw'],
    danger: true,
    effect: t('effect.withdraw', { title }),
    run: async (reason) => {
      await withdraw.mutateAsync({ params: { county, id }, body: { revision, reason } });
      return t('said.withdrawn');
    },
  });
}

/** A text for a chat group: what, until when, and the address of the public page. */
function useCopy(): (notice: NoticeView) => Promise<void> {
  const t = useWords(words);
  return async ({ placeName, title, postedOn, endsOn, publicPath }) => {
    const url = `${location.origin}${publicPath}`;
    await navigator.clipboard.writeText(t('chat.text', { place: placeName, title, postedOn, endsOn, url }));
    notify(t('said.copied'));
  };
}

function useSections(): (notice: NoticeView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (notice) => [
    {
      items: [
        { label: words['field.kind'], value: text(codeWords('kind', notice.kind)) },
        { label: words['field.place'], value: notice.placeName },
        {
          label: words['field.window'],
          value: t('board.window', { postedOn: date(notice.postedOn), endsOn: date(notice.endsOn) }),
        },
        { label: words['field.windowDays'], value: notice.windowDays },
        { label: words['field.maker'], value: notice.makerName },
        { label: words['field.contact'], value: notice.contact },
        {
          label: words['field.subject'],
          value: notice.page && <Link to={notice.page}>{t('action.open')}</Link>,
        },
        {
          label: words['field.publicPath'],
          value: <a href={notice.publicPath}>{`${location.origin}${notice.publicPath}`}</a>,
          wide: true,
        },
        ...notice.pairs.map(({ label, value }) => ({ label, value })),
        ...(notice.body === null ? [] : [{ label: words['field.body'], value: notice.body, wide: true }]),
        { label: words['field.digest'], value: <code>{notice.contentDigest}</code>, wide: true },
      ],
    },
  ];
}
