import type { Actor } from '../../kernel/actor.js';
import { hidingFrom, textFor, type ConductMatter } from './secrecy.js';

const of = (unitId: string | null): Actor => ({ id: 'luc', name: 'luc', unitId, roles: ['contactOfficer'] });
const about = (complainedUnitId: string | null, aboutConduct = true): ConductMatter => ({
  complainedUnitId,
  aboutConduct,
});

describe('rule 21: from whose unit a sender is hidden', () => {
  it.each<[string, Actor, ConductMatter[], string | null]>([
    ['from the unit complained about', of('nui-voi'), [about('nui-voi')], 'complainedUnit'],
    ['from no other unit', of('gdtrh'), [about('nui-voi')], null],
    ['from nobody where conduct is not the matter', of('nui-voi'), [about('nui-voi', false)], null],
    ['from nobody without a unit', of(null), [about('nui-voi')], null],
    [
      'where another part of the letter is about the unit',
      of('nui-voi'),
      [about(null, false), about('nui-voi')],
      'complainedUnit',
    ],
  ])('rule 21: %s', (_rule, actor, matters, hiding) => {
    expect(hidingFrom(actor, matters)).toBe(hiding);
  });
});

describe('rule 21: the words about a ticket', () => {
  const sender = { senderName: 'Bùi Văn Khải', senderPhone: '0900 000 142', senderEmail: '', senderAddress: '' };
  const hidden = textFor('complainedUnit', sender);
  const elsewhere = { ownUnit: false, colleagues: ['Đoàn Văn Lực'] };
  const here = { ownUnit: true, colleagues: [] };

  it('rule 21: read as they came where nothing is hidden', () => {
    const open = textFor(null, sender);
    expect(open.redacted).toBe(false);
    expect(open.ofCitizen('Tôi là Khải')).toBe('Tôi là Khải');
    expect(open.ofStaff('Gọi ông Khải', elsewhere)).toBe('Gọi ông Khải');
  });

  it('rule 21: lose everybody where they are the citizen’s', () => {
    expect(hidden.redacted).toBe(true);
    expect(hidden.ofCitizen('Tôi là Khải, con tôi là Bảo Ngọc, cô Hoa thu 450.000 đồng')).toBe(
      'Tôi là [tên người], con tôi là [tên học sinh], cô [tên người] thu 450.000 đồng',
    );
  });

  it('rule 21: lose everybody but colleagues where another unit wrote them', () => {
    expect(hidden.ofStaff('Cán bộ đầu mối: Đoàn Văn Lực. Gọi chị Hoa, mẹ cháu Bảo Ngọc.', elsewhere)).toBe(
      'Cán bộ đầu mối: Đoàn Văn Lực. Gọi chị [tên người], mẹ cháu [tên học sinh].',
    );
  });

  it('rule 21: a sender who bears a colleague’s name is hidden all the same', () => {
    const named = textFor('complainedUnit', { ...sender, senderName: 'Đoàn Văn Lực' });
    expect(named.ofStaff('Đoàn Văn Lực gửi đơn', elsewhere)).toBe('[tên người] gửi đơn');
  });

  it('rule 21: lose the sender alone where the own unit wrote them', () => {
    expect(hidden.ofStaff('Đã mời cô Hoa; gia đình Khải, số 0900000142, vắng.', here)).toBe(
      'Đã mời cô Hoa; gia đình [tên người], số [số điện thoại], vắng.',
    );
  });
});
