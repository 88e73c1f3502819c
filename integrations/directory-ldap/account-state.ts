import type { DirectoryBar } from '../../src/organisation/ports/directory-login.port.js';
import type { DirectoryKind } from './directory-config.js';

/** Attributes of an entry by their name in lower case; a value that is not there is an empty list. */
export type Facts = ReadonlyMap<string, readonly string[]>;

/** What is asked of a person's entry, for each kind of directory. */
export const STATE_ATTRIBUTES: Readonly<Record<DirectoryKind, readonly string[]>> = {
  ad: ['userAccountControl', 'msDS-User-Account-Control-Computed', 'accountExpires', 'pwdLastSet'],
  openldap: ['pwdAccountLockedTime', 'pwdEndTime', 'pwdReset', 'shadowExpire'],
};

const DISABLED = 0x2;
const LOCKED = 0x10;
const PASSWORD_NEVER_EXPIRES = 0x1_0000;
const PASSWORD_EXPIRED = 0x80_0000;

/** Between 1601-01-01, where Active Directory begins to count, and 1970-01-01, in milliseconds. */
const BEFORE_1970_MS = 11_644_473_600_000n;
const NEVER = 9_223_372_036_854_775_807n;
const DAY_MS = 86_400_000;

/**
 * Why an account must not be used at a moment, as its entry says; null where nothing speaks against it.
 *
 * A directory refuses most of these by itself when the password is given; this holds also for those that do not: OpenLDAP knows `shadowExpire` and does
 * not heed it.
 *
 * Source: [MS-ADA1] accountExpires, [MS-ADA3] userAccountControl, pwdLastSet; draft-behera-ldap-password-policy-11, sections 5.3.2 to 5.3.10; RFC 2307,
 * section 5.
 */
export function reasonBarred(kind: DirectoryKind, facts: Facts, now: Date): DirectoryBar | null {
  return kind === 'ad' ? reasonBarredByActiveDirectory(facts, now) : reasonBarredByOpenLdap(facts, now);
}

function reasonBarredByActiveDirectory(facts: Facts, now: Date): DirectoryBar | null {
  const flags = numberOf(facts, 'useraccountcontrol');
  const computed = numberOf(facts, 'msds-user-account-control-computed');
  if (has(flags, DISABLED)) return 'disabled';
  if (has(computed, LOCKED)) return 'locked';
  if (isOver(facts.get('accountexpires')?.[0], now)) return 'expired';
  const mustChange = facts.get('pwdlastset')?.[0] === '0' && !has(flags, PASSWORD_NEVER_EXPIRES);
  return mustChange || has(computed, PASSWORD_EXPIRED) ? 'passwordExpired' : null;
}

/** `0` and the greatest number mean that it never ends. */
function isOver(ticks: string | undefined, now: Date): boolean {
  if (ticks === undefined || !/^\d{1,19}$/u.test(ticks)) return false;
  const count = BigInt(ticks);
  if (count === 0n || count === NEVER) return false;
  return count / 10_000n - BEFORE_1970_MS <= BigInt(now.getTime());
}

function reasonBarredByOpenLdap(facts: Facts, now: Date): DirectoryBar | null {
  // For a time only, a lock is heeded by the directory, which alone knows how long; this one is for good.
  if (facts.get('pwdaccountlockedtime')?.[0]?.startsWith('0000')) return 'locked';
  if (hasEnded(facts, now)) return 'expired';
  return facts.get('pwdreset')?.[0]?.toUpperCase() === 'TRUE' ? 'passwordExpired' : null;
}

function hasEnded(facts: Facts, now: Date): boolean {
  const lastDay = facts.get('shadowexpire')?.[0] ?? '-1';
  if (/^\d+$/u.test(lastDay) && Number(lastDay) * DAY_MS <= now.getTime()) return true;
  const end = instantOf(facts.get('pwdendtime')?.[0]);
  return end !== null && end <= now.getTime();
}

/** `20261231170000Z` */
function instantOf(time: string | undefined): number | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?/u.exec(time ?? '');
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function numberOf(facts: Facts, name: string): number {
  return Number(facts.get(name)?.[0] ?? 0);
}

function has(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}
