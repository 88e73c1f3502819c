import { DomainError } from '../../kernel/domain-error.js';
import { isPdfFrom14, isSignedPdf } from '../../files/domain/pdf/pdf-header.js';

/** An annex in a file of its own, as a revision of a letter has it. */
export interface Annex {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export const MAX_ANNEXES = 10;

/** Together, in bytes: they travel in one message with the letter. */
export const MAX_ANNEXES_BYTES = 20_000_000;

/** Name of the file field in the form that brings annexes. */
export const ANNEX_FIELD = 'files';

/**
 * What the agency can sign as an annex: a PDF that nobody has signed, under a name of its own.
 *
 * @throws DomainError `input-invalid` naming the file and what to do
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8 điểm d.
 */
export function requireAnnexFile({ name, content }: { readonly name: string; readonly content: Buffer }): void {
  const notTaken = (why: string): DomainError => refused(`Chưa nhận tệp “${name.slice(0, 100)}”. ${why}`);
  if (!name.toLowerCase().endsWith('.pdf') || !isPdfFrom14(content))
    throw notTaken('Phụ lục là tệp PDF phiên bản 1.4 trở lên; lưu lại thành PDF rồi chọn lại.');
  if (isSignedPdf(content))
    throw notTaken('Tệp đã có chữ ký số; cơ quan chỉ ký lên phụ lục chưa ai ký. Chọn bản chưa ký.');
}

/**
 * The annexes of a letter with those that were brought, in the order in which they came.
 *
 * @throws DomainError `input-invalid` where nothing was brought, a name or a file is there already, or they are too many or too large
 */
export function withAnnexes(present: readonly Annex[], brought: readonly Annex[]): readonly Annex[] {
  if (brought.length === 0) throw refused('Chọn tệp PDF rồi bấm Thêm phụ lục.');
  const all = [...present];
  for (const annex of brought) {
    const same = all.find(({ name, sha256 }) => sha256 === annex.sha256 || folded(name) === folded(annex.name));
    if (same) throw refused(`Đã có phụ lục “${same.name}”. Đổi tên tệp mới, hoặc bỏ phụ lục cũ trước.`);
    all.push(annex);
  }
  if (all.length > MAX_ANNEXES)
    throw refused(`Một công văn có nhiều nhất ${String(MAX_ANNEXES)} phụ lục; ghép bớt tệp rồi chọn lại.`);
  if (all.reduce((sum, { size }) => sum + size, 0) > MAX_ANNEXES_BYTES)
    throw refused('Các phụ lục cộng lại quá 20 MB; giảm dung lượng tệp rồi chọn lại.');
  return all;
}

/** @param position 1 for the first @throws DomainError `input-invalid` where there is none */
export function withoutAnnex(present: readonly Annex[], position: number): readonly Annex[] {
  if (present[position - 1] === undefined)
    throw new DomainError('input-invalid', { field: 'position', message: 'Chọn phụ lục cần bỏ.' });
  return present.filter((_, at) => at !== position - 1);
}

/** An annex in a comparison: another file of the same name is another annex. */
export function annexWords({ name, sha256 }: Annex): string {
  return `${name} (mã tệp ${sha256.slice(0, 8)})`;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: ANNEX_FIELD, message });
}
