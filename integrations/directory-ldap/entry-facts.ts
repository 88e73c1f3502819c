import type { Entry } from 'ldapts';
import type { Facts } from './account-state.js';
import { guidText } from './guid.js';
import type { DirectoryKind } from './directory-config.js';

/** The attribute that keeps an entry's identity, whatever it is called and wherever it stands. */
export const IDENTITY: Readonly<Record<DirectoryKind, string>> = { openldap: 'entryUUID', ad: 'objectGUID' };

/** The attribute by which people sign in. */
export const ACCOUNT: Readonly<Record<DirectoryKind, string>> = { openldap: 'uid', ad: 'sAMAccountName' };

/** The attribute in which a directory writes an entry's distinguished name. */
export const OWN_NAME: Readonly<Record<DirectoryKind, string>> = { openldap: 'entryDN', ad: 'distinguishedName' };

/** Attributes that are no text. */
export const BINARY: Readonly<Record<DirectoryKind, readonly string[]>> = {
  openldap: [],
  ad: ['objectGUID', 'objectSid'],
};

/** A filter that finds exactly this entry and holds nothing but letters, digits and `-`; undefined where it cannot be written. */
export function filterOfOne(kind: DirectoryKind, entry: Entry): string | undefined {
  if (kind === 'openldap') {
    const uuid = identityOf(kind, entry);
    return uuid !== undefined && /^[\da-f-]+$/u.test(uuid) ? `(entryUUID=${uuid})` : undefined;
  }
  const [sid] = [entry['objectSid'] ?? []].flat();
  return Buffer.isBuffer(sid) && sid.length >= 12 ? `(objectSid=${sidText(sid)})` : undefined;
}

/** An entry's identity as text in lower case: `b8752a70-7e81-1041-9595-3ffdf6d6cb0f`; undefined where it has none. */
export function identityOf(kind: DirectoryKind, entry: Entry): string | undefined {
  const [value] = [entry[IDENTITY[kind]] ?? []].flat();
  if (Buffer.isBuffer(value)) return guidText(value);
  return value === undefined || value === '' ? undefined : value.toLowerCase();
}

/** The text of an entry's attributes, by their names in lower case. */
export function factsOf(entry: Entry): Facts {
  return new Map(
    Object.entries(entry).map(([name, value]) => [
      name.toLowerCase(),
      [value].flat().map((one) => (Buffer.isBuffer(one) ? one.toString('utf8') : one)),
    ]),
  );
}

/** `S-1-5-21-…` ([MS-DTYP], section 2.4.2). */
function sidText(bytes: Buffer): string {
  const parts: number[] = [];
  for (let at = 8; at + 4 <= bytes.length; at += 4) parts.push(bytes.readUInt32LE(at));
  return ['S', bytes.readUInt8(0), bytes.readUIntBE(2, 6), ...parts].join('-');
}
