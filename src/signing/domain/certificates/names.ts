import { DerMalformed, type DerNode, readWholeDer, TAG } from '../der/der.js';
import { oidOf, sequenceOf, setOf, stringOf } from '../der/der-values.js';

const KINDS: Readonly<Record<string, keyof DistinguishedName>> = {
  '2.5.4.3': 'commonName',
  '2.5.4.5': 'serialNumber',
  '2.5.4.10': 'organization',
  '2.5.4.11': 'organizationalUnit',
  '2.5.4.12': 'title',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'userId',
  '1.2.840.113549.1.9.1': 'email',
};

/** The parts of a name that tell people and agencies apart; a part given several times keeps its last value. */
export interface DistinguishedName {
  readonly commonName?: string;
  readonly serialNumber?: string;
  readonly organization?: string;
  readonly organizationalUnit?: string;
  readonly title?: string;
  readonly organizationIdentifier?: string;
  readonly userId?: string;
  readonly email?: string;
}

/** @param name DER of a Name @throws DerMalformed */
export function readName(name: Buffer): DistinguishedName {
  const parts: Record<string, string> = {};
  for (const relative of sequenceOf(readWholeDer(name))) {
    for (const pair of setOf(relative)) {
      const [type, value] = sequenceOf(pair);
      const kind = KINDS[oidOf(type)];
      if (kind !== undefined && value) parts[kind] = stringOf(value);
    }
  }
  return parts;
}

/**
 * Whether two names are one: authorities write their own name as PrintableString and their certificates' issuer as UTF8String, or in other
 * letters and spaces. A name only finds an issuer; that it is he, his key says.
 *
 * @param one DER of a Name, as the other
 *
 * Source: RFC 5280, 7.1 (caseIgnoreMatch over prepared strings).
 */
export function isSameName(one: Buffer, other: Buffer): boolean {
  if (one.equals(other)) return true;
  const prepared = preparedName(one);
  return prepared !== null && prepared === preparedName(other);
}

const preparedNames = new WeakMap<Buffer, string | null>();

/** The parts in their order, those of one set in any; null for what is no name. */
function preparedName(name: Buffer): string | null {
  const known = preparedNames.get(name);
  if (known !== undefined) return known;
  const prepared = prepare(name);
  preparedNames.set(name, prepared);
  return prepared;
}

function prepare(name: Buffer): string | null {
  try {
    return JSON.stringify(
      sequenceOf(readWholeDer(name)).map((relative) => setOf(relative).map(preparedPair).toSorted()),
    );
  } catch (error) {
    if (error instanceof DerMalformed) return null;
    throw error;
  }
}

const STRINGS: readonly number[] = [
  TAG.utf8String,
  TAG.printableString,
  TAG.teletexString,
  TAG.ia5String,
  TAG.bmpString,
  TAG.universalString,
];

function preparedPair(pair: DerNode): string {
  const [type, value] = sequenceOf(pair);
  if (!value) throw new DerMalformed('attribute of a name without a value');
  const text = STRINGS.some((tag) => value.is(tag))
    ? `'${stringOf(value).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()}`
    : value.bytes.toString('hex');
  return `${oidOf(type)}=${text}`;
}
