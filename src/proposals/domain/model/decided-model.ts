import { CATEGORIES, type Category, type Level } from '../../../law/index.js';
import { AGENCIES, type Agency } from '../competent-agencies.js';
import { classifierOf, countTerms, type Classifier, type TermCounts } from './bayes.js';

/** What a decided paper teaches: its terms, never who wrote it, and what became of it. */
export interface DecidedPaper {
  readonly ticketId: string;
  readonly code: string;
  readonly terms: ReadonlySet<string>;
  readonly category: Category;
  readonly level: Level;
  /** Null where it was returned. */
  readonly unitId: string | null;
  readonly officerId: string | null;
  /** Whether the unit is the school that the words name. */
  readonly isNamedUnit: boolean;
  /** Whom a return named as competent. */
  readonly agency: Agency | null;
}

/** An earlier paper that a proposal may point to. */
export interface Exemplar {
  readonly ticketId: string;
  readonly code: string;
  readonly unit: string;
  /** Places of its terms in the vocabulary. */
  readonly terms: readonly number[];
}

/** What the department decided, as numbers; kept as JSON. */
export interface DecidedModel {
  readonly papers: number;
  /** By field, and by competent agency. */
  readonly matters: TermCounts;
  /** By lead unit; `NAMED` where that was the school that the words name. */
  readonly units: TermCounts;
  readonly levels: TermCounts;
  /** `unit field` → officer → papers. */
  readonly officers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly vocabulary: readonly string[];
  readonly exemplars: readonly Exemplar[];
}

/** Stands for whichever school the words name. */
export const NAMED = 'named';
const AGENCY_PREFIX = 'agency:';
/** The newest of the decided papers that proposals point to. */
const EXEMPLARS = 3_000;

export const EMPTY_MODEL: DecidedModel = {
  papers: 0,
  matters: { papers: {}, terms: {} },
  units: { papers: {}, terms: {} },
  levels: { papers: {}, terms: {} },
  officers: {},
  vocabulary: [],
  exemplars: [],
};

export function unitClass({ unitId, isNamedUnit }: Pick<DecidedPaper, 'unitId' | 'isNamedUnit'>): string {
  return isNamedUnit ? NAMED : (unitId ?? '');
}

export function matterClass({ category, agency }: Pick<DecidedPaper, 'category' | 'agency'>): string {
  return agency === null ? category : agencyClass(agency);
}

export function agencyClass(agency: string): string {
  return AGENCY_PREFIX + agency;
}

export function agencyOfClass(of: string): Agency | null {
  return AGENCIES.find((agency) => AGENCY_PREFIX + agency === of) ?? null;
}

export function categoryOfClass(of: string): Category | null {
  return CATEGORIES.find((category) => category === of) ?? null;
}

/** Learns from decided papers, the newest first. */
export function learn(papers: readonly DecidedPaper[]): DecidedModel {
  const assigned = papers.filter(({ unitId }) => unitId !== null);
  const matters = countTerms(papers.map((paper) => ({ of: matterClass(paper), terms: paper.terms })));
  const units = countTerms(assigned.map((paper) => ({ of: unitClass(paper), terms: paper.terms })));
  const vocabulary = Object.keys(units.terms);
  const placeOf = new Map(vocabulary.map((term, at) => [term, at]));
  return {
    papers: papers.length,
    matters,
    units,
    levels: countTerms(assigned.map(({ level, terms }) => ({ of: level, terms }))),
    officers: officersOf(assigned),
    vocabulary,
    exemplars: assigned.slice(0, EXEMPLARS).map((paper) => ({
      ticketId: paper.ticketId,
      code: paper.code,
      unit: unitClass(paper),
      terms: [...paper.terms].flatMap((term) => placeOf.get(term) ?? []),
    })),
  };
}

export function officerKey(unitId: string, category: Category): string {
  return `${unitId} ${category}`;
}

function officersOf(papers: readonly DecidedPaper[]): DecidedModel['officers'] {
  const counts = new Map<string, Map<string, number>>();
  for (const { unitId, officerId, category } of papers) {
    if (unitId === null || officerId === null) continue;
    const key = officerKey(unitId, category);
    const held = counts.get(key) ?? new Map<string, number>();
    held.set(officerId, (held.get(officerId) ?? 0) + 1);
    counts.set(key, held);
  }
  return Object.fromEntries([...counts].map(([key, held]) => [key, Object.fromEntries(held)]));
}

/** A model made ready to be asked. */
export interface LoadedModel {
  readonly papers: number;
  readonly matters: Classifier;
  readonly units: Classifier;
  readonly levels: Classifier;
  readonly officers: DecidedModel['officers'];
  /** Papers of a class like one, the likest first, at most so many. */
  readonly like: (terms: ReadonlySet<string>, unit: string, most: number) => readonly Exemplar[];
}

export function loadModel(model: DecidedModel): LoadedModel {
  return {
    papers: model.papers,
    officers: model.officers,
    matters: classifierOf(model.matters),
    units: classifierOf(model.units),
    levels: classifierOf(model.levels),
    like: likenessIn(model),
  };
}

/** A term of more papers than this part of all tells of none. */
const COMMON = 0.2;
/** So few papers are all looked at. */
const FEW = 50;

function likenessIn({ vocabulary, exemplars }: DecidedModel): LoadedModel['like'] {
  const placeOf = new Map(vocabulary.map((term, at) => [term, at]));
  const holding = new Map<number, number[]>();
  for (const [no, { terms }] of exemplars.entries()) {
    for (const term of terms) {
      const held = holding.get(term);
      if (held === undefined) holding.set(term, [no]);
      else held.push(no);
    }
  }
  return (terms, unit, most) => {
    const scores = new Map<number, number>();
    for (const term of terms) {
      const held = holding.get(placeOf.get(term) ?? -1) ?? [];
      if (held.length > Math.max(COMMON * exemplars.length, FEW)) continue;
      const rarity = Math.log(1 + exemplars.length / held.length);
      for (const no of held) scores.set(no, (scores.get(no) ?? 0) + rarity);
    }
    return [...scores]
      .map(([no, score]) => ({ exemplar: exemplars[no], score }))
      .filter(({ exemplar }) => exemplar?.unit === unit)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
      .flatMap(({ exemplar }) => exemplar ?? []);
  };
}
