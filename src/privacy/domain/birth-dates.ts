import type { Detection } from './finding.js';
import { isCapitalised, phrases, type Reading } from './reading.js';

const BORN = phrases(
  'sinh, sinh ngày, ngày sinh, sinh nhật, sinh nhật ngày, ngày tháng năm sinh, sinh vào ngày, sn, ns',
);
const BORN_IN = phrases('sinh năm, năm sinh, sn, ns');
/** Words in which `sinh` is no birth: `học sinh ngày 12/3/2026 nghỉ học`. */
const NO_BIRTH = phrases(
  'học, tuyển, thí, phát, vệ, y, nam, nữ, mưu, dân, khai, tái, phục, giáo, hy, sản, môn, ký, du, tân, cựu',
);
const MONTH = phrases('tháng');
const YEAR = phrases('năm');
const DAY = phrases('ngày');

/** The day or, right after a name, the year on which somebody was born: `sinh ngày 12/3/2015`, `Nguyễn Văn An (SN 1985)`. */
export function detectBirthDate(reading: Reading, index: number): Detection | null {
  return bornOn(reading, index) ?? bornIn(reading, index);
}

function bornOn(reading: Reading, index: number): Detection | null {
  const length = reading.phraseAt(index, BORN);
  if (length === 0 || reading.phraseBefore(index, NO_BIRTH) > 0) return null;
  const from = afterDay(reading, afterColon(reading, index + length));
  const to = datedEnd(reading, from) ?? saidEnd(reading, from);
  return to === null ? null : { kind: 'birthDate', confidence: 'certain', from, to };
}

function bornIn(reading: Reading, index: number): Detection | null {
  const length = reading.phraseAt(index, BORN_IN);
  const at = afterColon(reading, index + length);
  if (length === 0 || !/^(?:19|20)\d\d$/u.test(reading.at(at).text)) return null;
  const before = /^[,(–-]$/u.test(reading.at(index - 1).text) ? index - 2 : index - 1;
  const named = isCapitalised(reading.at(before)) && isCapitalised(reading.at(before - 1));
  return named ? { kind: 'birthDate', confidence: 'likely', from: at, to: at } : null;
}

function afterColon(reading: Reading, index: number): number {
  return reading.at(index).text === ':' ? index + 1 : index;
}

function afterDay(reading: Reading, index: number): number {
  return index + reading.phraseAt(index, DAY);
}

/** `12/3/2015`, `12-03-15`, `12.3.2015` */
function datedEnd(reading: Reading, index: number): number | null {
  const [day, first, month, second, year] = [0, 1, 2, 3, 4].map((step) => reading.at(index + step).text);
  const parted = first !== undefined && /^[./-]$/u.test(first) && first === second;
  const isDate = /^\d{1,2}$/u.test(day ?? '') && /^\d{1,2}$/u.test(month ?? '') && /^(?:\d\d|\d{4})$/u.test(year ?? '');
  return parted && isDate ? index + 4 : null;
}

/** `12 tháng 3 năm 2015`, `12 tháng 3` */
function saidEnd(reading: Reading, index: number): number | null {
  const isNumber = (at: number): boolean => reading.at(at).kind === 'number' && reading.at(at).gap !== 'line';
  if (!isNumber(index) || reading.phraseAt(index + 1, MONTH) === 0 || !isNumber(index + 2)) return null;
  return reading.phraseAt(index + 3, YEAR) > 0 && isNumber(index + 4) ? index + 4 : index + 2;
}
