import './verify.css';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { verifyCertificate } from '../certificate-contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';

type Verified = ReplyOf<typeof verifyCertificate>;

/** For everybody, without sign-in: a scanned certificate opens it with its code after `#`. */
export default function Page() {
  const t = useWords(words);
  const id = useId();
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [verified, setVerified] = useState<Verified>();
  const { run, pending, failure } = useAction();
  const check = (text: string) => run(async () => setVerified(await call(verifyCertificate, { body: { code: text } })));
  useEffect(() => {
    document.title = t('verify.title');
    const scanned = decodeURIComponent(location.hash.slice(1));
    if (scanned !== '') void check(scanned);
    // the code that was scanned is checked once, when the page opens
  }, []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    void check(code);
  }
  return (
    <main className="verify">
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.about')}</p>
      <form className="stack" onSubmit={submit}>
        <div className="field wide">
          <label htmlFor={id}>{t('verify.code')}</label>
          <textarea id={id} className="input" value={code} onChange={(event) => setCode(event.target.value)} />
        </div>
        <div className="buttons">
          <button type="submit" className="button primary" disabled={pending || code.trim() === ''}>
            {t('verify.check')}
          </button>
        </div>
      </form>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      {verified && <Answer verified={verified} />}
    </main>
  );
}

function Answer({ verified }: { verified: Verified }) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const { claim, genuine, state } = verified;
  return (
    <div className="stack" role="status">
      <p className={genuine && state === 'valid' ? 'strip ok' : 'strip bad'}>
        <span>{t(genuine ? 'verify.genuine' : 'verify.forged')}</span>
        {state && <span className="tag">{text(codeWords('certificate', state))}</span>}
      </p>
      {genuine && (
        <RecordSection
          section={{
            items: [
              { label: words['certificate.cooperative'], value: claim.cooperative },
              { label: words['field.number'], value: number(claim.number) },
              { label: words['certificate.member'], value: `${claim.memberNumber} ${claim.member}` },
              { label: words['field.issuedOn'], value: date(claim.issuedOn) },
              { label: words['field.shares'], value: number(claim.shares) },
              { label: words['field.paidFen'], value: yuan(claim.paidFen) },
            ],
          }}
        />
      )}
    </div>
  );
}
