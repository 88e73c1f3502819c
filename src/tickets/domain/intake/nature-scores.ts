import { NATURE_MODEL } from './nature-model.js';
import { termsOf, type Term } from './nature-terms.js';

/**
 * Kinds that are learnt, `feedback` first: what the others weigh, they weigh against it. A request for protection is written in other words than a
 * denunciation, to which it belongs in law. State secrets are too few to learn from.
 */
export const LEARNT = ['feedback', 'complaint', 'denunciation', 'protection', 'emergency'] as const;

export type Learnt = (typeof LEARNT)[number];
export type OtherLearnt = Exclude<Learnt, 'feedback'>;

/** Weights are kept as whole numbers, so many for one. */
export const SCALE = 20;

/** A term of a text, and how much it speaks for each kind. */
export interface WeighedTerm extends Term {
  readonly for: Readonly<Record<OtherLearnt, number>>;
}

export interface NatureScores {
  /** From 0 to 1, together 1. */
  readonly chances: Readonly<Record<Learnt, number>>;
  readonly terms: readonly WeighedTerm[];
}

interface Weighed {
  readonly rarity: number;
  readonly for: Readonly<Record<OtherLearnt, number>>;
}

/** How rare a term is, by the number of papers that have it. */
export function rarity(papers: number, having: number): number {
  return Math.log(papers / having);
}

let model: { readonly first: Weighed; readonly terms: ReadonlyMap<string, Weighed> } | null = null;

/** Lines of `term:how many papers have it,weight,weight,…`, joined by `;`; the first is of no term and tells how many papers there were. */
function learnt(): NonNullable<typeof model> {
  if (model) return model;
  const [first = '', ...lines] = NATURE_MODEL.split(/[;\n]+/u).filter(Boolean);
  const papers = Number(/\d+/u.exec(first)?.[0]);
  const weighed = (line: string): [string, Weighed] => {
    const [term = '', numbers = ''] = line.split(':');
    const [having = 1, ...weights] = numbers.split(',').map(Number);
    return [term, { rarity: rarity(papers, having), for: ofEach((_kind, at) => (weights[at] ?? 0) / SCALE) }];
  };
  model = { first: weighed(first)[1], terms: new Map(lines.map(weighed)) };
  return model;
}

function ofEach(number: (kind: OtherLearnt, at: number) => number): Readonly<Record<OtherLearnt, number>> {
  const others = LEARNT.filter((kind): kind is OtherLearnt => kind !== 'feedback');
  return Object.fromEntries(others.map((kind, at) => [kind, number(kind, at)])) as Record<OtherLearnt, number>;
}

/**
 * How likely a text is of each kind: a multinomial logistic regression over the terms that are in it, the rare ones more, a long text no more than a short
 * one. Learnt from papers that people have named (`npm run petitions-model`).
 */
export function natureScores(text: string): NatureScores {
  const { first, terms } = learnt();
  const known = termsOf(text).flatMap((term) => {
    const weighed = terms.get(term.key);
    return weighed ? [{ ...term, ...weighed }] : [];
  });
  const length = Math.hypot(...known.map((term) => term.rarity)) || 1;
  const odds = ofEach((kind) =>
    Math.exp(first.for[kind] + known.reduce((sum, term) => sum + term.for[kind], 0) / length),
  );
  const all = Object.values(odds).reduce((sum, one) => sum + one, 1);
  return { chances: { feedback: 1 / all, ...ofEach((kind) => odds[kind] / all) }, terms: known };
}
