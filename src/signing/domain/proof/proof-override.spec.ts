import type { Actor, Role } from '../../../kernel/actor.js';
import type { ProofCode, ProofLine, ProofResult } from './proof-case.js';
import { isOnlyShortOfEvidence, mayGoOn, mayOverride } from './proof-override.js';

const proof = (...open: readonly (readonly [ProofCode, ProofResult])[]): { lines: ProofLine[] } => ({
  lines: [['coverage', 'pass'] as const, ['register', 'notChecked'] as const, ...open].map(([code, result]) => ({
    code,
    result,
    title: code,
    detail: '',
  })),
});
const person = (id: string, ...roles: readonly Role[]): Actor => ({ id, name: id, unitId: null, roles });
const letter = { authorId: 'ngoc', submittedById: 'lan' };

describe('rule 42: what a leader may let on', () => {
  it.each<[string, boolean, { lines: ProofLine[] }]>([
    ['revocation that cannot be told', true, proof(['revocation', 'unknown'])],
    ['revocation that cannot be told, of the seal too', true, proof(['revocation', 'unknown'], ['seal', 'unknown'])],
    ['a proof that passed', false, proof()],
    ['a seal of which something else is open than revocation', false, proof(['seal', 'unknown'])],
    ['a certificate that was revoked', false, proof(['revocation', 'fail'])],
    ['content that was changed, whatever else is open', false, proof(['revocation', 'unknown'], ['unchanged', 'fail'])],
    ['a signer whose authority nobody trusts', false, proof(['revocation', 'unknown'], ['signer', 'unknown'])],
    ['a file that is encrypted', false, proof(['unchanged', 'unknown'])],
    ['a stamp of time that nobody trusts', false, proof(['validity', 'unknown'])],
    ['another letter than the one submitted', false, proof(['submittedFile', 'fail'], ['revocation', 'unknown'])],
    ['a number that is not the register’s', false, proof(['register', 'fail'], ['revocation', 'unknown'])],
  ])('%s: %s', (_what, expected, given) => {
    expect(isOnlyShortOfEvidence(given)).toBe(expected);
  });

  it.each<[string, boolean, Actor]>([
    ['a leader', true, person('khanh', 'leader')],
    ['the registry', false, person('vanthu', 'registryClerk')],
    ['a leader who keeps the seal too', false, person('both', 'leader', 'registryClerk')],
    ['a leader who wrote the letter', false, person('ngoc', 'leader')],
    ['a leader who submitted it', false, person('lan', 'leader')],
    ['a head of unit', false, person('thang', 'unitHead')],
    ['an administrator', false, person('qt', 'administrator')],
  ])('by %s: %s', (_who, expected, actor) => {
    expect(mayOverride(actor, letter)).toBe(expected);
  });

  it('and nothing goes on without a proof that passed or somebody who answers for it', () => {
    const override = { by: 'Khánh', at: '2026-03-18T02:00:00Z', reason: 'Đã gọi tổ chức chứng thực' };
    expect([null, {}, { passed: false }, { passed: 'true' }].map(mayGoOn)).toEqual([false, false, false, false]);
    expect([{ passed: true }, { passed: false, override }].map(mayGoOn)).toEqual([true, true]);
  });
});
