/** What the bank reports of one payment, as read from its file. */
export interface ReportedPayment {
  readonly rowNumber: number;
  /** our reference, as printed in the file we sent */
  readonly reference: string | undefined;
  readonly account: string | undefined;
  readonly amountFen: bigint | undefined;
  readonly result: string | undefined;
  readonly note: string | undefined;
}

/** Words by which banks say how a payment ended. */
export interface BankSigns {
  /** the whole text */
  readonly paid: readonly string[];
  /** part of the text */
  readonly returned: readonly string[];
}

/** A payment of the file that was sent. */
export interface SentPayment {
  readonly id: string;
  readonly ordinal: number;
  readonly account: string;
  readonly amountFen: bigint;
}

export interface MatchedPayment {
  readonly id: string;
  readonly paid: boolean;
  readonly reason: string;
}

export interface Matching {
  readonly matched: readonly MatchedPayment[];
  /** rows that name no payment, or one that another row named already, or another amount */
  readonly unmatched: readonly { readonly rowNumber: number; readonly text: string }[];
  /** payments that no row names: they stay on their way */
  readonly missing: readonly string[];
}

/**
 * Matches a return file with the file that was sent: by our reference, else by account and amount where that names one
 * payment alone. A row whose amount differs matches nothing: somebody has to look at it.
 */
export function matchReturned(
  sent: readonly SentPayment[],
  reported: readonly ReportedPayment[],
  { batch, signs }: { readonly batch: string; readonly signs: BankSigns },
): Matching {
  const byReference = new Map(sent.map((payment) => [referenceOf(batch, payment.ordinal), payment]));
  const byAccount = Map.groupBy(sent, ({ account, amountFen }) => `${account} ${amountFen}`);
  const matched = new Map<string, MatchedPayment>();
  const unmatched: { rowNumber: number; text: string }[] = [];
  for (const row of reported) {
    const known = row.reference === undefined ? undefined : byReference.get(row.reference.trim().toUpperCase());
    const alike = byAccount.get(`${digitsOf(row.account)} ${row.amountFen ?? ''}`) ?? [];
    const payment = known ?? (alike.length === 1 ? alike[0] : undefined);
    const fits = payment && (row.amountFen === undefined || row.amountFen === payment.amountFen);
    const paid = readResult(row.result, signs);
    if (!fits || matched.has(payment.id) || paid === undefined) {
      unmatched.push({
        rowNumber: row.rowNumber,
        text: [row.reference, row.result, row.note].filter(Boolean).join(' '),
      });
      continue;
    }
    matched.set(payment.id, { id: payment.id, paid, reason: paid ? '' : (row.note ?? row.result ?? '') });
  }
  return {
    matched: [...matched.values()],
    unmatched,
    missing: sent.filter(({ id }) => !matched.has(id)).map(({ id }) => id),
  };
}

/** Our reference of a payment: the batch’s short name and the line. */
export function referenceOf(batch: string, ordinal: number): string {
  return `${batch}-${String(ordinal).padStart(5, '0')}`;
}

/** A batch’s short name: the end of its id, in capitals, and its number. */
export function batchName({ id, number }: { readonly id: string; readonly number: number }): string {
  return `${id.slice(-6).toUpperCase()}${String(number).padStart(2, '0')}`;
}

function digitsOf(account: string | undefined): string {
  return (account ?? '').replace(/\D/g, '');
}

/** True for paid, false for come back, undefined for a word nobody knows: then nothing is settled by it. */
function readResult(text: string | undefined, signs: BankSigns): boolean | undefined {
  const plain = (text ?? '').trim().toLowerCase();
  if (signs.paid.includes(plain)) return true;
  return signs.returned.some((sign) => plain.includes(sign)) ? false : undefined;
}

/** One cell of a CSV file, quoted; what a spreadsheet would take for a formula is made text. */
export function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
