import { useEffect, useState } from 'react';
import { ConfirmWithReason } from './Dialog.tsx';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * `<IdNumber masked reveal? />`: a resident-ID, bank or phone number as the server masked it. `reveal(reason)` asks the
 * server for the clear one (an act with an audit event); it is covered again after a minute.
 */
export function IdNumber({ masked, reveal }: IdNumberProps) {
  const t = useWords(words);
  const [asking, setAsking] = useState(false);
  const [clear, setClear] = useState<string>();
  useEffect(() => {
    if (clear === undefined) return;
    const timer = setTimeout(() => setClear(undefined), 60_000);
    return () => clearTimeout(timer);
  }, [clear]);
  return (
    <span className="id-number">
      <span className="number">{clear ?? masked}</span>
      {reveal && (
        <button
          type="button"
          className="button quiet no-print"
          onClick={() => (clear === undefined ? setAsking(true) : setClear(undefined))}
        >
          {t(clear === undefined ? 'idNumber.show' : 'idNumber.hide')}
        </button>
      )}
      {asking && reveal && (
        <ConfirmWithReason
          title={t('idNumber.title')}
          effect={t('idNumber.effect')}
          confirmLabel={t('idNumber.show')}
          onConfirm={async (reason) => setClear(await reveal(reason))}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  );
}

interface IdNumberProps {
  readonly masked: string;
  readonly reveal?: (reason: string) => Promise<string>;
}
