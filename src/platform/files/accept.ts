import type { UploadedFile } from '../http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';

export interface AcceptedFile {
  readonly name: string;
  readonly mediaType: string;
}

export type FileRefusal = Refusal<'file_type_unknown' | 'file_type_differs'>;

/** What may be attached, and the extensions under which it may come. No macros, no archives, nothing a browser runs. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'wps', 'et'],
  'text/plain': ['txt', 'csv'],
};

const maxNameLength = 200;

/** Decides by its content what a file is (quality A62); the name may only agree. */
export async function acceptFile(file: UploadedFile): Promise<Result<AcceptedFile, FileRefusal>> {
  const name = safeName(file.name);
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = await typeOf(file.bytes);
  const extensions = mediaType === undefined ? undefined : accepted[mediaType];
  if (mediaType === undefined || !extensions) return refuse({ code: 'file_type_unknown' });
  if (!extensions.includes(extension))
    return refuse({ code: 'file_type_differs', values: { type: extensions[0] ?? mediaType } });
  return ok({ name, mediaType });
}

/** The name alone, without folders, control and direction characters; never empty, never hidden (quality A43, A48). */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const letters = Array.from(clean);
  if (letters.length <= maxNameLength) return clean || 'file';
  const extension = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, maxNameLength - extension.length).join('') + extension;
}

async function typeOf(bytes: Buffer): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return found.mime;
  return isText(bytes) ? 'text/plain' : undefined;
}

/** Text as offices send it: UTF-8 or GB 18030, without control characters. */
function isText(bytes: Buffer): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return !/[^\P{Cc}\t\r\n]/u.test(text);
    } catch {
      return false;
    }
  });
}
