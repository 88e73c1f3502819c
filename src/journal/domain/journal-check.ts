import { ChainWalk } from '../../kernel/hash-chain.js';
import { saidBy, type ChainedLine } from './chain.js';

/** What contradicts the journal; `seq` is the line's number, null where it is about none. */
export type JournalFlaw =
  | { readonly code: 'unguarded'; readonly seq: null }
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

  /** Years of anchors are thousands, and each line is asked. */
  private readonly hashesAt = new Map<number, string[]>();

  constructor(private readonly anchored: readonly JournalHead[] = []) {
    for (const { seq, hash } of anchored) {
      const known = this.hashesAt.get(seq);
      if (known) known.push(hash);
      else this.hashesAt.set(seq, [hash]);
    }
  }

  /** The number of the last line given. */
  get lastSeq(): number {
    return this.last;
  }

  line(line: ChainedLine): void {
    this.walk.step(line, saidBy(line));
    this.last = line.seq;
    if (this.hashesAt.get(line.seq)?.some((hash) => hash !== line.hash)) {
      this.anchorFlaw ??= { code: 'anchor-differs', seq: line.seq };
    }
  }

  /** @param isGuarded whether the database still refuses to change lines; a journal that it does not guard is not accepted, however whole */
  verdict(head: JournalHead, isGuarded: boolean): JournalVerdict {
    const { rows, head: hash, brokenAt } = this.walk;
    const flaws: readonly JournalFlaw[] = [
      ...(isGuarded ? [] : [{ code: 'unguarded' as const, seq: null }]),
      ...(brokenAt === null ? [] : [{ code: 'chain-broken' as const, seq: brokenAt }]),
      ...this.atTheEnd(head),
      ...(this.anchorFlaw ? [this.anchorFlaw] : []),
      ...this.anchored
        .filter(({ seq }) => seq > this.last)
        .slice(0, 1)
        .map(({ seq }) => ({ code: 'before-anchor' as const, seq, rows })),
    ];
    const broken = flaws.map(({ seq }) => seq).filter((seq) => seq !== null);
    return {
      rows,
      chain: broken.length === 0 ? 'intact' : 'broken',
      brokenAt: broken.length === 0 ? null : Math.min(...broken),
      head: hash,
      accept: flaws.length === 0,
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
