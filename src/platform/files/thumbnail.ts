import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';

export type ImageRefusal = Refusal<'file_image_too_large' | 'file_image_damaged'>;

/** More than any telephone takes; a file of a few bytes may claim far more (quality A63). */
const maxPixels = 50_000_000;
const edge = 320;

/**
 * A WebP of at most 320 pixels a side, turned upright, without any data of the camera. The picture is read whole, so
 * a damaged one is refused here.
 */
export async function makeThumbnail(bytes: Buffer): Promise<Result<Buffer, ImageRefusal>> {
  // loaded when the first image comes: the library takes longer to start than the server
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  const options = { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true } as const;
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > maxPixels) return refuse({ code: 'file_image_too_large' });
    const thumbnail = await sharp(bytes, options)
      .rotate()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
    return ok(thumbnail);
  } catch {
    return refuse({ code: 'file_image_damaged' });
  }
}
