import { type Cover, canUse, requestOf, swappableOf } from './rights-cover.testing.ts';
import type { Reply, Sitter } from './rights-gate.testing.ts';
import { type Field, homeOf, inParallel } from './rights-walk.testing.ts';

/** What one seat is told by every route that reads, for its own place and for a strange one. */
export async function readEverything(field: Field, sitters: readonly Sitter[]): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  const asked = sitters.flatMap((sitter) => {
    const home = homeOf(sitter, field.grounds);
    const [, strange = home] = field.grounds;
    return readable(field, sitter).flatMap((cover) => {
      const name = `${sitter.seat.label}: ${cover.address}`;
      const elsewhere = requestOf(cover, home, { references: true, swap: { key: 'place', from: strange } });
      const placed = swappableOf(cover.contract, home).includes('place');
      return [
        { name, sitter, request: requestOf(cover, home) },
        ...(placed ? [{ name: `${name} elsewhere`, sitter, request: elsewhere }] : []),
      ];
    });
  });
  await inParallel(asked, async ({ name, sitter, request }) => {
    const reply = await (request.contract.method === 'GET'
      ? field.gate.send(sitter, request)
      : field.gate.rehearse(sitter, request));
    told.set(name, stable(reply));
  });
  return told;
}

/** Routes whose answer differs between two readings. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
}

/** Every search, asked for what somebody else has and for what nobody has. Returns where the two answers differ. */
export async function guess(
  field: Field,
  sitter: Sitter,
  words: { readonly strangers: readonly string[]; readonly nobodys: string },
): Promise<{ asked: number; told: string[] }> {
  const told: string[] = [];
  const searches = readable(field, sitter).filter(({ contract }) => contract.query && 'q' in contract.query.shape);
  const home = homeOf(sitter, field.grounds);
  const ask = async (cover: Cover, q: string) => {
    const request = requestOf(cover, home);
    const reply = await field.gate.rehearse(sitter, { ...request, query: { ...(request.query ?? {}), q } });
    return stable(reply).replaceAll(q, '');
  };
  await inParallel(searches, async (cover) => {
    const empty = await ask(cover, words.nobodys);
    for (const q of words.strangers) {
      if ((await ask(cover, q)) !== empty) told.push(`${sitter.seat.label}: ${cover.address} knows ${q}`);
    }
  });
  return { asked: searches.length * (1 + words.strangers.length), told };
}

function readable(field: Field, sitter: Sitter): readonly Cover[] {
  return field.covers.filter(
    ({ contract }) =>
      (contract.method === 'GET' || (contract.download && !contract.upload)) && canUse(field.gate, sitter, contract),
  );
}

/** The answer without what changes by itself: the time it was sent, the rate limit. Papers differ in their own ids and times. */
function stable(reply: Reply): string {
  if (reply.raw.subarray(0, 5).toString('latin1') === '%PDF-') return `${reply.status} pdf`;
  const text = reply.text.replace(/<dcterms:[^>]*>[^<]*/g, '');
  return `${reply.status} ${text.replace(/"(date|x-ratelimit-[a-z]+|content-length)":"?[^",]*(, [^"]*)?"?/g, '')}`;
}
