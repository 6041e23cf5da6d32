const maxNameLength = 200;

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
