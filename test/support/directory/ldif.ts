/** One entry of a directory; a value that is no plain text is written in base64, a Buffer as its bytes. */
export interface Entry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, Value | readonly Value[]>>;
}

type Value = string | Buffer;

/** Text that LDIF may hold as it is (RFC 2849, SAFE-STRING). */
const SAFE = /^(?:[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*)?$/u;

/** Entries as an LDIF file. */
export function ldif(entries: readonly Entry[]): string {
  return entries.map((entry) => record(entry, [])).join('\n');
}

/** New entries as a file of changes, for a directory that runs. */
export function additions(entries: readonly Entry[]): string {
  return entries.map((entry) => record(entry, ['changetype: add'])).join('\n');
}

/** Other values for attributes of an entry; an empty list takes the attribute away. */
export function replacement(dn: string, changes: Entry['attributes']): string {
  const parts = Object.entries(changes).flatMap(([name, value]) => [`replace: ${name}`, ...lines(name, value), '-']);
  return [line('dn', dn), 'changetype: modify', ...parts, ''].join('\n');
}

/** An entry gets another name, or goes below another one. */
export function renaming(dn: string, rdn: string, below?: string): string {
  const moved = below === undefined ? [] : [line('newsuperior', below)];
  return [line('dn', dn), 'changetype: modrdn', line('newrdn', rdn), 'deleteoldrdn: 1', ...moved, ''].join('\n');
}

export function deletion(dn: string): string {
  return [line('dn', dn), 'changetype: delete', ''].join('\n');
}

/** A value of a DN's part, with what separates parts escaped (RFC 4514). */
export function dnValue(text: string): string {
  return text.replace(/[\\,+"<>;=#]/gu, (sign) => `\\${sign}`);
}

function record({ dn, attributes }: Entry, head: readonly string[]): string {
  const body = Object.entries(attributes).flatMap(([name, value]) => lines(name, value));
  return [line('dn', dn), ...head, ...body, ''].join('\n');
}

function lines(name: string, value: Value | readonly Value[]): string[] {
  const values = typeof value === 'string' || Buffer.isBuffer(value) ? [value] : value;
  return values.map((one) => line(name, one));
}

function line(name: string, value: Value): string {
  if (typeof value === 'string' && SAFE.test(value) && !value.endsWith(' ')) return `${name}: ${value}`;
  return `${name}:: ${Buffer.from(value).toString('base64')}`;
}
