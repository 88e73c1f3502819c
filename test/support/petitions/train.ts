import { LEARNT, rarity, SCALE, type Learnt } from '../../../src/tickets/domain/intake/nature-scores.js';
import { termsOf } from '../../../src/tickets/domain/intake/nature-terms.js';
import type { LabelledText } from './labelled-texts.js';

/** A term that fewer papers share is not kept: it would be learnt by heart. */
const SHARED_BY = 4;
/** How much great weights cost. */
const PENALTY = 2e-5;
const ROUNDS = 300;
const STEP = 3;
/** How much of a round's step is made again in the next. */
const MOMENTUM = 0.9;
const KINDS = LEARNT.length;
const LINE = 50;

interface Row {
  readonly kind: number;
  /** The terms of a text, and how much each counts: the rarer the more, together 1. */
  readonly terms: Int32Array;
  readonly counts: Float64Array;
  /** How much it teaches. */
  readonly weight: number;
}

function kindOf({ nature }: LabelledText): number {
  return LEARNT.indexOf(nature as Learnt);
}

/** The model as `nature-model.ts` keeps it: what the texts teach, the same each time. Of state secrets nothing is learnt. */
export function trained(all: readonly LabelledText[]): string {
  const texts = all.filter(({ nature }) => nature !== 'stateSecret');
  const keys = texts.map(({ text }) => termsOf(text).map(({ key }) => key));
  const having = new Map<string, number>();
  for (const key of keys.flat()) having.set(key, (having.get(key) ?? 0) + 1);
  const terms = [...having.keys()].filter((key) => (having.get(key) ?? 0) >= SHARED_BY).toSorted();
  const places = new Map(terms.map((key, at) => [key, at]));
  const rarities = terms.map((key) => rarity(texts.length, having.get(key) ?? 1));
  const rows = texts.map((text, at) => {
    const known = (keys[at] ?? []).flatMap((key) => places.get(key) ?? []);
    const length = Math.hypot(...known.map((term) => rarities[term]!)) || 1;
    const counts = Float64Array.from(known, (term) => rarities[term]! / length);
    return { kind: kindOf(text), terms: Int32Array.from(known), counts, weight: text.weight ?? 1 };
  });
  const weights = fitted(rows, terms.length);
  const lineOf = (key: string, many: number, at: number, times: number): string => {
    const [feedback = 0, ...others] = weights.subarray(at * KINDS, (at + 1) * KINDS);
    return `${key}:${[many, ...others.map((one) => Math.round((one - feedback) * times * SCALE) || 0)].join(',')}`;
  };
  const lines = terms.map((key, at) => lineOf(key, having.get(key) ?? 0, at, rarities[at]!));
  return inLines([lineOf('', texts.length, terms.length, 1), ...lines]);
}

function inLines(entries: readonly string[]): string {
  const starts = Array.from({ length: Math.ceil(entries.length / LINE) }, (_line, at) => at * LINE);
  return starts.map((start) => entries.slice(start, start + LINE).join(';')).join('\n');
}

/** The weights of each term for each kind, those without a term last: descent with momentum, each kind weighing as much as the others together. */
function fitted(rows: readonly Row[], terms: number): Float64Array {
  const weights = new Float64Array((terms + 1) * KINDS);
  const moves = new Float64Array(weights.length);
  const sizes = LEARNT.map((_name, at) => rows.reduce((sum, { kind, weight }) => sum + (kind === at ? weight : 0), 0));
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < moves.length; at++) {
      moves[at] = MOMENTUM * moves[at]! - (at < terms * KINDS ? STEP * PENALTY * weights[at]! : 0);
    }
    for (const row of rows) {
      const push = pushOf(row, weights, terms);
      for (let kind = 0; kind < KINDS; kind++) {
        const step = (STEP * row.weight * push[kind]!) / (KINDS * sizes[row.kind]!);
        moves[terms * KINDS + kind]! -= step;
        for (let at = 0; at < row.terms.length; at++) moves[row.terms[at]! * KINDS + kind]! -= step * row.counts[at]!;
      }
    }
    for (let at = 0; at < weights.length; at++) weights[at]! += moves[at]!;
  }
  return weights;
}

/** How much too likely each kind is held for a row. */
function pushOf(row: Row, weights: Float64Array, terms: number): Float64Array {
  const odds = weights.slice(terms * KINDS);
  for (let at = 0; at < row.terms.length; at++) {
    for (let kind = 0; kind < KINDS; kind++) odds[kind]! += weights[row.terms[at]! * KINDS + kind]! * row.counts[at]!;
  }
  const most = Math.max(...odds);
  const chances = odds.map((one) => Math.exp(one - most));
  const all = chances.reduce((sum, one) => sum + one, 0);
  return chances.map((one, kind) => one / all - (kind === row.kind ? 1 : 0));
}
