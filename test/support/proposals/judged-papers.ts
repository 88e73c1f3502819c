import { readFileSync } from 'node:fs';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { indexNames, type NamedUnit, type NameIndex } from '../../../src/routing-table/domain/names/name-index.js';
import {
  propose,
  type ArrivedPaper,
  type Proposal,
  type ProposalGround,
} from '../../../src/proposals/domain/propose.js';
import { EMPTY_MODEL, loadModel, type DecidedModel } from '../../../src/proposals/domain/model/decided-model.js';
import type { RoutingLine } from '../../../src/routing-table/domain/routing-line.js';
import type { LabelledPaper } from './labelled-paper.js';
import { MODEL_TABLE, MODEL_UNITS, NAMED_UNIT, type ModelUnit } from './model-department.js';
import { PAPERS_1 } from './papers-1.js';
import { PAPERS_2 } from './papers-2.js';
import { PAPERS_3 } from './papers-3.js';
import { READER_PAPERS_1 } from './papers-of-a-reader-1.js';
import { READER_PAPERS_2 } from './papers-of-a-reader-2.js';
import { READER_PAPERS_3 } from './papers-of-a-reader-3.js';

export const PAPERS: readonly LabelledPaper[] = [...PAPERS_1, ...PAPERS_2, ...PAPERS_3];
/**
 * By a second reader who had not seen the code. Nothing was bettered by them, and nothing shall be: they tell how well the proposals do on papers that nobody
 * has seen. Which officer of a unit has it is the table's; the reader did not say.
 */
export const UNSEEN_PAPERS = JSON.parse(
  readFileSync(new URL('papers-unseen.json', import.meta.url), 'utf8'),
) as readonly LabelledPaper[];
export const READER_PAPERS: readonly LabelledPaper[] = [...READER_PAPERS_1, ...READER_PAPERS_2, ...READER_PAPERS_3];

const DAY = civilDate('2026-11-30');

/** The standing table of the model department. */
export const TABLE: readonly RoutingLine[] = MODEL_TABLE.map(({ field, level, unit, officer }, at) => ({
  ...{ id: String(at), no: at + 1, category: field, schoolLevel: level ?? null, area: null },
  ...{ leadUnitId: unit === NAMED_UNIT ? null : unit, officerId: officer, coordinators: [] },
  ...{ basis: '1/QĐ', validFrom: civilDate('2026-01-01'), validTo: null },
}));

function whereabouts(unit: ModelUnit): readonly string[] {
  const parent = MODEL_UNITS.find(({ code }) => code === unit.parent)?.name ?? '';
  return [parent.replace(/^.*(?:xã|phường) /u, ''), (unit.address ?? '').replace(/^(?:xã|phường) /u, '')];
}

/** @param more schools beside those of the model */
export function modelNames(more: readonly NamedUnit[] = []): NameIndex {
  const open = MODEL_UNITS.filter(
    ({ kind, successor }) => ['school', 'centre'].includes(kind) && successor === undefined,
  );
  return indexNames([
    ...more,
    ...open.map((unit) => ({
      ...{ id: unit.code, name: unit.name, whereabouts: whereabouts(unit) },
      oldNames: [
        ...(unit.before ?? []),
        ...MODEL_UNITS.filter(({ successor }) => successor === unit.code).map(({ name }) => name),
      ],
    })),
  ]);
}

/** Officers by unit: those of the table, and one in each school. */
export function modelOfficers(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    MODEL_UNITS.map(({ code, kind }) => {
      const named = MODEL_TABLE.flatMap(({ unit, officer }) => (unit === code && officer !== null ? [officer] : []));
      return [code, kind === 'school' || kind === 'centre' ? [`o:${code}`] : [...new Set(named)]];
    }),
  );
}

export function groundOf(table: readonly RoutingLine[], model: DecidedModel = EMPTY_MODEL): ProposalGround {
  return { names: modelNames(), table, model: loadModel(model), officers: modelOfficers(), day: DAY };
}

/** Of so many papers how many were right at once, and how many among the first three. */
export interface Rate {
  readonly of: number;
  readonly first: number;
  readonly amongThree: number;
}

export interface Judged {
  readonly field: Rate;
  readonly unit: Rate;
  readonly officer: Rate;
  /** Other agencies' work that was known as such, and the department's own that was not. */
  readonly notOurs: { readonly of: number; readonly found: number; readonly right: number; readonly mistaken: number };
  /** Papers that name schools, and how many of them were understood whole; a name that several schools have is, where all of them are found. */
  readonly named: { readonly of: number; readonly right: number };
}

const rateOf = (hits: readonly (readonly [first: boolean, amongThree: boolean])[]): Rate => ({
  of: hits.length,
  first: hits.filter(([first]) => first).length,
  amongThree: hits.filter(([, amongThree]) => amongThree).length,
});

export function arrived({ text }: Pick<LabelledPaper, 'text'>): ArrivedPaper {
  return { text, plain: text, place: '', said: null };
}

/** Holds what is proposed against what a clerk would decide. */
export function judge(papers: readonly LabelledPaper[], ground: ProposalGround): Judged {
  const answers = papers.map((paper) => ({
    paper,
    given: propose(arrived(paper), ground),
  }));
  const ours = answers.filter(({ paper }) => paper.unit !== null);
  const others = answers.filter(({ paper }) => paper.unit === null);
  const hits = (right: (one: (typeof ours)[number]) => readonly boolean[]): Rate =>
    rateOf(
      ours.map((one) => {
        const places = right(one);
        return [places[0] === true, places.some(Boolean)] as const;
      }),
    );
  return {
    field: hits(({ paper, given }) => given.categories.map(({ category }) => category === paper.field)),
    unit: hits(({ paper, given }) => given.units.map(({ unitId }) => unitId === paper.unit)),
    officer: hits(({ paper, given }) => given.units.map(({ officerId }) => officerId === paper.officer)),
    notOurs: {
      of: others.length,
      found: others.filter(({ given }) => given.agency !== null).length,
      right: others.filter(({ paper, given }) => given.agency?.agency === paper.agency).length,
      mistaken: ours.filter(({ given }) => given.agency !== null).length,
    },
    named: namedRate(answers),
  };
}

function namedRate(answers: readonly { paper: LabelledPaper; given: Proposal }[]): Judged['named'] {
  const naming = answers.filter(({ paper }) => paper.named.length > 0);
  const right = naming.filter(({ paper, given }) => {
    const found = [...given.named.sure, ...given.named.ambiguous.flat()].map(({ unitId }) => unitId);
    return found.length === paper.named.length && paper.named.every((code) => found.includes(code));
  });
  return { of: naming.length, right: right.length };
}

/** What was understood otherwise, for whoever betters it. */
export function mistakes(papers: readonly LabelledPaper[], ground: ProposalGround): readonly string[] {
  return papers.flatMap((paper) => {
    const given = propose(arrived(paper), ground);
    const said = [
      given.agency?.agency ?? given.categories[0]?.category ?? '–',
      given.units[0]?.unitId ?? '–',
      given.units[0]?.officerId ?? '–',
      [...given.named.sure, ...given.named.ambiguous.flat()].map(({ unitId }) => unitId).join('+'),
    ].join(' | ');
    const right = [
      paper.agency ?? paper.field,
      paper.unit ?? given.units[0]?.unitId ?? '–',
      paper.officer ?? given.units[0]?.officerId ?? '–',
      paper.named.join('+'),
    ].join(' | ');
    return said === right ? [] : [`${paper.text.slice(0, 90)}\n    right: ${right}\n    said:  ${said}`];
  });
}
