import type { Actor } from '../../kernel/actor.js';
import { SIGNATURE_STATES, type SignatureState } from './signature-request.js';
import { mayWithdraw } from './withdrawal.js';

const LETTER = { caseKind: 'ticket' as const, authorId: 'ngoc', unitId: 'gdtrh' };
const person = (id: string, unitId: string, ...roles: Actor['roles']): Actor => ({ id, name: id, unitId, roles });

describe('a letter is taken back from signing', () => {
  it.each([
    ['its author', person('ngoc', 'gdtrh', 'contactOfficer'), true],
    ['its author, who has gone to another unit', person('ngoc', 'nui-voi', 'contactOfficer'), false],
    ['the head of its unit', person('thang', 'gdtrh', 'unitHead'), true],
    ['the registry', person('vanthu', 'van-phong', 'registryClerk'), true],
    ['a colleague', person('lan', 'gdtrh', 'contactOfficer'), false],
    ['the head of another unit', person('luc', 'nui-voi', 'unitHead'), false],
    ['the leader, who gives it back instead', person('khanh', 'lanh-dao', 'leader'), false],
  ])('by %s', (_who, actor, expected) => {
    expect(mayWithdraw(actor, 'submitted', LETTER)).toBe(expected);
  });

  it('by the author of a report, also from another unit', () => {
    const inspector = person('vinh', 'ttr', 'supervisor');
    expect(mayWithdraw(inspector, 'submitted', { caseKind: 'report', authorId: 'vinh', unitId: 'vp' })).toBe(true);
  });

  it('until it has its number', () => {
    const may = (state: SignatureState) => mayWithdraw(person('ngoc', 'gdtrh'), state, LETTER);
    expect(SIGNATURE_STATES.filter(may)).toEqual(['pending', 'submitted', 'signed', 'verified']);
  });
});
