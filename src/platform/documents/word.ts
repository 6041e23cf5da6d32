import type { ListDocument, RedHeaderDocument } from './model.ts';

/** The document as .docx, see `word-file.ts`. What writes it is large and loaded with the first one, not at the start. */
export async function renderWord(document: ListDocument | RedHeaderDocument): Promise<Uint8Array> {
  const { writeWord } = await import('./word-file.ts');
  return await writeWord(document);
}
