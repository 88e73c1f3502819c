import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { distinctReasons, verdictOf, weighs, type Reason } from './reasons.js';
import type { Verification } from './verify-pdf.js';

const REASONS_KEPT = 5;

/** A file that was stopped before it was judged. */
export const UNDECIDED: FileSignature = {
  verdict: 'unknown',
  signers: [],
  reasons: ['Kiểm tra chữ ký quá lâu nên đã dừng; chưa đủ căn cứ. Mở tệp bằng phần mềm ký số để xem.'],
};

const UNREADABLE: FileSignature = {
  verdict: 'unknown',
  signers: [],
  reasons: ['Không đọc được cấu trúc của tệp PDF nên chưa xét được có chữ ký hay không.'],
};

const WEIGHTS = ['invalid', 'changedAfterSigning', 'unknown'] as const;

/**
 * A PDF that cannot be read and shows no mark of a signature is no broken letter: scanners write such files, and nothing says that
 * anybody signed them. One that shows the mark is as good as a broken signature.
 */
export function noteOf({ verdict, reasons, signatures }: Verification, pdf: Buffer): FileSignature {
  const isUnread = reasons.some(({ code }) => code === 'file-malformed' || code === 'file-too-large');
  if (isUnread && !pdf.includes('/ByteRange')) return UNREADABLE;
  const signed = signatures.filter(({ isTimestamp }) => !isTimestamp);
  return {
    verdict,
    signers: signed.map(({ signer }) => signer),
    levels: signed.map(({ level }) => level),
    ...(isOnlyOverlay(reasons) ? { onlyOverlay: true } : {}),
    reasons: keptOf(reasons),
  };
}

function isOnlyOverlay(reasons: readonly Reason[]): boolean {
  const against = reasons.filter(({ code }) => weighs(code) !== 'note');
  return against.length > 0 && against.every(({ code }) => code === 'signature-overlay');
}

/** What signatures come to that stand in XML: as good as their gravest reason. */
export function noteOfSignatures(signers: readonly string[], reasons: readonly Reason[]): FileSignature {
  return { verdict: verdictOf(reasons), signers, reasons: keptOf(reasons) };
}

function keptOf(reasons: readonly Reason[]): string[] {
  const weighty = gravestFirst(distinctReasons(reasons).filter(({ code }) => weighs(code) !== 'note'));
  return weighty.slice(0, REASONS_KEPT).map(({ message }) => message);
}

function gravestFirst(reasons: readonly Reason[]): readonly Reason[] {
  const weight = ({ code }: Reason): number => WEIGHTS.findIndex((one) => one === weighs(code));
  return reasons.toSorted((a, b) => weight(a) - weight(b));
}

/**
 * Whether somebody signed and what he signed is no longer, or never was, what the file shows. A visible signature over words may hide some of them, and
 * is how seals stand on paper: a person has to look.
 */
export function isBroken({ verdict, onlyOverlay }: FileSignature): boolean {
  return (verdict === 'invalid' || verdict === 'changedAfterSigning') && onlyOverlay !== true;
}
