import { civilDate } from '../../kernel/civil-date.js';
import { personIssues, tidyPerson, type KnownPeople, type TypedPerson } from './person-facts.js';

const KNOWN: KnownPeople = {
  units: [
    { id: 'vp', name: 'Văn phòng', validTo: null },
    { id: 'cu', name: 'Phòng cũ', validTo: civilDate('2026-03-17') },
    { id: 'sap', name: 'Phòng sắp đóng', validTo: civilDate('2026-03-18') },
  ],
  today: civilDate('2026-03-18'),
  usernames: new Map([['khanhdq', 'Đỗ Quốc Khánh']]),
  codes: new Map([['tuepm', 'Phạm Minh Tuệ']]),
};

const SOUND: TypedPerson = {
  fullName: "Nguyễn Thị H'Mai",
  honorific: 'Bà',
  position: 'Chuyên viên',
  unitId: 'vp',
  username: 'maint',
  eOfficeCode: 'mai.nt',
  email: 'maint@haiphong.gov.vn',
  phone: '0225 3842 123',
};

describe('the facts of a person', () => {
  it.each([
    ['takes what is sound', {}, []],
    ['asks for no code, mail or telephone', { eOfficeCode: '', email: '', phone: '' }, []],
    ['takes a unit until its last day is over', { unitId: 'sap' }, []],
    ['takes a code that is a number, an address or a path', { eOfficeCode: 'HP\\mai@so.vn' }, []],
    ['wants a name', { fullName: '' }, ['fullName']],
    ['takes no mark-up for a name', { fullName: '<b>Mai</b>' }, ['fullName']],
    ['takes no name that is too long', { fullName: 'M'.repeat(101) }, ['fullName']],
    ['wants an honorific of the list', { honorific: 'Ngài' }, ['honorific']],
    ['wants a position', { position: '' }, ['position']],
    ['wants a unit that is known', { unitId: 'khac' }, ['unitId']],
    ['takes no unit that is closed', { unitId: 'cu' }, ['unitId']],
    ['wants a user name without marks', { username: 'mai nguyễn' }, ['username']],
    ['gives no user name twice', { username: 'khanhdq' }, ['username']],
    ['takes no code with a blank', { eOfficeCode: 'mai nt' }, ['eOfficeCode']],
    ['gives no code twice, in whatever letters', { eOfficeCode: 'TuePM' }, ['eOfficeCode']],
    ['takes no code that is too long', { eOfficeCode: 'm'.repeat(61) }, ['eOfficeCode']],
    ['wants a mail address that is one', { email: 'mai' }, ['email']],
    ['wants a telephone that is one', { phone: 'số nhà' }, ['phone']],
    ['says all at once, in the order of the form', { fullName: '', phone: 'x' }, ['fullName', 'phone']],
  ] satisfies [string, Partial<TypedPerson>, string[]][])('%s', (_rule, change, fields) => {
    expect(personIssues({ ...SOUND, ...change }, KNOWN).map(({ field }) => field)).toEqual(fields);
  });

  it('names who has the code or the user name already', () => {
    const issues = personIssues({ ...SOUND, username: 'khanhdq', eOfficeCode: 'tuepm' }, KNOWN);
    expect(issues.map(({ sentence }) => sentence).join(' ')).toMatch(/Đỗ Quốc Khánh.*Phạm Minh Tuệ/u);
  });

  it('is tidied: composed letters, single blanks, a user name in small letters', () => {
    const typed = { ...SOUND, fullName: '  Nguyễn  Thị Mai '.normalize('NFD'), username: ' MaiNT ' };
    expect(tidyPerson(typed)).toMatchObject({ fullName: 'Nguyễn Thị Mai', username: 'maint', eOfficeCode: 'mai.nt' });
  });
});
