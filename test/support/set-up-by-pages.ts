import { DECIDING_OFFICES } from '../../src/delegation/domain/decision-authority.js';
import type { Role } from '../../src/kernel/actor.js';
import type { UnitFunction, UnitKind } from '../../src/organisation/domain/functions.js';
import type { AtThePages, FormFields } from './at-the-pages.js';
import { textOf } from './web-visitor.js';

export interface UnitToEnter {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Code of the unit above. */
  readonly under?: string;
  readonly functions?: readonly UnitFunction[];
}

export interface PersonToEnter {
  readonly username: string;
  readonly fullName: string;
  readonly honorific: 'Ông' | 'Bà';
  readonly position: string;
  /** Code of the unit. */
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly eOfficeCode?: string;
  /** Signs every kind of document, as the head or in the head's place. */
  readonly signs?: 'head' | 'KT';
}

/** What a new installation enters before its first ticket. */
export interface Department {
  readonly units: readonly UnitToEnter[];
  readonly people: readonly PersonToEnter[];
}

/** What became of it: ids by code and by user name, and the password that each person first signs in with. */
export interface EnteredDepartment {
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly passwords: ReadonlyMap<string, string>;
}

/** A small department with somebody for each part of the way of a letter. */
export const SMALL_DEPARTMENT: Department = {
  units: [
    { code: 'LD', name: 'Lãnh đạo Sở', kind: 'leadership', functions: ['leader'] },
    {
      code: 'VP',
      name: 'Văn phòng Sở',
      kind: 'office',
      under: 'LD',
      functions: ['registry', 'office', 'contact', 'formatChecker'],
    },
    { code: 'TTr', name: 'Thanh tra Sở', kind: 'inspectorate', under: 'LD', functions: ['supervision'] },
    { code: 'GDTrH', name: 'Phòng Giáo dục Trung học', kind: 'division', under: 'LD' },
  ],
  people: [
    {
      ...{ username: 'khanhdq', fullName: 'Đỗ Quốc Khánh', honorific: 'Ông', position: 'Phó Giám đốc', unit: 'LD' },
      ...{ roles: ['leader'], eOfficeCode: 'khanh.dq', signs: 'KT' },
    },
    {
      ...{ username: 'tuepm', fullName: 'Phạm Minh Tuệ', honorific: 'Ông', position: 'Văn thư', unit: 'VP' },
      ...{ roles: ['registryClerk', 'formatChecker'], eOfficeCode: 'tue.pm' },
    },
    {
      ...{ username: 'nguyethtm', fullName: 'Hoàng Thị Minh Nguyệt', honorific: 'Bà', position: 'Thanh tra viên' },
      ...{ unit: 'TTr', roles: ['supervisor'] },
    },
    {
      ...{ username: 'thangvd', fullName: 'Vũ Đức Thắng', honorific: 'Ông', position: 'Trưởng phòng', unit: 'GDTrH' },
      ...{ roles: ['unitHead'], eOfficeCode: 'thang.vd' },
    },
    {
      ...{ username: 'ngocnth', fullName: 'Nguyễn Thị Hồng Ngọc', honorific: 'Bà', position: 'Chuyên viên' },
      ...{ unit: 'GDTrH', roles: ['contactOfficer'] },
    },
  ],
};

/**
 * Enters a department by the forms of the pages, as its administrator would: units, what they have charge of, people with their roles, codes and
 * first passwords, who signs, how contact officers are reached.
 *
 * @param admin signed in as an administrator
 * @param day today, `2026-03-18`
 */
export async function setUpByPages(
  admin: AtThePages,
  { units, people }: Department,
  day: string,
): Promise<EnteredDepartment> {
  const entered = {
    units: await knownUnits(admin),
    people: new Map<string, string>(),
    passwords: new Map<string, string>(),
  };
  for (const unit of units) await enterUnit(admin, unit, { ids: entered.units, day });
  for (const person of people) {
    const id = await enterPerson(admin, person, entered.units);
    entered.people.set(person.username, id);
    for (const role of person.roles) await giveRole(admin, id, role, day);
    entered.passwords.set(person.username, await issuePassword(admin, id));
  }
  for (const person of people) {
    const [id, unitId] = [entered.people.get(person.username) ?? '', entered.units.get(person.unit) ?? ''];
    if (person.signs !== undefined) await enterAuthority(admin, id, person.signs, day);
    if (person.roles.includes('contactOfficer')) await enterContact(admin, { id, unitId, username: person.username });
  }
  await authoriseOffices(admin, day);
  return entered;
}

/** The temporary password is given up for one of the person's own. */
export async function chooseOwnPassword(person: AtThePages, temporary: string, own: string): Promise<void> {
  await person.open('/tai-khoan/mat-khau');
  const typed = { password: temporary, newPassword: own, newPasswordAgain: own };
  await done(person, '/tai-khoan/mat-khau', typed, 'Đã đổi mật khẩu');
}

