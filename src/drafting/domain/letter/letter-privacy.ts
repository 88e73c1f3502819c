import { fold } from '../../../kernel/vietnamese.js';
import { findKnown, findPrivate } from '../../../privacy/domain/find-private.js';
import { FINDING_WORDS, type Finding, type FindingKind } from '../../../privacy/domain/finding.js';
import { NOBODY_KNOWN, type KnownPerson } from '../../../privacy/domain/known-person.js';

/** What a letter says, and to whom, by the names of its fields. */
export interface WordsOfLetter {
  readonly kinh_gui: readonly string[];
  readonly noi_nhan: readonly string[];
  /** Running text. */
  readonly prose: Readonly<Record<string, string>>;
}

/** The name of the prose of a letter that was written in Word, which has no fields. */
export const WORD_TEXT = 'van_ban';

/** What is known where a letter is judged. */
export interface LetterCircle {
  /** Names of those who may know who wrote: the hotline, the agency and its divisions. */
  readonly insiders: readonly string[];
  /** The sender, where the actor may know them; left out otherwise. */
  readonly known?: KnownPerson;
}

/** A private detail of a letter that goes to somebody who must not know it. */
export interface Disclosure {
  readonly field: string;
  readonly kind: FindingKind;
  readonly words: string;
}

export interface LetterDisclosures {
  /** Addressees and recipients who must not know, as they stand in the letter. */
  readonly strangers: readonly string[];
  /** Empty where there is no stranger. */
  readonly disclosures: readonly Disclosure[];
}

/** Beginnings of addressee lines that mean the citizen, the hotline, those named above, or the file. */
const BEGIN_INSIDE = /^(?:cong dan|to chuc, ca nhan|tong dai 1022|nhu tren|luu)(?!\p{L})/u;

/** Officials are named in letters; a name alone is a detail where it is the sender's. */
const BY_ITSELF_NONE: ReadonlySet<FindingKind> = new Set(['personName']);

/**
 * What a letter tells of people to those who must not know it: telephones, papers, addresses, children, and whatever is known of the sender.
 *
 * Source: Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2; Luật 91/2025/QH15.
 */
export function disclosuresIn(
  { kinh_gui, noi_nhan, prose }: WordsOfLetter,
  { insiders, known = NOBODY_KNOWN }: LetterCircle,
): LetterDisclosures {
  const inside = new Set(insiders.map(fold));
  const strangers = [...kinh_gui, ...noi_nhan]
    .map(nameOf)
    .filter((name) => name !== '' && !isInside(name, inside) && findKnown(name, known).length === 0);
  if (strangers.length === 0) return { strangers, disclosures: [] };
  const addressed = findAll(kinh_gui, known).map((words) => ({
    field: 'kinh_gui',
    kind: 'personName' as const,
    words,
  }));
  const told = Object.entries(prose).flatMap(([field, text]) =>
    detailsOf(text, known).map(({ kind, offset, length }) => ({
      field,
      kind,
      words: text.slice(offset, offset + length),
    })),
  );
  const disclosures = [...addressed, ...told];
  return { strangers: disclosures.length === 0 ? [] : [...new Set(strangers)], disclosures };
}

/** What is kept where somebody approves such a letter; never the words themselves, null where there is nothing to say. */
export function disclosureRemark({ strangers, disclosures }: LetterDisclosures): string | null {
  if (disclosures.length === 0) return null;
  const kinds = [...new Set(disclosures.map(({ kind }) => FINDING_WORDS[kind]))];
  return `Công văn còn nêu ${kinds.join(', ')}; nơi nhận không được biết: ${strangers.join('; ')}.`;
}

/** The parts of these lines that identify a person. */
function findAll(lines: readonly string[], known: KnownPerson): readonly string[] {
  return lines.flatMap((line) =>
    findKnown(line, known).map(({ offset, length }) => line.slice(offset, offset + length)),
  );
}

function detailsOf(text: string, known: KnownPerson): readonly Finding[] {
  const ofSender = findKnown(text, known);
  const isSenders = ({ offset, length }: Finding): boolean =>
    ofSender.some((one) => one.offset < offset + length && offset < one.offset + one.length);
  return findPrivate(text, known).filter((finding) => !BY_ITSELF_NONE.has(finding.kind) || isSenders(finding));
}

/** `- Trường THPT Núi Voi (để thực hiện);` → `Trường THPT Núi Voi` */
function nameOf(line: string): string {
  return line
    .replace(/\([^()]*\)/gu, '')
    .replace(/^[-–\s]+|(?<![;.,\s])[;.,\s]+$/gu, '')
    .trim();
}

function isInside(name: string, inside: ReadonlySet<string>): boolean {
  const folded = fold(name);
  return inside.has(folded) || BEGIN_INSIDE.test(folded);
}
