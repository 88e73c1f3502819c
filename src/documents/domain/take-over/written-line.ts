/** `05/SGDĐT-VP`, also with spaces, or the bare number; null where no number begins it. */
export function writtenCode(text: string): { readonly number: number; readonly notation: string } | null {
  const [, number = '', notation = ''] = /^0*(\d{1,6})\s*(?:\/\s*(.*))?$/u.exec(text) ?? [];
  return number === '' ? null : { number: Number(number), notation: notation.trim() };
}

/** Kinds with which a line of a register begins where no colon parts them from what it is about. */
const KINDS = [
  ...['Công văn', 'Quyết định', 'Báo cáo', 'Thông báo', 'Kế hoạch', 'Tờ trình', 'Giấy mời', 'Hướng dẫn', 'Phương án'],
  ...['Giấy giới thiệu', 'Phiếu chuyển', 'Phiếu gửi', 'Biên bản', 'Chương trình', 'Công điện', 'Giấy ủy quyền'],
  ...['Thư công', 'Chỉ thị', 'Nghị quyết', 'Quy chế', 'Quy định', 'Đề án', 'Hợp đồng', 'Phản ánh', 'Kiến nghị'],
];

/** What stands where a register does not say what kind of document it was. */
const NO_KIND = 'Văn bản';

/** `Công văn: về việc…`, `Công văn về việc…`: the kind apart from what the document is about. */
export function writtenSubject(text: string): { readonly typeName: string; readonly subject: string } {
  const [, before = '', after = ''] = /^([^:;.]{2,40}):\s*(.+)$/u.exec(text) ?? [];
  const known = KINDS.find((kind) => begins(text, kind));
  if (before !== '' && KINDS.some((kind) => begins(before, kind))) return { typeName: before.trim(), subject: after };
  if (known === undefined) return { typeName: NO_KIND, subject: text };
  const rest = text.slice(known.length).trim();
  return rest === '' ? { typeName: NO_KIND, subject: text } : { typeName: known, subject: rest };
}

function begins(text: string, kind: string): boolean {
  const letters = text.slice(0, kind.length + 1).toLocaleLowerCase('vi');
  return letters.startsWith(kind.toLocaleLowerCase('vi')) && !/\p{L}$/u.test(letters.slice(kind.length));
}

const VOIDED = /^(?:số\s+h(?:ủy|uỷ)|(?:đã\s+)?h(?:ủy|uỷ)(?:\s+số)?)(?:\s*[:,.(–-]\s*(.*?)\)?|\s+((?:do|vì)\s.*))?$/iu;

/** Why a number was voided, where the notes say that it was: `Hủy: ghi nhầm nơi nhận`, `Số hủy`; null otherwise, as for a document that cancels another. */
export function voidReasonIn(note: string): string | null {
  const found = VOIDED.exec(note);
  if (found === null) return null;
  const reason = (found[1] ?? found[2] ?? '').trim();
  return reason === '' ? 'sổ tiếp quản ghi hủy, không ghi lý do' : reason;
}
