import { yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { dayWords } from './day-words.js';
import { MAX_LOST } from './lost-number.js';
import { printedNumber } from './register.js';

/** Room for why a number cannot stand here. */
export const NUMBER_PROBLEM_LENGTH = 500;

/** What the day of a document is called in the book that numbers it: that of issuing, or that of arrival. */
export type CalledDay = 'Ngày văn bản' | 'Ngày đến';

/** Whose word a number is that another book gave: the e-office's own, or that of a clerk who read it there. */
export interface NumberSource {
  readonly by: 'eOffice' | 'clerk';
  /** The clerk; left out where the e-office says it itself. */
  readonly name?: string;
}

/** Number and day of a document as another book gave them. */
export interface GivenNumber {
  readonly number: number;
  readonly issuedDate: CivilDate;
  readonly source: NumberSource;
  /** Whether the clerk who typed it says that it is right, though it leaves many numbers out. */
  readonly isConfirmed?: boolean;
}

/** Why a number of another book cannot stand in ours, and whether that is about number, day, or only the word of a clerk that it is right. */
export interface NumberFault {
  readonly field: 'number' | 'issuedDate' | 'confirmed';
  /** For people, in Vietnamese. */
  readonly sentence: string;
}

/** What stands in our book, as far as a number that is to be entered is compared with it. */
export interface BookAsItStands {
  /** The number with which it begins, and the last that it has. */
  readonly first: number;
  readonly last: number;
  /** The document that has the number here: `05/SGDĐT-VP, 18/03/2026`; null where none has. */
  readonly holder: string | null;
}

/** So many numbers a clerk leaves out unasked; more are seldom meant, and each stays missing until its document is entered. */
const UNASKED_JUMP = 20;

const NUMBER = /^0?[1-9]\d{0,8}$/u;

const CONFIRM = 'Xem lại số trên hệ thống quản lý văn bản; đúng thì đánh dấu xác nhận rồi ghi lại.';

/** A number as another book writes it; null where it is not one. */
export function numberIn(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}

/** Whether a clerk who was asked about a number confirmed that one, and not another that was typed before. */
export function isConfirmedNumber(number: number, confirmed = ''): boolean {
  return numberIn(confirmed.trim()) === number;
}

/**
 * Why the day of a document cannot be that of a number of these years' books; null where it can.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15 khoản 2, Điều 22: numbers run from 01/01 to 31/12 of each year.
 */
export function dayFault(
  issuedDate: CivilDate,
  {
    today,
    years,
    called,
  }: { readonly today: CivilDate; readonly years: readonly number[]; readonly called: CalledDay },
): NumberFault | null {
  if (!years.includes(yearOf(issuedDate))) {
    const sentence = `${called} ${dayWords(issuedDate)} thuộc năm khác; chỉ nhận số của năm ${years.join(', ')}.`;
    return { field: 'issuedDate', sentence };
  }
  if (issuedDate <= today) return null;
  return { field: 'issuedDate', sentence: `${called} ${dayWords(issuedDate)} chưa tới; xem lại ngày.` };
}

/** Why a day of the year cannot be that on which a letter was issued, for it had not yet been submitted; null where it can, and for other years. @param submittedOn to its leader, to be signed */
export function earlyFault(issuedDate: CivilDate, submittedOn: CivilDate): NumberFault | null {
  if (issuedDate >= submittedOn || yearOf(issuedDate) !== yearOf(submittedOn)) return null;
  const sentence = `Ngày văn bản ${dayWords(issuedDate)} trước ngày trình ký ${dayWords(submittedOn)}; xem lại ngày.`;
  return { field: 'issuedDate', sentence };
}

/**
 * Why a number of another book cannot be entered in ours; null where it can. A number that comes before those that were given earlier may: answers overtake
 * one another, and the check of the register names what stays missing.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15: one number, one document.
 */
export function numberFault(
  { number, source, isConfirmed = false }: Omit<GivenNumber, 'issuedDate'>,
  { first, last, holder }: BookAsItStands,
): NumberFault | null {
  const said = `Số ${printedNumber(number)}`;
  if (holder !== null) return { field: 'number', sentence: `${said} đã thuộc về ${holder}.` };
  if (number < first) {
    return { field: 'number', sentence: `${said} thuộc sổ cũ: sổ của năm bắt đầu từ số ${printedNumber(first)}.` };
  }
  const far = `${said} cách số cuối của sổ (${String(last)})`;
  if (number - last > MAX_LOST) return { field: 'number', sentence: `${far} quá xa; xem lại số.` };
  if (source.by === 'eOffice' || isConfirmed || number - last <= UNASKED_JUMP) return null;
  const skipped = number - last - 1;
  return { field: 'confirmed', sentence: `${far}, bỏ qua ${String(skipped)} số. ${CONFIRM}` };
}

/** `, 10 số do hệ thống quản lý văn bản cấp`: behind the counts of a book; empty where the e-office gave none of them. */
export function givenThereWords(givenThere = 0): string {
  return givenThere === 0 ? '' : `, ${String(givenThere)} số do hệ thống quản lý văn bản cấp`;
}

/** `Số do hệ thống quản lý văn bản cấp, Phạm Minh Tuệ ghi vào`: what stands among the notes of such a line. */
export function sourceWords({ name }: NumberSource): string {
  const given = 'Số do hệ thống quản lý văn bản cấp';
  return name === undefined ? given : `${given}, ${name} ghi vào`;
}
