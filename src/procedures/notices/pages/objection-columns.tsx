import './notices.css';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import { ObjectionActs, type ObjectionView } from './ObjectionActs.tsx';

/** Columns of every list of objections. */
export function useObjectionColumns(): readonly Column<ObjectionView>[] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return [
    { key: 'ticket', label: words['field.ticket'] },
    {
      key: 'statement',
      label: words['field.statement'],
      wraps: true,
      render: (row) => <span className="objection-text">{row.statement}</span>,
    },
    { key: 'concerns', label: words['field.concerns'], render: (row) => text(codeWords('concerns', row.concerns)) },
    {
      key: 'answerBy',
      label: words['field.answerBy'],
      sortable: true,
      render: (row) => <Light state={row.light} label={date(row.answerBy)} />,
    },
    { key: 'receivedOn', label: words['field.receivedOn'], sortable: true, render: (row) => date(row.receivedOn) },
    {
      key: 'channel',
      label: words['field.channel'],
      render: (row) => text(codeWords('channel', row.channel)),
      secondary: true,
    },
    {
      key: 'outcome',
      label: words['field.outcome'],
      render: (row) => (row.outcome === null ? '—' : t(`code.outcome.${row.outcome}`)),
    },
    {
      key: 'answer',
      label: words['field.answer'],
      wraps: true,
      render: (row) => <span className="objection-text">{row.answer ?? '—'}</span>,
    },
    { key: 'name', label: words['field.name'], secondary: true },
    { key: 'phoneMasked', label: words['field.phone'], secondary: true },
    { key: 'acts', label: '', render: (row) => <ObjectionActs objection={row} /> },
  ];
}
