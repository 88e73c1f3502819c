import { isLockedAsUnused, maySignIn, usedSince } from './unused-accounts.js';

const NOW = new Date('2026-03-18T02:00:00Z');

describe('since when an account must have been used', () => {
  it.each<[string, string | null, string | null]>([
    ['the days of the setting', '2025-01-01T00:00:00Z', '2026-02-01T02:00:00.000Z'],
    ['cannot be told of an installation that is younger', '2026-02-01T02:00:00.001Z', null],
    ['cannot be told before the first day', null, null],
  ])('%s', (_rule, beganAt, since) => {
    const found = usedSince(45, beganAt === null ? null : new Date(beganAt), NOW);
    expect(found?.toISOString() ?? null).toBe(since);
  });
});

describe('an unused account', () => {
  it.each<[string, string, readonly string[], boolean]>([
    ['is locked', 'ngoc', ['quantri'], true],
    ['is locked though no administrator was there either', 'ngoc', [], true],
    ['is open as long as its person signs in', 'ngoc', ['ngoc'], false],
    ['is locked where another administrator is there to open it', 'quantri', ['ha'], true],
    ['is open where it is the last administrator’s', 'quantri', ['ngoc'], false],
  ])('%s', (_rule, staffId, used, isLocked) => {
    expect(isLockedAsUnused(staffId, new Set(used), ['quantri', 'ha'])).toBe(isLocked);
  });
});

it.each([
  [null, null, false],
  ['argon2id', null, true],
  [null, 'entry', true],
])(
  'an account with the password %s and the entry %s has a way to sign in: %s',
  (passwordHash, directoryId, expected) => {
    expect(maySignIn({ passwordHash, directoryId })).toBe(expected);
  },
);
