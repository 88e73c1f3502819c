import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { ANNEX_LENGTHS } from './annex-lengths.js';
import { CORRESPONDENCE_RETENTION, FEEDBACK_RETENTION, isRetentionCode, type RetentionCode } from './retention.js';

/** One heading of a file plan. */
export interface FilePlanEntry {
  /** `01.VP`; files of a series stand under it as `PAKN.0001`, `PAKN.0002`. */
  readonly notation: string;
  readonly title: string;
  readonly retention: RetentionCode;
  /** Who opens and closes its files; null where each file has a unit of its own. */
  readonly unitId: string | null;
  /** Whether files of tickets are opened under it; one entry of a plan is. */
  readonly forTickets: boolean;
}

/** An entry as somebody wrote it. */
export interface DraftedEntry extends Omit<FilePlanEntry, 'retention'> {
  readonly retention: string;
}

/** The file plan of a year, one version of it. Versions never change; a plan is changed by the next one. */
export interface FilePlan {
  readonly year: number;
  /** 0: the plan that stands until somebody writes one. */
  readonly version: number;
  readonly entries: readonly FilePlanEntry[];
}

/** A plan as somebody wrote it, and why. */
export interface DraftedPlan {
  readonly year: number;
  readonly entries: readonly DraftedEntry[];
  readonly reason: string;
}

export const PLAN_EDITORS: readonly Role[] = ['registryClerk', 'formatChecker'];

export const MAX_ENTRIES = 200;
export const PLAN_REASON = { shortest: 10, longest: 1000 } as const;

/** Room that the number of a file takes in its notation: `.00001`. */
const ROOM_FOR_NUMBER = 6;
const MAX_NOTATION_LENGTH = ANNEX_LENGTHS.FileNotation - ROOM_FOR_NUMBER;
const NOTATION = /^[\p{L}\d]+(?:[.\-/][\p{L}\d]+)*$/u;

export function mayEditPlan(actor: Actor): boolean {
  return hasRole(actor, ...PLAN_EDITORS);
}

/** Under which documents without a ticket are filed while no plan has a heading for them. */
const CORRESPONDENCE: FilePlanEntry = {
  notation: 'VB',
  title: 'Văn bản đi, văn bản đến không gắn với phiếu',
  retention: CORRESPONDENCE_RETENTION,
  unitId: null,
  forTickets: false,
};

/** What a year begins with while nobody has written a plan for it: a heading for the files of tickets, one for other documents. */
export function planToBeginWith(year: number): FilePlan {
  const title = 'Hồ sơ giải quyết phản ánh, kiến nghị của tổ chức, cá nhân từ Tổng đài 1022';
  const entry = { notation: 'PAKN', title, retention: FEEDBACK_RETENTION, unitId: null, forTickets: true };
  return { year, version: 0, entries: [entry, CORRESPONDENCE] };
}

/** The heading under which files of tickets are opened. */
export function entryForTickets({ entries }: FilePlan): FilePlanEntry {
  return entries.find(({ forTickets }) => forTickets) as FilePlanEntry;
}

/**
 * The heading under which the documents of a unit that belong to no ticket are filed: its own first one; where it has none, the first that is no unit's own.
 * A plan without either leaves them under the heading that a year begins with.
 */
export function entryForDocuments({ entries }: FilePlan, unitId: string | null): FilePlanEntry {
  const [first] = entriesForDocuments({ entries }, unitId);
  return first ?? CORRESPONDENCE;
}

/** Headings that may take such documents, those of the unit first; not those of other units, nor any that leaves no room for the number of a file. */
export function entriesForDocuments(
  { entries }: Pick<FilePlan, 'entries'>,
  unitId: string | null,
): readonly FilePlanEntry[] {
  const open = entries.filter(({ notation, forTickets }) => !forTickets && notation.length <= MAX_NOTATION_LENGTH);
  const own = unitId === null ? [] : open.filter((entry) => entry.unitId === unitId);
  return [...own, ...open.filter((entry) => entry.unitId === null)];
}

