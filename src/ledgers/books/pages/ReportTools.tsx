import type { ReactNode } from 'react';
import type { CallInput, RouteContract } from '../../../platform/http/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';

interface ToolsProps<C extends RouteContract> {
  readonly book: Book;
  readonly contract: C;
  readonly input: CallInput<C>;
  readonly children?: ReactNode;
}

/** Above a report: what it is about, its workbook, its print. */
export function ReportTools<C extends RouteContract>({ book, contract, input, children }: ToolsProps<C>) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  return (
    <div className="list-tools no-print">
      {children}
      <span className="buttons list-buttons">
        {book.allowed.includes('book.export') && (
          <button
            type="button"
            className="button"
            disabled={pending}
            onClick={() => void run(() => download(contract, input))}
          >
            {t('report.export')}
          </button>
        )}
        <button type="button" className="button" onClick={() => window.print()}>
          {t('report.print')}
        </button>
      </span>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </div>
  );
}
