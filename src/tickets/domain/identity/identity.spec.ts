import type { Actor, Role } from '../../../kernel/actor.js';
import { identityOf, requireIdentity, type IdentifiedTicket } from './identity.js';
import type { Hiding } from './secrecy.js';

const actor = (id: string, unitId: string | null, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const ticket: IdentifiedTicket = {
  senderName: 'Bùi Văn Khải',
  senderPhone: '0900 000 142',
  senderEmail: 'khai.bv@example.com',
  senderAddress: 'Số 12 đường Lê Lợi',
  leadUnitId: 'gdtrh',
  officerId: 'ngoc',
  coordinators: ['phoi-hop'],
};
const nobody = { senderName: '', senderPhone: ' ', senderEmail: '', senderAddress: '' };

describe('rule 21: who may have the sender shown', () => {
  it.each<[string, Actor, Partial<IdentifiedTicket>, Hiding | null, string | null]>([
    ['the registry clerk may', actor('a', 'vp', 'registryClerk'), {}, null, null],
    ['supervision may', actor('a', 'vp', 'supervisor'), {}, null, null],
    ['the officer in charge may', actor('ngoc', 'gdtrh', 'contactOfficer'), {}, null, null],
    ['the head of the lead unit may', actor('a', 'gdtrh', 'unitHead'), {}, null, null],
    ['a colleague of the lead unit may not', actor('a', 'gdtrh', 'contactOfficer'), {}, null, 'otherUnit'],
    ['the head of another unit may not', actor('a', 'khac', 'unitHead'), {}, null, 'otherUnit'],
    ['a unit asked to help may not', actor('a', 'phoi-hop', 'contactOfficer'), {}, null, 'otherUnit'],
    ['a leader may not', actor('a', null, 'leader'), {}, null, 'otherUnit'],
    ['a form checker may not', actor('a', 'vp', 'formatChecker'), {}, null, 'otherUnit'],
    ['an administrator may not', actor('a', 'vp', 'administrator'), {}, null, 'administrator'],
    [
      'an administrator may not, whatever else they are',
      actor('ngoc', 'gdtrh', 'administrator', 'registryClerk', 'contactOfficer'),
      {},
      null,
      'administrator',
    ],
    [
      'the officer of the unit complained about may not',
      actor('luc', 'nui-voi', 'contactOfficer'),
      { leadUnitId: 'nui-voi', officerId: 'luc' },
      'complainedUnit',
      'complainedUnit',
    ],
    [
      'the head of the unit complained about may not',
      actor('a', 'nui-voi', 'unitHead'),
      { leadUnitId: 'nui-voi' },
      'complainedUnit',
      'complainedUnit',
    ],
    [
      'a clerk of the unit complained about may not',
      actor('a', 'nui-voi', 'registryClerk', 'supervisor'),
      {},
      'complainedUnit',
      'complainedUnit',
    ],
    [
      'where nobody’s conduct is the matter the unit may',
      actor('luc', 'nui-voi', 'contactOfficer'),
      { leadUnitId: 'nui-voi', officerId: 'luc' },
      null,
      null,
    ],
    ['of an unknown sender nothing is shown', actor('a', 'vp', 'registryClerk'), nobody, null, 'nobodyKnown'],
  ])('rule 21: %s', (...[, who, change, hiding, withheld]) => {
    const seen = identityOf(who, { ...ticket, ...change }, hiding);
    expect(seen.withheld).toBe(withheld);
    const attempt = () => {
      requireIdentity(who, { ...ticket, ...change }, hiding);
    };
    if (withheld === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(/ticket-identity-withheld/u);
  });
});

describe('rule 21: what everybody sees of a sender', () => {
  const clerk = actor('a', 'vp', 'registryClerk');
  const school = actor('luc', 'nui-voi', 'contactOfficer');

  it('rule 21: initials and the last three digits', () => {
    expect(identityOf(clerk, ticket, null).masked).toEqual({
      initials: 'B. V. K.',
      phone: '••• ••• 142',
      email: true,
      address: true,
    });
  });

  it('rule 21: the unit complained about sees nothing', () => {
    expect(identityOf(school, ticket, 'complainedUnit').masked).toBeNull();
  });
});
