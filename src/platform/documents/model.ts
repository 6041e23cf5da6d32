import type { Language } from '../words.ts';

/** A document for paper, as data: the same value becomes PDF ({@link file://./pdf.ts}) or Word ({@link file://./word.ts}). */
export type PrintDocument = ListDocument | RedHeaderDocument | CardsDocument;

interface CommonParts {
  readonly title: string;
  readonly subtitle?: string;
  readonly footer: Footer;
  readonly locale: Language;
}

/** An A4 table or report for the office. */
export interface ListDocument extends CommonParts {
  readonly kind: 'list';
  /** default portrait */
  readonly orientation?: 'portrait' | 'landscape';
  /** default A4; A3 is a poster, with type half as large again */
  readonly paper?: 'a4' | 'a3';
  readonly blocks: readonly Block[];
}

/** An official document after GB/T 9704-2012. */
export interface RedHeaderDocument extends CommonParts {
  readonly kind: 'red-header';
  /** the issuing office as its red mark is printed */
  readonly issuer: string;
  /** document number with year in 〔 〕 */
  readonly number?: string;
  /** addressee, printed flush left before the text */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  readonly signature?: { readonly by: string /** YYYY-MM-DD */; readonly on: string };
  /** who gets a copy; printed with issuer and date at the end */
  readonly copiesTo?: string;
}

/** Cards with a QR code each, for example one a household, for a whole village in one file. */
export interface CardsDocument extends CommonParts {
  readonly kind: 'cards';
  /** default 2; a card too tall for its share takes the room it needs */
  readonly perPage?: 1 | 2;
  readonly cards: readonly Card[];
}

export type Block = Paragraph | Heading | Table | KeyValues;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** a line break in it stays one */
  readonly text: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** last row, under a double rule */
  readonly totals?: readonly string[];
}

export interface Column {
  readonly title: string;
  /** figures stand right */
  readonly align: 'left' | 'right' | 'center';
  /** in full-width characters; measured from the content where absent */
  readonly width?: number;
}

export interface KeyValues {
  readonly kind: 'keyValues';
  readonly pairs: readonly KeyValue[];
}

export type KeyValue = readonly [label: string, value: string];

export interface Card {
  readonly title: string;
  /** right of the title, for example a household number */
  readonly mark?: string;
  readonly pairs: readonly KeyValue[];
  readonly table?: Omit<Table, 'kind'>;
  readonly note?: string;
  /** text of the QR code: the address of the record */
  readonly qr?: string;
}

export interface Footer {
  readonly printedBy: string;
  readonly printedAt: Date;
  readonly verification?: {
    /** printed in the footer of each page */
    readonly code: string;
    /** address behind the QR code at the head of a list */
    readonly url?: string;
  };
}
