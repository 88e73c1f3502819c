import type { Role } from '../../kernel/actor.js';
import { rolesWithoutCode } from '../../organisation/domain/e-office-code.js';
import { PERSON_FIELDS, type PersonField } from '../../organisation/domain/person-facts.js';
import { typedFacts } from '../../organisation/domain/directory/person-source.js';
import { isExpired, isTemporary } from '../../organisation/domain/sign-in/temporary-password.js';
import type { Fact } from '../kit/facts.js';
import type { ShortfallView } from './staff-person-page.js';
import { roleLabel } from '../kit/words/states.js';
import { moment } from '../kit/words/time.js';
import type { PersonReading } from '../organisation/organisation-reading.js';
import { adding } from './person-form.js';

/** What a role of today wants and is not there yet, with where it is entered. */
export function shortfallsOf({
  person,
  initials,
  signIn,
  lockedAfterDays,
  hasAuthority,
}: PersonReading): readonly ShortfallView[] {
  if (!person.active) return [];
  const locked = lockedAfterDays === null ? [] : [{ words: lockedWords(lockedAfterDays), step: null }];
  const lacking = rolesWithoutCode(person, initials);
  const signs = person.roles.includes('leader') && !hasAuthority;
  return [
    ...locked,
    ...(lacking.length === 0 ? [] : [{ words: codeWords(lacking), step: null }]),
    ...(signs ? [NO_AUTHORITY] : []),
    ...(signIn.byDirectory || person.passwordHash !== null ? [] : [NO_PASSWORD]),
  ];
}

const NO_AUTHORITY: ShortfallView = {
  words: 'Chưa có thẩm quyền ký nên chưa được chọn làm người ký.',
  step: { href: '/tham-quyen-ky', label: 'Ghi ở trang Thẩm quyền ký' },
};

const NO_PASSWORD: ShortfallView = { words: 'Chưa đăng nhập được: cấp mật khẩu tạm cho người này.', step: null };

function lockedWords(days: number): string {
  return `Tài khoản đã bị khóa vì quá ${String(days)} ngày không đăng nhập. Mở lại ở mục Thông tin, tài khoản.`;
}

function codeWords(lacking: readonly Role[]): string {
  const what = lacking.includes('leader')
    ? 'văn bản chưa trình ký được cho người này'
    : 'hệ thống quản lý văn bản chưa nhận ra người này khi ký nháy, đóng dấu';
  return `Chưa có mã người dùng trên hệ thống quản lý văn bản (cần cho vai trò ${lacking.map(roleLabel).join(', ')}): ${what}.`;
}

const SHOWN: readonly PersonField[] = PERSON_FIELDS.filter(
  (field) => !['fullName', 'honorific', 'position', 'unitId'].includes(field),
);

/** Account, codes and contacts, with what the directory brings of them. */
export function personFacts(reading: PersonReading): readonly Fact[] {
  const facts = typedFacts(reading.person);
  return [
    ...SHOWN.map((field) => ({
      label: adding.labels[field],
      value: `${facts[field] === '' ? 'Chưa ghi' : facts[field]}${sourceWords(reading, field)}`,
    })),
    { label: 'Đăng nhập', value: signInWords(reading) },
    ...(reading.person.directoryId === null ? [] : [{ label: 'Nguồn', value: originWords(reading) }]),
  ];
}

function sourceWords({ locked }: PersonReading, field: PersonField): string {
  return locked.includes(field) ? ' (theo thư mục)' : '';
}

function originWords({ person: { directorySeenAt }, locked }: PersonReading): string {
  const names = locked.map((field) => adding.labels[field]).join(', ');
  const at = directorySeenAt === null ? '' : `, ghi lần cuối ${moment(directorySeenAt)}`;
  return `Thư mục của cơ quan: ${names}${at}`;
}

function signInWords({ person, signIn }: PersonReading): string {
  if (!person.active) return 'Đã ngừng';
  if (signIn.byDirectory && !person.roles.includes('administrator')) return 'Bằng tài khoản của cơ quan';
  const { passwordHash, passwordUntil } = person;
  if (passwordHash === null)
    return signIn.byDirectory ? 'Bằng tài khoản của cơ quan' : 'Chưa có mật khẩu, chưa đăng nhập được';
  if (isExpired(passwordUntil, signIn.now)) return 'Mật khẩu tạm đã hết hạn; cấp lại';
  return isTemporary(passwordUntil)
    ? `Mật khẩu tạm, dùng đến ${moment(passwordUntil)}`
    : 'Mật khẩu giữ tại phần mềm này';
}
