import type { Tx } from '../db/tx.ts';
import { type AttachmentSite, insertBlob, recordAttachment, takeRoom } from './attachment-store.ts';
import { hashContent } from './blob-storage.ts';
import { makeThumbnail } from './thumbnail.ts';

/** A shed under a wide sky, drawn: no picture of anybody's. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640">
  <rect width="960" height="640" fill="#bcd3de"/><rect y="400" width="960" height="240" fill="#b79f6b"/>
  <path d="M220 300 480 200 740 300V470H220Z" fill="#8d8f90"/><path d="M200 305 480 195 760 305" fill="none" stroke="#5d4037" stroke-width="16"/>
  <rect x="430" y="350" width="100" height="120" fill="#4e4a45"/></svg>`;

/** Hangs the photograph of the demo on a record: the same bytes wherever it hangs. */
export async function attachDemoPhoto(tx: Tx, site: AttachmentSite, name: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  const content = await sharp(Buffer.from(drawing)).jpeg({ quality: 80 }).toBuffer();
  const thumbnail = await makeThumbnail(content);
  if (!thumbnail.ok || !(await takeRoom(tx, site.place, content.length))) throw new Error('the demo photograph hangs');
  const blob = { sha256: hashContent(content), content, mediaType: 'image/jpeg', thumbnail: thumbnail.value };
  await insertBlob(tx, blob, { outside: false });
  await recordAttachment(tx, { ...site, name, blob });
}
