import { atOnce, type Steps } from '../../../kernel/turns.js';
import { fold } from '../../../kernel/vietnamese.js';
import { findingSteps, findPrivate, partsOf } from '../../../privacy/domain/find-private.js';
import { FINDING_WORDS, type FindingKind } from '../../../privacy/domain/finding.js';
import { inPlainWords, PLAIN_WORDS } from '../../../privacy/domain/stand-in-words.js';
import { WORD_TEXT } from './letter-privacy.js';
import { stringsIn } from './strings-in.js';
import type { WrittenLetter } from './written-letter.js';

/** Private details for which a letter must say why they stand in it. Officials are named in letters, agencies have addresses and tax codes. */
const ASKED_ABOUT: ReadonlySet<FindingKind> = new Set([
  ...(['phone', 'email', 'citizenId', 'passport', 'personalCode', 'bankAccount', 'licencePlate', 'profile'] as const),
  ...(['childName', 'schoolWithClass', 'birthDate'] as const),
]);

/** What a letter says of the agency itself, its signer and its date. */
const OF_THE_AGENCY: ReadonlySet<string> = new Set([
  ...['lien_he', 'co_quan_chu_quan', 'co_quan_ban_hanh', 'ten_co_quan', 'dia_danh', 'nam', 'ky_hieu'],
  ...['tham_quyen_ky', 'nguoi_ky', 'ngay_chuyen'],
]);

/** The part of a letter that its annexes are, by their names. */
const ANNEXES = 'annexes';

/** A private detail in a part of a letter, with its words as they stand there. */
export interface PrivateDetail {
  readonly field: string;
  readonly kind: FindingKind;
  readonly words: string;
}

/** Details that a letter keeps, and why. A detail that is written later is not among them. */
export interface KeptDetails {
  readonly words: readonly string[];
  readonly reason: string;
}

/** Characters of why a detail is kept. */
export const KEPT_REASON = { shortest: 10, longest: 500 } as const;

/**
 * Pupils, classes of a school, telephones and papers in any part of a letter, for every recipient.
 *
 * Source: Luật 91/2025/QH15; Luật Trẻ em 2016, Điều 21; Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function privateDetailsIn(letter: WrittenLetter): readonly PrivateDetail[] {
  return atOnce(detailSteps(letter));
}

/** As `privateDetailsIn`, with breaks between its steps: a letter may be as long as its fields allow. */
export function* detailSteps({ annexes, ...letter }: WrittenLetter): Steps<readonly PrivateDetail[]> {
  const names = (annexes ?? []).map(({ name }) => wordsOfName(name));
  return [...(yield* writtenSteps(letter)), ...(yield* detailsOf(ANNEXES, names))];
}

function* writtenSteps({ fields, reading }: WrittenLetter): Steps<readonly PrivateDetail[]> {
  const typed = Object.entries(fields).map(([field, value]) => [field, stringsIn(value)] as const);
  if (reading) {
    const own = new Set(typed.filter(([field]) => field === 'lien_he').flatMap(([, lines]) => lines.map(fold)));
    const text = reading.paragraphs.filter((paragraph) => !own.has(fold(paragraph))).join('\n');
    return yield* detailsOf(WORD_TEXT, [text]);
  }
  const found: PrivateDetail[] = [];
  for (const [field, lines] of typed) if (!OF_THE_AGENCY.has(field)) found.push(...(yield* detailsOf(field, lines)));
  return found;
}

/** Those details for which nobody has said why they stay. */
export function unkeptOf(details: readonly PrivateDetail[], kept: KeptDetails | null): readonly PrivateDetail[] {
  const known = new Set(kept?.words);
  return details.filter(({ words }) => !known.has(words));
}

/** Of what was kept, what still stands in the letter. */
export function keptOf(details: readonly PrivateDetail[], kept: KeptDetails | null): readonly PrivateDetail[] {
  const known = new Set(kept?.words);
  return details.filter(({ words }) => known.has(words));
}

/** `số điện thoại “0912 345 678”, tên học sinh “An”` */
export function detailWords(details: readonly PrivateDetail[]): string {
  return [...new Set(details.map(({ kind, words }) => `${FINDING_WORDS[kind]} “${words}”`))].join(', ');
}

/** What ends before a detail that is left out, on its own line. */
const COMMA_BEFORE = /[,;][^\S\n]*$/u;

/** A part of a letter with words in place of its private details and stand-ins; a detail that stands alone between commas is left out. */
export function withoutDetails(text: string): string {
  const details = findPrivate(text).filter(({ kind }) => ASKED_ABOUT.has(kind));
  const parts = partsOf(text, details);
  let said = '';
  for (const [at, { words, finding }] of parts.entries()) {
    const after = parts[at + 1]?.words ?? '';
    const standsAlone = COMMA_BEFORE.test(said) && /^(?:[^\S\n]*[,;.)]|\s*$)/u.test(after);
    if (finding === null) said += words;
    else if (standsAlone && finding.kind !== 'childName') said = said.replace(COMMA_BEFORE, '');
    else said += PLAIN_WORDS[finding.kind];
  }
  return inPlainWords(said);
}

function* detailsOf(field: string, lines: readonly string[]): Steps<readonly PrivateDetail[]> {
  const details: PrivateDetail[] = [];
  for (const text of lines) {
    for (const { kind, offset, length } of yield* findingSteps(text)) {
      if (ASKED_ABOUT.has(kind)) details.push({ field, kind, words: text.slice(offset, offset + length) });
    }
  }
  return details;
}

/** `em_Nguyen-Van_An.pdf` → `em Nguyen Van An`; a dash between digits may belong to a telephone. */
function wordsOfName(name: string): string {
  return name.replace(/\.pdf$/iu, '').replace(/_|(?<=\p{L})-(?=\p{L})/gu, ' ');
}
