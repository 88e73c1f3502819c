import type { DatabaseVerdict } from '../../platform/health/database-check.js';
import type { StorageProblem } from '../../platform/health/storage-health.js';

const NOTHING_KEPT =
  'Phần mềm tạm không lưu, không nhận và không gửi được gì; tin đến chờ ở hệ thống quản lý văn bản, không mất.';

const CAUSES: Readonly<Record<StorageProblem['cause'], string>> = {
  'disk-full': `Ổ đĩa của máy chủ đã đầy. ${NOTHING_KEPT} Quản trị dọn hoặc mở rộng ổ đĩa; phần mềm tự chạy tiếp khi có chỗ.`,
  'disk-failing': `Ổ đĩa của máy chủ không ghi được. ${NOTHING_KEPT} Quản trị xem ổ đĩa và quyền ghi của tài khoản chạy phần mềm.`,
  'read-only': `Ổ đĩa hoặc cơ sở dữ liệu chỉ cho đọc. ${NOTHING_KEPT} Quản trị xem ổ đĩa có bị gắn lại ở chế độ chỉ đọc không.`,
  'database-away': `Máy chủ cơ sở dữ liệu không trả lời. ${NOTHING_KEPT} Quản trị xem máy chủ ấy và đường mạng.`,
  'database-corrupt':
    'Cơ sở dữ liệu bị hỏng; có trang mở ra báo lỗi. Đừng nhập lại những gì không mở được. Quản trị dừng phần mềm và phục hồi từ bản sao lưu gần nhất còn tốt.',
  'files-away': `Kho tệp không trả lời. Văn bản trong cơ sở dữ liệu vẫn xem được; tệp chưa mở, chưa lưu được, tin đến chờ ở hệ thống quản lý văn bản, không mất. Quản trị xem kho ấy (FILES_ENDPOINT) và đường mạng.`,
  locked: `Cơ sở dữ liệu bị một tiến trình khác giữ quá một phút. ${NOTHING_KEPT} Quản trị xem lệnh sao lưu hoặc công cụ nào đang mở cơ sở dữ liệu.`,
};

/** What is wrong and who does what about it, for members of staff; each thing once. */
export function storageWords(problems: readonly StorageProblem[]): readonly string[] {
  return [...new Set(problems.map(({ cause }) => CAUSES[cause]))];
}

/** `bảng ticket, bảng staff`; empty where nobody could say. */
export function damagedTables(verdict: DatabaseVerdict): string {
  const places = verdict.kind === 'damaged' ? verdict.places : [];
  const tables = new Set(places.flatMap(({ table }) => (table === null ? [] : [`bảng ${table}`])));
  return [...tables].join(', ');
}
