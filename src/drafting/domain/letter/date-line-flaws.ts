import { isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import type { TextFlaw } from '../format/rules/finding.js';
import { dayInLetter, monthInLetter } from './date-line.js';

const BLANK = '[.…_\\s\\u2000-\\u200a]';
const LINE = new RegExp(
  `^(.*?)(\\s*,?\\s*)(ngày)(\\s*)(\\d{1,2}|${BLANK}*)(\\s*)(tháng)(\\s*)(\\d{1,2}|${BLANK}*)(\\s*)(năm)(\\s*)(\\d{4}|20${BLANK}*|${BLANK}*)(\\.?)$`,
  'iu',
);

/**
 * What is wrong with the line of place and date by its words: `Hải Phòng, ngày 05 tháng 01 năm 2026`. A day and a month
 * that are not given yet are blanks.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.
 */
export function dateLineFlaws(line: string): readonly TextFlaw[] {
  const text = line.trim();
  const written = writtenDate(text);
  if (!written) return [{ rule: 'date-form', message: `Phải viết như ${EXAMPLE}.` }];
  const flaws = zeroFlaws(text, written);
  const message = formWords(text, written);
  if (message === null) return flaws;
  const mended = written.place === '' ? {} : { mended: rebuilt(written) };
  return [{ rule: 'date-form', message, ...mended }, ...flaws];
}

const EXAMPLE = '“Hải Phòng, ngày 05 tháng 01 năm 2026”';

function writtenDate(text: string): WrittenLine | null {
  const match = LINE.exec(text);
  if (!match) return null;
  const part = (at: number): string => match[at] ?? '';
  const words = [part(3), part(7), part(11)];
  return { place: part(1), comma: part(2), words, day: part(5), month: part(9), year: part(13), stop: part(14) };
}

/** What is wrong with the words between the figures, or null. */
function formWords(text: string, { place, comma, words, stop }: WrittenLine): string | null {
  if (place === '') return 'Thiếu địa danh trước ngày, tháng, năm.';
  if (!/^, ?\s*$/u.test(comma)) return `Sau địa danh “${place}” thiếu dấu phẩy.`;
  if (stop !== '') return 'Cuối dòng ngày tháng không có dấu chấm.';
  const isTidy = words.every((word) => word === word.toLowerCase()) && !isCrowded(text);
  return isTidy ? null : `Phải viết như ${EXAMPLE}.`;
}

function isCrowded(text: string): boolean {
  return /ngày\d|\dtháng|tháng\d|\dnăm|năm\d/iu.test(text);
}

interface Written {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

interface WrittenLine extends Written {
  readonly place: string;
  readonly comma: string;
  readonly words: readonly string[];
  readonly stop: string;
}

function rebuilt({ place, day, month, year }: WrittenLine): string {
  const spaced = (value: string): string =>
    /\d/u.test(value) ? value : ` ${value.trim()} `.replace(/^ {2,}$/u, '     ');
  return `${place}, ngày ${spaced(day)} tháng ${spaced(month)} năm ${year}`;
}

function zeroFlaws(text: string, { day, month, year }: Written): readonly TextFlaw[] {
  const date = dateOf({ day, month, year });
  if (date === null) return [];
  if (!isCivilDate(date)) {
    return [
      {
        rule: 'date-impossible',
        message: `Không có ngày ${day} tháng ${month}${/\d/u.test(year) ? ` năm ${year}` : ''}.`,
      },
    ];
  }
  const [rightDay, rightMonth] = [
    /\d/u.test(day) ? dayInLetter(date) : day,
    /\d/u.test(month) ? monthInLetter(date) : month,
  ];
  if (rightDay === day && rightMonth === month) return [];
  const mended = text
    .replace(/(ngày\s*)(\d{1,2})/iu, (_, word: string) => word + rightDay)
    .replace(/(tháng\s*)(\d{1,2})/iu, (_, word: string) => word + rightMonth);
  const message = `Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 ở trước, tháng khác thì không: ${[rightDay === day ? null : `ngày ${rightDay}`, rightMonth === month ? null : `tháng ${rightMonth}`].filter(Boolean).join(', ')}.`;
  return [{ rule: 'date-zero', message, mended }];
}

/** What is not given is taken as something possible. */
function dateOf({ day, month, year }: Written): CivilDate | null {
  const [givenDay, givenMonth] = [/\d/u.test(day), /\d/u.test(month)];
  if (!givenDay && !givenMonth) return null;
  const two = (value: string, given: boolean): string => (given ? value.padStart(2, '0') : '01');
  const full = /^\d{4}$/u.test(year) ? year : '2024';
  return `${full}-${two(month, givenMonth)}-${two(day, givenDay)}` as CivilDate;
}
