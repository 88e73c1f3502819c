import { hasRole, type Actor } from '../../../kernel/actor.js';
import { instantOf, nextDay, type CivilDate } from '../../../kernel/civil-date.js';
import { fold } from '../../../kernel/vietnamese.js';
import { visibleUnits } from '../deadlines/policy.js';
import { codesOfChannel } from '../intake/intake-channel.js';
import {
  canonicalPhone,
  codesAsked,
  documentNumberIn,
  factTerm,
  spelledWords,
  TERM,
  wordsIn,
  type Term,
  type TermKind,
} from './search-words.js';

/** What a person asks of the search; empty and null ask nothing. */
export interface TicketQuestion {
  readonly words: string;
  /** A ticket's code, the hotline's, the end of one, or a document's number. */
  readonly code: string;
  /** Who handles it; who sent it too, for those who may know. */
  readonly person: string;
  readonly unitId: string;
  /** The school or other unit that it is about. */
  readonly complainedUnitId: string;
  /** A code of `CHANNEL_CHOICES`. */
  readonly channel: string;
  /** Days of receipt, both inclusive. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** Days on which the answer is due, both inclusive. */
  readonly dueFrom: CivilDate | null;
  readonly dueTo: CivilDate | null;
  readonly states: readonly string[];
  readonly category: string;
  readonly level: string;
}

export const NO_QUESTION: TicketQuestion = {
  words: '',
  code: '',
  person: '',
  unitId: '',
  complainedUnitId: '',
  channel: '',
  from: null,
  to: null,
  dueFrom: null,
  dueTo: null,
  states: [],
  category: '',
  level: '',
};

/** Any of these terms is enough. */
export type TermGroup = readonly Term[];

/** A question as the table of words answers it. */
export interface SearchPlan {
  /** A ticket found has a term of every group: of these for the words, and of `narrowing` for everything else that is asked or seen. */
  readonly wording: readonly TermGroup[];
  readonly narrowing: readonly TermGroup[];
  /** The beginning of one more word: the last one is still being written unless a blank follows it; null when it is whole. */
  readonly beginning: string | null;
  /** Tickets with any of these stand before everything else. */
  readonly exact: TermGroup;
  /**
   * The question's words as they were typed, when any bears a mark: tickets whose subject holds them all so stand before those that hold other words
   * of the same letters. `wording` is what such a ticket has, its last word whole.
   */
  readonly typed: { readonly words: readonly string[]; readonly wording: readonly TermGroup[] } | null;
  /** Minutes of receipt since 1970: from (inclusive) and before. */
  readonly from: number | null;
  readonly before: number | null;
  /** What no list of words knows and the ticket's own row says; null where nothing of it is asked. */
  readonly row: RowWish | null;
  /** The kinds of words that identify people and count for this person: where a ticket's sender is hidden from them, no word of these kinds finds it. */
  readonly leading: readonly TermKind[];
}

/** What is asked of a ticket's row. */
export interface RowWish {
  /** Any of these codes, in small letters; null for every channel. */
  readonly channels: readonly string[] | null;
  /** When the answer is due: from (inclusive) and before. */
  readonly dueFrom: Date | null;
  readonly dueBefore: Date | null;
}

/** Words of one question that are asked; more of them find nothing that fewer did not narrow enough. */
export const MAX_ASKED = 12;

const MINUTE = 60_000;

/** Minutes since 1970 of an instant: the order in which words list their tickets. */
export function receivedMinute(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE);
}

/** Who may find tickets by their sender: those who may know senders at all (rule 21). */
export function maySearchSenders(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'supervisor');
}

/** What is wrong with a question, by the field to repair. */
export function questionFlaws(question: TicketQuestion): readonly QuestionFlaw[] {
  const { words, person, from, to, dueFrom, dueTo } = question;
  return [
    ...(isMarksAlone(words) ? [{ field: 'words' as const, flaw: 'noLetters' as const }] : []),
    ...(isMarksAlone(person) ? [{ field: 'person' as const, flaw: 'noLetters' as const }] : []),
    ...(isReversed(from, to) ? [{ field: 'to' as const, flaw: 'endsBeforeItBegins' as const }] : []),
    ...(isReversed(dueFrom, dueTo) ? [{ field: 'dueTo' as const, flaw: 'endsBeforeItBegins' as const }] : []),
  ];
}

export interface QuestionFlaw {
  readonly field: 'words' | 'person' | 'to' | 'dueTo';
  readonly flaw: 'noLetters' | 'endsBeforeItBegins';
}

