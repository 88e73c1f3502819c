import { fold, spelling } from '../../../kernel/vietnamese.js';
import { wordsOfNobody, type Sender } from '../identity/sender.js';

/**
 * What a ticket may be found by, in kinds: words of its `text` that lead to nobody; words of its text that lead to `people`, who are found only by
 * those from whom its sender is not hidden; words of the `name`s of unit and officer; words of the `sender`, who is found only by those who may know
 * him; whole `code`s; and `fact`s that a form asks for (state, level, category, unit).
 */
export const TERM = { text: 't', people: 'p', name: 'n', sender: 's', code: 'c', fact: 'f' } as const;

export type TermKind = (typeof TERM)[keyof typeof TERM];

export const TERM_KINDS: readonly TermKind[] = Object.values(TERM);

export interface Term {
  readonly kind: TermKind;
  readonly word: string;
}

/** The distinct words of a ticket, by kind. */
export type TicketTerms = Readonly<Record<keyof typeof TERM, readonly string[]>>;

/** What the search must know of a ticket. */
export interface SearchableTicket {
  /** Code and hotline code. */
  readonly codes: readonly (string | null)[];
  /** Numbers of incoming and outgoing documents, with or without notation: `1284`, `513/SGDĐT-GDTrH`. */
  readonly documentNumbers: readonly string[];
  readonly subject: string;
  /** The citizen's words. */
  readonly words: string;
  readonly place: string;
  readonly category: string;
  /** The category as the hotline named it. */
  readonly categoryWords: string;
  /** Names of the units and people who handle it. */
  readonly handlers: readonly string[];
  readonly sender: Sender;
  readonly state: string;
  readonly level: string;
  /** The units that may see it: the one in the lead, and those that help. */
  readonly unitIds: readonly (string | null)[];
  readonly complainedUnitId: string | null;
}

/** Words of one ticket that are kept; a text of two thousand words has some three hundred different ones. */
export const MAX_WORDS = 400;

/** Longer words are cut, in the question as in the ticket. */
const MAX_WORD_LENGTH = 40;

const MAX_TERM_LENGTH = 100;
const WORD = /[\p{L}\p{N}]+/gu;
const WRITTEN_WORD = /[\p{L}\p{N}\p{M}]+/gu;
const DOCUMENT_NUMBER =
  /^(?:(?:cong van|van ban|cv|vb)(?!\p{L})\.?)? ?(?:so(?: (?:den|di|ky hieu))?(?!\p{L}))?[.: ]*(\d+(?: ?\/ ?[\p{L}\p{N}]+(?: ?[.&-] ?[\p{L}\p{N}]+)*)?)$/u;
const PHONE = /(?<![\d])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)/gu;

/** The folded words of a text in their order, each once. Whatever is neither letter nor digit only parts words. */
export function wordsIn(text: string): string[] {
  const words = fold(text).match(WORD) ?? [];
  return distinct(words.map((word) => cut(word, MAX_WORD_LENGTH)));
}

/** The words of a text with their marks, in one spelling, each once. */
export function spelledWords(text: string): string[] {
  return distinct((text.match(WRITTEN_WORD) ?? []).map(spelling));
}

/** A code or document number as it is compared: folded, without blanks. */
export function canonicalCode(text: string): string {
  return cut(fold(text).replaceAll(' ', ''), MAX_TERM_LENGTH);
}

/**
 * The number or code of a document as people write it, `số 513/SGDĐT-GDTrH`, `Công văn số: 05/SGDĐT-VP`, `số đến 1284`, without what stands before it;
 * null for anything else.
 */
export function documentNumberIn(text: string): string | null {
  return DOCUMENT_NUMBER.exec(fold(text))?.[1] ?? null;
}

/** The forms under which a code or number may be kept; outgoing numbers are printed with a nought before them (`05`) and kept without. */
export function codesAsked(text: string): readonly string[] {
  const code = canonicalCode(documentNumberIn(text) ?? text);
  return distinct([code, code.replace(/^0+(?=\d+\/)/u, '')]).filter((form) => form !== '');
}

