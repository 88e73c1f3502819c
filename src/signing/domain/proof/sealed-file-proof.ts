import { isTimes } from '../../../drafting/domain/format/rules/page-rules.js';
import { isoInVietnam } from '../../../kernel/civil-date.js';
import type { SignatureVerdict, Verification } from '../verification/verify-pdf.js';
import { unboundWords, whoseAgency } from './identity-lines.js';
import { isOnlySigned } from './only-signed.js';
import type { LetterExpectation } from './proof-case.js';
import { shownBySignature, type ShownBySignature } from './shown-by-signature.js';

/** A file that the agency alone was to sign, and what it came back as. */
export interface SealedFileCase {
  readonly submitted: Buffer;
  readonly returned: Buffer;
  readonly verification: Verification;
  readonly agency: LetterExpectation['agency'];
  /** What was to stand before the time. */
  readonly text: string;
}

export interface SealedFileLine {
  readonly title: string;
  readonly result: 'pass' | 'fail';
  readonly detail: string;
}

export interface SealedFileProof {
  readonly lines: readonly SealedFileLine[];
  readonly passed: boolean;
  readonly signedAt: Date | null;
}

/** Size of the text in points, and how far a writer of PDF may round it. */
const SIZE = 10;
const ROUNDING = 0.05;

/** The corner of the first page, in parts of it: nobody prescribes how far from its edges the text stands. */
const RIGHT_HALF = 1 / 2;
const UPPER_THIRD = 2 / 3;

/** How light a part of black may be, of 255: inks of print are no pure black. */
const ALMOST_BLACK = 0x20;

/**
 * Compares a copy or annex sealed by the agency with the file that was sent: our bytes in front, one signature, the agency's, over the whole
 * file and valid, and in the upper right corner of page 1, for everybody to see, the text with the time of signing, black, in Times New Roman of size 10
 * and without an image.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8 điểm d; phần II.
 */
export function proveSealedFile(sealed: SealedFileCase): SealedFileProof {
  const { verification } = sealed;
  const signature = verification.signatures[0];
  const lines = [bytesLine(sealed), signatureLine(sealed), validityLine(verification), textLine(sealed, signature)];
  return {
    lines,
    passed: verification.accept && lines.every(({ result }) => result === 'pass'),
    signedAt: signature?.signedAt ?? null,
  };
}

function line(title: string, fault: string | null, detail: string): SealedFileLine {
  return fault === null ? { title, result: 'pass', detail } : { title, result: 'fail', detail: fault };
}

function bytesLine({ submitted, returned }: SealedFileCase): SealedFileLine {
  return line('Đúng tệp đã gửi ký', contentFault(submitted, returned), 'Trùng tệp đã gửi, chỉ thêm chữ ký.');
}

function contentFault(submitted: Buffer, returned: Buffer): string | null {
  const isOurs = returned.length > submitted.length && returned.subarray(0, submitted.length).equals(submitted);
  if (!isOurs) return 'Tệp trả về không bắt đầu bằng tệp đã gửi.';
  return isOnlySigned(submitted, returned) ? null : 'Ngoài chữ ký, nội dung tệp cũng bị đổi.';
}

function signatureLine({ verification: { signatures }, agency }: SealedFileCase): SealedFileLine {
  const title = 'Chữ ký số của cơ quan';
  const [signature, ...others] = signatures;
  const certificate = signature?.findings?.certificate;
  if (!signature || !certificate) return line(title, 'Tệp trả về chưa có chữ ký số đọc được.', '');
  if (others.length > 0) return line(title, 'Có chữ ký ngoài chữ ký của cơ quan.', '');
  const faults = {
    theirs: null,
    unbound: `${signature.signer}. ${unboundWords(agency)}`,
    other: `${signature.signer}. Không phải của ${agency.name}.`,
  };
  return line(title, faults[whoseAgency(certificate, agency)], signature.signer);
}

function validityLine({ accept, reasons }: Verification): SealedFileLine {
  const fault = accept ? null : reasons.map(({ message }) => message).join(' ') || 'Chưa đủ căn cứ.';
  return line('Chữ ký hợp lệ, phủ hết tệp', fault, 'Chứng thư còn hiệu lực, không bị thu hồi.');
}

function textLine({ returned, text }: SealedFileCase, signature: SignatureVerdict | undefined): SealedFileLine {
  const title = 'Dòng chữ ở góc phải trang 1';
  const shown = signature && shownBySignature(returned, signature.field);
  if (!shown || !signature.signedAt) return line(title, 'Chữ ký không hiện dòng chữ nào.', '');
  if (shown.hasImage) return line(title, 'Chữ ký hiện hình ảnh; bản sao và phụ lục không hiện hình ảnh dấu.', '');
  const expected = `${text}; ${isoInVietnam(signature.signedAt)}`;
  if (plain(shown.text) !== plain(expected))
    return line(title, `Đang hiện “${shown.text}”, phải là “${expected}”.`, '');
  return line(title, placeFault(shown) ?? lookFault(shown), shown.text);
}

function placeFault({ isHidden, middle }: ShownBySignature): string | null {
  if (isHidden) return 'Dòng chữ bị ẩn hoặc bị che; người mở tệp không nhìn thấy.';
  if (middle === null) return 'Dòng chữ không nằm ở trang 1.';
  const isRight = middle.across >= RIGHT_HALF && middle.across <= 1;
  const isHigh = middle.up >= UPPER_THIRD && middle.up <= 1;
  return isRight && isHigh ? null : 'Dòng chữ không nằm ở góc trên bên phải của trang 1.';
}

function lookFault({ sizes, fonts, colours }: ShownBySignature): string | null {
  const other = fonts.find((font) => !isTimes(font));
  if (other !== undefined) return `Phông chữ ${other === '' ? 'không rõ tên' : other}, phải là Times New Roman.`;
  if (sizes.some((size) => !(Math.abs(size - SIZE) <= ROUNDING)))
    return `Cỡ chữ ${sizes.map((size) => String(Math.round(size * 100) / 100)).join(' đến ')}, phải là ${String(SIZE)}.`;
  const isBlack = colours.every((colour) => [...Buffer.from(colour, 'hex')].every((part) => part <= ALMOST_BLACK));
  return isBlack ? null : 'Chữ không phải màu đen.';
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
