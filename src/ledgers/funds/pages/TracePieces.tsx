import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { traceBack } from '../trace-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

interface TraceProps {
  readonly query: { readonly payeeId?: string; readonly movementId?: string };
  /** of the payee, above the table */
  readonly titled?: boolean;
}

type Piece = ReplyOf<typeof traceBack>['pieces'][number];

/** What somebody got, or one payment: how much of which document, and the way it came. */
export function TracePieces({ query, titled }: TraceProps) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const reply = useReply(traceBack, { query });
  return (
    <section className="record-part">
      <h2>{t('trace.back')}</h2>
      <Loaded reply={reply}>
        {({ pieces, totalFen, more }) => (
          <>
            {titled && <p>{t('trace.pieces', { name: pieces[0]?.payeeName ?? '–', total: yuan(totalFen) })}</p>}
            <TableScroll label={t('trace.back')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('field.occurredOn')}</th>
                    <th scope="col">{t('field.purpose')}</th>
                    <th scope="col">{t('field.document')}</th>
                    <th scope="col">{t('trace.back')}</th>
                    <th scope="col" className="end">
                      {t('field.amount')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {pieces.map((piece) => (
                    <PieceRow key={`${piece.movementId} ${piece.documentId} ${piece.amountFen}`} piece={piece} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
            {more > 0 && <p className="note">{t('trace.more', { count: number(more) })}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

function PieceRow({ piece }: { piece: Piece }) {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link to={`/fund-movements/${piece.movementCounty}/${piece.movementId}`}>{date(piece.occurredOn)}</Link>
      </th>
      <td>{speak('purpose', piece.purpose)}</td>
      <td>
        <Link to={`/fund-documents/${piece.documentCounty}/${piece.documentId}`}>{piece.documentNumber}</Link>
        <br />
        <span className="note">{piece.fundName}</span>
      </td>
      <td>
        <ol className="steps">
          {piece.steps.map((step) => (
            <li key={`${step.movementId} ${step.depth}`}>
              <Link to={`/fund-movements/${step.movementCounty}/${step.movementId}`}>{date(step.occurredOn)}</Link>{' '}
              {speak('movementKind', step.kind)} {step.fromName} → {step.toName}
            </li>
          ))}
        </ol>
      </td>
      <td className="end">{yuan(piece.amountFen)}</td>
    </tr>
  );
}
