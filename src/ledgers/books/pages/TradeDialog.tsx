import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { correctTrade, type getTrade, recordTrade } from '../member-contract.ts';
import { words } from '../words.ts';
import { subSource } from './sub-source.ts';
import { directions } from './trade-codes.ts';

const fields: readonly Field[] = [
  { key: 'occurredOn', kind: 'date', label: words['field.occurredOn'] },
  { key: 'direction', kind: 'code', label: words['trade.direction'], codes: directions },
  { key: 'product', kind: 'text', label: words['trade.product'] },
  { key: 'quantity', kind: 'decimal', label: words['field.quantity'] },
  { key: 'unit', kind: 'text', label: words['trade.unit'] },
  { key: 'amountFen', kind: 'yuan', label: words['trade.amountFen'] },
];

interface DialogProps {
  readonly book: { readonly county: number; readonly id: string };
  /** a trade that is corrected */
  readonly trade?: ReplyOf<typeof getTrade>;
  readonly onClose: () => void;
}

/** A trade with a member: new, or corrected. */
export function TradeDialog({ book, trade, onClose }: DialogProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const [tradeId] = useState<string>(newId);
  const common = {
    refusals: words,
    onSaved: () => {
      notify(t('trade.saved'));
      onClose();
      void client.invalidateQueries();
    },
  };
  const member: Field = {
    key: 'membershipId',
    kind: 'record',
    label: words['trade.member'],
    records: subSource(book, 'member'),
    wide: true,
  };
  if (trade) {
    const params = { county: trade.county, id: trade.id };
    const reason: Field = { key: 'reason', kind: 'text', label: words['field.reason'], wide: true };
    return (
      <Dialog title={t('trade.correct')} onClose={onClose} wide>
        <RecordForm
          {...common}
          schema={correctTrade.body}
          fields={[...fields, reason]}
          initial={trade}
          fixed={{ revision: trade.revision }}
          submit={(body, options) => call(correctTrade, { params, body }, options)}
        />
      </Dialog>
    );
  }
  const params = { county: book.county, id: book.id };
  return (
    <Dialog title={t('trade.new')} onClose={onClose} wide>
      <RecordForm
        {...common}
        schema={recordTrade.body}
        fields={[member, ...fields]}
        fixed={{ tradeId }}
        submit={(body, options) => call(recordTrade, { params, body }, options)}
      />
    </Dialog>
  );
}
