import { readWholeDer } from '../der/der.js';
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
