import type { Sighting } from './finding.js';
import { isCapitalised, phrases, type Reading, type Token } from './reading.js';

const CLASS = phrases('lớp');
const SCHOOL = phrases('trường, thpt, thcs, tiểu học, th, mầm non, mn, mẫu giáo, gdtx');
const CHILD = phrases(
  'học sinh, hs, em, cháu, con, bé, con tôi, bạn, nữ sinh, nam sinh, con gái, con trai, trẻ, chủ nhiệm, gvcn',
);
const NEAR = 14;

/** Whether a text says which school it speaks of: then a class alone names a handful of children. */
export function namesSchool(reading: Reading): boolean {
  return reading.tokens.some((_token, index) => schoolAt(reading, index));
}

/**
 * A class of a known school, `lớp 5A trường Tiểu học X`, or of a child, `học sinh lớp 9B`. A grade alone (`lớp 9`) names nobody. Only
 * the class is found: the school is what the matter is about.
 */
export function sightClass(reading: Reading, index: number, schoolNamed: boolean): Sighting | null {
  if (reading.phraseAt(index, CLASS) === 0) return null;
  const to = classEnd(reading, index + 1);
  if (to === null) return null;
  if (nearSchool(reading, index, to)) return { kind: 'schoolWithClass', confidence: 'certain', from: index, to };
  const child = reading.lastPhraseWithin(index, NEAR, CHILD) !== null;
  return schoolNamed || child ? { kind: 'schoolWithClass', confidence: 'likely', from: index, to } : null;
}

/** `5A`, `12A1`, `9B`, `6/3`, `10 A2`: a grade and what tells its classes apart. */
function classEnd(reading: Reading, index: number): number | null {
  const grade = reading.at(index);
  if (grade.gap === 'line' || !/^(?:[1-9]|1[0-2])$/u.test(grade.text)) return nurseryEnd(reading, index);
  const next = reading.at(index + 1);
  if (/^[/.]$/u.test(next.text) && next.gap === 'none' && isOrdinal(reading, index + 2)) return index + 2;
  if (!isClassLetter(next)) return null;
  return isOrdinal(reading, index + 2) ? index + 2 : index + 1;
}

function isClassLetter({ text, gap }: Token): boolean {
  if (gap === 'space') return /^[A-ZĐ]$/u.test(text);
  return gap === 'none' && /^[A-ZĐa-eđ]{1,4}$/u.test(text);
}

/** `lớp lá 2`, `lớp chồi A`, `lớp Hoa Hồng` are classes of nursery schools. */
function nurseryEnd(reading: Reading, index: number): number | null {
  if (reading.phraseAt(index, NURSERY) === 0) return null;
  const next = reading.at(index + 1);
  return next.gap !== 'line' && /^(?:\d{1,2}|[A-ZĐ])$/u.test(next.text) ? index + 1 : null;
}

const NURSERY = phrases('lá, chồi, mầm, mẫu giáo, nhà trẻ');

function isOrdinal(reading: Reading, index: number): boolean {
  const { text, gap } = reading.at(index);
  return gap === 'none' && /^\d{1,2}$/u.test(text);
}

function nearSchool(reading: Reading, from: number, to: number): boolean {
  for (let away = 1; away <= NEAR; away += 1) {
    if (schoolAt(reading, to + away) || schoolAt(reading, from - away)) return true;
  }
  return false;
}

/** A school with its name: `trường Tiểu học Kim Đồng`, `THCS X`. */
function schoolAt(reading: Reading, index: number): boolean {
  const length = reading.phraseAt(index, SCHOOL);
  if (length === 0) return false;
  const next = reading.at(index + length);
  return next.gap === 'space' && (isCapitalised(next) || reading.phraseAt(index + length, SCHOOL) > 0);
}
