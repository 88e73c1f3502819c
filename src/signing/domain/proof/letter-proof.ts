import { agencyLine, signerLine } from './identity-lines.js';
import {
  algorithmLine,
  coverageLine,
  isTakenFromPage,
  revocationLine,
  unchangedLine,
  validityLine,
} from './integrity-lines.js';
import type { LetterProof, ProofInput } from './proof-case.js';
import { registerLine } from './register-line.js';
import { submittedFileLine } from './submitted-file-line.js';
import { writtenEntry } from './written-entry.js';

export type {
  LetterExpectation,
  LetterProof,
  ProofInput,
  ProofCode,
  ProofLine,
  ProofResult,
  RegisterExpectation,
} from './proof-case.js';

/**
 * Compares the signed letter with the submitted one, line by line.
 *
 * @returns nine lines, always in the same order; the letter may go on only when `passed`. Number and date that were written into the page after the leader
 *   signed are always said, and pass where the agency takes them
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 12 và Điều 18; Phụ lục I, phần I, mục II, khoản 7 và khoản 8.
 */
export function proveSignedLetter(proofInput: ProofInput): LetterProof {
  const entry = proofInput.expectation.register?.stands === 'fields' ? writtenEntry(proofInput) : null;
  const lines = [
    submittedFileLine(proofInput),
    coverageLine(proofInput),
    unchangedLine(proofInput, entry),
    signerLine(proofInput),
    validityLine(proofInput),
    revocationLine(proofInput),
    algorithmLine(proofInput),
    registerLine(proofInput, entry),
    agencyLine(proofInput),
  ];
  const isClear = lines.every(({ result }) => result === 'pass' || result === 'notChecked');
  const isTaken = proofInput.verification.accept || (entry !== null && isTakenFromPage(proofInput));
  return { lines, passed: isClear && isTaken };
}
