import { acceptanceAfter, requireAsSeen, requireHandOver, requireMayLead } from './assignment.js';
import type { Party } from './identity/parties.js';

const ACCEPT_BY = new Date('2026-03-18T07:00:00Z');

describe('who hands a ticket to whom', () => {
  it.each<[string, Party[], string, boolean]>([
    ['the registry to any unit', ['registry'], 'v', true],
    ['a leader to any unit', ['leader'], 'v', true],
    ['supervision to any unit', ['supervisor'], 'v', true],
    ['the head of its unit within the unit', ['unitHead'], 'u', true],
    ['the head of its unit to no other unit', ['unitHead'], 'v', false],
    ['a head who is a leader too, to any unit', ['leader', 'unitHead'], 'v', true],
  ])('rule 8: %s', (_rule, parties, unitId, allowed) => {
    const hand = () => {
      requireHandOver(parties, { leadUnitId: 'u' }, unitId);
    };
    if (allowed) expect(hand).not.toThrow();
    else expect(hand).toThrow('ticket-act-barred');
  });
});

describe('the time to accept or decline', () => {
  it.each<[string, string | null, Date | null, string]>([
    ['begins with the first unit', null, null, 'begins'],
    ['begins anew with another unit', 'v', ACCEPT_BY, 'begins'],
    ['begins anew with another unit, though the former had accepted', 'v', null, 'begins'],
    ['goes on within the unit', 'u', ACCEPT_BY, 'goesOn'],
    ['is over once the unit has taken the ticket', 'u', null, 'taken'],
  ])('rule 9: %s', (_rule, leadUnitId, acceptBy, expected) => {
    expect(acceptanceAfter({ leadUnitId, acceptBy }, 'u')).toBe(expected);
  });
});

describe('a form that was drawn from an older ticket', () => {
  it('is refused, and one that says nothing is not', () => {
    const ticket = { id: 't', version: 3 };
    expect(() => {
      requireAsSeen(ticket, 2);
    }).toThrow('changed-meanwhile');
    expect(() => {
      requireAsSeen(ticket, 3);
      requireAsSeen(ticket);
    }).not.toThrow();
  });
});

describe('who may lead', () => {
  it('a unit of the department, and none of a commune', () => {
    const unit = { name: 'Phòng Văn hóa - Xã hội phường Đông Khê' };
    expect(() => {
      requireMayLead(unit, true);
    }).not.toThrow();
    expect(() => {
      requireMayLead(unit, false);
    }).toThrow(/input-invalid/u);
  });
});
