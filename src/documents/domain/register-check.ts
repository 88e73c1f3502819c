import { canonicalJson } from '../../kernel/canonical-json.js';
import { ChainWalk, type Link } from '../../kernel/hash-chain.js';
import { awaitsNumber } from './arrival/arrival-number.js';
import type { Book } from './register.js';
import { closingFlaws, type ClosingFlaw, type KeptClosing } from './closing-check.js';
import { isPossible, type Facts, type LastWord } from './possible-act.js';
import { mayFollowClosing } from './register-closing.js';
import { saidByEntry, type LineAct, type RegisterEntry, type RegisterLine } from './register-line.js';

/** What contradicts a register: where it is named by a number it is the line's, where by `seq` the entry's in the chain. */
export type RegisterFlaw =
  | { readonly code: 'chain-broken'; readonly seq: number }
  | { readonly code: 'act-impossible'; readonly seq: number; readonly number: number }
  | { readonly code: 'line-changed'; readonly number: number; readonly seq: number }
  | { readonly code: 'line-missing'; readonly number: number; readonly seq: number }
  | { readonly code: 'line-not-entered'; readonly number: number }
  | { readonly code: 'start-misplaced'; readonly seq: number }
  | { readonly code: 'number-below-one'; readonly number: number }
  | { readonly code: 'number-before-start'; readonly number: number; readonly first: number }
  | { readonly code: 'number-repeated'; readonly number: number }
  | { readonly code: 'number-missing'; readonly number: number }
  | { readonly code: 'last-number-wrong'; readonly number: number; readonly said: number }
  | { readonly code: 'file-missing'; readonly number: number; readonly sha256: string }
  | { readonly code: 'file-damaged'; readonly number: number; readonly sha256: string }
  | { readonly code: 'before-anchor'; readonly seq: number; readonly rows: number }
  | { readonly code: 'anchor-differs'; readonly seq: number }
  | ClosingFlaw;

/** Where the chain of a book stood when it was anchored. */
export interface AnchoredHead {
  readonly seq: number;
  readonly hash: string;
}

export interface RegisterVerdict {
  readonly book: Book;
  readonly year: number;
  /** First and last number given; both 0 in a book that has given none. */
  readonly from: number;
  readonly to: number;
  /** How many of these numbers stand in the register, voided ones included. */
  readonly present: number;
  readonly voided: number;
  /** How many lines wait for the number that the e-office gives; left out where none does. */
  readonly awaiting?: number;
  /** How many of these numbers the e-office gave; left out where it gave none. */
  readonly givenThere?: number;
  readonly gaps: readonly number[];
  readonly duplicates: readonly number[];
  readonly chain: 'intact' | 'broken';
  /** The first entry that does not hold; null when the chain is whole, or nothing but a line outside of it is wrong. */
  readonly brokenAt: number | null;
  readonly accept: boolean;
  readonly flaws: readonly RegisterFlaw[];
  readonly head: AnchoredHead;
}

interface ActOnLine {
  readonly act: LineAct;
  readonly number: number;
  readonly documentId: string;
  readonly facts: Facts;
  readonly seq: number;
}

/**
 * A register proves itself: its chain is walked from the start, its lines are compared with what the chain last said of them, and its
 * numbers are counted. Give every entry in order, then every line, then ask for the verdict.
 */
export class RegisterCheck {
  private readonly walk = new ChainWalk();
  private readonly lastWords = new Map<string, LastWord>();
  private readonly numbers = new Set<number>();
  private readonly duplicates = new Set<number>();
  private readonly flaws: RegisterFlaw[] = [];
  private voided = 0;
  private givenThere = 0;
  private awaiting = 0;
  /** The number from which the book counts; what came before stands in another register. */
  private first = 1;
  /** Whether the chain goes on with lines of another register. */
  private takesOver = false;
  private closed: (RegisterEntry & Link) | null = null;

  constructor(
    private readonly book: Book,
    private readonly year: number,
    private readonly anchored: readonly AnchoredHead[] = [],
  ) {}

  entry(entry: RegisterEntry & Link): void {
    this.walk.step(entry, saidByEntry(entry));
    const { seq, number, documentId } = entry;
    if (this.anchored.some((anchor) => anchor.seq === seq && anchor.hash !== entry.hash)) {
      this.flaws.push({ code: 'anchor-differs', seq });
    }
    const { act } = entry;
    if (act === 'begun') {
      this.begun(entry);
      return;
    }
    if (this.closed !== null && !mayFollowClosing(act)) this.flaws.push({ code: 'after-closing', seq });
    if (act === 'closed') {
      this.closed ??= entry;
      return;
    }
    this.ofLine({ act, number, documentId, facts: entry.facts as Facts, seq });
  }

  private ofLine({ act, number, documentId, facts, seq }: ActOnLine): void {
    if (act !== 'takenOver') this.takesOver = false;
    // A line of the e-office's book comes whenever it is known of; that of an older register right after the beginning.
    const isPlaced = act !== 'takenOver' || this.takesOver || 'givenBy' in facts;
    if (!isPlaced || !isPossible({ act, number, facts }, this.lastWords.get(documentId) ?? null)) {
      this.flaws.push({ code: 'act-impossible', seq, number });
    }
    if (act === 'carried') this.lastWords.delete(documentId);
    else this.lastWords.set(documentId, { seq, number, facts, text: canonicalJson(facts) });
  }

