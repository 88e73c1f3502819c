import { civilDateOf, DAY_MS } from '../../kernel/civil-date.js';
import type { AccountFacts } from './safety-facts.js';
import { bad, good, judgedBy, weak, type Rule, type SafetyCheck } from './safety-rule.js';

const MAX_IDLE_MINUTES = 60;
const MAX_ADMINISTRATORS = 4;
/** Longer than a school holiday. */
export const UNUSED_DAYS = 90;
const SYNC_LATE_MS = 3 * DAY_MS;
const NAMES_SHOWN = 5;

/** The checks of accounts, in the order of the page. */
const RULES: readonly Rule<AccountFacts>[] = [
  {
    check: 'idle',
    subject: 'Hết phiên khi không thao tác',
    judge: ({ idleMinutes }) =>
      idleMinutes <= MAX_IDLE_MINUTES
        ? good(`Sau ${String(idleMinutes)} phút.`)
        : weak(
            `Sau ${String(idleMinutes)} phút, khá lâu với máy dùng chung.`,
            'Đặt SESSION_IDLE_MINUTES từ 60 trở xuống.',
          ),
  },
  {
    check: 'administrators',
    subject: 'Quản trị viên',
    judge: ({ administrators }) => {
      const names = administrators.join(', ');
      if (administrators.length === 0)
        return bad('Không có tài khoản quản trị nào đang hoạt động.', 'Giao vai trò quản trị cho một người.');
      if (administrators.length === 1)
        return weak(`Chỉ có một: ${names}.`, 'Giao thêm một người, để có người thay khi vắng.');
      return administrators.length <= MAX_ADMINISTRATORS
        ? good(`${String(administrators.length)} người: ${names}.`)
        : weak(
            `${String(administrators.length)} người: ${names}.`,
            'Rút bớt vai trò quản trị của người không còn cần.',
          );
    },
  },
  {
    check: 'second-factor',
    subject: 'Xác thực hai lớp',
    judge: ({ secondFactor: { demanded, missing } }) => {
      if (!demanded)
        return weak(
          'Không bắt buộc.',
          'Đặt SECOND_FACTOR=administrators (quản trị) hoặc all (mọi người): mật khẩu lộ thì vẫn cần thêm mã.',
        );
      return missing.length === 0
        ? good('Bắt buộc, và ai cũng đã cài.')
        : weak(
            `Bắt buộc, nhưng chưa cài: ${someOf(missing)}.`,
            'Người đó đăng nhập một lần và cài ứng dụng xác thực trước khi người lạ có mật khẩu làm việc đó thay.',
          );
    },
  },
  {
    check: 'unused-accounts',
    subject: 'Tài khoản không ai dùng',
    judge: ({ unused: { days, areLocked, names } }) => {
      const locks = areLocked ? `Tự khóa sau ${String(days)} ngày không đăng nhập. ` : '';
      if (names === null) return good(`${locks}Phần mềm chạy chưa đủ ${String(days)} ngày để xét.`);
      if (names.length === 0)
        return good(`${locks}Tài khoản nào cũng có người đăng nhập trong ${String(days)} ngày qua.`);
      const found = `${String(names.length)} tài khoản không ai đăng nhập trong ${String(days)} ngày: ${someOf(names)}.`;
      return areLocked
        ? good(`${locks}Đang khóa ${found}`)
        : weak(
            found,
            'Ngừng tài khoản của người đã nghỉ hoặc không cần dùng nữa, ở trang Tổ chức hoặc trong thư mục; hoặc đặt ACCOUNT_UNUSED_DAYS=45 để tự khóa.',
          );
    },
  },
  {
    check: 'local-passwords',
    subject: 'Mật khẩu giữ tại phần mềm',
    judge: ({ localPasswords, directory }) => {
      if (localPasswords === 0) return good('Chỉ quản trị viên có mật khẩu tại đây.');
      return directory !== null
        ? good(`${String(localPasswords)} mật khẩu cũ của người không phải quản trị, không dùng được khi nối thư mục.`)
        : weak(
            `${String(localPasswords)} người không phải quản trị đăng nhập bằng mật khẩu giữ tại đây.`,
            'Nối thư mục người dùng của cơ quan (LDAP) để mật khẩu do nơi đó quản lý.',
          );
    },
  },
  {
    check: 'directory',
    subject: 'Thư mục người dùng của cơ quan',
    judge: ({ directory, now }) => {
      if (directory === null) return good('Không nối; tài khoản giữ tại phần mềm.');
      const { lastSyncAt, failure, onSchedule } = directory;
      if (failure !== null)
        return bad(
          `Lần đồng bộ gần nhất không thành công: ${failure}`,
          'Xem trang Đồng bộ nhân sự và chạy hoi-am doctor.',
        );
      if (lastSyncAt === null)
        return weak(
          'Đang nối, nhưng chưa đồng bộ lần nào: người nghỉ ở cơ quan vẫn còn tài khoản mở tại đây.',
          'Mở trang Đồng bộ nhân sự, xem trước rồi áp dụng.',
        );
      const found = `Đang nối; đồng bộ lần cuối ngày ${civilDateOf(lastSyncAt).split('-').reverse().join('/')}`;
      if (!onSchedule) return weak(`${found}, bằng tay.`, 'Đặt LDAP_SYNC_AT để tự đọc mỗi ngày.');
      return now.getTime() - lastSyncAt.getTime() > SYNC_LATE_MS
        ? weak(`${found}, đã quá ba ngày.`, 'Xem tiến trình việc nền có chạy không, và kế hoạch nào đang chờ đồng ý.')
        : good(`${found}, tự đọc theo giờ.`);
    },
  },
  {
    check: 'break-glass',
    subject: 'Đường vào khi thư mục hỏng',
    judge: ({ directory }) => {
      if (directory === null) return good('Không cần: không nối thư mục.');
      return directory.breakGlass > 0
        ? good(`${String(directory.breakGlass)} quản trị có mật khẩu tại đây.`)
        : bad(
            'Thư mục ngừng trả lời thì không ai vào được.',
            'Trên máy chủ chạy hoi-am account add để có một quản trị dùng mật khẩu tại đây.',
          );
    },
  },
];

/** What is to say of accounts. */
export function accountChecks(facts: AccountFacts): readonly SafetyCheck[] {
  return judgedBy(RULES, facts);
}

function someOf(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` và ${String(more)} người khác` : ''}`;
}
