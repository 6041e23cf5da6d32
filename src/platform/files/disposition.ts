/**
 * The `Content-Disposition` of a download (RFC 6266, RFC 8187): an ASCII name for old clients, the true one beside
 * it. Control characters and path separators never reach the header.
 */
export function contentDisposition(fileName: string): string {
  const clean = fileName.replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ').trim() || 'file';
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
