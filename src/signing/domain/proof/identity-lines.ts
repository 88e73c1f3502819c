import { fold } from '../../../kernel/vietnamese.js';
import type { SignerCertificate } from '../verification/signature-verdict.js';
import { weighs } from '../verification/reasons.js';
import { reasonsOn, resultOf } from './integrity-lines.js';
import {
  LEADER_FIELD,
  type LetterExpectation,
  type ProofCase,
  type ProofLine,
  SEAL_FIELD,
  signatureIn,
} from './proof-case.js';

export const NOT_YET = 'Chưa đến bước này.';

/** The leader who was asked signed, in the leader's place; nobody else signed beside leader and agency. */
export function signerLine(proofCase: ProofCase): ProofLine {
  const line = { code: 'signer', title: 'Đúng người được trình' } as const;
  const signature = signatureIn(proofCase, LEADER_FIELD);
  const certificate = signature?.findings?.certificate;
  const stranger = strangerField(proofCase);
  if (!certificate) return { ...line, result: 'fail', detail: 'Chưa có chữ ký của lãnh đạo đọc được.' };
  if (stranger !== undefined)
    return { ...line, result: 'fail', detail: `Có chữ ký ngoài dự kiến ở trường ${stranger}.` };
  const { leader } = proofCase.expectation;
  const detail = describe(certificate);
  if (!isLeader(certificate, leader))
    return { ...line, result: 'fail', detail: `${detail} Người được trình: ${leader.name}.` };
  const reasons = reasonsOn('signer', signature.reasons);
  return { ...line, result: resultOf(reasons), detail: [detail, ...reasons.map(({ message }) => message)].join(' ') };
}

function strangerField({ verification, expectation }: ProofCase): string | undefined {
  const expected = expectation.stage === 'sealed' ? [LEADER_FIELD, SEAL_FIELD] : [LEADER_FIELD];
  return verification.signatures.find(({ field, isTimestamp }) => !isTimestamp && !expected.includes(field))?.field;
}

/** `Đỗ Quốc Khánh, Phó Giám đốc. Chứng thư số 54 01 0A 3E 19.` */
function describe({ subject, serial }: SignerCertificate): string {
  const who = [subject.commonName ?? subject.organization ?? 'không tên', subject.title]
    .filter((part) => part !== undefined)
    .join(', ');
  return `${who}. Chứng thư số ${serial.replace(/(..)(?=.)/gu, '$1 ')}.`;
}

/** By the certificate itself when it is known; else by the person's code in it; only without any code by name. */
function isLeader({ subject, sha256 }: SignerCertificate, leader: LetterExpectation['leader']): boolean {
  if (leader.certificateSha256 !== undefined) return sha256 === leader.certificateSha256;
  const code = subject.serialNumber ?? subject.userId;
  if (leader.userCode !== undefined && code !== undefined) return code === leader.userCode;
  return subject.commonName !== undefined && fold(subject.commonName) === fold(leader.name);
}

/** The agency by its certificate when that is known; else by its code in it; only without any code by name. */
export function isAgency({ subject, sha256 }: SignerCertificate, agency: LetterExpectation['agency']): boolean {
  if (agency.certificateSha256 !== undefined) return sha256 === agency.certificateSha256;
  const code = subject.organizationIdentifier ?? subject.serialNumber;
  if (code !== undefined) return code === agency.code;
  return [subject.commonName, subject.organization].some(
    (name) => name !== undefined && fold(name) === fold(agency.name),
  );
}

/** Once sealed: the agency's own signature stands in its place. */
export function agencyLine(proofCase: ProofCase): ProofLine {
  const line = { code: 'seal', title: 'Dấu của cơ quan' } as const;
  if (proofCase.expectation.stage !== 'sealed') return { ...line, result: 'notChecked', detail: NOT_YET };
  const signature = signatureIn(proofCase, SEAL_FIELD);
  const certificate = signature?.findings?.certificate;
  if (!signature || !certificate) return { ...line, result: 'fail', detail: 'Chưa có chữ ký số của cơ quan.' };
  const { agency } = proofCase.expectation;
  if (!isAgency(certificate, agency))
    return { ...line, result: 'fail', detail: `${describe(certificate)} Không phải của ${agency.name}.` };
  const against = signature.reasons.filter(({ code }) => weighs(code) !== 'note');
  const detail = [describe(certificate), ...against.map(({ message }) => message)].join(' ');
  if (signature.verdict === 'unknown') return { ...line, result: 'unknown', detail };
  return { ...line, result: signature.verdict === 'valid' ? 'pass' : 'fail', detail };
}
