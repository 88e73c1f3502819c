import { canonicalJson } from '../../kernel/canonical-json.js';
import { ChainWalk, type Link } from '../../kernel/hash-chain.js';
import type { Book } from './register.js';
import { saidByEntry, type RegisterEntry, type RegisterLine } from './register-line.js';

/** What contradicts a register: where it is named by a number it is the line's, where by `seq` the entry's in the chain. */
export type RegisterFlaw =
  | { readonly code: 'chain-broken'; readonly seq: number }
  | { readonly code: 'line-changed'; readonly number: number; readonly seq: number }
  | { readonly code: 'line-missing'; readonly number: number; readonly seq: number }
  | { readonly code: 'line-not-entered'; readonly number: number }
  | { readonly code: 'number-repeated'; readonly number: number }
  | { readonly code: 'number-missing'; readonly number: number }
  | { readonly code: 'last-number-wrong'; readonly number: number; readonly said: number }
  | { readonly code: 'file-missing'; readonly number: number; readonly sha256: string }
  | { readonly code: 'file-damaged'; readonly number: number; readonly sha256: string }
  | { readonly code: 'before-anchor'; readonly seq: number; readonly rows: number }
  | { readonly code: 'anchor-differs'; readonly seq: number };

/** Where the chain of a book stood when it was anchored. */
export interface AnchoredHead {
  readonly seq: number;
  readonly hash: string;
}

export interface RegisterVerdict {
  readonly book: Book;
  readonly year: number;
  /** First and last number given; both 0 in a book without a line. */
  readonly from: number;
  readonly to: number;
  /** How many of these numbers stand in the register, voided ones included. */
  readonly present: number;
  readonly voided: number;
  readonly gaps: readonly number[];
  readonly duplicates: readonly number[];
  readonly chain: 'intact' | 'broken';
  /** The first entry that does not hold; null when the chain is whole, or nothing but a line outside of it is wrong. */
  readonly brokenAt: number | null;
  readonly accept: boolean;
  readonly flaws: readonly RegisterFlaw[];
  readonly head: AnchoredHead;
}

interface LastWord {
  readonly seq: number;
  readonly number: number;
  readonly text: string;
}

/**
 * A register proves itself: its chain is walked from the start, its lines are held against what the chain last said of them, and its
 * numbers are counted. Give every entry in order, then every line, then ask for the verdict.
 */
export class RegisterCheck {
  private readonly walk = new ChainWalk();
  private readonly lastWords = new Map<string, LastWord>();
  private readonly numbers = new Set<number>();
  private readonly duplicates = new Set<number>();
  private readonly flaws: RegisterFlaw[] = [];
  private voided = 0;

  constructor(
    private readonly book: Book,
    private readonly year: number,
    private readonly anchored: AnchoredHead | null = null,
  ) {}

  entry(entry: RegisterEntry & Link): void {
    this.walk.step(entry, saidByEntry(entry));
    const { anchored } = this;
    if (anchored?.seq === entry.seq && anchored.hash !== entry.hash) {
      this.flaws.push({ code: 'anchor-differs', seq: entry.seq });
    }
    const { seq, number, documentId, facts } = entry;
    this.lastWords.set(documentId, { seq, number, text: canonicalJson(facts) });
  }

  line({ number, documentId, facts, voided }: RegisterLine): void {
    if (this.numbers.has(number)) this.repeated(number);
    this.numbers.add(number);
    if (voided) this.voided += 1;
    const last = this.lastWords.get(documentId);
    this.lastWords.delete(documentId);
    if (last === undefined) this.flaws.push({ code: 'line-not-entered', number });
    else if (last.number !== number || last.text !== canonicalJson(facts)) {
      this.flaws.push({ code: 'line-changed', number, seq: last.seq });
    }
  }

  file(number: number, sha256: string, state: 'missing' | 'damaged'): void {
    this.flaws.push({ code: state === 'missing' ? 'file-missing' : 'file-damaged', number, sha256 });
  }

  /** @param last the last number that the book says it gave */
  verdict(last: number): RegisterVerdict {
    const { book, year, walk, voided } = this;
    const to = Math.max(last, greatest(this.numbers));
    const gaps = missing(this.numbers, to);
    const flaws = [...this.flaws, ...this.unaccounted(gaps, last, to)];
    const seqs = flaws.flatMap((flaw) => ('seq' in flaw ? flaw.seq : []));
    const whole = flaws.every(({ code }) => NOT_OF_THE_CHAIN.has(code));
    return {
      ...{ book, year, from: Math.min(1, to), to, present: this.numbers.size, voided, gaps },
      duplicates: [...this.duplicates].sort((a, b) => a - b),
      chain: whole ? 'intact' : 'broken',
      brokenAt: seqs.length === 0 ? null : Math.min(...seqs),
      accept: flaws.length === 0,
      flaws,
      head: { seq: walk.rows, hash: walk.head },
    };
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
      ...(this.anchored && this.anchored.seq > rows
        ? [{ code: 'before-anchor' as const, seq: this.anchored.seq, rows }]
        : []),
    ];
  }
}

/** Flaws of numbers and files, which leave the chain itself whole. */
const NOT_OF_THE_CHAIN: ReadonlySet<RegisterFlaw['code']> = new Set([
  ...(['number-repeated', 'number-missing', 'last-number-wrong', 'file-missing', 'file-damaged'] as const),
]);

function greatest(numbers: ReadonlySet<number>): number {
  let found = 0;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

function missing(numbers: ReadonlySet<number>, to: number): readonly number[] {
  const gaps: number[] = [];
  for (let number = 1; number <= to; number += 1) if (!numbers.has(number)) gaps.push(number);
  return gaps;
}
