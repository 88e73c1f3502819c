import { reasonBarred } from './account-state.js';

const NOW = new Date('2026-03-18T02:00:00Z');

function factsOf(given: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), [value]]));
}

/** 2026-03-18T02:00:00Z as Active Directory counts. */
const TICKS = (BigInt(NOW.getTime()) + 11_644_473_600_000n) * 10_000n;

describe('an account of Active Directory', () => {
  it.each([
    ['is open', { userAccountControl: '512', accountExpires: '0', pwdLastSet: '134000000000000000' }, null],
    ['is open without end', { userAccountControl: '512', accountExpires: '9223372036854775807' }, null],
    ['is disabled', { userAccountControl: '514' }, 'disabled'],
    ['is locked', { userAccountControl: '512', 'msDS-User-Account-Control-Computed': '16' }, 'locked'],
    ['ends at this very moment', { userAccountControl: '512', accountExpires: String(TICKS) }, 'expired'],
    ['ends a second later', { userAccountControl: '512', accountExpires: String(TICKS + 10_000_000n) }, null],
    ['must change the password', { userAccountControl: '512', pwdLastSet: '0' }, 'passwordExpired'],
    ['never had a password that ends', { userAccountControl: '66048', pwdLastSet: '0' }, null],
    ['has an old password', { 'msDS-User-Account-Control-Computed': '8388608' }, 'passwordExpired'],
    [
      'is disabled before it is anything else',
      { userAccountControl: '514', accountExpires: '1', pwdLastSet: '0' },
      'disabled',
    ],
  ])('%s', (_rule, facts, expected) => {
    expect(reasonBarred('ad', factsOf(facts), NOW)).toBe(expected);
  });
});

describe('an account of OpenLDAP', () => {
  it.each([
    ['is open', {}, null],
    ['is locked for good', { pwdAccountLockedTime: '000001010000Z' }, 'locked'],
    ['is locked for a time, which the directory knows', { pwdAccountLockedTime: '20260317000000Z' }, null],
    ['ends on this day', { shadowExpire: '20530' }, 'expired'],
    ['ends on the next day', { shadowExpire: '20531' }, null],
    ['never ends', { shadowExpire: '-1' }, null],
    ['ended by its policy', { pwdEndTime: '20260318020000Z' }, 'expired'],
    ['ends later by its policy', { pwdEndTime: '20260318020001Z' }, null],
    ['must change the password', { pwdReset: 'TRUE' }, 'passwordExpired'],
  ])('%s', (_rule, facts, expected) => {
    expect(reasonBarred('openldap', factsOf(facts), NOW)).toBe(expected);
  });
});
