import { approvalNeeds, needsInWords } from './sync-approval.js';
import { member, OFFICE, person, plan, RULES, SECONDARY, sentences } from './sync-plan.fixture.js';
import { planHash, type SyncPlan } from './sync-plan.js';

describe('a plan', () => {
  it('leaves alone who is as the directory says', () => {
    expect(plan([member('a')], [person('a')])).toEqual({ lines: [], untouched: 1 });
  });

  it('rule 63: adds who is new, without a role, and shows what nobody said', () => {
    const made = plan([], [person('b', { attributes: { cn: 'Lê  Thị Hoà', mail: 'hoa@sgddt.example' } })]);
    expect(made.lines[0]).toMatchObject({
      act: 'add',
      rolesBack: [],
      facts: { username: 'u.b', honorific: 'Bà', unitId: 'u-vp' },
    });
    expect(sentences(made)).toEqual([
      'Thêm Lê Thị Hoà (u.b): Bà, Chuyên viên, Văn phòng Sở, hoa@sgddt.example. Chưa có vai trò nào.',
    ]);
  });

  it('keeps the person through another name, another user name and a letter written in two ways', () => {
    const renamed = person('a', { attributes: { cn: 'Trần Văn a'.normalize('NFD'), uid: 'A.Moi' } });
    expect(sentences(plan([member('a')], [renamed]))).toEqual(['Đổi Trần Văn a (u.a): tên đăng nhập “u.a” → “a.moi”.']);
  });

  it('rule 63: ends the roles of the old unit with the move, and keeps them through a move within the unit', () => {
    const clerk = member('a', { roles: ['registryClerk', 'administrator'] });
    const moved = plan([clerk], [person('a', { ou: SECONDARY })]);
    expect(moved.lines[0]).toMatchObject({ act: 'change', staffId: 's-a', rolesLost: ['registryClerk'] });
    expect(sentences(moved)[0]).toContain(
      'đơn vị “Văn phòng Sở” → “Phòng Giáo dục Trung học”; vị trí trong thư mục “uid=u.a,ou=Van phong,dc=sgddt” → “uid=u.a,ou=Trung hoc,dc=sgddt”. Thu hồi vai trò ở đơn vị cũ: Văn thư.',
    );
    expect(plan([clerk], [person('a', { ou: `ou=To mot,${OFFICE}` })]).lines[0]).toMatchObject({
      act: 'change',
      rolesLost: [],
    });
  });

  it('keeps every fact that no attribute is configured for, and what the directory leaves out', () => {
    const ours = {
      email: 'a@so.example',
      position: 'Văn thư',
      phone: '0225',
      honorific: 'Bà',
      eOfficeCode: 'an',
    } as const;
    const bare = { ...RULES, attributes: { username: 'uid', fullName: 'cn' } };
    const said = { title: 'Khác', mail: 'khac@so.example', telephonenumber: '1', employeenumber: '9', gender: 'nam' };
    expect(plan([member('a', ours)], [person('a', { attributes: said })], {}, bare).lines).toEqual([]);
    const whole = { ...RULES.attributes, honorific: 'gender', eOfficeCode: 'employeeNumber' };
    const empty = { title: '', mail: '', employeenumber: 'an' };
    const emptied = plan(
      [member('a', ours)],
      [person('a', { attributes: empty })],
      {},
      { ...RULES, attributes: whole },
    );
    expect(emptied.lines).toEqual([]);
  });

  it('binds an account of ours and keeps what was written by hand where no attribute is configured', () => {
    const ours = { eOfficeCode: 'an', email: 'a@so.example', phone: '0225', honorific: 'Bà' as const };
    const made = plan([member('a', { ...ours, directoryId: null, directoryName: null })], [person('a')]);
    expect(made.lines).toMatchObject([{ act: 'change', facts: ours }]);
  });

  it('rule 63: stops who is gone or switched off, and says why', () => {
    const made = plan([member('a'), member('b')], [person('b', { isDisabled: true })]);
    expect(sentences(made)).toEqual([
      'Ngừng Trần Văn b (u.b): tài khoản đã bị khóa trong thư mục.',
      'Ngừng Trần Văn a (u.a): không còn trong thư mục.',
    ]);
  });

  it('takes nobody for gone from changes alone, but who was deleted', () => {
    const staff = [member('a'), member('b')];
    expect(plan(staff, [], { complete: false }).lines).toEqual([]);
    const named = plan(staff, [], { complete: false, deleted: ['id-b', 'id-unknown'] });
    expect(named.lines.map(({ act, staffId }) => [act, staffId])).toEqual([['disable', 's-b']]);
  });

  it('opens an account again that a run ended, and none that was stopped by hand', () => {
    const left = { active: false, roles: ['contactOfficer' as const] };
    const back = plan([member('a', { ...left, leftAt: new Date(0) })], [person('a')]);
    expect(back.lines[0]).toMatchObject({ act: 'enable', rolesBack: ['contactOfficer'] });
    expect(sentences(back)[0]).toContain('Có lại vai trò: Cán bộ đầu mối.');
    expect(plan([member('a', left)], [person('a')]).lines).toEqual([]);
  });

  it('leaves accounts alone that never came from the directory', () => {
    expect(plan([member('a', { directoryId: null }), member('b')], [person('b')]).lines).toEqual([]);
  });

  it('passes over a stranger who is switched off', () => {
    expect(plan([], [person('a', { isDisabled: true })]).lines).toEqual([]);
  });

  it('stops no administrator where none would be left, and says so', () => {
    const administrator = { roles: ['administrator' as const], administersOn: true };
    const both = [member('a', administrator), member('b', administrator)];
    const made = plan(both, [person('a', { isDisabled: true }), person('c')]);
    expect(made.lines.map(({ act, staffId, reason }) => [act, staffId, reason])).toEqual([
      ['refuse', 's-a', 'lastAdministrator'],
      ['add', null, null],
      ['refuse', 's-b', 'lastAdministrator'],
    ]);
    expect(sentences(made)[0]).toMatch(/^Chưa ngừng Trần Văn a \(u\.a\): là quản trị hệ thống cuối cùng/u);
    expect(plan(both, [person('a', { isDisabled: true }), person('b')]).lines).toMatchObject([{ act: 'disable' }]);
    const until = member('b', { ...administrator, administersOn: false });
    expect(plan([member('a', administrator), until], [person('b')]).lines).toMatchObject([{ act: 'refuse' }]);
  });

  it('binds an account of ours by its user name once', () => {
    const staff = [member('a', { directoryId: null, directoryName: null })];
    const made = plan(staff, [person('a')]);
    expect(made.lines[0]).toMatchObject({ act: 'change', staffId: 's-a' });
    expect(sentences(made)).toEqual(['Đổi Trần Văn a (u.a): nối tài khoản đang có với thư mục.']);
    expect(approvalNeeds(made, staff, 10)).toEqual(['binding']);
  });

  it.each([
    ['a local administrator', { roles: ['administrator' as const], hasPassword: true }, 'localAdministrator'],
    ['who has left', { active: false }, 'leftBefore'],
  ])('binds the directory to no account of %s', (_who, more, reason) => {
    const made = plan([member('a', { directoryId: null, ...more })], [person('a')]);
    expect(made.lines).toMatchObject([{ act: 'refuse', reason, facts: null }]);
  });

  it.each([
    ['no unit that the rules know', person('a', { ou: 'ou=Khac,dc=sgddt' }), 'unitUnknown', 'uid=u.a,ou=Khac,dc=sgddt'],
    ['no name', person('a', { attributes: { cn: ' ' } }), 'nameless', 'uid=u.a,ou=Van phong,dc=sgddt'],
    ['too long a user name', person('a', { attributes: { uid: 'x'.repeat(61) } }), 'tooLong', `${'x'.repeat(30)}…`],
  ])('refuses a person with %s', (_flaw, one, reason, about) => {
    expect(plan([], [one]).lines).toMatchObject([{ act: 'refuse', reason, about, facts: null }]);
    const [line] = plan([member('a', { roles: ['leader'] })], [one]).lines;
    expect(line).toMatchObject({ act: 'refuse', staffId: 's-a', rolesLost: [] });
  });

  describe('with user names that meet', () => {
    const taken = (made: SyncPlan) => made.lines.map(({ act, directoryId }) => `${act} ${directoryId}`);

    it('refuses both strangers who would have the same', () => {
      const twins = [person('a', { attributes: { uid: 'an' } }), person('b', { attributes: { uid: 'AN' } })];
      expect(taken(plan([], twins))).toEqual(['refuse id-a', 'refuse id-b']);
    });

    it('refuses a stranger with that of somebody who left, who keeps it', () => {
      const made = plan(
        [member('a', { active: false, leftAt: new Date(0) })],
        [person('b', { attributes: { uid: 'u.a' } })],
      );
      expect(sentences(made)[0]).toContain('tên đăng nhập u.a đã thuộc về người khác, kể cả người đã nghỉ');
    });

    it('lets one take what another gives up in the same run', () => {
      const people = [person('a', { attributes: { uid: 'u.b' } }), person('b', { attributes: { uid: 'u.c' } })];
      expect(taken(plan([member('a'), member('b')], people))).toEqual(['change id-a', 'change id-b']);
    });

    it('and refuses the first again when the second may not give it up', () => {
      const people = [person('a', { attributes: { uid: 'u.b' } }), person('b', { attributes: { uid: 'u.c' } })];
      const staff = [member('a'), member('b'), member('c', { directoryId: null })];
      expect(taken(plan(staff, people))).toEqual(['refuse id-a', 'refuse id-b']);
    });
  });
});

