import type { DirectoryPerson } from './directory-person.js';
import { approvalNeeds, needsInWords } from './sync-approval.js';
import type { StaffMember } from './sync-line.js';
import { member, person, plan, RULES, sentences } from './sync-plan.fixture.js';
import type { SyncPlan } from './sync-plan.js';

describe('a plan with an attribute for the code in the e-office', () => {
  const WITH_CODE = { ...RULES, attributes: { ...RULES.attributes, eOfficeCode: 'employeeNumber' } };
  const withCode = (id: string, code: string): DirectoryPerson => person(id, { attributes: { employeenumber: code } });
  const planned = (staff: readonly StaffMember[], people: readonly DirectoryPerson[]): SyncPlan =>
    plan(staff, people, {}, WITH_CODE);
  const leader = (id: string, eOfficeCode: string | null): StaffMember =>
    member(id, { roles: ['leader'], eOfficeCode });

  it.each<
    [string, StaffMember | null, DirectoryPerson, { readonly sentence: string; readonly needs: readonly string[] }]
  >([
    [
      'brings the code of somebody new',
      null,
      withCode('a', ' an.tv '),
      {
        sentence:
          'Thêm Trần Văn a (u.a): Ông, Chuyên viên, Văn phòng Sở, mã trên hệ thống quản lý văn bản an.tv. Chưa có vai trò nào.',
        needs: [],
      },
    ],
    [
      'writes the first code of a signer without asking',
      leader('a', null),
      withCode('a', 'an.tv'),
      { sentence: 'Đổi Trần Văn a (u.a): mã trên hệ thống quản lý văn bản (trống) → “an.tv”.', needs: [] },
    ],
    [
      'asks before the code of a signer becomes another',
      leader('a', 'cu'),
      withCode('a', 'an.tv'),
      { sentence: 'Đổi Trần Văn a (u.a): mã trên hệ thống quản lý văn bản “cu” → “an.tv”.', needs: ['signerCode'] },
    ],
    [
      'asks before the code of a signer is taken away',
      leader('a', 'an.tv'),
      person('a'),
      { sentence: 'Đổi Trần Văn a (u.a): mã trên hệ thống quản lý văn bản “an.tv” → (trống).', needs: ['signerCode'] },
    ],
    [
      'asks before the code of somebody who initials is taken away',
      member('a', { roles: ['unitHead'], eOfficeCode: 'an.tv' }),
      withCode('a', '  '),
      { sentence: 'Đổi Trần Văn a (u.a): mã trên hệ thống quản lý văn bản “an.tv” → (trống).', needs: ['signerCode'] },
    ],
    [
      'shows the removal of the code of somebody who signs nothing',
      member('a', { eOfficeCode: 'an.tv' }),
      person('a'),
      { sentence: 'Đổi Trần Văn a (u.a): mã trên hệ thống quản lý văn bản “an.tv” → (trống).', needs: [] },
    ],
  ])('%s', (_rule, before, one, { sentence, needs }) => {
    const staff = before === null ? [] : [before];
    const made = planned(staff, [one]);
    expect(sentences(made)).toEqual([sentence]);
    expect(approvalNeeds(made, staff, 10)).toEqual(needs);
  });

  it('asks before many lose their codes, as when our account may not read the attribute', () => {
    const staff = ['a', 'b', 'c', 'd'].map((id) => member(id, { eOfficeCode: id }));
    const made = planned(
      staff,
      ['a', 'b', 'c', 'd'].map((id) => person(id)),
    );
    expect(approvalNeeds(made, staff, 10)).toEqual(['share']);
  });

  it('says why it asks', () => {
    expect(needsInWords(['signerCode'])).toBe(
      'mã trên hệ thống quản lý văn bản của người ký, người ký nháy hoặc văn thư bị bỏ hoặc bị đổi',
    );
  });

  it.each([
    ['with blanks', 'an tv'],
    ['with letters with marks', 'ấn.tv'],
  ])('refuses a code %s and says so', (_flaw, code) => {
    const made = planned([], [withCode('a', code)]);
    expect(made.lines).toMatchObject([{ act: 'refuse', reason: 'codeMalformed' }]);
    expect(sentences(made)[0]).toContain(
      `mã trên hệ thống quản lý văn bản “${code}” có dấu cách hoặc chữ có dấu; sửa trong thư mục.`,
    );
  });

  it('refuses a code that is too long', () => {
    expect(planned([], [withCode('a', 'x'.repeat(61))]).lines).toMatchObject([{ act: 'refuse', reason: 'tooLong' }]);
  });

  it.each<[string, readonly StaffMember[], readonly DirectoryPerson[], readonly string[]]>([
    ['both strangers with one code', [], [withCode('a', 'x'), withCode('b', 'X')], ['refuse id-a', 'refuse id-b']],
    [
      'a stranger with the code of somebody of ours alone',
      [member('c', { directoryId: null, eOfficeCode: 'x' })],
      [withCode('a', 'x')],
      ['refuse id-a'],
    ],
    [
      'nobody where one takes what another gives up',
      [member('a', { eOfficeCode: 'x' }), member('b', { eOfficeCode: 'y' })],
      [withCode('a', 'y'), withCode('b', 'x')],
      ['change id-a', 'change id-b'],
    ],
    [
      'the first too where the second may not give it up',
      [
        member('a', { eOfficeCode: 'x' }),
        member('b', { eOfficeCode: 'y' }),
        member('c', { directoryId: null, eOfficeCode: 'z' }),
      ],
      [withCode('a', 'y'), withCode('b', 'z')],
      ['refuse id-a', 'refuse id-b'],
    ],
    [
      'nobody where who had it leaves in the same run',
      [member('a', { eOfficeCode: 'x' })],
      [withCode('b', 'x')],
      ['add id-b', 'disable id-a'],
    ],
    [
      'who comes back to a code that another has meanwhile',
      [member('a', { eOfficeCode: 'x', active: false, leftAt: new Date(0) }), member('b', { eOfficeCode: 'x' })],
      [withCode('a', 'x'), withCode('b', 'x')],
      ['refuse id-a'],
    ],
    [
      'the newcomer where the last administrator may not be stopped and so has it still',
      [member('a', { eOfficeCode: 'x', roles: ['administrator'], administersOn: true })],
      [withCode('b', 'x')],
      ['refuse id-b', 'refuse id-a'],
    ],
  ])('refuses %s', (_rule, staff, people, acts) => {
    expect(planned(staff, people).lines.map(({ act, directoryId }) => `${act} ${directoryId}`)).toEqual(acts);
  });

  it('says whose code it is that somebody else has', () => {
    const made = planned([member('c', { directoryId: null, eOfficeCode: 'an.tv' })], [withCode('a', 'an.tv')]);
    expect(sentences(made)).toEqual([
      'Không nhận Trần Văn a (u.a): mã trên hệ thống quản lý văn bản an.tv trùng với mã của người khác; mỗi mã chỉ của một người, sửa trong thư mục hoặc ở trang của người kia.',
    ]);
  });
});
