import type { CivilDate } from '../../kernel/civil-date.js';
import type { Category, Level } from '../../law/index.js';
import { routeOf, type Route, type RoutingLine } from '../../routing-table/domain/routing-line.js';
import type { Agency } from './competent-agencies.js';
import { classify, coverage, mixed, type Classifier, type Scored } from './model/bayes.js';
import {
  agencyOfClass,
  categoryOfClass,
  NAMED,
  officerKey,
  type Exemplar,
  type LoadedModel,
} from './model/decided-model.js';
import { knownMatters } from './model/seeds.js';
import { termsWithout } from './model/terms.js';
import { priorOf } from './prior.js';
import type { NameIndex } from '../../routing-table/domain/names/name-index.js';
import { levelsOf } from '../../routing-table/domain/names/named-levels.js';
import { namedUnits, namesIn, type NamedUnits } from '../../routing-table/domain/names/named-units.js';

/** A paper as it arrived. */
export interface ArrivedPaper {
  /** As it was written: schools are named after people, and are found in it. */
  readonly text: string;
  /** Without whatever leads to people: all that is compared with earlier papers. */
  readonly plain: string;
  readonly place: string;
  /** What the hotline said that it is about; null where it said nothing that we know. */
  readonly said: Category | null;
  /** Whether a person has chosen that field: then it is no question any more. */
  readonly isChosen?: boolean;
}

/** What proposals rest on. */
export interface ProposalGround {
  readonly names: NameIndex;
  readonly table: readonly RoutingLine[];
  readonly model: LoadedModel;
  /** Contact officers of each unit that may lead today. */
  readonly officers: ReadonlyMap<string, readonly string[]>;
  readonly day: CivilDate;
}

/** A unit that may lead, and why. */
export interface ProposedUnit {
  readonly unitId: string;
  /** Null where several would do. */
  readonly officerId: string | null;
  /** 0 to 1; those of one proposal do not come to more than 1. */
  readonly share: number;
  /** The line of the table that says so; null where only earlier papers do. */
  readonly route: Route | null;
  /** Earlier papers of the unit that are like this one. */
  readonly earlier: readonly Exemplar[];
}

/** What is proposed for a paper. A person decides. */
export interface Proposal {
  /** The likeliest first. */
  readonly categories: readonly { readonly category: Category; readonly share: number }[];
  /** The likeliest first; empty where nothing speaks for any. */
  readonly units: readonly ProposedUnit[];
  /** Who is competent where it is not the department. */
  readonly agency: { readonly agency: Agency; readonly share: number } | null;
  readonly level: { readonly level: Level; readonly share: number } | null;
  readonly named: NamedUnits;
}

/** The share of all agencies from which one is proposed, and that which it must have itself. */
const SURE_OF_AGENCY = 0.6;
const LIKELIEST_AGENCY = 0.4;
const SURE_OF_LEVEL = 0.6;
/** So many decided papers weigh as much as the standing table. */
const PAPERS_LIKE_TABLE = 500;
const MAX_EARLIER = 0.45;
const MAX_LEARNT = 0.6;
const SHOWN = 3;
const MIN_FOR_LEVEL = 50;

/** Proposes field, lead unit, officer and level of a paper, or the agency that is competent instead. */
export function propose(paper: ArrivedPaper, ground: ProposalGround): Proposal {
  const named = namedUnits(ground.names, paper.text, paper.place);
  const terms = termsWithout(paper.plain, namesIn(named));
  const matters = mattersOf({ paper, named, terms }, ground.model);
  const categories = rescaled(matters.flatMap(({ of, share }) => categoryScore(of, share)));
  const fieldOfMost = categories.at(0)?.category ?? paper.said;
  return {
    categories: categories.slice(0, SHOWN),
    units: fieldOfMost === null ? [] : unitsOf({ paper, named, terms, categories, category: fieldOfMost }, ground),
    agency: agencyOf(matters),
    level: levelOf(terms, ground.model),
    named,
  };
}

/** The likeliest agency, where it is likelier that some agency is competent than that the department is. */
function agencyOf(matters: readonly Scored[]): Proposal['agency'] {
  const agencies = matters.flatMap(({ of, share }) => {
    const agency = agencyOfClass(of);
    return agency === null ? [] : [{ agency, share }];
  });
  const all = agencies.reduce((sum, { share }) => sum + share, 0);
  const [most] = agencies;
  return most === undefined || all < SURE_OF_AGENCY || most.share < LIKELIEST_AGENCY ? null : most;
}

/** By what is known of fields beforehand and by what was decided, the more the more was decided: neither alone speaks for papers of another sort. */
function mattersOf(
  { paper, named, terms }: Pick<Known, 'paper' | 'named' | 'terms'>,
  model: LoadedModel,
): readonly Scored[] {
  if (paper.isChosen === true && paper.said !== null) return [{ of: paper.said, share: 1 }];
  const { matters, papers } = model;
  const prior = priorOf(paper, named);
  const learnt = papers === 0 ? [] : classify(matters, terms, onlyOf(matters.classes, prior));
  return mixed(knownMatters(paper.plain, namesIn(named), prior), learnt, MAX_LEARNT * trustIn(matters, terms, papers));
}

