import type { Detection } from './finding.js';
import { isCapitalised, phrases, type Reading, type Token } from './reading.js';

const CLASS = phrases('lớp');
const SCHOOL = phrases('trường, thpt, thcs, tiểu học, th, mầm non, mn, mẫu giáo, gdtx');
const CHILD = phrases(
  'học sinh, hs, em, cháu, con, bé, con tôi, bạn, nữ sinh, nam sinh, con gái, con trai, trẻ, chủ nhiệm, gvcn',
);
const NEAR = 14;
/** How near a child stands to a class whose word was left out: `con tôi học 6A3`. */
const NEXT = 3;
const SUBJECTS = phrases('toán, tin, lý, lí, hóa, sinh, văn, sử, địa, anh, nga, pháp, trung, nhật, hàn');
/** After these a number with a letter is a house, a room, a sheet, a line. */
const NO_CLASS = phrases(
  'số, nhà, số nhà, ngõ, ngách, hẻm, phòng, tầng, tuyến, xe, biển số, mẫu, khổ, tòa, dãy, khu, lô, bàn, tiết',
);
/** `3D`, `4G`: no class, whatever stands around. */
const MEASURES: ReadonlySet<string> = new Set('2D 3D 4D 3G 4G 5G 2K 4K 8K 5K 10K'.split(' '));

/** Whether a text says which school it speaks of: then a class alone names a handful of children. */
export function namesSchool(reading: Reading): boolean {
  return reading.tokens.some((_token, index) => schoolAt(reading, index));
}

/**
 * A class of a known school, `lớp 5A trường Tiểu học X`, or of a child, `học sinh lớp 9B`. A grade alone (`lớp 9`) names nobody. Only
 * the class is found: the school is what the matter is about.
 */
export function detectClass(reading: Reading, index: number, schoolNamed: boolean): Detection | null {
  const said = reading.phraseAt(index, CLASS) > 0;
  const to = said ? classEnd(reading, index + 1) : bareClassEnd(reading, index);
  if (to === null) return null;
  if (nearSchool(reading, index, to)) return { kind: 'schoolWithClass', confidence: 'certain', from: index, to };
  const child = reading.lastPhraseWithin(index, said ? NEAR : NEXT, CHILD) !== null;
  const isMeant = child || (said && schoolNamed);
  return isMeant ? { kind: 'schoolWithClass', confidence: 'likely', from: index, to } : null;
}

/** `6A3`, `12C1`, `10 Anh 1` without the word for a class; what might be a house, a plate or a room is none. */
function bareClassEnd(reading: Reading, index: number): number | null {
  if (!beginsBare(reading, index)) return null;
  const letter = reading.at(index + 1);
  if (letter.gap !== 'none') return subjectEnd(reading, index);
  const numbered = isOrdinal(reading, index + 2);
  if (!(numbered ? /^[A-ZĐa-hđ]$/u : /^[A-ZĐ]$/u).test(letter.text)) return null;
  const isMeasure = !numbered && MEASURES.has(reading.at(index).text + letter.text);
  const to = isMeasure ? null : classEnd(reading, index);
  return to === null || goesOn(reading, to) ? null : to;
}

function beginsBare(reading: Reading, index: number): boolean {
  const { kind, gap } = reading.at(index);
  const isGlued = gap === 'none' && reading.at(index - 1).kind !== 'sign';
  return kind === 'number' && !isGlued && reading.phraseBefore(index, NO_CLASS) === 0;
}

function goesOn(reading: Reading, to: number): boolean {
  const { kind, gap, text } = reading.at(to + 1);
  return gap === 'none' && (kind !== 'sign' || /^[-/]$/u.test(text));
}

/** `5A`, `12A1`, `9B`, `6/3`, `10 A2`: a grade and what tells its classes apart. */
function classEnd(reading: Reading, index: number): number | null {
  const grade = reading.at(index);
  if (grade.gap === 'line' || !/^(?:[1-9]|1[0-2])$/u.test(grade.text)) return nurseryEnd(reading, index);
  const special = subjectEnd(reading, index) ?? agedEnd(reading, index);
  if (special !== null) return special;
  const next = reading.at(index + 1);
  if (/^[/.]$/u.test(next.text) && next.gap === 'none' && isOrdinal(reading, index + 2)) return index + 2;
  if (!isClassLetter(next)) return null;
  return isOrdinal(reading, index + 2) ? index + 2 : index + 1;
}

function isClassLetter({ text, gap }: Token): boolean {
  if (gap === 'space') return /^[A-ZĐ]$/u.test(text);
  return gap === 'none' && /^[A-ZĐa-eđ]{1,4}$/u.test(text);
}

/** `10 Toán`, `10 Anh 1`: classes of specialised schools. */
function subjectEnd(reading: Reading, index: number): number | null {
  if (!/^1[0-2]$/u.test(reading.at(index).text) || reading.phraseAt(index + 1, SUBJECTS) === 0) return null;
  if (!isCapitalised(reading.at(index + 1))) return null;
  return /^\d$/u.test(reading.at(index + 2).text) && reading.at(index + 2).gap !== 'line' ? index + 2 : index + 1;
}

/** `5 tuổi A1` */
function agedEnd(reading: Reading, index: number): number | null {
  const [age, code] = [reading.at(index + 1), reading.at(index + 2)];
  if (age.folded !== 'tuoi' || !/^[A-ZĐ]$/u.test(code.text)) return null;
  return isOrdinal(reading, index + 3) ? index + 3 : index + 2;
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
