import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil-date.js';
import { CATEGORIES, policyAt } from '../../law/index.js';
import type { Unit } from '../../organisation/index.js';
import type { BoardQuestion } from '../../supervision/index.js';
import { WATCHED_WORDS, worstFirst, type BoardLine } from '../../supervision/domain/board.js';
import { MAX_SAMPLE_SIZE, PURPOSE_LENGTHS } from '../../supervision/domain/inspection.js';
import type { TicketRow } from '../../tickets/index.js';
import { WATCHED, WATCHED_ANSWERS, WATCHED_NOW, type Watched } from '../../tickets/domain/deadlines/watched.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { HitRow } from '../../proposals/domain/hits.js';
import { boardCharts, boardUnitName, headFigures, type CourseReading } from './supervision-charts.js';
import type { BoardNumberView, ProposalHitView, SupervisionView } from './supervision-page.js';
import type { WatchedListView } from './watched-list-page.js';
import type { BoardLineView, RemindView } from './supervision-lines.js';
import { count, decimal } from '../kit/words/numbers.js';
import { fullDay } from '../kit/words/time.js';
import type { ManyAct } from '../many-tickets/many-acts.js';
import { workRow } from '../my-work/my-work-view.js';
import { unitName, type Names } from '../kit/names.js';
import { pagesOf } from '../kit/pages.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { listHref, NO_UNIT, questionQuery, SUPERVISION, watchedCode } from './supervision-address.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { field, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export interface BoardReading extends CourseReading {
  /** Units to choose from. */
  readonly units: readonly Unit[];
  readonly openDirectives: number;
  readonly overdueDirectives: number;
  readonly proposedLetters: number;
  /** How often proposals were right, the newest month first. */
  readonly hits: readonly HitRow[];
  readonly mayInspect: boolean;
  readonly mayDirect: boolean;
  readonly today: CivilDate;
}

export interface WatchedListReading {
  readonly question: BoardQuestion;
  readonly what: Watched;
  readonly rows: readonly TicketRow[];
  readonly total: number;
  /** How many of the list stand before these. */
  readonly before: number;
  readonly names: Names;
  readonly pausedUntil: ReadonlyMap<string, Date>;
  readonly cursor: string | null;
  readonly today: Today;
  readonly mayInspect: boolean;
  /** What this person may do with several at once. */
  readonly manyActs: readonly ManyAct[];
}

export const SAMPLES = `${SUPERVISION}/mau`;
export const DIRECTIVES = `${SUPERVISION}/chi-dao`;
export const LETTERS = `${SUPERVISION}/don-doc`;

export function supervisionView(reading: BoardReading): SupervisionView {
  const { question, board, units, mayInspect } = reading;
  return {
    figures: headFigures(reading),
    charts: boardCharts(reading),
    asked: {
      isNarrowed: question.unitId !== undefined || question.category !== undefined,
      units: [
        { value: NO_UNIT, label: 'Chưa giao đơn vị', chosen: question.unitId === null },
        ...units.map(({ id, name }) => ({ value: id, label: name, chosen: id === question.unitId })),
      ],
      categories: CATEGORIES.map((one) => ({
        value: one,
        label: categoryName(one, reading.today),
        chosen: one === question.category,
      })),
      from: question.from,
      to: question.to,
    },
    period: periodWords(question),
    now: WATCHED_NOW.map((what) => numberView(what, board.all, question)),
    answers: WATCHED_ANSWERS.map((what) => numberView(what, board.all, question)),
    share: shareWords(board.all),
    stars: starsWords(board.all),
    units: unitLines(reading),
    categories: CATEGORIES.flatMap((category) => {
      const line = board.categories.get(category);
      if (line === undefined) return [];
      const name = categoryName(category, reading.today);
      return [{ ...lineView(line, { ...question, category }), key: category, name, remind: null }];
    }),
    hits: reading.hits.map((row) => hitView(row, reading.unitNames)),
    directives: { href: DIRECTIVES, open: count(reading.openDirectives), overdue: reading.overdueDirectives },
    letters: { href: LETTERS, proposed: reading.proposedLetters },
    samplesHref: SAMPLES,
    mayInspect,
  };
}

/** Where supervision steps in first stands first. */
function unitLines(reading: BoardReading): readonly BoardLineView[] {
  const { question, board, unitNames } = reading;
  return [...board.units]
    .map(([unitId, line]) => ({
      ...{ line, view: lineView(line, { ...question, unitId }), key: unitId ?? NO_UNIT },
      name: boardUnitName(unitNames, unitId),
      remind: unitId === null ? null : remindView(unitId, line, reading),
    }))
    .sort((one, other) => worstFirst(one.line, other.line) || one.name.localeCompare(other.name, 'vi'))
    .map(({ view, key, name, remind }) => ({ ...view, key, name, remind }));
}

function remindView(unitId: string, { held }: BoardLine, { mayInspect, mayDirect }: BoardReading): RemindView | null {
  const letter = mayInspect && held.overdue > 0;
  if (!letter && !mayDirect) return null;
  return {
    letter: letter
      ? { action: LETTERS, fields: { unitId }, label: `Lập công văn đôn đốc, ${count(held.overdue)} phiếu quá hạn` }
      : null,
    directHref: mayDirect ? `${DIRECTIVES}?${new URLSearchParams({ 'don-vi': unitId }).toString()}` : null,
  };
}

/** One unit in one month; what was returned to others stands under words of its own. */
function hitView(row: HitRow, unitNames: BoardReading['unitNames']): ProposalHitView {
  const { month, unitId, decided } = row;
  const [year = '', no = ''] = month.split('-');
  const share = (right: number): string => `${count(right)} (${String(Math.round((100 * right) / decided))}%)`;
  return {
    key: `${month} ${unitId ?? ''}`,
    month: `${no}/${year}`,
    unit: unitId === null ? 'Chuyển trả cơ quan khác' : boardUnitName(unitNames, unitId),
    decided: count(decided),
    unitRight: share(row.unitRight),
    officerRight: share(row.officerRight),
    fieldRight: share(row.fieldRight),
  };
}

function numberView(what: Watched, line: BoardLine, question: BoardQuestion): BoardNumberView {
  const { label, definition } = WATCHED_WORDS[what];
  return { ...cellView(what, line, question), code: watchedCode(what), label, definition };
}

function lineView(line: BoardLine, question: BoardQuestion): Pick<BoardLineView, 'cells' | 'share' | 'stars'> {
  const cells = Object.fromEntries(WATCHED.map((what) => [what, cellView(what, line, question)]));
  return { cells: cells as BoardLineView['cells'], share: shareWords(line), stars: starsWords(line) };
}

function cellView(what: Watched, { held }: BoardLine, question: BoardQuestion): { count: string; href: string | null } {
  return { count: count(held[what]), href: held[what] === 0 ? null : listHref(question, what) };
}

function shareWords({ inTimeShare }: BoardLine): string | null {
  return inTimeShare === null ? null : `${decimal(inTimeShare * 100)}%`;
}

function starsWords({ stars }: BoardLine): string | null {
  return stars === null ? null : `${decimal(stars)} sao`;
}

/** `từ ngày 01/03/2026 đến hết ngày 18/03/2026` */
export function periodWords({ from, to }: Pick<BoardQuestion, 'from' | 'to'>): string {
  return `từ ngày ${fullDay(from)} đến hết ngày ${fullDay(to)}`;
}

export function categoryName(category: string, today: CivilDate): string {
  const known = CATEGORIES.find((one) => one === category);
  return known === undefined ? '' : policyAt(today).categories[known].name;
}

export function watchedListView(
  reading: WatchedListReading,
  refused: RefusedAct | null,
  day: CivilDate,
): WatchedListView {
  const { question, what, rows, total, names, cursor, today, mayInspect } = reading;
  const { label, definition } = WATCHED_WORDS[what];
  const narrowed = [
    question.unitId === null ? 'Chưa giao đơn vị' : unitName(names, question.unitId ?? null),
    question.category === undefined ? null : categoryName(question.category, day),
    isOfPeriod(what) ? periodWords(question) : null,
  ].filter((one) => one !== null);
  return {
    heading: label,
    definition,
    summary: [`${count(total)} phiếu`, ...narrowed].join(' · '),
    boardHref: `${SUPERVISION}?${questionQuery(question)}`,
    rows: rows.map((row) => ({
      ...workRow(row, { names, pausedUntil: reading.pausedUntil }, today),
      href: `${SUPERVISION}/phieu/${row.id}`,
      choosable: reading.manyActs.length > 0,
    })),
    manyActs: reading.manyActs,
    pages: pagesOf({
      before: reading.before,
      shown: rows.length,
      total,
      firstHref: listHref(question, what),
      nextHref: cursor === null ? null : listHref(question, what, { trang: cursor }),
    }),
    draw: mayInspect && total > 0 ? drawForm(reading, refused) : null,
  };
}

function isOfPeriod(what: Watched): boolean {
  return WATCHED_ANSWERS.some((one) => one === what);
}

/** Besides, the form carries the question of the list. */
export const drawing = defineForm({
  size: field('number', 'Số phiếu', z.coerce.number().catch(0), { min: 1, max: MAX_SAMPLE_SIZE, value: 10 }),
  purpose: text('Kiểm tra về việc gì', { maxLength: PURPOSE_LENGTHS.longest }),
});

function drawForm({ question, what }: WatchedListReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'rut-mau',
    label: 'Rút mẫu kiểm tra…',
    action: SAMPLES,
    submit: 'Rút ngẫu nhiên',
    lead: 'Rút ngẫu nhiên từ danh sách này; hạt giống và danh sách lúc rút được lưu để ai cũng rút lại được.',
  };
  const form = drawing.draw(frame, refused);
  const asked = [['so', watchedCode(what)] as const, ...new URLSearchParams(questionQuery(question))];
  return {
    ...form,
    fields: [...asked.map(([name, value]) => ({ kind: 'hidden', name, value }) as const), ...form.fields],
  };
}
