import { dayWords } from '../../documents/domain/day-words.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import type { Settlement } from './handling.js';

/** What was said of a document while it was handled. */
export interface CourseOfDocument {
  readonly direction: string | null;
  readonly directedByName: string | null;
  readonly directedOn: CivilDate | null;
  readonly unitDirection: string | null;
  readonly unitDirectedByName: string | null;
  readonly unitDirectedOn: CivilDate | null;
  readonly settlement: Settlement | null;
  readonly result: string | null;
  readonly settledByName: string | null;
  readonly settledAt: Date | null;
  /** Of the units that were asked, by their names. */
  readonly opinions: readonly {
    readonly unit: string;
    readonly opinion: string | null;
    readonly givenAt: Date | null;
  }[];
}

/**
 * What leaders and the unit's head directed, what other units advised and how it was settled, a line each, as it lies in the file with the document;
 * null where nothing was said. An answer lies there itself.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 24, Điều 29.
 */
export function courseWords(course: CourseOfDocument): string | null {
  const { direction, directedByName, directedOn, unitDirection, unitDirectedByName, unitDirectedOn } = course;
  const { settlement, result, settledByName, settledAt, opinions } = course;
  const lines = [
    said('Ý kiến chỉ đạo', { words: direction, by: directedByName, on: directedOn }),
    said('Ý kiến của thủ trưởng đơn vị', { words: unitDirection, by: unitDirectedByName, on: unitDirectedOn }),
    ...opinions.map(({ unit, opinion, givenAt }) =>
      said('Ý kiến phối hợp', { words: opinion, by: unit, on: givenAt && civilDateOf(givenAt) }),
    ),
    settlement === 'letter'
      ? null
      : said('Kết quả giải quyết', { words: result, by: settledByName, on: settledAt && civilDateOf(settledAt) }),
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join('\n');
}

interface Said {
  readonly words: string | null;
  readonly by: string | null;
  readonly on: CivilDate | null;
}

/** `Ý kiến chỉ đạo (Đỗ Quốc Khánh, 17/03/2026): Phòng GDTrH trả lời.` */
function said(what: string, { words, by, on }: Said): string | null {
  if (words === null) return null;
  return `${what} (${[by, on && dayWords(on)].filter(Boolean).join(', ')}): ${words}`;
}
