import { identityOf } from '../../tickets/domain/identity/identity.js';
import { identityView, maskedFacts, purposeWords } from './identity-view.js';

const clerk = { id: 'a', name: 'A', unitId: 'vp', roles: ['registryClerk' as const] };
const school = { id: 'b', name: 'B', unitId: 'nui-voi', roles: ['contactOfficer' as const] };
const ticket = {
  senderName: 'Bùi Văn Khải',
  senderPhone: '0900 000 142',
  senderEmail: 'khai.bv@example.com',
  senderAddress: 'Phường Kiến An',
  leadUnitId: 'nui-voi',
  officerId: 'b',
  coordinators: [],
};
const NOBODY = { senderName: '', senderPhone: '', senderEmail: '', senderAddress: '' };

describe('rule 21: the sender on a page', () => {
  it('rule 21: initials, the end of the telephone number, and what else there is', () => {
    expect(maskedFacts(identityOf(clerk, ticket, null), false).map(({ value }) => value)).toEqual([
      'B. V. K.',
      '••• ••• 142',
      'có, được che',
      'có, được che',
    ]);
  });

  it('rule 21: not even three digits of a sender who asked for secrecy', () => {
    const words = JSON.stringify(maskedFacts(identityOf(clerk, ticket, null), true));
    expect(words).toContain('B. V. K. (đề nghị giữ bí mật họ tên)');
    expect(words).not.toMatch(/Khải|••• 142|0900 000 142|example|Kiến An/u);
  });

  it('rule 21: nothing for the unit complained about, and why', () => {
    const seen = identityOf(school, ticket, 'complainedUnit');
    expect(maskedFacts(seen, false)).toEqual([
      { label: 'Tổ chức, cá nhân phản ánh', value: 'Được giữ bí mật với đơn vị bị phản ánh' },
    ]);
    expect(identityView('t', seen, null)).toMatchObject({
      form: null,
      withheld: expect.stringContaining('đơn vị bị phản ánh') as unknown,
    });
  });

  it('says that nobody signed', () => {
    expect(maskedFacts(identityOf(clerk, { ...ticket, ...NOBODY }, null), false)).toEqual([
      { label: 'Tổ chức, cá nhân phản ánh', value: 'Không ghi tên' },
    ]);
  });

  it('asks for the purpose, and keeps what was typed when it was refused', () => {
    const refused = {
      action: '/phieu/t/danh-tinh',
      field: 'purpose',
      fields: { purpose: 'other', other: 'gọi' },
      sentence: 'Viết thêm.',
    };
    const { form } = identityView('t', identityOf(clerk, ticket, null), refused);
    expect(form).toMatchObject({ open: true, fields: [{ value: 'other' }, { value: 'gọi', error: 'Viết thêm.' }] });
  });

  it.each([
    ['a purpose of the list', purposeWords('verify', 'x'), 'Gọi xác minh nội dung phản ánh'],
    ['a purpose of one’s own', purposeWords('other', 'Trả lại giấy tờ'), 'Trả lại giấy tờ'],
  ])('%s', (_rule, words, expected) => {
    expect(words).toBe(expected);
  });
});
