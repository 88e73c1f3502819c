import { ChainWalk } from '../../kernel/hash-chain.js';
import { saidBy, type ChainedLine } from './chain.js';

/** What contradicts the journal; `seq` is the line's number. */
export type JournalFlaw =
  | { readonly code: 'chain-broken'; readonly seq: number }
  | { readonly code: 'end-missing'; readonly seq: number; readonly rows: number }
  | { readonly code: 'end-unknown'; readonly seq: number }
  | { readonly code: 'head-differs'; readonly seq: number }
  | { readonly code: 'before-anchor'; readonly seq: number; readonly rows: number }
  | { readonly code: 'anchor-differs'; readonly seq: number };

export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

export interface JournalVerdict {
  readonly rows: number;
  readonly chain: 'intact' | 'broken';
  /** The first line that does not hold; null when the journal is whole. */
  readonly brokenAt: number | null;
  /** The hash of the last line; 64 zeros in an empty journal. */
  readonly head: string;
  readonly accept: boolean;
  readonly flaws: readonly JournalFlaw[];
}

/** The journal proves itself: give every line in order, then ask for the verdict with the head that writers keep. */
export class JournalCheck {
  private readonly walk = new ChainWalk();
  private anchorFlaw: JournalFlaw | null = null;
  private last = 0;

  constructor(private readonly anchored: readonly JournalHead[] = []) {}

  /** The number of the last line given. */
  get lastSeq(): number {
    return this.last;
  }

  line(line: ChainedLine): void {
    this.walk.step(line, saidBy(line));
    this.last = line.seq;
    if (this.anchored.some(({ seq, hash }) => seq === line.seq && hash !== line.hash)) {
      this.anchorFlaw ??= { code: 'anchor-differs', seq: line.seq };
    }
  }

  verdict(head: JournalHead): JournalVerdict {
    const { rows, head: hash, brokenAt } = this.walk;
    const flaws = [
      ...(brokenAt === null ? [] : [{ code: 'chain-broken' as const, seq: brokenAt }]),
      ...this.atTheEnd(head),
      ...(this.anchorFlaw ? [this.anchorFlaw] : []),
      ...this.anchored
        .filter(({ seq }) => seq > this.last)
        .slice(0, 1)
        .map(({ seq }) => ({ code: 'before-anchor' as const, seq, rows })),
    ];
    const whole = flaws.length === 0;
    return {
      rows,
      chain: whole ? 'intact' : 'broken',
      brokenAt: whole ? null : Math.min(...flaws.map(({ seq }) => seq)),
      head: hash,
      accept: whole,
      flaws,
    };
  }

  private atTheEnd(head: JournalHead): readonly JournalFlaw[] {
    const { rows, head: hash } = this.walk;
    if (head.seq > this.last) return [{ code: 'end-missing', seq: this.last + 1, rows }];
    if (head.seq < this.last) return [{ code: 'end-unknown', seq: head.seq + 1 }];
    return head.hash === hash ? [] : [{ code: 'head-differs', seq: head.seq }];
  }
}
