import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { distinctReasons, verdictOf, weighs, type Reason, type ReasonCode } from './reasons.js';
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
    ...(isUnproven({ verdict, signatures, reasons }) ? { forClerk: true } : {}),
    reasons: keptOf(reasons),
  };
}

/**
 * What proves that a file is not what its signers signed, or that they could not sign it: content or key do not match, part of the file is
 * missing, bytes hang behind it, its certificate was revoked or out of its time, nobody but the signer issued it, or the algorithm proves nothing
 * any more.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 21 khoản 2; Luật Giao dịch điện tử 2023, Điều 22; Thông tư 15/2025/TT-BKHCN.
 */
const PROVEN: ReadonlySet<ReasonCode> = new Set([
  'digest-mismatch',
  'signature-mismatch',
  'file-cut',
  'certificate-revoked',
  'certificate-not-valid-at-time',
  'self-signed',
  'algorithm-weak',
]);
/** Judged by a time that nobody names, these may only be our own ignorance. */
const BY_TIME: ReadonlySet<ReasonCode> = new Set(['certificate-revoked', 'certificate-not-valid-at-time']);

/** Everything else that stands against a file is written by sound tools too, or by none that we know. */
function isUnproven({
  verdict,
  signatures,
  reasons,
}: Pick<Verification, 'verdict' | 'signatures' | 'reasons'>): boolean {
  if (verdict !== 'invalid' && verdict !== 'changedAfterSigning') return false;
  const isTimed = signatures.every(({ findings }) => findings?.timeSource !== 'now');
  const doesProve = ({ code, isBlank }: Reason): boolean => {
    if (code === 'bytes-after-end') return isBlank !== true;
    return PROVEN.has(code) && (isTimed || !BY_TIME.has(code));
  };
  return !reasons.some((one) => doesProve(one));
}

function isOnlyOverlay(reasons: readonly Reason[]): boolean {
  const against = reasons.filter(({ code }) => weighs(code) !== 'note');
  return against.length > 0 && against.every(({ code, isForPeople }) => code === 'signature-overlay' || isForPeople);
}

/** The verdict on XML signatures: that of their gravest reason. */
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
 * Whether it is proven that nobody signed what the file shows, so that the law sends it back. Where that is merely feared, as where a visible
 * signature stands over words, a person has to look.
 */
export function isBroken({ verdict, onlyOverlay, forClerk }: FileSignature): boolean {
  return (verdict === 'invalid' || verdict === 'changedAfterSigning') && onlyOverlay !== true && forClerk !== true;
}
