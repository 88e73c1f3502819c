import { atOnce, type Steps } from '../../kernel/turns.js';
import { fold } from '../../kernel/vietnamese.js';
import { detectAddress } from './addresses.js';
import { detectBirthDate } from './birth-dates.js';
import { REPLACEMENTS, type Finding, type Detection } from './finding.js';
import { detectPassport, detectPlate } from './letter-codes.js';
import { NOBODY_KNOWN, tracesOf, type KnownPerson } from './known-person.js';
import { detectName } from './names.js';
import { detectNumber } from './numbers.js';
import { detectEmail, detectProfile } from './online.js';
import { Reading, TOKENS_A_STEP } from './reading.js';
import { namesSchool, detectClass } from './school-classes.js';

type Recogniser = (reading: Reading, index: number) => Detection | null;

/**
 * Private details of people in a text: what may not go out (Luật 91/2025/QH15; Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2). It finds by
 * form and by the words around, so it can miss and can take the wrong thing: a person decides.
 *
 * The work is linear in the length of the text: every recogniser looks at a fixed number of words around one, and goes on behind what it saw.
 *
 * @param text in any normalisation form
 * @param known of whom more is known than a text tells: the sender of a ticket
 * @returns findings by place, none over another
 */
export function findPrivate(text: string, known: KnownPerson = NOBODY_KNOWN): readonly Finding[] {
  return atOnce(findingSteps(text, known));
}

/** As `findPrivate`, with breaks between its steps: for texts as long as a person may post. */
export function* findingSteps(text: string, known: KnownPerson = NOBODY_KNOWN): Steps<readonly Finding[]> {
  const reading = yield* Reading.steps(text);
  const schoolNamed = known.atSchool === true || namesSchool(reading);
  const recognisers: readonly Recogniser[] = [
    detectEmail,
    detectProfile,
    detectNumber,
    detectPassport,
    detectPlate,
    detectAddress,
    detectBirthDate,
    detectName,
    (seen, index) => detectClass(seen, index, schoolNamed),
    tracesOf(known),
  ];
  const seen: Detection[] = [];
  for (const recogniser of recognisers) seen.push(...(yield* detectionSteps(reading, recogniser)));
  return parted(seen.map((one) => placed(reading, one)));
}

/** The text with its findings replaced by words that say what stood there; NFC. */
export function redact(text: string, findings: readonly Finding[]): string {
  return partsOf(text, findings)
    .map(({ words, finding }) => finding?.replacement ?? words)
    .join('')
    .normalize('NFC');
}

/**
 * The text without what leads to a person, the known one above all.
 *
 * @param named whole names that stay, unless the known person bears one
 */
export function withoutPeople(text: string, known = NOBODY_KNOWN, named: readonly string[] = []): string {
  const staying = new Set(named.map(fold));
  staying.delete(fold(known.name));
  return redact(
    text,
    findPrivate(text, known).filter(({ offset, length }) => !staying.has(fold(text.slice(offset, offset + length)))),
  );
}

/**
 * What is left of a text where everything that leads to a person is cut out of it, with nothing in its place.
 *
 * @param known as of `findPrivate`
 */
export function leadingToNobody(text: string, known = NOBODY_KNOWN): string {
  return partsOf(text, findPrivate(text, known))
    .map(({ words, finding }) => (finding === null ? words : ' '))
    .join('');
}

/** Where a text tells of one person, by what is known of them alone. */
export function findKnown(text: string, known: KnownPerson): readonly Finding[] {
  const reading = Reading.of(text);
  return parted(atOnce(detectionSteps(reading, tracesOf(known))).map((seen) => placed(reading, seen)));
}

/** The text without what is known of one person; everybody else stays named. */
export function withoutKnown(text: string, known: KnownPerson): string {
  return redact(text, findKnown(text, known));
}

/** A stretch of a text: plain, or one finding. */
export interface TextPart {
  readonly words: string;
  readonly finding: Finding | null;
}

/** The text cut at its findings, for a page that marks them; joined, the words are the text. */
export function partsOf(text: string, findings: readonly Finding[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const finding of findings) {
    const to = finding.offset + finding.length;
    if (finding.offset < from || to > text.length) continue;
    parts.push({ words: text.slice(from, finding.offset), finding: null });
    parts.push({ words: text.slice(finding.offset, to), finding });
    from = to;
  }
  return [...parts, { words: text.slice(from), finding: null }].filter(({ words }) => words !== '');
}

function* detectionSteps(reading: Reading, recogniser: Recogniser): Steps<readonly Detection[]> {
  const found: Detection[] = [];
  for (let index = 0, looked = 1; index < reading.tokens.length; index += 1, looked += 1) {
    const seen = recogniser(reading, index);
    if (seen !== null) {
      found.push(seen);
      index = Math.max(index, seen.to);
    }
    if (looked % TOKENS_A_STEP === 0) yield;
  }
  return found;
}

function placed(reading: Reading, { kind, confidence, from, to }: Detection): Finding {
  const offset = reading.at(from).start;
  return { kind, confidence, offset, length: reading.at(to).end - offset, replacement: REPLACEMENTS[kind] };
}

/** Of findings that lie over one another the earlier, then the longer, stands for all, and reaches to the end of the last. */
function parted(findings: readonly Finding[]): readonly Finding[] {
  const apart: Finding[] = [];
  for (const next of [...findings].sort((a, b) => a.offset - b.offset || b.length - a.length)) {
    const last = apart.at(-1);
    if (last === undefined || next.offset >= last.offset + last.length) {
      apart.push(next);
      continue;
    }
    const end = Math.max(last.offset + last.length, next.offset + next.length);
    apart[apart.length - 1] = { ...last, length: end - last.offset };
  }
  return apart;
}
