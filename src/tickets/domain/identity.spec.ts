import type { Actor, Role } from '../../kernel/actor.js';
import { identityOf, requireIdentity, withoutPeople, wordsFor, type IdentifiedTicket } from './identity.js';

const actor = (id: string, unitId: string | null, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const ticket: IdentifiedTicket = {
  senderName: 'Bùi Văn Khải',
  senderPhone: '0900 000 142',
  senderEmail: 'khai.bv@example.com',
  senderAddress: 'Số 12 đường Lê Lợi',
  leadUnitId: 'gdtrh',
  officerId: 'ngoc',
  coordinators: ['phoi-hop'],
  complainedUnitId: 'nui-voi',
};
const conduct = { aboutConduct: true };
const matter = { aboutConduct: false };
const nobody = { senderName: '', senderPhone: ' ', senderEmail: '', senderAddress: '' };

describe('rule 21: who may have the sender shown', () => {
  it.each<[string, Actor, Partial<IdentifiedTicket>, { aboutConduct: boolean }, string | null]>([
    ['the registry clerk may', actor('a', 'vp', 'registryClerk'), {}, conduct, null],
    ['supervision may', actor('a', 'vp', 'supervisor'), {}, conduct, null],
    ['the officer in charge may', actor('ngoc', 'gdtrh', 'contactOfficer'), {}, conduct, null],
    ['the head of the lead unit may', actor('a', 'gdtrh', 'unitHead'), {}, conduct, null],
    ['a colleague of the lead unit may not', actor('a', 'gdtrh', 'contactOfficer'), {}, conduct, 'otherUnit'],
    ['the head of another unit may not', actor('a', 'khac', 'unitHead'), {}, conduct, 'otherUnit'],
    ['a unit asked to help may not', actor('a', 'phoi-hop', 'contactOfficer'), {}, conduct, 'otherUnit'],
    ['a leader may not', actor('a', null, 'leader'), {}, conduct, 'otherUnit'],
    ['a form checker may not', actor('a', 'vp', 'formatChecker'), {}, conduct, 'otherUnit'],
    ['an administrator may not', actor('a', 'vp', 'administrator'), {}, conduct, 'administrator'],
    [
      'an administrator may not, whatever else they are',
      actor('ngoc', 'gdtrh', 'administrator', 'registryClerk', 'contactOfficer'),
      {},
      conduct,
      'administrator',
    ],
    [
      'the officer of the unit complained about may not',
      actor('luc', 'nui-voi', 'contactOfficer'),
      { leadUnitId: 'nui-voi', officerId: 'luc' },
      conduct,
      'complainedUnit',
    ],
    [
      'the head of the unit complained about may not',
      actor('a', 'nui-voi', 'unitHead'),
      { leadUnitId: 'nui-voi' },
      conduct,
      'complainedUnit',
    ],
    [
      'a clerk of the unit complained about may not',
      actor('a', 'nui-voi', 'registryClerk', 'supervisor'),
      {},
      conduct,
      'complainedUnit',
    ],
    [
      'where nobody’s conduct is the matter the unit may',
      actor('luc', 'nui-voi', 'contactOfficer'),
      { leadUnitId: 'nui-voi', officerId: 'luc' },
      matter,
      null,
    ],
    [
      'nobody without a unit is of the unit complained about',
      actor('ngoc', null, 'contactOfficer'),
      { complainedUnitId: null },
      conduct,
      null,
    ],
    ['of an unknown sender nothing is shown', actor('a', 'vp', 'registryClerk'), nobody, conduct, 'nobodyKnown'],
  ])('rule 21: %s', (...[, who, change, rule, withheld]) => {
    const seen = identityOf(who, { ...ticket, ...change }, rule);
    expect(seen.withheld).toBe(withheld);
    const attempt = () => {
      requireIdentity(who, { ...ticket, ...change }, rule);
    };
    if (withheld === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(/ticket-identity-withheld/u);
  });
});

describe('rule 21: what everybody sees of a sender', () => {
  const clerk = actor('a', 'vp', 'registryClerk');
  const school = actor('luc', 'nui-voi', 'contactOfficer');

  it('rule 21: initials and the last three digits', () => {
    expect(identityOf(clerk, ticket, conduct).masked).toEqual({
      initials: 'B. V. K.',
      phone: '••• ••• 142',
      email: true,
      address: true,
    });
  });

  it('rule 21: the unit complained about sees nothing', () => {
    expect(identityOf(school, ticket, conduct).masked).toBeNull();
  });

  const words = 'Tôi là Bùi Văn Khải, ĐT 0900 000 142. Cô giáo thu 450.000 đồng. Bùi Văn Khải';

  it('rule 21: the unit complained about reads the words without who wrote', () => {
    expect(wordsFor(school, { ...ticket, words }, conduct)).toEqual({
      text: 'Tôi là [tên người], ĐT [số điện thoại]. Cô giáo thu 450.000 đồng. [tên người]',
      redacted: true,
    });
  });

  it('rule 21: others read the words as they came', () => {
    expect(wordsFor(clerk, { ...ticket, words }, conduct)).toEqual({ text: words, redacted: false });
    expect(wordsFor(school, { ...ticket, words }, matter)).toEqual({ text: words, redacted: false });
  });

  it('rule 21: whatever is known of the sender goes where nothing tells that it is one', () => {
    const text = 'Gia đình Khải, ngay 12 Lê Lợi, số cuối 000142, khai.bv';
    expect(withoutPeople(text, ticket)).toBe(
      'Gia đình [tên người], ngay [địa chỉ], số cuối [số điện thoại], [thư điện tử]',
    );
  });
});
