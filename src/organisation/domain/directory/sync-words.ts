import type { Role } from '../../../kernel/actor.js';
import { ROLE_WORDS } from '../role-words.js';
import type { DisableReason, FieldChange, SyncField, SyncLine, SyncRefusal, WordedLine } from './sync-line.js';

/** What each fact of a person is called. */
export const FIELD_WORDS: Readonly<Record<SyncField, string>> = {
  username: 'tên đăng nhập',
  fullName: 'họ tên',
  honorific: 'xưng hô',
  position: 'chức vụ',
  email: 'thư điện tử',
  phone: 'điện thoại',
  eOfficeCode: 'mã trên hệ thống quản lý văn bản',
  unitId: 'đơn vị',
  directoryName: 'vị trí trong thư mục',
  directoryId: 'mã trong thư mục',
};

const DISABLED: Readonly<Record<DisableReason, string>> = {
  gone: 'không còn trong thư mục',
  disabled: 'tài khoản đã bị khóa trong thư mục',
};

const REFUSED: Readonly<Record<SyncRefusal, (about: string) => string>> = {
  nameless: () => 'thư mục không ghi tên đăng nhập hoặc họ tên',
  tooLong: (about) => `thư mục ghi một mục quá dài (“${about}”)`,
  unitUnknown: (about) => `chưa có quy tắc hoặc đơn vị cho “${about}”`,
  usernameTaken: (about) => `tên đăng nhập ${about} đã thuộc về người khác, kể cả người đã nghỉ; đổi tên trong thư mục`,
  codeTaken: (about) =>
    `mã trên hệ thống quản lý văn bản ${about} trùng với mã của người khác; mỗi mã chỉ của một người, sửa trong thư mục hoặc ở trang của người kia`,
  codeMalformed: (about) =>
    `mã trên hệ thống quản lý văn bản “${about}” có dấu cách hoặc chữ có dấu; sửa trong thư mục`,
  leftBefore: (about) => `tên đăng nhập ${about} thuộc về người đã ngừng tài khoản; đổi tên trong thư mục`,
  localAdministrator: (about) => `${about} là tài khoản quản trị tại chỗ, không nối với thư mục`,
  lastAdministrator: () => 'là quản trị hệ thống cuối cùng; giao vai trò này cho người khác rồi đồng bộ lại',
};

/** Gives each line the sentence that people read. */
export function worded(line: SyncLine): WordedLine {
  return { ...line, sentence: sentenceOf(line) };
}

/** `Văn thư, Kiểm tra thể thức` */
export function rolesInWords(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_WORDS[role]).join(', ');
}

function sentenceOf(line: SyncLine): string {
  const who = line.username === '' ? line.fullName : `${line.fullName} (${line.username})`;
  switch (line.act) {
    case 'add':
      return `Thêm ${who}: ${addedWords(line.changes)}. Chưa có vai trò nào.`;
    case 'change':
      return `Đổi ${who}: ${changeWords(line.changes)}.${lostWords(line.rolesLost)}`;
    case 'enable':
      return `Mở lại ${who}: có lại trong thư mục${line.changes.length === 0 ? '' : `; ${changeWords(line.changes)}`}.${backWords(line)}`;
    case 'disable':
      return `Ngừng ${who}: ${line.reason === 'disabled' ? DISABLED.disabled : DISABLED.gone}.`;
    case 'refuse':
      return `${line.reason === 'lastAdministrator' ? 'Chưa ngừng' : 'Không nhận'} ${who}: ${refusalWords(line)}.`;
  }
}

function addedWords(changes: readonly FieldChange[]): string {
  const shown = ['honorific', 'position', 'unitId', 'email'];
  return changes
    .flatMap(({ field, after }) => {
      if (field === 'eOfficeCode') return [`${FIELD_WORDS.eOfficeCode} ${after ?? ''}`];
      return shown.includes(field) ? [after] : [];
    })
    .join(', ');
}

function changeWords(changes: readonly FieldChange[]): string {
  return changes.map(changeWord).join('; ');
}

function changeWord({ field, before, after }: FieldChange): string {
  if (field === 'directoryId') return 'nối tài khoản đang có với thư mục';
  return `${FIELD_WORDS[field]} ${quoted(before)} → ${quoted(after)}`;
}

function lostWords(roles: readonly Role[]): string {
  return roles.length === 0 ? '' : ` Thu hồi vai trò ở đơn vị cũ: ${rolesInWords(roles)}.`;
}

function backWords({ rolesLost, rolesBack }: SyncLine): string {
  const back = rolesBack.length === 0 ? '' : ` Có lại vai trò: ${rolesInWords(rolesBack)}.`;
  return `${lostWords(rolesLost)}${back}`;
}

function refusalWords({ reason, about }: SyncLine): string {
  const words = Object.entries(REFUSED).find(([name]) => name === reason)?.[1];
  return words?.(about ?? '') ?? '';
}

function quoted(text: string | null): string {
  return text === null || text === '' ? '(trống)' : `“${text}”`;
}