  line({ number, documentId, facts, voided }: RegisterLine): void {
    const last = this.lastWords.get(documentId);
    if (this.book === 'incoming' && last?.number === number && awaitsNumber({ arrivalNumber: number })) {
      this.awaiting += 1;
    } else this.count(number);
    if (voided) this.voided += 1;
    if ('givenBy' in facts) this.givenThere += 1;
    this.lastWords.delete(documentId);
    if (last === undefined) this.flaws.push({ code: 'line-not-entered', number });
    else if (last.number !== number || last.text !== canonicalJson(facts)) {
      this.flaws.push({ code: 'line-changed', number, seq: last.seq });
    }
  }

  private count(number: number): void {
    if (number < 1) this.flaws.push({ code: 'number-below-one', number });
    else if (number < this.first) this.flaws.push({ code: 'number-before-start', number, first: this.first });
    if (this.numbers.has(number)) this.repeated(number);
    this.numbers.add(number);
  }

  file(number: number, sha256: string, state: 'missing' | 'damaged'): void {
    this.flaws.push({ code: state === 'missing' ? 'file-missing' : 'file-damaged', number, sha256 });
  }

  /**
   * @param last the last number that the book says it gave
   * @param kept what is kept of the book's closing
   */
  verdict(last: number, kept: KeptClosing | null = null): RegisterVerdict {
    const { book, year, walk, voided, first, givenThere, awaiting } = this;
    const to = Math.max(last, greatest(this.numbers), first - 1);
    const gaps = missing(this.numbers, first, to);
    const given = to < first ? { from: 0, to: 0 } : { from: first, to };
    const counts = { ...given, present: this.numbers.size, voided, ...(givenThere === 0 ? {} : { givenThere }) };
    const flaws = [...this.flaws, ...this.unaccounted(gaps, last, to), ...closingFlaws(this.closed, kept, counts)];
    const seqs = flaws.flatMap((flaw) => ('seq' in flaw ? flaw.seq : []));
    const whole = flaws.every(({ code }) => NOT_OF_THE_CHAIN.has(code));
    return {
      book,
      year,
      ...counts,
      ...(awaiting === 0 ? {} : { awaiting }),
      gaps,
      duplicates: [...this.duplicates].sort((a, b) => a - b),
      chain: whole ? 'intact' : 'broken',
      brokenAt: seqs.length === 0 ? null : Math.min(...seqs),
      accept: flaws.length === 0,
      flaws,
      head: { seq: walk.rows, hash: walk.head },
    };
  }

  /** A book begins once, before anything else is written in it, and at a number that exists. */
  private begun({ seq, number, facts }: RegisterEntry): void {
    const { first, takenOver } = facts as Facts;
    const isFirst = seq === 1 && this.walk.rows === 1;
    const lowest = takenOver === undefined ? 2 : 1;
    this.takesOver = isFirst && takenOver !== undefined;
    if (isFirst && Number.isSafeInteger(number) && number >= lowest && first === number) this.first = number;
    else this.flaws.push({ code: 'start-misplaced', seq });
  }

  private repeated(number: number): void {
    this.duplicates.add(number);
    this.flaws.push({ code: 'number-repeated', number });
  }

  private unaccounted(gaps: readonly number[], last: number, to: number): readonly RegisterFlaw[] {
    const { rows, brokenAt } = this.walk;
    return [
      ...(brokenAt === null ? [] : [{ code: 'chain-broken' as const, seq: brokenAt }]),
      ...[...this.lastWords.values()].map(({ number, seq }) => ({ code: 'line-missing' as const, number, seq })),
      ...gaps.map((number) => ({ code: 'number-missing' as const, number })),
      ...(to === last ? [] : [{ code: 'last-number-wrong' as const, number: to, said: last }]),
      ...this.anchored
        .filter(({ seq }) => seq > rows)
        .slice(0, 1)
        .map(({ seq }) => ({ code: 'before-anchor' as const, seq, rows })),
    ];
  }
}

const MAX_GAPS = 1000;

/** Flaws of numbers and files, which leave the chain itself whole. */
const NOT_OF_THE_CHAIN: ReadonlySet<RegisterFlaw['code']> = new Set([
  ...([
    'number-below-one',
    'number-before-start',
    'number-repeated',
    'number-missing',
    'last-number-wrong',
    'file-missing',
    'file-damaged',
    'closing-print-missing',
    'closing-print-damaged',
  ] as const),
]);

function greatest(numbers: ReadonlySet<number>): number {
  let found = 0;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** The first of them: a last number that somebody set to thousands of millions must not be counted out. */
function missing(numbers: ReadonlySet<number>, first: number, to: number): readonly number[] {
  const gaps: number[] = [];
  for (let number = first; number <= to && gaps.length < MAX_GAPS; number += 1)
    if (!numbers.has(number)) gaps.push(number);
  return gaps;
}
