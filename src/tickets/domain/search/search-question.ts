import { hasRole, type Actor } from '../../../kernel/actor.js';
import { instantOf, nextDay, type CivilDate } from '../../../kernel/civil-date.js';
import { fold } from '../../../kernel/vietnamese.js';
import { visibleUnits } from '../deadlines/policy.js';
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
  /** Days of receipt, both inclusive. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly states: readonly string[];
  readonly category: string;
  readonly level: string;
}

export const NO_QUESTION: TicketQuestion = {
  words: '',
  code: '',
  person: '',
  unitId: '',
  from: null,
  to: null,
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
  /** The kinds of words that identify people and count for this person: where a ticket's sender is hidden from them, no word of these kinds finds it. */
  readonly leading: readonly TermKind[];
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
export function questionFlaws({ words, person, from, to }: TicketQuestion): readonly QuestionFlaw[] {
  return [
    ...(isMarksAlone(words) ? [{ field: 'words' as const, flaw: 'noLetters' as const }] : []),
    ...(isMarksAlone(person) ? [{ field: 'person' as const, flaw: 'noLetters' as const }] : []),
    ...(from !== null && to !== null && to < from
      ? [{ field: 'to' as const, flaw: 'endsBeforeItBegins' as const }]
      : []),
  ];
}

export interface QuestionFlaw {
  readonly field: 'words' | 'person' | 'to';
  readonly flaw: 'noLetters' | 'endsBeforeItBegins';
}

/** Whether a question asks anything at all. */
export function asksSomething(question: TicketQuestion): boolean {
  const { words, code, person, unitId, from, to, states, category, level } = question;
  return (
    [words, code, person, unitId, category, level].some((text) => fold(text) !== '') ||
    from !== null ||
    to !== null ||
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
    leading,
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

function factGroups({ states, level, category, unitId }: TicketQuestion): readonly TermGroup[] {
  const facts = [
    states.map((state) => factTerm('state', state)),
    ...(
      [
        ['level', level],
        ['category', category],
        ['unit', unitId],
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

function isMarksAlone(text: string): boolean {
  return text.trim() !== '' && wordsIn(text).length === 0;
}