/** How far what was decided speaks for a paper, 0 to 1: the more papers there are, and the more of its words stood in them. */
function trustIn(classifier: Classifier, terms: ReadonlySet<string>, papers: number): number {
  return coverage(classifier, terms) * (papers / (papers + PAPERS_LIKE_TABLE));
}

function onlyOf(classes: readonly string[], prior: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...prior].filter(([of]) => classes.includes(of)));
}

type CategoryShare = Proposal['categories'][number];

function categoryScore(of: string, share: number): readonly CategoryShare[] {
  const category = categoryOfClass(of);
  return category === null ? [] : [{ category, share }];
}

function rescaled(categories: readonly CategoryShare[]): readonly CategoryShare[] {
  const all = categories.reduce((sum, { share }) => sum + share, 0);
  return categories.map(({ category, share }) => ({ category, share: all === 0 ? 0 : share / all }));
}

/** What is known of a paper so far. */
interface Known {
  readonly paper: ArrivedPaper;
  readonly named: NamedUnits;
  readonly terms: ReadonlySet<string>;
  readonly categories: readonly CategoryShare[];
  readonly category: Category;
}

/** By the table for the likeliest fields, and by what was decided of papers like it; the more was decided, the more that weighs. */
function unitsOf(known: Known, ground: ProposalGround): readonly ProposedUnit[] {
  const { model, officers } = ground;
  const namedUnitId = known.named.sure.length === 1 ? (known.named.sure[0]?.unitId ?? null) : null;
  const routes = routesOf(known, namedUnitId, ground);
  const learnt = classify(model.units, known.terms).flatMap(({ of, share }) => unitScore(of, share, namedUnitId));
  // Of fields for which the table has no line earlier papers tell alone.
  const told = routes.reduce((sum, { share }) => sum + share, 0);
  const trusted = Math.max(MAX_EARLIER * trustIn(model.units, known.terms, model.papers), 1 - told);
  const weight = learnt.length === 0 ? 0 : trusted;
  const shares = new Map<string, number>();
  for (const { route, share } of routes) add(shares, route.unitId, share * Math.min(1, (1 - weight) / told));
  for (const { of, share } of learnt) add(shares, of, share * weight);
  return [...shares]
    .filter(([unitId]) => (officers.get(unitId) ?? []).length > 0)
    .toSorted(([one, share], [other, otherShare]) => otherShare - share || (one < other ? -1 : 1))
    .slice(0, SHOWN)
    .map(([unitId, share]) => {
      const route = routes.find((one) => one.route.unitId === unitId)?.route ?? null;
      const earlier = model.like(known.terms, unitId === namedUnitId ? NAMED : unitId, SHOWN);
      return { unitId, officerId: officerOf(unitId, route, known.category, ground), share, route, earlier };
    });
}

function add(shares: Map<string, number>, unitId: string, share: number): void {
  shares.set(unitId, (shares.get(unitId) ?? 0) + share);
}

function unitScore(of: string, share: number, namedUnitId: string | null): readonly Scored[] {
  if (of !== NAMED) return [{ of, share }];
  return namedUnitId === null ? [] : [{ of: namedUnitId, share }];
}

interface SharedRoute {
  readonly route: Route;
  readonly share: number;
}

function routesOf({ paper, named, categories }: Known, namedUnitId: string | null, ground: ProposalGround) {
  return categories.slice(0, SHOWN).flatMap(({ category, share }): readonly SharedRoute[] => {
    const levels = levelsOf({ category, named, namedUnitId }, ground.names);
    const route = routeOf(ground.table, { category, levels, place: paper.place, namedUnitId }, ground.day);
    return route === null ? [] : [{ route, share }];
  });
}

/** Whom the table names; else who had most papers of the field in that unit; else the only one. */
function officerOf(unitId: string, route: Route | null, category: Category, ground: ProposalGround): string | null {
  const here = ground.officers.get(unitId) ?? [];
  const named = here.find((id) => id === route?.officerId);
  return named ?? usualOfficer(ground.model.officers[officerKey(unitId, category)] ?? {}, here) ?? onlyOne(here);
}

function usualOfficer(held: Readonly<Record<string, number>>, here: readonly string[]): string | undefined {
  const [usual] = Object.entries(held)
    .filter(([id]) => here.includes(id))
    .toSorted(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1));
  return usual?.[0];
}

function onlyOne(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function levelOf(terms: ReadonlySet<string>, model: LoadedModel): Proposal['level'] {
  if (model.papers < MIN_FOR_LEVEL) return null;
  const [most] = classify(model.levels, terms);
  return most === undefined || most.share < SURE_OF_LEVEL ? null : { level: most.of as Level, share: most.share };
}
