import { EFFECT_WORDS, REACH_WORDS, type Effect, type MeritKind, type Reach } from './merit.js';

/** What of a ticket and of what it changed counts. */
export interface MeritFacts {
  readonly kind: MeritKind;
  readonly effect: Effect;
  readonly reach: Reach;
  /** Number and symbol of the changed document; empty where it has none. */
  readonly documentSymbol: string;
  /** Feedback with a proposal (kiến nghị). */
  readonly isPetition: boolean;
  /** Stars that the sender gave; null where none were given. */
  readonly rating: number | null;
}

/** Why something stands where it stands. */
export interface Reason {
  readonly points: number;
  readonly words: string;
}

export interface Ranked {
  readonly points: number;
  /** Weightiest first. */
  readonly reasons: readonly Reason[];
}

const EFFECT_POINTS: Readonly<Record<Effect, number>> = {
  abolished: 40,
  amended: 40,
  issued: 40,
  supplemented: 30,
  practice: 15,
};

const REACH_POINTS: Readonly<Record<Reach, number>> = { sector: 30, department: 20, unit: 10 };

const WITH_DOCUMENT = 15;
const WITH_PROPOSAL = 10;
const SATISFIED = 5;
const SATISFIED_FROM = 4;

/**
 * How much weight a merit has: a help for the proposer, never a decision. Each point has its reason in words; nothing about the person counts.
 *
 * Source of what counts: source letter, part 3 (hiệu quả thiết thực, giúp sửa đổi, bổ sung, bãi bỏ); the weights are ours.
 */
export function rankOf(facts: MeritFacts): Ranked {
  const { kind, effect, reach, documentSymbol, isPetition, rating } = facts;
  const reasons: Reason[] = [
    { points: EFFECT_POINTS[effect], words: EFFECT_WORDS[effect] },
    { points: REACH_POINTS[reach], words: REACH_WORDS[reach] },
  ];
  if (documentSymbol !== '') reasons.push({ points: WITH_DOCUMENT, words: `Có văn bản: ${documentSymbol}` });
  if (isPetition || kind === 'solution' || kind === 'initiative')
    reasons.push({ points: WITH_PROPOSAL, words: 'Kèm phương án, sáng kiến' });
  if (rating !== null && rating >= SATISFIED_FROM)
    reasons.push({ points: SATISFIED, words: `Người phản ánh đánh giá ${rating}/5` });
  const sorted = reasons.toSorted((one, other) => other.points - one.points);
  return { points: sorted.reduce((sum, { points }) => sum + points, 0), reasons: sorted };
}

/** By weight; what weighs the same, earlier first. */
export function byRank(
  one: { readonly points: number; readonly flaggedAt: Date },
  other: { readonly points: number; readonly flaggedAt: Date },
): number {
  return other.points - one.points || one.flaggedAt.getTime() - other.flaggedAt.getTime();
}
