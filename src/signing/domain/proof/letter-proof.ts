import { agencyLine, signerLine } from './identity-lines.js';
import { algorithmLine, coverageLine, revocationLine, unchangedLine, validityLine } from './integrity-lines.js';
import type { LetterProof, ProofCase } from './proof-case.js';
import { registerLine } from './register-line.js';
import { submittedFileLine } from './submitted-file-line.js';

export type {
  LetterExpectation,
  LetterProof,
  ProofCase,
  ProofCode,
  ProofLine,
  ProofResult,
  RegisterExpectation,
} from './proof-case.js';

/**
 * Holds what came back from signing against what was submitted, line by line.
 *
 * @returns nine lines, always in the same order; the letter may go on only when `passed`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 12 và Điều 18; Phụ lục I, phần I, mục II, khoản 7 và khoản 8.
 */
export function proveSignedLetter(proofCase: ProofCase): LetterProof {
  const lines = [
    submittedFileLine(proofCase),
    coverageLine(proofCase),
    unchangedLine(proofCase),
    signerLine(proofCase),
    validityLine(proofCase),
    revocationLine(proofCase),
    algorithmLine(proofCase),
    registerLine(proofCase),
    agencyLine(proofCase),
  ];
  const isClear = lines.every(({ result }) => result === 'pass' || result === 'notChecked');
  return { lines, passed: isClear && proofCase.verification.accept };
}
