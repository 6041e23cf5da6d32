import { useId, useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { call, newId } from '../../../platform/ui/client.ts';
import { FormField } from '../../../platform/ui/FormField.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { listCooperatives } from '../../../registers/cooperatives/contract.ts';
import { memberSource } from '../../../registers/cooperatives/widgets/member-source.ts';
import { type actDraft, choices, previewAct, proposeAct } from '../contract.ts';
import { type ActKind, actKinds } from '../rules.ts';
import { words } from '../words.ts';
import { BothLedgers, MemberEffects, type Preview } from './ActPreview.tsx';
import { fieldsOf, isAboutMember, schemaOf } from './act-fields.ts';
import { codesOf, wordsOf } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const kind = actKinds.find((one) => one === search.get('kind'));
  const [county = '', id = ''] = (search.get('of') ?? '').split('/');
  const cooperative = useMemo(() => (id === '' ? undefined : { county: Number(county), id }), [county, id]);
  const member = search.get('member') ?? undefined;
  function choose(key: string, value: unknown): void {
    const next = new URLSearchParams(search);
    if (value === undefined || value === '') next.delete(key);
    else next.set(key, String(value));
    if (key === 'of') next.delete('member');
    setSearch(next, { replace: true });
  }
  const ready = cooperative && kind && (member !== undefined || !isAboutMember(kind));
  return (
    <>
      <PageHead
        title={t('action.new')}
        about={kind ? t(`about.${kind}`) : t('intro')}
        back={<Link to="/membership-acts">{t('title')}</Link>}
      />
      <Choosing kind={kind} cooperative={cooperative} member={member} choose={choose} />
      {ready && (
        <Writing
          key={`${cooperative.id} ${kind} ${member}`}
          kind={kind}
          cooperative={cooperative}
          {...(isAboutMember(kind) && member !== undefined ? { member } : {})}
        />
      )}
    </>
  );
}

interface Key {
  readonly county: number;
  readonly id: string;
}

interface ChoosingProps {
  readonly kind: ActKind | undefined;
  readonly cooperative: Key | undefined;
  readonly member: string | undefined;
  readonly choose: (key: string, value: unknown) => void;
}

/** Whose act, what kind, about whom: stands in the address, so that other pages can lead here. */
function Choosing({ kind, cooperative, member, choose }: ChoosingProps) {
  const formId = useId();
  const all = useReply(listCooperatives, { query: { limit: 200, state: 'open' } });
  const fields = useMemo((): readonly Field[] => {
    const codes = (all.data?.rows ?? []).map(({ county, id, name }) => ({
      value: `${county}/${id}`,
      label: [name, name] as const,
    }));
    const about: readonly Field[] =
      cooperative && kind && isAboutMember(kind)
        ? [
            {
              key: 'member',
              kind: 'record',
              label: words[kind === 'inherit' ? 'field.deceased' : 'field.member'],
              records: memberSource(cooperative),
            },
          ]
        : [];
    return [
      { key: 'of', kind: 'code', label: words['field.cooperative'], codes },
      { key: 'kind', kind: 'code', label: words['field.kind'], codes: codesOf('kind', actKinds) },
      ...about,
    ];
  }, [all.data, cooperative, kind]);
  const values = { of: cooperative && `${cooperative.county}/${cooperative.id}`, kind, member };
  return (
    <Loaded reply={all}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState text={words['choose.cooperative'][0]} />
        ) : (
          <div className="form-fields">
            {fields.map((field) => (
              <FormField
                key={field.key}
                id={`${formId}-${field.key}`}
                field={field}
                value={values[field.key as keyof typeof values]}
                error={undefined}
                required
                onChange={(value) => choose(field.key, value)}
              />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

type Draft = Omit<z.input<typeof actDraft>, 'digest'>;

interface WritingProps {
  readonly kind: ActKind;
  readonly cooperative: Key;
  readonly member?: string;
}

/** The form of a kind; its button shows both ledgers, and only what was seen can be proposed. */
function Writing({ kind, cooperative, member }: WritingProps) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const [seen, setSeen] = useState<{ readonly draft: Draft; readonly preview: Preview }>();
  const id = useMemo(newId, []);
  const { county, id: cooperativeId } = cooperative;
  const offered = useReply(choices, { query: { county, cooperativeId, membershipId: member } });
  const today = useToday();
  const schema = useMemo(() => schemaOf(kind), [kind]);
  const initial = useMemo(() => ({ occurredOn: today, appliedOn: today }), [today]);
  const fixed = useMemo(
    () => ({ id, county, cooperativeId, kind, occurredOn: today, ...(member ? { membershipId: member } : {}) }),
    [id, county, cooperativeId, kind, today, member],
  );
  async function look(draft: Draft) {
    const query = impersonal(draft);
    return { draft, preview: await call(previewAct, { query }) };
  }
  return (
    <Loaded reply={offered}>
      {(found) => (
        <>
          <div onInput={() => setSeen(undefined)}>
            <RecordForm
              schema={schema}
              fields={fieldsOf(kind, { cooperative, choices: found, places })}
              initial={initial}
              fixed={fixed}
              refusals={words}
              submitLabel={t('action.preview')}
              submit={(body) => look(body as Draft)}
              onSaved={setSeen}
            />
          </div>
          {seen && <Seen {...seen} />}
        </>
      )}
    </Loaded>
  );
}

/** What a preview is asked with stands in the address: nothing personal goes there. */
function impersonal(draft: Draft): z.input<typeof previewAct.query> {
  const { newcomerName: _1, newcomerUnitKind: _2, newcomerCreditCode: _3, newcomerPhone: _4, ...rest } = draft;
  const { newcomerPlace: _5, newcomerIdNumber: _6, documentNumber: _7, memo: _8, ...terms } = rest;
  return terms;
}

function Seen({ draft, preview }: { draft: Draft; preview: Preview }) {
  const t = useWords(words);
  const text = useText();
  const goTo = useNavigate();
  const { run, pending, failure } = useAction();
  const label = { join: 'action.apply', exit: 'action.notice' } as const;
  const propose = () =>
    run(async () => {
      const { county, id } = await call(proposeAct, { body: { ...draft, digest: preview.digest } });
      notify(t('said.proposed'));
      goTo(`/membership-acts/${county}/${id}`);
    });
  return (
    <section className="stack" aria-label={t('preview.title')}>
      <MemberEffects {...preview} />
      {draft.kind !== 'join' && draft.kind !== 'exit' && <BothLedgers {...preview} />}
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <div className="form-buttons">
        <button type="button" className="button primary" disabled={pending} onClick={() => void propose()}>
          {text(wordsOf(label[draft.kind as keyof typeof label] ?? 'action.propose'))}
        </button>
      </div>
    </section>
  );
}
