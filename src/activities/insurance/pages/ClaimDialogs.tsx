import { useMemo } from 'react';
import { call } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { payClaim, postClaimNotice } from '../claim-contract.ts';
import { words } from '../words.ts';
import { FormDialog } from './FormDialog.tsx';
import { noticeFields } from './fields.ts';
import { SurveyDialog } from './SurveyDialog.tsx';
import { type ClaimTask, type ClaimView, keyOf } from './views.ts';

interface PartProps {
  readonly claim: ClaimView;
  readonly onClose: () => void;
}

/** The forms of a claim: its survey, its notice and its payment. */
export function ClaimDialog({ task, ...part }: PartProps & { readonly task: ClaimTask }) {
  switch (task) {
    case 'survey':
      return <SurveyDialog {...part} />;
    case 'notice':
      return <PostNotice {...part} />;
    case 'pay':
      return <Pay {...part} />;
  }
}

function PostNotice({ claim, onClose }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  const initial = useMemo(() => ({ postedOn: today }), [today]);
  const params = keyOf(claim);
  return (
    <FormDialog
      title={t('action.claimNotice')}
      onClose={onClose}
      schema={postClaimNotice.body}
      fields={noticeFields}
      initial={initial}
      fixed={{ revision: claim.revision }}
      submit={(body, options) => call(postClaimNotice, { params, body }, options)}
    />
  );
}

function Pay({ claim, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(claim);
  return (
    <FormDialog
      title={t('action.pay')}
      onClose={onClose}
      schema={payClaim.body}
      fields={[{ key: 'voucher', kind: 'text', label: words['field.voucher'] }]}
      fixed={{ revision: claim.revision }}
      submit={(body, options) => call(payClaim, { params, body }, options)}
    />
  );
}
