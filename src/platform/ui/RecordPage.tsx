import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { getRecordHistory } from '../audit/contract.ts';
import { ConfirmWithReason } from './Dialog.tsx';
import { useKeys } from './keys.ts';
import { type Text, useFormat, useText, useWords } from './language.ts';
import { useMay } from './me.ts';
import { notify } from './Notices.tsx';
import { PageHead } from './PageHead.tsx';
import { words } from './words.ts';

/**
 * The page of one record: `<RecordPage title allowed actions sections about? back? voided? tabs? dialog? children? />`.
 *
 * - `allowed`: act names from the reply; an action whose `act` is not among them is not shown.
 * - `actions`: `{ act, label, to }` (link), `{ act, label, onPress }` (opens the author's dialog), or
 *   `{ act, label, effect, run(reason), needsReason?, danger? }` (asks, does it, says the sentence `run` returns).
 * - `sections`: `{ title?, items: { label, value, wide? }[] }` stand on the first tab, with `children` below.
 * - `tabs`: `{ key, label, count?, content }` such as `<RecordHistory>`, links, `<Attachments>`; the open one stands in
 *   the address as `tab` and is what gets printed. The tab `history` is there for those who may read the trail.
 *   Keys 1–5 press them; several may name the same act.
 * - `dialog`: what an action opened; it stands outside the tabs, since the actions can be pressed on each of them.
 * - `voided`: `{ reason, at }` (`at` a day) puts the stamp 作废 beside the title.
 */
export function RecordPage(props: RecordPageProps) {
  const { title, about, back, voided, allowed, actions = [], tabs = [] } = props;
  const t = useWords(words);
  const { date } = useFormat();
  const may = actions.filter((action) => allowed.includes(action.act));
  const readsTrail = useMay(getRecordHistory.act);
  const open = tabs.filter(({ key }) => key !== 'history' || readsTrail);
  return (
    <article className="record">
      <PageHead
        title={title}
        about={about}
        back={back}
        stamp={voided && <Stamp text={t('record.voided')} note={voided.reason} />}
        actions={<ActionBar actions={may} />}
      />
      {voided && (
        <p className="strip bad">{t('record.voidedBecause', { reason: voided.reason, at: date(voided.at) })}</p>
      )}
      <Tabs
        tabs={[
          {
            key: 'fields',
            label: words['record.fields'],
            content: (
              <>
                {props.sections.map((section, at) => (
                  <RecordSection key={section.title === undefined ? at : String(section.title)} section={section} />
                ))}
                {props.children}
              </>
            ),
          },
          ...open,
        ]}
      />
      {props.dialog}
    </article>
  );
}

export interface RecordPageProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly back?: ReactNode;
  readonly voided?: { readonly reason: string; readonly at: string } | undefined;
  readonly allowed: readonly string[];
  readonly actions?: readonly RecordAction[];
  readonly sections: readonly Section[];
  readonly tabs?: readonly Tab[];
  readonly dialog?: ReactNode;
  readonly children?: ReactNode;
}

export interface Section {
  readonly title?: Text;
  readonly items: readonly { readonly label: Text; readonly value: ReactNode; readonly wide?: boolean }[];
}

export interface Tab {
  readonly key: string;
  readonly label: Text;
  readonly count?: number;
  readonly content: ReactNode;
}

export type RecordAction = {
  readonly act: string;
  readonly label: Text;
  readonly primary?: boolean;
} & (
  | { readonly to: string }
  | { readonly onPress: () => void }
  | {
      /** what will be different afterwards */
      readonly effect: ReactNode;
      /** does it and returns the sentence that says what changed */
      readonly run: (reason: string) => Promise<string>;
      readonly needsReason?: boolean;
      readonly danger?: boolean;
    }
);

function ActionBar({ actions }: { actions: readonly RecordAction[] }) {
  const t = useWords(words);
  const text = useText();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Extract<RecordAction, { run: unknown }>>();
  const keys = useMemo(() => {
    const press = (at: number) => () => document.getElementById(actionId(at))?.click();
    return Object.fromEntries(actions.slice(0, 5).map((_, at) => [String(at + 1), press(at)]));
  }, [actions]);
  useKeys(keys);
  function press(action: RecordAction): void {
    if ('run' in action) setAsked(action);
    else if ('onPress' in action) action.onPress();
  }
  return (
    <>
      {actions.map((action, at) => {
        const look = { id: actionId(at), className: action.primary ? 'button primary' : 'button' };
        if ('to' in action) {
          return (
            <Link key={text(action.label)} {...look} to={action.to}>
              {text(action.label)}
            </Link>
          );
        }
        return (
          <button key={text(action.label)} {...look} type="button" onClick={() => press(action)}>
            {text(action.label)}
          </button>
        );
      })}
      <button type="button" className="button" onClick={() => window.print()}>
        {t('list.print')}
      </button>
      {asked && (
        <ConfirmWithReason
          title={text(asked.label)}
          effect={asked.effect}
          confirmLabel={text(asked.label)}
          needsReason={asked.needsReason ?? true}
          danger={asked.danger ?? false}
          onClose={() => setAsked(undefined)}
          onConfirm={async (reason) => {
            notify(await asked.run(reason));
            await client.invalidateQueries();
          }}
        />
      )}
    </>
  );
}

function actionId(at: number): string {
  return `record-action-${at}`;
}

/** Tabs as in the ARIA pattern, with the open one in the address. */
export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const open = tabs.find((tab) => tab.key === search.get('tab')) ?? tabs[0];
  function choose(tab: Tab | undefined): void {
    if (!tab) return;
    setSearch((before) => new URLSearchParams([...[...before].filter(([key]) => key !== 'tab'), ['tab', tab.key]]), {
      replace: true,
    });
    document.getElementById(`tab-${tab.key}`)?.focus();
  }
  if (tabs.length === 1) return <div className="tab-panel">{open?.content}</div>;
  return (
    <>
      <div className="tabs no-print" role="tablist">
        {tabs.map((tab, at) => (
          <button
            key={tab.key}
            id={`tab-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={`panel-${tab.key}`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => choose(tab)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') choose(tabs[at + 1] ?? tabs[0]);
              if (event.key === 'ArrowLeft') choose(tabs[at - 1] ?? tabs.at(-1));
            }}
          >
            {text(tab.label)}
            {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.key}
          id={`panel-${tab.key}`}
          role="tabpanel"
          aria-labelledby={`tab-${tab.key}`}
          className={tab === open ? 'tab-panel' : 'tab-panel closed'}
        >
          {tab === open ? tab.content : null}
        </div>
      ))}
    </>
  );
}

export function RecordSection({ section }: { section: Section }) {
  const text = useText();
  return (
    <section className="record-section">
      {section.title !== undefined && <h2>{text(section.title)}</h2>}
      <dl className="pairs">
        {section.items.map((item) => (
          <div key={text(item.label)} className={item.wide ? 'pair wide' : 'pair'}>
            <dt>{text(item.label)}</dt>
            <dd>{item.value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `<Stamp text note? />`: the red seal box, for what has legal force or has lost it. */
export function Stamp({ text, note }: { text: string; note?: string }) {
  return (
    <span className="stamp" title={note}>
      {text}
    </span>
  );
}
