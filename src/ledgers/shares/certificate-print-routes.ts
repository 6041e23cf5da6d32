import type { Tx } from '../../platform/db/transact.ts';
import type { Card, CardsDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { type CooperativeRow, findCooperative } from '../../registers/cooperatives/public.ts';
import { printCertificate, printCertificates } from './certificate-contract.ts';
import {
  type CertificateRow,
  certificateCode,
  countPrint,
  findCertificate,
  listUnprinted,
} from './certificate-store.ts';
import { words } from './words.ts';

/** What fits one sitting; more is printed in several goes. */
const mostPrinted = 400;

export const routes: readonly Handler[] = [
  handle(printCertificate, async ({ tx, params, query, language, decide }) => {
    const certificate = await findCertificate(tx, params);
    const key = certificate && { county: certificate.county, id: certificate.cooperativeId };
    const cooperative = key && (await findCooperative(tx, key));
    if (!certificate || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.certificate', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    return ok(await print(tx, [certificate], { cooperative, language, origin: query.origin }));
  }),

  handle(printCertificates, async ({ tx, params, query, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.certificate', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const rows = await listUnprinted(tx, params, mostPrinted);
    if (rows.length === 0) return refuse({ code: 'certificate_none_to_print' });
    return ok(await print(tx, rows, { cooperative, language, origin: query.origin }));
  }),
];

interface Printing {
  readonly cooperative: CooperativeRow;
  readonly language: Language;
  /** where the desk was opened; without it the code stands alone */
  readonly origin: string | undefined;
}

async function print(tx: Tx, certificates: readonly CertificateRow[], printing: Printing) {
  const { cooperative, language } = printing;
  const cards: Card[] = [];
  for (const certificate of certificates) {
    const counted = await countPrint(tx, certificate);
    if (counted) cards.push(cardOf(tx, { ...certificate, prints: certificate.prints + 1 }, printing));
  }
  const title = `${cooperative.name} ${speak(words['certificate.title'], language)}`;
  const document: CardsDocument = {
    kind: 'cards',
    title,
    locale: language,
    footer: { printedBy: tx.actor.name, printedAt: tx.now },
    cards,
  };
  return { fileName: `${title}.pdf`, contentType: 'application/pdf', content: await renderPdf(document) };
}

function cardOf(tx: Tx, certificate: CertificateRow, { cooperative, language, origin }: Printing): Card {
  const say = (key: keyof typeof words, values = {}) => speak(words[key], language, values);
  const code = certificateCode(tx, certificate, cooperative.name);
  const end = (key: keyof typeof words) => ({ title: say(key), align: 'right' as const });
  return {
    title: say('certificate.title'),
    mark: say('certificate.mark', { number: String(certificate.number).padStart(6, '0') }),
    pairs: [
      [say('certificate.cooperative'), cooperative.name],
      [say('certificate.member'), `${certificate.memberNumber ?? ''} ${certificate.memberName ?? ''}`],
      [say('field.issuedOn'), certificate.issuedOn],
      [say('field.shares'), String(certificate.shares)],
      [say('field.paidFen'), `${formatYuan(certificate.paidFen)} ${say('unit.yuan')}`],
    ],
    table: {
      columns: [
        { title: say('field.class'), align: 'left' },
        end('field.shares'),
        end('field.paidFen'),
        { title: say('certificate.basis'), align: 'left' },
      ],
      rows: certificate.lines.map((line) => [
        line.className,
        String(line.shares),
        formatYuan(BigInt(line.paidFen)),
        basisOf(line.kind, language),
      ]),
      totals: [say('total'), String(certificate.shares), formatYuan(certificate.paidFen), ''],
    },
    note: say('certificate.note', { prints: certificate.prints, digest: certificate.digest.slice(0, 16) }),
    qr: origin === undefined ? code : `${origin}/p/certificates#${code}`,
  };
}

/** Uplift for registered-poor members stands as a line of its own with its clause. */
function basisOf(kind: string, language: Language): string {
  const known: Readonly<Record<string, WordPair>> = words;
  const pair = known[`basis.${kind}`];
  return pair ? speak(pair, language) : '';
}
