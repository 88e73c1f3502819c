import type { Actor, Role } from '../../kernel/actor.js';
import { seesToken, tokenAbilities } from './policy.js';
import { SCOPE_WORDS } from './scopes.js';
import { hashOfSecret, newSecret, requireWish, standingOf, type TokenInView } from './token.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const LATER = new Date('2026-04-18T02:00:00Z');
const waiting: TokenInView = { ownerId: 'vanthu', confirmedAt: null, expiresAt: LATER, revokedAt: null };
const live: TokenInView = { ...waiting, confirmedAt: NOW };
const person = (id: string, ...roles: Role[]): Actor => ({ id, name: id, unitId: 'van-phong', roles });
const OWNER = person('vanthu', 'registryClerk');
const ADMIN = person('quantri', 'administrator');

describe('a token', () => {
  it.each<[string, TokenInView, string]>([
    ['opens nothing before its owner has agreed', waiting, 'waiting'],
    ['is live from then on', live, 'live'],
    ['has expired at the moment that it names', { ...live, expiresAt: NOW }, 'expired'],
    ['stays revoked, also once expired', { ...live, expiresAt: NOW, revokedAt: NOW }, 'revoked'],
  ])('%s', (_rule, token, expected) => {
    expect(standingOf(token, NOW)).toBe(expected);
  });

  it.each<[string, Actor, TokenInView, { confirm: boolean; revoke: boolean }]>([
    ['is agreed to by its owner', OWNER, waiting, { confirm: true, revoke: true }],
    ['is not agreed to by an administrator in the name of another', ADMIN, waiting, { confirm: false, revoke: true }],
    ['is agreed to once', OWNER, live, { confirm: false, revoke: true }],
    ['is nothing to anybody else', person('ngoc', 'leader'), live, { confirm: false, revoke: false }],
    ['is left alone once revoked', OWNER, { ...live, revokedAt: NOW }, { confirm: false, revoke: false }],
  ])('%s', (_rule, actor, token, expected) => {
    expect(tokenAbilities(actor, token, NOW)).toEqual(expected);
  });

  it('is seen by its owner and by administrators', () => {
    expect([OWNER, ADMIN, person('ngoc', 'leader')].map((actor) => seesToken(actor, live))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is 256 random bits behind a beginning that tells what it is', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^hoiam_[\w-]{43}$/u);
    expect(one).not.toBe(other);
    expect(hashOfSecret(one)).toMatch(/^[\da-f]{64}$/u);
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(61) }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['tickets.everything'] }],
    ['days', { days: 0 }],
    ['days', { days: 366 }],
    ['days', { days: 1.5 }],
    ['days', { days: Number.NaN }],
  ])('is refused for its %s: %j', (field, change) => {
    const wish = { name: 'Đồng bộ', scopes: ['tickets.read'], days: 90, ...change };
    const details = expect.objectContaining({ field }) as object;
    const refusal = expect.objectContaining({ code: 'input-invalid', details }) as Error;
    expect(() => requireWish(wish, NOW)).toThrow(refusal);
  });

  it('has no scope for what only the system does, or what another act brings along', () => {
    const scopes: readonly string[] = [...SCOPE_WORDS.keys()];
    expect(scopes).toContain('tickets.act.assign');
    for (const act of ['letterSent', 'nobodyWaits', 'beginWork', 'divert']) {
      expect(scopes).not.toContain(`tickets.act.${act}`);
    }
  });
});
