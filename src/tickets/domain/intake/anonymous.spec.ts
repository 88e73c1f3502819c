import { POLICY_SETS, type AnonymityRule, type Category } from '../../../law/index.js';
import { anonymousOutcome, isAnonymous, senderLacks, type SenderGiven } from './anonymous.js';

const known: SenderGiven = { name: 'Bùi Văn Khải', phone: '0900 000 142' };

describe('what is known of a sender', () => {
  it.each<[string, SenderGiven, string[]]>([
    ['name and phone are enough', known, []],
    ['name and e-mail are enough', { name: 'Y Moan', email: 'y.moan@example.com' }, []],
    ['a name of one word is a name', { name: 'Páo', phone: '0225 3 842 111' }, []],
    ['a name of two letters is a name', { name: 'Vì', phone: '0900000142' }, []],
    ['an ethnic name of single letters is a name', { name: 'Y A', phone: '0900000142' }, []],
    ['nothing given', {}, ['name', 'contact']],
    ['empty lines', { name: ' ', phone: '', email: '' }, ['name', 'contact']],
    ['null lines', { name: null, phone: null, email: null }, ['name', 'contact']],
    ['no name', { phone: '0900000142' }, ['name']],
    ['"Ẩn danh" is no name', { ...known, name: 'Ẩn danh' }, ['name']],
    ['"GIẤU TÊN" is no name', { ...known, name: 'GIẤU TÊN' }, ['name']],
    ['"Nặc danh" written in NFD is no name', { ...known, name: 'Nặc danh'.normalize('NFD') }, ['name']],
    ['"Phụ huynh" names nobody', { ...known, name: 'Phụ huynh' }, ['name']],
    ['marks alone are no name', { ...known, name: '***' }, ['name']],
    ['no contact', { name: 'Bùi Văn Khải' }, ['contact']],
    ['a phone of six digits reaches nobody', { name: 'Bùi Văn Khải', phone: '123 456' }, ['contact']],
    ['words instead of a phone reach nobody', { name: 'Bùi Văn Khải', phone: 'không có' }, ['contact']],
    ['an e-mail without @ reaches nobody', { name: 'Bùi Văn Khải', email: 'khai.example.com' }, ['contact']],
  ])('%s', (_rule, sender, expected) => {
    expect(senderLacks(sender)).toEqual(expected);
    expect(isAnonymous(sender)).toBe(expected.length > 0);
  });
});

describe('rule 2: a missing name, phone or content follows the policy on anonymous feedback', () => {
  const [policy] = POLICY_SETS;
  if (policy === undefined) throw new Error('The app starts with a policy.');
  const withRule = (anonymous: AnonymityRule) => ({
    categories: { ...policy.categories, fees: { ...policy.categories.fees, anonymous } },
  });

  it.each<[string, AnonymityRule, SenderGiven, string]>([
    ['an unknown sender is rejected where the policy says so', 'reject', {}, 'reject'],
    ['an unknown sender is heard without reply', 'acceptWithoutReply', {}, 'acceptWithoutReply'],
    ['an unknown sender is accepted', 'accept', {}, 'accept'],
    ['a known sender is accepted under reject', 'reject', known, 'accept'],
    ['a known sender is answered under acceptWithoutReply', 'acceptWithoutReply', known, 'accept'],
    ['a known sender is accepted under accept', 'accept', known, 'accept'],
  ])('rule 2: %s', (_rule, anonymous, sender, expected) => {
    expect(anonymousOutcome(withRule(anonymous), 'fees', sender)).toBe(expected);
  });

  it.each<[Category, string]>([
    ['schoolSafety', 'accept'],
    ['boardingMeals', 'accept'],
    ['procedures', 'reject'],
  ])('rule 2: proposed for %s: %s', (category, expected) => {
    expect(anonymousOutcome(policy, category, {})).toBe(expected);
  });
});
