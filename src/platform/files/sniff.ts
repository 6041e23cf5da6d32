import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import { openCompound } from '../sheets/cfb.ts';
import { decodeText } from '../sheets/csv-grid.ts';
import { DEFAULT_LIMITS } from '../sheets/limits.ts';
import { endsAsZip, readZip } from '../sheets/zip-read.ts';

export type SniffRefusal = Refusal<'file_type_unknown' | 'file_type_differs' | 'sheet_macros' | 'sheet_encrypted'>;

export interface SniffedType {
  readonly mediaType: string;
  /** the usual extension of the content, without dot */
  readonly extension: string;
}

/** What may come in, the usual extension first. No archives, nothing that a browser runs. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/x-cfb': ['xls', 'doc', 'ppt', 'et', 'wps'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a', 'mp4'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/ogg': ['opus', 'ogg', 'oga'],
  'text/plain': ['txt', 'csv'],
};

/** How much of either end is searched for what a browser would run. */
const SEARCHED_BYTES = 1_024;
const MARKUP = /<(?:!doctype|html|head|body|script|iframe|svg|\?php|\?xml|object|embed)\b/i;
const OFFICE = /opendocument|openxmlformats/;

/**
 * Decides by its content alone what a file is; the declared name may only agree. Refuses what is two things at once
 * (a picture that is also an archive or a page), markup of any kind, macros, passwords and scripts inside PDF.
 */
export async function sniffType(bytes: Uint8Array, declaredName: string): Promise<Result<SniffedType, SniffRefusal>> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mediaType = await mediaTypeOf(content);
  const extensions = mediaType === undefined ? undefined : ACCEPTED[mediaType];
  const [extension] = extensions ?? [];
  if (mediaType === undefined || extension === undefined) return refuse({ code: 'file_type_unknown' });
  const refused = OFFICE.test(mediaType) ? refusalOfOffice(content, mediaType) : refusalOfContent(content, mediaType);
  if (refused !== undefined) return refuse({ code: refused });
  const declared = /\.([a-z0-9]+)$/i.exec(declaredName.trim())?.[1]?.toLowerCase() ?? '';
  return extensions?.includes(declared) === true
    ? ok({ mediaType, extension })
    : refuse({ code: 'file_type_differs', values: { type: extension } });
}

async function mediaTypeOf(content: Buffer): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  // `audio/ogg; codecs=opus`, and HEIF is what other makers call HEIC.
  if (found !== undefined) return found.mime.replace(/;.*$/, '').replace('image/heif', 'image/heic');
  return isText(content) ? 'text/plain' : undefined;
}

function isText(content: Buffer): boolean {
  const text = content.length === 0 ? undefined : decodeText(content);
  return text !== undefined && !/[^\P{Cc}\t\r\n]/u.test(text);
}

function refusalOfOffice(content: Buffer, mediaType: string): SniffRefusal['code'] | undefined {
  // Names of parts stand unpacked in the directory of the archive.
  const hasMacros = ['vbaProject.bin', 'macrosheets/', 'Basic/script-lc.xml', 'Scripts/'].some((name) =>
    content.includes(name),
  );
  if (hasMacros) return 'sheet_macros';
  const zip = readZip(content, DEFAULT_LIMITS);
  // A Word or slide document may hold the workbook of its chart.
  const mayNest = !/spreadsheet/.test(mediaType);
  if (zip.ok || (mayNest && zip.refusal.code === 'sheet_zip_nested')) return undefined;
  return 'file_type_unknown';
}

function refusalOfContent(content: Buffer, mediaType: string): SniffRefusal['code'] | undefined {
  if (mediaType === 'application/x-cfb') return refusalOfCompound(content);
  const ends = [content.subarray(0, SEARCHED_BYTES), content.subarray(-SEARCHED_BYTES)];
  if (ends.some((end) => MARKUP.test(end.toString('latin1'))) || endsAsZip(content)) return 'file_type_unknown';
  if (mediaType !== 'application/pdf') return undefined;
  const isScripted = content.includes('/JavaScript') || content.includes('/Launch');
  return isScripted || !content.subarray(0, 5).equals(Buffer.from('%PDF-')) ? 'file_type_unknown' : undefined;
}

function refusalOfCompound(content: Buffer): SniffRefusal['code'] | undefined {
  const names = openCompound(content)?.names;
  if (names === undefined) return 'file_type_unknown';
  if (names.some((name) => /^Encrypt(edPackage|ionInfo)$/.test(name))) return 'sheet_encrypted';
  return names.some((name) => /^(_VBA_PROJECT|_VBA_PROJECT_CUR|VBA|Macros)$/.test(name)) ? 'sheet_macros' : undefined;
}
