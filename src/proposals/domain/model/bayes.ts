import { weightOf } from './terms.js';

/** How often each term stood in papers of each class. Numbers only; it is kept as JSON. */
export interface TermCounts {
  /** Class → papers of it. */
  readonly papers: Readonly<Record<string, number>>;
  /** Term → class → papers of the class that hold it. */
  readonly terms: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A paper whose class is known. */
export interface LearntPaper {
  readonly of: string;
  readonly terms: ReadonlySet<string>;
  /** As how many papers it counts; 1 by default. */
  readonly weight?: number;
}

/** A term that fewer papers share tells of one paper, perhaps of one person, and is not kept. */
const MIN_PAPERS = 3;

/** @param fewest terms of fewer papers are left out: see `MIN_PAPERS` */
export function countTerms(papers: Iterable<LearntPaper>, fewest = MIN_PAPERS): TermCounts {
  const counts = new Map<string, number>();
  const byTerm = new Map<string, Map<string, number>>();
  const held = new Map<string, number>();
  for (const { of, terms, weight = 1 } of papers) {
    counts.set(of, (counts.get(of) ?? 0) + weight);
    for (const term of terms) {
      const classes = byTerm.get(term) ?? new Map<string, number>();
      classes.set(of, (classes.get(of) ?? 0) + weight);
      byTerm.set(term, classes);
      held.set(term, (held.get(term) ?? 0) + 1);
    }
  }
  const kept = [...byTerm].filter(([term]) => (held.get(term) ?? 0) >= fewest);
  return {
    papers: Object.fromEntries(counts),
    terms: Object.fromEntries(kept.map(([term, classes]) => [term, Object.fromEntries(classes)])),
  };
}

/** A class and how sure it is, 0 to 1; all of one answer come to 1. */
export interface Scored {
  readonly of: string;
  readonly share: number;
}

/** Counts made ready to be asked. */
export interface Classifier {
  readonly classes: readonly string[];
  /** Log of how much likelier a term is in a paper of each class than in any, in the order of `classes`; null for an unknown term. */
  readonly likelihood: (term: string) => readonly number[] | null;
}

/** So much of what a class shows of a term is taken from all classes: a class that has never shown one may show it in the next paper. */
const FROM_ALL = 0.3;
/** A class counts as if it had one more paper, which held nothing. */
const ONE_MORE = 1;
const MAX_CACHED = 20_000;

/**
 * A classifier over counts: naive Bayes over the terms that a paper holds, with classes balanced, for the department's commonest work must not swallow
 * what is rare. How often a class shows a term is mixed with how often all do (Jelinek and Mercer), so that no single term decides.
 */
export function classifierOf({ papers, terms }: TermCounts): Classifier {
  const classes = Object.keys(papers).toSorted();
  const cache = new Map<string, readonly number[] | null>();
  const likelihood = (term: string): readonly number[] | null => {
    const known = cache.get(term);
    if (known !== undefined) return known;
    const held = ownOf(terms, term);
    const parts = held === undefined ? null : classes.map((of) => (held[of] ?? 0) / ((papers[of] ?? 0) + ONE_MORE));
    const logs = parts && logsOf(parts);
    if (cache.size < MAX_CACHED) cache.set(term, logs);
    return logs;
  };
  return { classes, likelihood };
}

function logsOf(parts: readonly number[]): readonly number[] {
  const usual = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return parts.map((part) => Math.log((1 - FROM_ALL) * (part / usual) + FROM_ALL));
}

/** Which part of the terms of a paper a classifier knows: of papers in other words than those it has learnt from it should not say much. */
export function coverage({ likelihood }: Classifier, terms: ReadonlySet<string>): number {
  let known = 0;
  for (const term of terms) if (likelihood(term) !== null) known += 1;
  return terms.size === 0 ? 0 : known / terms.size;
}

/** Two answers as one. What the other has never heard of keeps its share. @param part how much the other weighs, 0 to 1 */
export function mixed(one: readonly Scored[], other: readonly Scored[], part: number): readonly Scored[] {
  if (other.length === 0) return one;
  if (one.length === 0) return other;
  const heard = new Set(other.map(({ of }) => of));
  const left = one.reduce((sum, { of, share }) => (heard.has(of) ? sum + share : sum), 0);
  const shares = new Map(one.map(({ of, share }) => [of, heard.has(of) ? share * (1 - part) : share]));
  for (const { of, share } of other) shares.set(of, (shares.get(of) ?? 0) + share * part * left);
  return byShare([...shares].map(([of, share]) => ({ of, share })));
}

function byShare(scored: readonly Scored[]): readonly Scored[] {
  return scored.toSorted((one, other) => other.share - one.share || (one.of < other.of ? -1 : 1));
}

function ownOf(terms: TermCounts['terms'], term: string): Readonly<Record<string, number>> | undefined {
  return Object.hasOwn(terms, term) ? terms[term] : undefined;
}

/** Terms of one paper depend on each other; so much of their evidence counts. */
const EVIDENCE = 0.6;

/** The classes of a paper, the likeliest first; empty where no term of it is known. @param prior logs added to a class */
export function classify(
  classifier: Classifier,
  terms: Iterable<string>,
  prior: ReadonlyMap<string, number> = new Map(),
): readonly Scored[] {
  const found = evidenceOf(classifier, terms, weightOf);
  return found.size === 0 && prior.size === 0 ? [] : answerOf(classifier.classes, [prior, found]);
}

/** How much terms speak for each class, as logs; empty where none of them is known. @param weigh what a term counts */
export function evidenceOf(
  { classes, likelihood }: Classifier,
  terms: Iterable<string>,
  weigh: (term: string) => number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const term of terms) {
    const logs = likelihood(term);
    if (logs === null) continue;
    const weight = weigh(term) * EVIDENCE;
    for (const [at, log] of logs.entries()) {
      const of = classes[at] ?? '';
      found.set(of, (found.get(of) ?? 0) + log * weight);
    }
  }
  return found;
}

/** Classes by all that speaks for them, the likeliest first. */
export function answerOf(classes: readonly string[], logs: readonly ReadonlyMap<string, number>[]): readonly Scored[] {
  const scores = classes.map((of) => logs.reduce((sum, one) => sum + (one.get(of) ?? 0), 0));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return byShare(classes.map((of, at) => ({ of, share: (powers[at] ?? 0) / all })));
}
