import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import type { RecordSource } from '../../../platform/ui/records.ts';
import { listAssets } from '../../../registers/assets/contract.ts';
import { correctCard, type getCard, recordCard } from '../card-contract.ts';
import { cardKinds, cardMethods, cardPurposes } from '../card-rules.ts';
import { words } from '../words.ts';
import { subSource } from './sub-source.ts';

interface DialogProps {
  readonly book: { readonly county: number; readonly id: string; readonly place: number };
  /** a card that is corrected */
  readonly card?: ReplyOf<typeof getCard>;
  readonly onClose: () => void;
}

/** The card of an asset: new, corrected, or closed with the day on which the asset left. */
export function CardDialog({ book, card, onClose }: DialogProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const [cardId] = useState<string>(newId);
  const fields = fieldsOf(book);
  const common = {
    refusals: words,
    onSaved: () => {
      notify(t('card.saved'));
      onClose();
      void client.invalidateQueries();
    },
  };
  if (card) {
    const params = { county: card.county, id: card.id };
    const ending: readonly Field[] = [
      { key: 'disposedOn', kind: 'date', label: words['card.disposedOn'] },
      { key: 'reason', kind: 'text', label: words['field.reason'], wide: true },
    ];
    return (
      <Dialog title={t('card.correct')} onClose={onClose} wide>
        <RecordForm
          {...common}
          schema={correctCard.body}
          fields={[...fields, ...ending]}
          initial={card}
          fixed={{ revision: card.revision }}
          submit={(body, options) => call(correctCard, { params, body }, options)}
        />
      </Dialog>
    );
  }
  const params = { county: book.county, id: book.id };
  return (
    <Dialog title={t('card.new')} onClose={onClose} wide>
      <RecordForm
        {...common}
        schema={recordCard.body}
        fields={fields}
        fixed={{ cardId }}
        submit={(body, options) => call(recordCard, { params, body }, options)}
      />
    </Dialog>
  );
}

function fieldsOf(book: DialogProps['book']): readonly Field[] {
  const kinds = cardKinds.map((value) => ({ value, label: words[`role.${value}`] }));
  const purposes = cardPurposes.map((value) => ({ value, label: words[`role.${value}`] }));
  const methods = cardMethods.map((value) => ({ value, label: words[`card.method.${value}`] }));
  return [
    { key: 'name', kind: 'text', label: words['field.name'], wide: true },
    { key: 'kind', kind: 'code', label: words['card.kind'], codes: kinds },
    { key: 'subsidiaryId', kind: 'record', label: words['card.subsidiary'], records: subSource(book, 'asset') },
    { key: 'assetId', kind: 'record', label: words['card.asset'], records: assetSource(book.place), wide: true },
    { key: 'costFen', kind: 'yuan', label: words['card.costFen'] },
    { key: 'residualFen', kind: 'yuan', label: words['card.residualFen'] },
    { key: 'method', kind: 'code', label: words['card.method'], codes: methods },
    {
      ...{ key: 'lifeMonths', kind: 'integer', label: words['card.lifeMonths'] },
      shown: ({ method }) => method !== 'units',
    },
    { key: 'lifeUnits', kind: 'integer', label: words['card.lifeUnits'], shown: ({ method }) => method === 'units' },
    { key: 'purpose', kind: 'code', label: words['card.purpose'], codes: purposes },
    { key: 'addedOn', kind: 'date', label: words['card.addedOn'] },
    { key: 'nominal', kind: 'switch', label: words['card.nominal'], wide: true },
  ];
}

const sources = new Map<number, RecordSource>();

/** Assets on the list of the village. */
function assetSource(place: number): RecordSource {
  const known = sources.get(place);
  if (known) return known;
  async function search(q: string, signal?: AbortSignal) {
    const { rows } = await call(listAssets, { query: { place, q, limit: 20 } }, { signal });
    return rows.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }));
  }
  const made: RecordSource = {
    key: `assets/${place}`,
    search,
    find: async (value, signal) => (await search('', signal)).find((one) => one.value === value),
  };
  sources.set(place, made);
  return made;
}
