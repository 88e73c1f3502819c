import type { MissingCode } from '../../signing/domain/missing-code.js';
import type { DraftLack } from '../views/draft-page.js';
import { personHref } from './unit.js';

interface Reading {
  readonly may: { readonly submit: boolean };
  readonly missingCodes: readonly MissingCode[];
}

/** Whom the e-office does not know yet, for those who cannot submit the letter now: it can be approved meanwhile. */
export function missingCodeNotes({
  may,
  missingCodes,
}: Reading): readonly { readonly words: string; readonly href: string }[] {
  return may.submit ? [] : missingCodes.map(({ personId, words }) => ({ words, href: personHref(personId) }));
}

/** Why an approved letter cannot be put before its leader. */
export function codeLacks({ may, missingCodes }: Reading): readonly DraftLack[] {
  if (!may.submit) return [];
  return missingCodes.map(({ personId, words }) => ({
    text: words,
    mend: { href: personHref(personId), label: 'Mở trang của người ấy' },
  }));
}
