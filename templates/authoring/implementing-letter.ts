import { addressees, closing, letterhead, signatureBlock } from './letter.js';
import { paragraph, repeated, run } from './wordprocessing.js';

/** A letter that hands down a decision: why, then one numbered head a body, its duties with dashes. */
export function implementingLetterBody(): string {
  return (
    letterhead() +
    addressees() +
    repeated('mo_dau', paragraph('NoiDung', '{.}')) +
    paragraph('DongLenh', '{#muc}') +
    paragraph('DeMuc', run('{stt}. {tieu_de}')) +
    repeated('viec', paragraph('NoiDung', '- {.}')) +
    paragraph('DongLenh', '{/muc}') +
    closing() +
    signatureBlock()
  );
}