/** A telephone number as it is compared: `+84 912 345 678` → `0912345678`; null for anything else. */
export function canonicalPhone(text: string): string | null {
  const folded = fold(text);
  if (!/^[\d .+()-]+$/u.test(folded)) return null;
  const digits = folded.replace(/\D/gu, '').replace(/^84(?=\d{8,10}$)/u, '0');
  return /^\d{8,15}$/u.test(digits) ? digits : null;
}

/** A fact as a term: `state:processing`. */
export function factTerm(about: 'state' | 'level' | 'category' | 'unit' | 'complained', value: string): string {
  return cut(`${about}:${fold(value).replaceAll(' ', '-')}`, MAX_TERM_LENGTH);
}

/**
 * Everything that a ticket may be found by.
 *
 * The sender's name and telephone numbers leave the citizen's text too, and what leads to anybody is a kind of its own: a unit must not learn who wrote
 * by searching (rule 21).
 */
export function termsOf(ticket: SearchableTicket): TicketTerms {
  const { sender, handlers } = ticket;
  const codes = [...ticket.codes.filter((code) => code !== null), ...ticket.documentNumbers];
  const written = [ticket.subject, ticket.place, ticket.categoryWords, ticket.words];
  const ofNobody = written.map((part) => withoutSender(wordsOfNobody(part, sender), sender.senderName));
  const text = distinct([...codes, ...handlers, ...ofNobody].flatMap(wordsIn));
  const every = distinct(written.flatMap((part) => wordsIn(withoutSender(part, sender.senderName))));
  const plain = new Set(text);
  return {
    text: text.slice(0, MAX_WORDS),
    people: every.filter((word) => !plain.has(word)).slice(0, MAX_WORDS),
    name: distinct(handlers.flatMap(wordsIn)),
    sender: distinct([
      ...wordsIn(sender.senderName),
      ...[sender.senderPhone, ...phonesIn(ticket.words), ...phonesIn(ticket.subject)]
        .map(canonicalPhone)
        .filter((phone) => phone !== null),
    ]),
    code: distinct(codes.flatMap(codeForms)),
    fact: factsOf(ticket),
  };
}

/** The term of every kind as the table keeps it. */
export function listed(terms: TicketTerms): Term[] {
  return (Object.keys(TERM) as (keyof typeof TERM)[]).flatMap((kind) =>
    terms[kind].map((word) => ({ kind: TERM[kind], word })),
  );
}

function factsOf({ state, level, category, unitIds, complainedUnitId }: SearchableTicket): string[] {
  return distinct([
    factTerm('state', state),
    factTerm('level', level),
    ...(category === '' ? [] : [factTerm('category', category)]),
    ...unitIds.filter((id) => id !== null).map((id) => factTerm('unit', id)),
    ...(complainedUnitId === null ? [] : [factTerm('complained', complainedUnitId)]),
  ]);
}

/** A code whole, and its ends: `pakn.20260312.0042`, `0042`; `513/sgddt-gdtrh`, `513`. */
function codeForms(text: string): string[] {
  const code = canonicalCode(text);
  const ends = [code.split('.').at(-1) ?? '', code.split('/')[0] ?? ''];
  return [code, ...ends].filter((form) => form !== '');
}

function phonesIn(text: string): string[] {
  return fold(text).match(PHONE) ?? [];
}

/** The text without telephone numbers and without the sender's whole name, however it is written. */
function withoutSender(text: string, name: string): string {
  const folded = fold(text).replace(PHONE, ' ');
  const words = fold(name).match(WORD) ?? [];
  if (words.length < 2) return folded;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'gu');
  return folded.replace(pattern, ' ');
}

/** The beginning of a term; half a surrogate pair at its end would be one and the same to a database, whatever stood there. */
function cut(term: string, length: number): string {
  return term.slice(0, length).replace(/\p{Cs}$/u, '');
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
