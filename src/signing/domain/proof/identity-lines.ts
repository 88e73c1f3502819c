import { fold } from '../../../kernel/vietnamese.js';
import type { SignerCertificate } from '../verification/signature-verdict.js';
import type { SignatureVerdict } from '../verification/verify-pdf.js';
import { weighs } from '../verification/reasons.js';
import { reasonsOn, resultOf } from './integrity-lines.js';
import {
  type AgencyExpectation,
  LEADER_FIELD,
  type LeaderExpectation,
  type ProofInput,
  type ProofLine,
  SEAL_FIELD,
  signatureIn,
} from './proof-case.js';

export const NOT_YET = 'Chưa đến bước này.';

/** The leader who was asked signed, in the leader's place; nobody else signed beside leader and agency. */
export function signerLine(proofInput: ProofInput): ProofLine {
  const line = { code: 'signer', title: 'Đúng người được trình' } as const;
  const signature = signatureIn(proofInput, LEADER_FIELD);
  const certificate = signature?.findings?.certificate;
  const stranger = strangerField(proofInput);
  if (!certificate) return { ...line, result: 'fail', detail: 'Chưa có chữ ký của lãnh đạo đọc được.' };
  if (stranger !== undefined)
    return { ...line, result: 'fail', detail: `Có chữ ký ngoài dự kiến ở trường ${stranger}.` };
  const { leader } = proofInput.expectation;
  const detail = describe(certificate);
  const whose = whoseIs(certificate, leader.certificates, likenessOfLeader(certificate, leader));
  if (whose === 'other') return { ...line, result: 'fail', detail: `${detail} Người được trình: ${leader.name}.` };
  if (whose === 'unbound') return { ...line, result: 'unknown', detail: `${detail} ${unboundWords(leader)}` };
  const reasons = reasonsOn('signer', signature.reasons);
  const said = [knownBy(leader), ...titleNote(certificate, leader), ...reasons.map(({ message }) => message)];
  return { ...line, result: resultOf(reasons), detail: [detail, ...said].join(' ') };
}

/** A certificate may lag behind an appointment: noted, not refused. */
function titleNote({ subject }: SignerCertificate, { position }: LeaderExpectation): string[] {
  if (position === undefined || subject.title === undefined || fold(subject.title) === fold(position)) return [];
  return [`Lưu ý: danh bạ ghi chức vụ “${position}”.`];
}

/**
 * Where number and date were printed before signing, nothing but the seal is still to come, and some e-offices put it on by themselves: then it is
 * there early, and judged when its turn comes.
 */
function strangerField({ verification, expectation: { stage, register } }: ProofInput): string | undefined {
  const mayBeSealed = stage === 'sealed' || register?.stands === 'printed';
  const expected = mayBeSealed ? [LEADER_FIELD, SEAL_FIELD] : [LEADER_FIELD];
  return verification.signatures.find(({ field, isTimestamp }) => !isTimestamp && !expected.includes(field))?.field;
}

/** `Đỗ Quốc Khánh, Phó Giám đốc. Chứng thư số 54 01 0A 3E 19.` */
function describe({ subject, serial }: SignerCertificate): string {
  const who = [subject.commonName ?? subject.organization ?? 'không tên', subject.title]
    .filter((part) => part !== undefined)
    .join(', ');
  return `${who}. Chứng thư số ${serial.replace(/(..)(?=.)/gu, '$1 ')}.`;
}

/** What a certificate says of whom it belongs to: their code; only their name; nothing, or somebody else's. */
type Likeness = 'code' | 'name' | 'none';

/**
 * Whose a certificate is. `unbound`: it bears the right code or name, and is none of those that are known to be theirs.
 *
 * Rule 53: by the certificate when any is known; a code, which its authority vouches for, only where none ever was; a name, which others bear too, never.
 */
function whoseIs(
  { sha256 }: SignerCertificate,
  known: readonly string[] | undefined,
  likeness: Likeness,
): 'theirs' | 'unbound' | 'other' {
  if (known?.includes(sha256) === true) return 'theirs';
  if (likeness === 'none') return 'other';
  return known === undefined && likeness === 'code' ? 'theirs' : 'unbound';
}

