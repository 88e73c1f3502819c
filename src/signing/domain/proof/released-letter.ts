import { isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import type { SignatureVerdict, Verification } from '../verification/verify-pdf.js';
import { unboundWords, whoseAgency } from './identity-lines.js';
import { letterEntry, type PrintedEntry } from './printed-entry.js';
import type { AgencyExpectation, LetterProof, ProofLine } from './proof-case.js';
import { entryNotShown } from './shown-entry.js';

/** The line of the register that keeps a number; empty what nobody knows of the letter. */
export interface KeptLine {
  readonly number: number;
  readonly year: number;
  readonly notation: string;
  /** Holds where the notation is known too. */
  readonly issuedDate: CivilDate;
}

/** A file that is said to be a letter of ours, without anything that it could be compared with but the register. */
export interface ReleasedCase {
  readonly pdf: Buffer;
  readonly verification: Verification;
  readonly agency: AgencyExpectation;
  readonly line: KeptLine;
}

/** The proof of a released letter. */
export interface ReleasedProof extends LetterProof {
  readonly verdict: Verification['verdict'];
  /** Who signed before the agency; empty where nobody did. */
  readonly signerName: string;
  readonly notation: string;
  /** Null where the letter bears no day that there is. */
  readonly issuedDate: CivilDate | null;
  /** When the agency signed, ISO 8601; null where the file does not say. */
  readonly sealedAt: string | null;
}

/**
 * Compares a letter sent before a restore with the number that the register kept for it: its signatures are valid and cover the whole file, one person signed
 * and the agency after that person, nobody else did, and number, notation and date are those of the line.
 *
 * @returns four lines, always in the same order; `verdict` is that of the signatures
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 12, Điều 15 và Điều 18; Phụ lục I, phần I, mục II, khoản 3, 4, 7 và 8.
 */
export function proveReleasedLetter(released: ReleasedCase): ReleasedProof {
  const { verification, agency } = released;
  const signed = verification.signatures
    .filter(({ isTimestamp }) => !isTimestamp)
    .toSorted((a, b) => a.revisionEnd - b.revisionEnd);
  const seal = signed.findLast((one) => isOfAgency(one, agency));
  const signer = signed.find((one) => !isOfAgency(one, agency));
  const entry = entryOf(released);
  const lines = [
    validityLine(verification),
    signerLine(
      signer,
      signed.find((one) => one !== signer && one !== seal),
    ),
    sealLine(seal, signed, agency),
    registerLine(released, entry),
  ];
  return {
    lines,
    passed: verification.accept && lines.every(({ result }) => result === 'pass'),
    verdict: verification.verdict,
    signerName: nameOf(signer),
    notation: entry.notation,
    issuedDate: dayOf(entry),
    sealedAt: seal?.findings?.signedAt?.toISOString() ?? null,
  };
}

function isOfAgency({ findings }: SignatureVerdict, agency: AgencyExpectation): boolean {
  return findings?.certificate ? whoseAgency(findings.certificate, agency) === 'theirs' : false;
}

function validityLine({ accept, reasons, verdict }: Verification): ProofLine {
  const line = { code: 'validity', title: 'Chữ ký hợp lệ, phủ hết tệp' } as const;
  if (accept) return { ...line, result: 'pass', detail: 'Các chữ ký hợp lệ, tệp không đổi sau khi ký.' };
  const why = reasons.map(({ message }) => message).join(' ') || 'Tệp chưa có chữ ký số.';
  return { ...line, result: verdict === 'unknown' ? 'unknown' : 'fail', detail: why };
}

/** @param stranger a signature that is neither the signer's nor the seal */
function signerLine(signer: SignatureVerdict | undefined, stranger: SignatureVerdict | undefined): ProofLine {
  const line = { code: 'signer', title: 'Người ký' } as const;
  const name = nameOf(signer);
  if (stranger !== undefined)
    return { ...line, result: 'fail', detail: `Có chữ ký ngoài dự kiến ở trường ${stranger.field}.` };
  if (name === '') return { ...line, result: 'fail', detail: 'Chưa có chữ ký của người có thẩm quyền.' };
  return { ...line, result: 'pass', detail: name };
}

function nameOf(signer: SignatureVerdict | undefined): string {
  return signer?.findings?.certificate?.subject.commonName?.trim() ?? '';
}

function sealLine(
  seal: SignatureVerdict | undefined,
  /** In the order in which they were made. */
  signed: readonly SignatureVerdict[],
  agency: AgencyExpectation,
): ProofLine {
  const line = { code: 'seal', title: 'Dấu của cơ quan' } as const;
  if (seal !== undefined && seal !== signed.at(-1))
    return { ...line, result: 'fail', detail: `${seal.signer}. Sau dấu của cơ quan còn có chữ ký khác.` };
  if (seal !== undefined) return { ...line, result: 'pass', detail: seal.signer };
  const isUnbound = signed.some(
    ({ findings }) => findings?.certificate && whoseAgency(findings.certificate, agency) === 'unbound',
  );
  const why = isUnbound ? unboundWords(agency) : `Chưa có chữ ký số của ${agency.name}.`;
  return { ...line, result: 'fail', detail: why };
}

/** In the places that the seal filled in, or on the page. */
function entryOf({ pdf, verification: { formTexts } }: ReleasedCase): PrintedEntry {
  const shown = letterEntry(pdf);
  const [number, day, month] = (['so', 'ngay', 'thang'] as const).map((field) => formTexts.get(field)?.trim() ?? '');
  return {
    ...shown,
    number: number || shown.number,
    day: day || shown.day,
    month: month || shown.month,
  };
}

function registerLine({ pdf, verification, line }: ReleasedCase, entry: PrintedEntry): ProofLine {
  const said = { code: 'register', title: 'Số và ngày khớp sổ' } as const;
  const { number, notation, day, month, year } = entry;
  const words = `Số ${number}/${notation}, ngày ${day} tháng ${month} năm ${year}.`;
  const isInFields = (verification.formTexts.get('so') ?? '').trim() !== '';
  const fault = entryFault(entry, line) ?? (isInFields ? entryNotShown(pdf) : null);
  if (fault === null) return { ...said, result: 'pass', detail: words };
  return {
    ...said,
    result: 'fail',
    detail: number === '' ? `Không đọc được số ở trang đầu. ${fault}` : `${words} ${fault}`,
  };
}

/** @returns what the kept line says otherwise; null where both agree */
function entryFault(entry: PrintedEntry, { number, year, notation, issuedDate }: KeptLine): string | null {
  const day = dayOf(entry);
  if (Number(entry.number) !== number || entry.year !== String(year))
    return `Dòng này giữ số ${String(number)} năm ${String(year)}.`;
  if (day === null || entry.notation === '') return 'Tệp không có ngày hoặc ký hiệu đọc được.';
  // What nobody knew of the letter when its number was kept is known by the letter alone.
  if (notation === '') return null;
  const isSame = entry.notation === notation && day === issuedDate;
  return isSame ? null : `Sổ giữ số này cho ký hiệu ${notation}, ngày ${issuedDate.split('-').toReversed().join('/')}.`;
}

function dayOf({ day, month, year }: PrintedEntry): CivilDate | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(written) ? written : null;
}
