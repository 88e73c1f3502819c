import type { Entry } from 'ldapts';
import type { DirectoryPerson } from '../../src/organisation/ports/staff-source.port.js';
import { IDENTITY, identityOf } from './entry-facts.js';
import type { DirectoryKind } from './directory-config.js';

/** Whether the account is switched off: bit 2 of userAccountControl, or a lock of ppolicy that only a person opens. */
const SWITCHED_OFF: Readonly<Record<DirectoryKind, (attributes: Readonly<Record<string, string>>) => boolean>> = {
  ad: ({ useraccountcontrol = '0' }) => (Number(useraccountcontrol) & 2) !== 0,
  openldap: ({ pwdaccountlockedtime = '' }) => pwdaccountlockedtime.startsWith('000001010000'),
};

/** What is asked for besides what the agency wants to know, and never handed on. */
const OWN: Readonly<Record<DirectoryKind, readonly string[]>> = {
  ad: [IDENTITY.ad, 'userAccountControl', 'uSNChanged'],
  openldap: [IDENTITY.openldap, 'modifyTimestamp', 'pwdAccountLockedTime'],
};

/** Attributes to ask for. */
export function askedAttributes(kind: DirectoryKind, wanted: readonly string[]): string[] {
  return [...OWN[kind], ...wanted];
}

/** A person of the port; null without an identity. */
export function personOf(kind: DirectoryKind, entry: Entry): DirectoryPerson | null {
  const directoryId = identityOf(kind, entry);
  if (directoryId === undefined) return null;
  const all = valuesOf(entry);
  const own = OWN[kind].map((name) => name.toLowerCase());
  const attributes = Object.fromEntries(Object.entries(all).filter(([name]) => !own.includes(name)));
  return { directoryId, directoryName: entry.dn.normalize('NFC'), attributes, isDisabled: SWITCHED_OFF[kind](all) };
}

/** When OpenLDAP last wrote an entry: `20260318020000Z`; empty where it does not say. */
export function modifiedAt(entry: Entry): string {
  return valuesOf(entry)['modifytimestamp'] ?? '';
}

function valuesOf(entry: Entry): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([name, values]): [string, string][] => {
      const [first] = [values].flat();
      return typeof first !== 'string' || first === '' || name === 'dn'
        ? []
        : [[name.toLowerCase(), first.normalize('NFC')]];
    }),
  );
}