/** On what it rests that the certificate is theirs: a name proves less than a certificate that two people bound. */
function knownBy({ name, certificates }: LeaderExpectation | AgencyExpectation): string {
  return certificates === undefined
    ? `Nhận ra theo mã trong chứng thư; chưa gắn chứng thư nào cho ${name}.`
    : `Đúng chứng thư đã gắn cho ${name}.`;
}

/** By the person's code in the certificate; only without any code by name. */
function likenessOfLeader({ subject }: SignerCertificate, leader: LeaderExpectation): Likeness {
  const code = subject.serialNumber ?? subject.userId;
  if (leader.userCode !== undefined && code !== undefined) return code === leader.userCode ? 'code' : 'none';
  return isSameName(subject.commonName, leader.name) ? 'name' : 'none';
}

/** By the agency's code; only without any by its own name. A person's certificate names the agency too, as where that person works. */
function likenessOfAgency({ subject }: SignerCertificate, agency: AgencyExpectation): Likeness {
  const code = subject.organizationIdentifier ?? subject.serialNumber;
  if (code !== undefined) return code === agency.code ? 'code' : 'none';
  return isSameName(subject.commonName, agency.name) ? 'name' : 'none';
}

/** Letter for letter: Hùng is not Hưng. */
function isSameName(written: string | undefined, name: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi');
  return written !== undefined && plain(written) === plain(name);
}

/** Whose the certificate behind the agency's signature is. */
export function whoseAgency(certificate: SignerCertificate, agency: AgencyExpectation): ReturnType<typeof whoseIs> {
  return whoseIs(certificate, agency.certificates, likenessOfAgency(certificate, agency));
}

/** What is to be done about a certificate that nobody has bound yet; before the first letter of an agency it is all there is to do. */
export function unboundWords({ name, certificates }: Pick<AgencyExpectation, 'name' | 'certificates'>): string {
  const mend = 'ở trang Chứng thư số tin cậy (/kho-tin-cay), người thứ hai xác nhận, rồi trình ký lại.';
  return certificates === undefined
    ? `Phần mềm chưa gắn chứng thư nào cho ${name}, và chỉ cái tên thì chưa đủ: quản trị thêm chứng thư này ${mend}`
    : `Đây là chứng thư khác với chứng thư đã gắn cho ${name}: quản trị thêm chứng thư mới ${mend}`;
}

/** Once sealed: the agency's own signature stands in its place. */
export function agencyLine(proofInput: ProofInput): ProofLine {
  const line = { code: 'seal', title: 'Dấu của cơ quan' } as const;
  if (proofInput.expectation.stage !== 'sealed') return { ...line, result: 'notChecked', detail: NOT_YET };
  const signature = signatureIn(proofInput, SEAL_FIELD);
  const certificate = signature?.findings?.certificate;
  if (!signature || !certificate) return { ...line, result: 'fail', detail: 'Chưa có chữ ký số của cơ quan.' };
  return { ...line, ...whatOfSeal(proofInput, signature, certificate) };
}

function whatOfSeal(
  { verification, expectation: { agency } }: ProofInput,
  signature: SignatureVerdict,
  certificate: SignerCertificate,
): Pick<ProofLine, 'result' | 'detail'> {
  const who = describe(certificate);
  const whose = whoseAgency(certificate, agency);
  if (whose === 'other') return { result: 'fail', detail: `${who} Không phải của ${agency.name}.` };
  if (whose === 'unbound') {
    // Beside an open revocation it would pass for a part of that, which a leader may answer for.
    const isAlone = reasonsOn('revocation', verification.reasons).length === 0;
    return { result: isAlone ? 'unknown' : 'fail', detail: `${who} ${unboundWords(agency)}` };
  }
  const against = signature.reasons.filter(({ code }) => weighs(code) !== 'note');
  return {
    result: sealResult(signature),
    detail: [who, knownBy(agency), ...against.map(({ message }) => message)].join(' '),
  };
}

function sealResult({ verdict, reasons }: SignatureVerdict): ProofLine['result'] {
  // Whose certificate leads to nobody trusted is nobody's seal: no evidence that may still come, and nobody may answer for it.
  if (reasonsOn('signer', reasons).length > 0) return 'fail';
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'valid' ? 'pass' : 'fail';
}
