import { DatabaseAway } from './existing-database.js';
import { isDatabaseCorrupt } from '../platform/database/database-errors.js';
import { DATABASE_DAMAGED } from '../platform/database/damaged-words.js';

/** Why a command or a process ended, for people: what the driver or the operating system says is no help to them. */
export function failureWords(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof DatabaseAway) && isDatabaseCorrupt(error))
    return `Cơ sở dữ liệu bị hỏng (${reason}). ${DATABASE_DAMAGED}`;
  return placeWords(error) ?? reason;
}

const FULL = 'Ổ đĩa đầy hoặc hết hạn mức; giải phóng chỗ rồi chạy lại.';

const DENIED =
  'Tài khoản đang chạy lệnh không có quyền ở đó; giao thư mục cho tài khoản ấy (chown), hoặc chạy bằng tài khoản của phần mềm.';

const WHY: Readonly<Record<string, string>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: 'Ổ đĩa ở đó chỉ cho đọc; gắn lại để ghi được, hoặc chọn thư mục khác.',
  ENOSPC: FULL,
  EDQUOT: FULL,
};

/** What the operating system refused at a file or folder; null where it was something else. */
function placeWords(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const why = code === undefined ? undefined : WHY[code];
  return why === undefined || path === undefined ? null : `Không ghi hoặc đọc được ${path} (${String(code)}). ${why}`;
}
