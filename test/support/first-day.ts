import type { Page } from 'playwright-core';
import { UNIT_KIND_WORDS } from '../../src/organisation/domain/functions.js';
import { dutyLabel } from '../../src/web/organisation/organisation-words.js';
import { roleLabel } from '../../src/web/kit/words/states.js';
import {
  DECIDED_MATTER_WORDS,
  DECIDING_OFFICE_WORDS,
  DECIDING_OFFICES,
  type DecidingOffice,
} from '../../src/delegation/domain/decision-authority.js';
import { DEPARTMENT, E_OFFICE_LEADER, type Installation } from './installation.js';
import { fillIn, type InstallationPeople } from './installation-people.js';
import { SMALL_DEPARTMENT, type Department, type PersonToEnter, type UnitToEnter } from './set-up-by-pages.js';

export const ADMINISTRATORS = [
  { username: 'quantri', name: 'Đinh Hải Long', password: 'Chim bay qua biển 26' },
  { username: 'quantri2', name: 'Lương Thùy Dương', password: 'Sóng vỗ bờ cát trắng 9' },
] as const;

const OWN_PASSWORD = 'Hàng phượng đỏ tháng năm 7';
const FIRST = 'quantri';

/** The first day of an installation, in the order of the handbook (docs/operations/production.md): each step is a command, or a page and what is filled in. */
export class FirstDay {
  /** Where each unit stands, by its code. */
  readonly units = new Map<string, string>();
  private readonly passwords = new Map<string, string>();
  private readonly department: Department = SMALL_DEPARTMENT;

  constructor(
    private readonly installation: Installation,
    private readonly people: InstallationPeople,
  ) {}

  /** The database and two administrators, from the console. @returns what did not end well */
  async beginAtTheConsole(): Promise<readonly string[]> {
    const said = [await this.installation.command(['migrate'])];
    for (const { username, name, password } of ADMINISTRATORS)
      said.push(await this.installation.command(['account', 'add', username, '--name', name], `${password}\n`));
    return said.filter(({ status }) => status !== 0).map((one) => one.said);
  }

  /** Both administrators, each with a password and an authenticator. */
  async letAdministratorsIn(): Promise<void> {
    for (const { username, password } of ADMINISTRATORS) {
      const page = await this.people.signIn(username, password);
      await this.people.bindAuthenticator(page);
      await page.getByRole('heading', { level: 1, name: 'Mã dự phòng' }).waitFor();
    }
  }

  async enterUnits(): Promise<void> {
    const page = await this.people.at(FIRST, '/to-chuc');
    const office = page.getByRole('link', { name: 'Văn phòng', exact: true });
    this.units.set('VP', (await office.first().getAttribute('href')) ?? '');
    for (const unit of this.department.units) await this.enterUnit(page, unit);
  }

  private async enterUnit(page: Page, { code, name, kind, under, functions = [] }: UnitToEnter): Promise<void> {
    const above = this.department.units.find((one) => one.code === under)?.name ?? 'Không có (đứng đầu)';
    const known = this.units.get(code);
    if (known === undefined) {
      await this.people.at(FIRST, '/to-chuc');
      await this.people.act(page, {
        ...{ under: 'Thêm đơn vị…', press: 'Thêm đơn vị', says: `Đã thêm ${name}` },
        answers: {
          ...{ Mã: code, 'Tên đơn vị': name, 'Ký hiệu trong số văn bản': code },
          ...{ Loại: UNIT_KIND_WORDS[kind], 'Đơn vị cấp trên': above },
        },
      });
      this.units.set(code, new URL(page.url()).pathname);
    } else {
      await this.people.at(FIRST, known);
      await this.people.act(page, {
        ...{ under: 'Đổi loại, đơn vị cấp trên…', press: 'Lưu loại, đơn vị cấp trên', says: above },
        answers: { 'Đơn vị cấp trên': above },
      });
    }
    for (const duty of functions)
      await this.people.act(page, {
        ...{ under: 'Giao nhiệm vụ…', press: 'Giao nhiệm vụ', says: 'Đã giao nhiệm vụ' },
        answers: { 'Nhiệm vụ': dutyLabel(duty) },
      });
  }

