import { useState } from 'react';
import { approveSubmissions } from '../../../activities/submissions/contract.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { words } from '../words.ts';
import { useOutcome } from './outcome.ts';
import type { BelowReport } from './report-shapes.ts';

/** As many as one request takes. */
const placesPerRequest = 300;

export type ApprovalResult = ReplyOf<typeof approveSubmissions>['results'][number];

/** Approving one report or many; each is answered by itself, and the answers stay until the next time. */
export interface Approval {
  readonly approve: (places: readonly number[]) => void;
  readonly pending: boolean;
  readonly results: ReadonlyMap<number, ApprovalResult>;
  readonly failure: string | undefined;
}

export function useApproval(month: string): Approval {
  const write = useWrite(approveSubmissions);
  const { run, pending, failure } = useAction();
  const [results, setResults] = useState<Approval['results']>(new Map());
  function approve(places: readonly number[]): void {
    void run(async () => {
      const reply = await write.mutateAsync({ body: { month, places: places.slice(0, placesPerRequest) } });
      setResults(new Map(reply.results.map((result) => [result.place, result])));
    });
  }
  return { approve, pending, results, failure: failure?.title };
}

export function ApprovalResults({ approval, rows }: { approval: Approval; rows: readonly BelowReport[] }) {
  const t = useWords(words);
  const outcome = useOutcome();
  const { results, failure } = approval;
  const failed = [...results.values()].filter((result) => !result.approved);
  const nameOf = (place: number) => rows.find((row) => row.submission.place === place)?.submission.placeName ?? '';
  return (
    <div role="status">
      {failure !== undefined && <p className="strip bad">{failure}</p>}
      {results.size > failed.length && (
        <p className="strip ok">{t('result.approved', { count: results.size - failed.length })}</p>
      )}
      {failed.length > 0 && (
        <div className="strip bad">
          <p>{t('result.failed', { count: failed.length })}</p>
          <ul>
            {failed.map((result) => (
              <li key={result.place}>
                {t('result.line', { place: nameOf(result.place), reason: outcome(result.code) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
