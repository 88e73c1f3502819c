/** Escaped: `\,` for a sign, `\C3\A0` for bytes of UTF-8. */
const ESCAPED = /(?:\\[0-9a-f]{2})+|\\./giu;

/**
 * Whether a name of a directory lies under another one, or is it. Letter case, spaces around the parts and the way in which signs are escaped do not
 * count, as servers write them differently. Source: RFC 4514.
 */
export function liesUnder(name: string, suffix: string): boolean {
  const [parts, last] = [partsOf(name), partsOf(suffix)];
  if (last.length === 0 || last.length > parts.length) return false;
  const tail = parts.slice(parts.length - last.length);
  return last.every((part, index) => part === tail[index]);
}

/** How many parts a name has: a longer suffix says more. */
export function depthOf(name: string): number {
  return partsOf(name).length;
}

function partsOf(name: string): readonly string[] {
  const parts = name.match(/(?:\\.|[^\\,])+/gsu) ?? [];
  return parts
    .map((part) => {
      const [kind = '', ...value] = part.split('=');
      return `${kind.trim()}=${unescaped(value.join('=').trim())}`.normalize('NFC').toLowerCase();
    })
    .filter((part) => part !== '=');
}

function unescaped(value: string): string {
  return value.replace(ESCAPED, (escape) =>
    /^\\[0-9a-f]{2}/iu.test(escape)
      ? Buffer.from(escape.replaceAll('\\', ''), 'hex').toString('utf8')
      : escape.slice(1),
  );
}