  async enterPeople(): Promise<void> {
    for (const person of this.department.people) await this.enterPerson(person);
  }

  private async enterPerson(person: PersonToEnter): Promise<void> {
    const { username, fullName, honorific, position, unit, eOfficeCode = '' } = person;
    const page = await this.people.at(FIRST, this.units.get(unit));
    await page.getByRole('link', { name: 'Thêm người', exact: true }).click();
    await this.people.act(page, {
      ...{ under: 'Thêm người…', press: 'Thêm người', says: `Đã thêm ${fullName}` },
      answers: {
        ...{ 'Họ và tên': fullName, [honorific]: true, 'Chức vụ': position },
        ...{ 'Tên tài khoản': username, 'Mã người dùng trên hệ thống quản lý văn bản': eOfficeCode },
      },
    });
    await this.giveRoles(page, person);
    await this.people.act(page, {
      ...{ under: 'Cấp mật khẩu tạm…', press: 'Cấp mật khẩu tạm', says: 'Phải đặt mật khẩu của riêng mình' },
      answers: {},
    });
    this.passwords.set(username, await page.getByLabel('Mật khẩu tạm', { exact: true }).inputValue());
  }

  /** People as the directory has them, each at a preview first; only their roles are given here. */
  async bringPeople(): Promise<void> {
    const page = await this.people.at(FIRST, '/dong-bo-nhan-su');
    await this.people.press(page, 'Xem trước toàn bộ');
    const words = `Áp dụng cho ${String(this.department.people.length)} người`;
    await this.people.until(page, words);
    await page.getByRole('button', { name: words }).first().click();
    await this.people.press(page.getByRole('dialog'), words);
    await this.people.until(page, 'Đã áp dụng');
    for (const person of this.department.people) {
      await this.people.at(FIRST, `/to-chuc/nguoi?tim=${person.username}`);
      await page.getByRole('link', { name: person.fullName }).click();
      await page.getByRole('heading', { level: 1, name: person.fullName }).waitFor();
      await this.giveRoles(page, person);
    }
  }

  private async giveRoles(page: Page, { roles }: PersonToEnter): Promise<void> {
    for (const role of roles)
      await this.people.act(page, {
        ...{ under: 'Giao vai trò…', press: 'Giao vai trò', says: 'Đã giao vai trò' },
        answers: { 'Vai trò': roleLabel(role) },
      });
  }

  /** Enters the signers' authority, by the decision of the head. */
  async giveAuthority(): Promise<void> {
    const today = todayHere();
    for (const { fullName, position, signs } of this.department.people) {
      if (signs === undefined) continue;
      await this.people.act(await this.people.at(FIRST, '/tham-quyen-ky'), {
        ...{ under: 'Thêm thẩm quyền ký…', press: 'Lưu thẩm quyền ký', says: 'Đã lưu thẩm quyền ký' },
        answers: {
          'Người ký': `${fullName}, ${position}`,
          'Hình thức ký': 'Ký thay (KT.): cấp phó ký thay cấp trưởng',
          'Lĩnh vực, nội dung được giao': 'Giáo dục trung học; phản ánh qua Tổng đài 1022',
          ...{ 'Từ ngày': today, 'Số, ký hiệu văn bản giao ký': '02/QĐ-SGDĐT', 'Ngày của văn bản giao ký': today },
        },
      });
    }
    await this.authoriseOffices(today);
  }