/**
 * The notation of a file: that of its heading, and its number there with four digits or more.
 *
 * @throws RangeError where it would be longer than other systems read; `planFlaws` leaves room for 99,999 files
 */
export function fileNotation(entry: string, ordinal: number): string {
  const notation = `${entry}.${String(ordinal).padStart(4, '0')}`;
  if (notation.length > ANNEX_LENGTHS.FileNotation) throw new RangeError(`Too long for a notation: ${notation}`);
  return notation;
}

/** What must stay in a plan because files stand under it. */
export interface PlanInUse {
  readonly year: number;
  /** Notations under which files were opened in the year. */
  readonly notations: readonly string[];
}

/** Everything that keeps a plan from being used, each with the field of the form that corrects it. */
export function planFlaws(plan: DraftedPlan, inUse: PlanInUse, thisYear: number): readonly Flaw[] {
  const { year, entries, reason } = plan;
  const folded = entries.map(({ notation }) => notation.toLocaleLowerCase('vi'));
  return [
    ...flaw('year', year < thisYear || year > thisYear + 1, 'Chỉ soạn danh mục của năm nay hoặc năm sau.'),
    ...flaw('entries', entries.length === 0, 'Danh mục cần ít nhất một đề mục.'),
    ...flaw('entries', entries.length > MAX_ENTRIES, `Danh mục có nhiều nhất ${MAX_ENTRIES} đề mục.`),
    ...flaw(
      'forTickets',
      entries.filter(({ forTickets }) => forTickets).length !== 1,
      'Chọn đúng một đề mục cho hồ sơ của phiếu phản ánh.',
    ),
    ...entries.flatMap((entry, at) => entryFlaws(entry, at, folded.indexOf(folded[at] ?? '') !== at)),
    ...inUse.notations
      .filter((notation) => !entries.some((entry) => entry.notation === notation))
      .map((notation) => ({
        field: 'entries',
        sentence: `Đề mục “${notation}” đã có hồ sơ trong năm nên phải giữ nguyên ký hiệu.`,
      })),
    ...reasonFlaws(reason),
  ];
}

function entryFlaws(entry: DraftedEntry, at: number, isRepeated: boolean): readonly Flaw[] {
  const { notation, title, retention } = entry;
  return [
    ...flaw(`notation.${at}`, !NOTATION.test(notation), 'Ký hiệu viết liền, chỉ có chữ, số, dấu chấm, gạch nối.'),
    ...flaw(
      `notation.${at}`,
      notation.length > MAX_NOTATION_LENGTH,
      `Ký hiệu dài ${notation.length} ký tự; nhiều nhất ${MAX_NOTATION_LENGTH}, để còn chỗ cho số thứ tự hồ sơ.`,
    ),
    ...flaw(`notation.${at}`, isRepeated, 'Ký hiệu này đã dùng cho đề mục khác.'),
    ...flaw(`title.${at}`, title === '', 'Ghi tiêu đề của đề mục.'),
    ...flaw(
      `title.${at}`,
      title.length > ANNEX_LENGTHS.Title,
      `Tiêu đề dài ${title.length} ký tự; nhiều nhất ${ANNEX_LENGTHS.Title}.`,
    ),
    ...flaw(`retention.${at}`, !isRetentionCode(retention), 'Chọn thời hạn bảo quản trong bảng.'),
  ];
}

function reasonFlaws(reason: string): readonly Flaw[] {
  const { length } = reason.trim();
  const { shortest, longest } = PLAN_REASON;
  return [
    ...flaw('reason', length < shortest, `Ghi căn cứ, lý do: cần từ ${shortest} ký tự, hiện có ${length}.`),
    ...flaw('reason', length > longest, `Lý do dài quá ${longest} ký tự; rút ngắn lại.`),
  ];
}