export async function enterPerson(
  admin: AtThePages,
  { username, fullName, honorific, position, unit, eOfficeCode = '' }: PersonToEnter,
  units: ReadonlyMap<string, string>,
): Promise<string> {
  await admin.open('/to-chuc/nguoi');
  const facts = { username, fullName, honorific, position, unitId: units.get(unit) ?? '', eOfficeCode };
  return lastPartOf(await done(admin, '/to-chuc/nguoi', facts, `Đã thêm ${fullName}`));
}

export async function giveRole(admin: AtThePages, id: string, role: Role, day: string): Promise<void> {
  await admin.open(`/to-chuc/nguoi/${id}`);
  await done(admin, `/to-chuc/nguoi/${id}/vai-tro`, { role, from: day }, 'Đã giao vai trò');
}

/** @returns the password that is shown once */
export async function issuePassword(admin: AtThePages, id: string): Promise<string> {
  await admin.open(`/to-chuc/nguoi/${id}`);
  const { html } = await admin.send(`/to-chuc/nguoi/${id}/mat-khau-tam`);
  // An id would look like one, were it not for the quotes around.
  const [, password] = /value="([a-z2-9]{4}(?:-[a-z2-9]{4}){3})"/u.exec(html) ?? [];
  if (password === undefined) throw new Error(`No password is shown: ${textOf(html)}`);
  return password;
}

/** Who may sign every kind of document from a day on. */
export async function enterAuthority(
  admin: AtThePages,
  personId: string,
  form: 'head' | 'KT',
  day: string,
): Promise<void> {
  await admin.open('/tham-quyen-ky');
  const field = form === 'KT' ? 'Giáo dục trung học; phản ánh qua Tổng đài 1022' : '';
  const line = { personId, form, field, validFrom: day, basis: '02/QĐ-SGDĐT', basisDate: day };
  await done(admin, '/tham-quyen-ky', line, 'Đã lưu thẩm quyền ký');
}

/** The work regulation lets each office decide what is in its hands: a line for each matter. */
async function authoriseOffices(admin: AtThePages, day: string): Promise<void> {
  const path = '/tham-quyen-quyet-dinh';
  for (const [holder, matters] of Object.entries(DECIDING_OFFICES))
    for (const matter of matters) {
      await admin.open(path);
      const line = { holder, matters: matter, validFrom: day, basis: '03/QĐ-SGDĐT', basisDate: day };
      await done(admin, path, line, 'Đã lưu thẩm quyền quyết định');
    }
}

async function enterUnit(
  admin: AtThePages,
  { code, name, kind, under = '', functions = [] }: UnitToEnter,
  { ids, day }: { readonly ids: Map<string, string>; readonly day: string },
): Promise<void> {
  if (!ids.has(code)) {
    await admin.open('/to-chuc');
    const facts = { code, name, symbol: code, kind, parentId: ids.get(under) ?? '', validFrom: day };
    ids.set(code, lastPartOf(await done(admin, '/to-chuc', facts, `Đã thêm ${name}`)));
  }
  const path = `/to-chuc/${ids.get(code) ?? ''}`;
  for (const unitFunction of functions) {
    await admin.open(path);
    await done(admin, `${path}/nhiem-vu`, { unitFunction, from: day }, 'Đã giao nhiệm vụ');
  }
}

/** How a contact officer is reached. */
async function enterContact(
  admin: AtThePages,
  { id, unitId, username }: { readonly id: string; readonly unitId: string; readonly username: string },
): Promise<void> {
  const path = `/can-bo-dau-moi/don-vi/${unitId}`;
  await admin.open(path);
  const contact = { phone: '0225 3000 101', email: `${username}@hoi-am.example` };
  await done(admin, `${path}/lien-he/${id}`, contact, 'Đã lưu');
}

/** Units that are there already, by code: the first administrator's office. */
async function knownUnits(admin: AtThePages): Promise<Map<string, string>> {
  const html = await admin.open('/to-chuc');
  const rows = html.matchAll(/<a href="\/to-chuc\/([0-9a-f-]{36})">[^<]*<\/a><small>[^<]*mã ([^\s<]+)/gu);
  return new Map([...rows].map(([, id = '', code = '']) => [code, id]));
}

/** @returns the address to which the form led @throws Error with what the page says when it does not say that it is done */
async function done(at: AtThePages, action: string, fields: FormFields, words: string): Promise<string> {
  const { path, html } = await at.send(action, fields);
  const said = textOf(html);
  if (!said.includes(words)) throw new Error(`${action} was not done: ${said}`);
  return path;
}

function lastPartOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
