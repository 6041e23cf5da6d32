/** What of the register a borrower may let a bank see; each is named in the consent. */
export const consentFields = ['people', 'phone', 'land', 'housing', 'poverty', 'labour'] as const;
export type ConsentField = (typeof consentFields)[number];

/** The register as it was on the day of consent: texts by key, in the order shown. */
export type ConsentFacts = Readonly<Record<string, string | number>>;

/** What the register knows of a household, as far as a bank may ever see it. */
export interface ConsentSource {
  readonly residents: readonly {
    readonly name: string;
    readonly relation: string;
    readonly idNumberMasked: string;
    readonly labour?: string | null | undefined;
    readonly leftOn: string | null;
  }[];
  readonly phoneMasked: string | null;
  readonly croplandMu?: number | null | undefined;
  readonly forestMu?: number | null | undefined;
  readonly grasslandMu?: number | null | undefined;
  readonly housingM2?: number | null | undefined;
  readonly povertyState: string | null;
}

const headRelation = '01';
const ableCodes: readonly string[] = ['ordinary', 'skilled'];

/** Only what the fields name; nothing that is not known. */
export function factsOf(fields: readonly ConsentField[], source: ConsentSource): ConsentFacts {
  const present = source.residents.filter(({ leftOn }) => leftOn === null);
  const head = present.find(({ relation }) => relation === headRelation);
  const known: Readonly<Record<ConsentField, Readonly<Record<string, string | number | null | undefined>>>> = {
    people: { people: present.length, headName: head?.name, headNumber: head?.idNumberMasked },
    phone: { phone: source.phoneMasked },
    land: { croplandMu: source.croplandMu, forestMu: source.forestMu, grasslandMu: source.grasslandMu },
    housing: { housingM2: source.housingM2 },
    poverty: { povertyState: source.povertyState ?? 'none' },
    labour: { able: present.filter(({ labour }) => ableCodes.includes(labour ?? '')).length },
  };
  const facts: Record<string, string | number> = {};
  for (const field of fields) {
    for (const [key, value] of Object.entries(known[field])) {
      if (value !== null && value !== undefined) facts[key] = value;
    }
  }
  return facts;
}

/** Whether a bank may read the facts on a day: from the day given to the last day before it ends, unless taken back. */
export function isInForce(
  consent: { readonly givenOn: string; readonly endsOn: string; readonly withdrawnOn: string | null },
  day: string,
): boolean {
  return consent.withdrawnOn === null && consent.givenOn <= day && day < consent.endsOn;
}