describe('a plan needs a person’s word', () => {
  const staff = Array.from({ length: 40 }, (_one, index) => member(String(index), { roles: ['contactOfficer'] }));
  const people = staff.map(({ id }) => person(id.slice(2)));

  it.each([
    ['four of forty who are gone are within the share', 4, []],
    ['five are not', 5, ['share']],
    ['nor is everybody', 40, ['share']],
  ])('%s', (_rule, gone, needs) => {
    expect(approvalNeeds(plan(staff, people.slice(gone)), staff, RULES.sharePercent)).toEqual(needs);
  });

  it('counts who would lose roles by a move like who would be stopped', () => {
    const moved = staff.slice(0, 5).map(({ id }) => person(id.slice(2), { ou: SECONDARY }));
    expect(approvalNeeds(plan(staff, [...moved, ...people.slice(5)]), staff, 10)).toEqual(['share']);
  });

  it('never asks for two people in a small agency', () => {
    const few = staff.slice(0, 4);
    expect(approvalNeeds(plan(few, people.slice(2, 4)), few, 10)).toEqual([]);
  });

  it('when somebody comes back to roles, and says so', () => {
    const away = member('a', { active: false, leftAt: new Date(0), roles: ['leader'] });
    const needs = approvalNeeds(plan([away], [person('a')]), [away], 10);
    expect(needsInWords(needs)).toBe('có người được mở lại cùng vai trò cũ');
  });
});

describe('the mark of a plan', () => {
  it('is equal for the same effects in another order and with other refusals', () => {
    const unknown = person('x', { ou: 'ou=Khac' });
    const [one, other] = [plan([], [person('a'), person('b')]), plan([], [unknown, person('b'), person('a')])];
    expect(planHash(one)).toBe(planHash(other));
  });

  it('differs as soon as an effect does', () => {
    const marks = [[person('a')], [person('a', { ou: SECONDARY })], [person('a'), person('b')], []].map((people) =>
      planHash(plan([], people)),
    );
    expect(new Set(marks).size).toBe(4);
  });
});