/** Whether a question asks anything at all. */
export function asksSomething(question: TicketQuestion): boolean {
  const { words, code, person, unitId, complainedUnitId, channel, states, category, level } = question;
  const { from, to, dueFrom, dueTo } = question;
  return (
    [words, code, person, unitId, complainedUnitId, channel, category, level].some((text) => fold(text) !== '') ||
    [from, to, dueFrom, dueTo].some((day) => day !== null) ||
    states.length > 0
  );
}

/** How a question is answered for this person: what he may not see or know is no part of it. */
export function searchPlan(actor: Actor, question: TicketQuestion): SearchPlan {
  const counted = maySearchSenders(actor);
  const sender: readonly TermKind[] = counted ? [TERM.sender] : [];
  const leading = [TERM.people, ...sender];
  return {
    ...wordingOf(question.words, [TERM.text, ...leading]),
    narrowing: [
      ...personGroups(question.person, sender),
      ...(codesAsked(question.code).length === 0 ? [] : [codeTerms(question.code)]),
      ...factGroups(question),
      ...detectGroup(actor),
    ],
    exact: exactTerms(question.words, counted),
    from: question.from === null ? null : receivedMinute(instantOf(question.from, 0)),
    before: question.to === null ? null : receivedMinute(instantOf(nextDay(question.to), 0)),
    row: rowWish(question),
    leading,
  };
}

function rowWish({ channel, dueFrom, dueTo }: TicketQuestion): RowWish | null {
  if (channel === '' && dueFrom === null && dueTo === null) return null;
  return {
    channels: channel === '' ? null : [channel, ...codesOfChannel(channel)],
    dueFrom: dueFrom === null ? null : instantOf(dueFrom, 0),
    dueBefore: dueTo === null ? null : instantOf(nextDay(dueTo), 0),
  };
}

function wordingOf(asked: string, kinds: readonly TermKind[]): Pick<SearchPlan, 'wording' | 'beginning' | 'typed'> {
  const text = documentNumberIn(asked) ?? asked;
  const words = wordsIn(text).slice(0, MAX_ASKED);
  const wording = words.map((word) => termsIn(kinds, word));
  const typed = hasMarks(text) ? { words: spelledWords(text), wording } : null;
  return /\s$/u.test(asked)
    ? { wording, beginning: null, typed }
    : { wording: wording.slice(0, -1), beginning: words.at(-1) ?? null, typed };
}

function hasMarks(words: string): boolean {
  return spelledWords(words).some((word) => word !== fold(word));
}

function exactTerms(words: string, senders: boolean): TermGroup {
  const phone = senders ? canonicalPhone(words) : null;
  return [...codeTerms(words), ...(phone === null ? [] : [{ kind: TERM.sender, word: phone }])];
}

function codeTerms(text: string): TermGroup {
  return codesAsked(text).map((word) => ({ kind: TERM.code, word }));
}

function personGroups(person: string, sender: readonly TermKind[]): readonly TermGroup[] {
  const phone = sender.length > 0 ? canonicalPhone(person) : null;
  if (phone !== null) return [termsIn(sender, phone)];
  return wordsIn(person)
    .slice(0, MAX_ASKED)
    .map((word) => termsIn([TERM.name, ...sender], word));
}

function factGroups({ states, level, category, unitId, complainedUnitId }: TicketQuestion): readonly TermGroup[] {
  const facts = [
    states.map((state) => factTerm('state', state)),
    ...(
      [
        ['level', level],
        ['category', category],
        ['unit', unitId],
        ['complained', complainedUnitId],
      ] as const
    ).map(([about, value]) => (value === '' ? [] : [factTerm(about, value)])),
  ];
  return facts.filter((words) => words.length > 0).map((words) => words.map((word) => ({ kind: TERM.fact, word })));
}

/** A person of a unit finds what that unit may see; one who sees nothing has a group that nothing fulfils. */
function detectGroup(actor: Actor): readonly TermGroup[] {
  const units = visibleUnits(actor);
  if (units === 'every') return [];
  return [units.map((id) => ({ kind: TERM.fact, word: factTerm('unit', id) }))];
}

function termsIn(kinds: readonly TermKind[], word: string): TermGroup {
  return kinds.map((kind) => ({ kind, word }));
}

function isReversed(first: CivilDate | null, last: CivilDate | null): boolean {
  return first !== null && last !== null && last < first;
}

function isMarksAlone(text: string): boolean {
  return text.trim() !== '' && wordsIn(text).length === 0;
}