  /** Enters which office decides what, by the work regulation. */
  private async authoriseOffices(today: string): Promise<void> {
    for (const [office, matters] of Object.entries(DECIDING_OFFICES))
      await this.people.act(await this.people.at(FIRST, '/tham-quyen-quyet-dinh'), {
        ...{ under: 'Thêm thẩm quyền quyết định…', press: 'Lưu thẩm quyền quyết định' },
        says: 'Đã lưu thẩm quyền quyết định',
        answers: {
          'Giao cho': `Bộ phận: ${DECIDING_OFFICE_WORDS[office as DecidingOffice]}`,
          ...Object.fromEntries(matters.map((matter) => [DECIDED_MATTER_WORDS[matter], true as const])),
          ...{ 'Từ ngày': today, 'Số, ký hiệu văn bản giao': '03/QĐ-SGDĐT', 'Ngày của văn bản giao': today },
        },
      });
  }

  /** Whose certificates sign and seal: one administrator proposes, another compares and confirms. */
  async bindCertificates(): Promise<void> {
    const { leader, agency } = await this.installation.certificates();
    const { name: signer, position } = E_OFFICE_LEADER;
    const [first, second] = ADMINISTRATORS;
    for (const [name, whose, buffer] of [
      [signer, `Người ký: ${signer}, ${position}`, leader],
      [DEPARTMENT, `Cơ quan: ${DEPARTMENT}`, agency],
    ] as const) {
      const page = await this.people.at(first.username, '/kho-tin-cay/them');
      await fillIn(page, { 'Chứng thư của ai': whose });
      const file = { name: 'chung-thu.cer', mimeType: 'application/pkix-cert', buffer };
      await page.getByLabel('Tệp chứng thư').setInputFiles(file);
      await this.people.press(page, 'Xem chứng thư');
      await fillIn(page, { 'Căn cứ': 'Đã so giá trị băm với giấy chứng nhận của tổ chức chứng thực.' });
      await this.people.press(page, 'Đề nghị thêm vào danh sách tin cậy');
      const other = await this.people.at(second.username, '/kho-tin-cay');
      await other.getByRole('link', { name: `Thêm vào kho: ${name}` }).click();
      await this.people.press(other, 'Xác nhận đề nghị');
      await other.getByText('thay đổi có hiệu lực từ bây giờ').waitFor();
    }
  }

  /** How contact officers are reached. */
  async enterContacts(): Promise<void> {
    for (const { roles, unit } of this.department.people) {
      if (!roles.includes('contactOfficer')) continue;
      const path = (this.units.get(unit) ?? '').replace('/to-chuc/', '/can-bo-dau-moi/don-vi/');
      await this.people.act(await this.people.at(FIRST, path), {
        ...{ under: 'Sửa thông tin liên hệ…', press: 'Lưu thông tin liên hệ', says: 'Đã lưu' },
        answers: { 'Điện thoại công vụ': '0225 3000 101', 'Hộp thư công vụ': 'daumoi.gdtrh@hoi-am.example' },
      });
    }
  }

  /** Everybody by the password that was shown once, then by one of their own. */
  async letEverybodyIn(): Promise<void> {
    for (const [username, password] of this.passwords) {
      const page = await this.people.signInFirst(username, password, OWN_PASSWORD);
      await page.locator('.ha-me').waitFor();
    }
  }

  /** Everybody by the account of the office. @param passwordOf what the directory knows them by */
  async letEverybodyInByDirectory(passwordOf: (username: string) => string): Promise<void> {
    for (const { username } of this.department.people) {
      const page = await this.people.signIn(username, passwordOf(username));
      await page.locator('.ha-me').waitFor();
    }
  }

  /** What the pages say is still missing of anybody. */
  async shortfalls(): Promise<readonly string[]> {
    const page = await this.people.at(FIRST, '/to-chuc/nguoi?loc=thieu-ma');
    const found = [await page.locator('section[aria-label="Danh sách người"]').innerText()];
    return found.filter((words) => !words.includes('Không ai thiếu mã trên hệ thống quản lý văn bản'));
  }
}

/** Today in Vietnam, as a field of a day takes it. */
function todayHere(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
