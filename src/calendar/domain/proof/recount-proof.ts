import { addDays, type CivilDate, isCivilDate } from '../../../kernel/civil-date.js';
import { PROOF_FORMAT, PROOF_VERSION, type ProofDocument, type ProofPart, sha256OfProof } from './proof-document.js';
import type { ProofLine } from './proof.js';

/** What can be wrong with a proof. */
export type MisfitCode = 'format' | 'hash' | 'start' | 'line' | 'gap' | 'counted' | 'total' | 'end' | 'parts';

/** One thing that does not fit, as a sentence for the person who re-counts. Parts and lines are numbered from 1. */
export interface ProofMisfit {
  readonly code: MisfitCode;
  readonly part?: number;
  readonly line?: number;
  readonly words: string;
}

/** How long a line is, in what its part counts, and where the next one has to begin. */
interface LineSpan {
  readonly size: number;
  readonly next: string;
}

const SECONDS_AN_HOUR = 3600;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/;

/**
 * Counts a proof again as a person with a pencil would: the lines follow one another, each counts all of itself or
 * nothing, they add up to the limit, the last one ends where the deadline does, and the hash is that of the document.
 * Whether a day was rightly counted is the calendar's to say, not the paper's.
 *
 * @returns everything that does not fit, empty when all does
 */
export function recountProof(document: ProofDocument): readonly ProofMisfit[] {
  if (!isKnown(document)) {
    return [{ code: 'format', words: 'Không nhận ra loại hoặc phiên bản của bảng tính thời hạn này.' }];
  }
  const misfits: ProofMisfit[] = document.parts.flatMap((part, at) =>
    partMisfits(part).map((misfit) => ({ ...misfit, part: at + 1 })),
  );
  misfits.push(...chainMisfits(document));
  if (sha256OfProof(document) !== document.sha256) {
    misfits.push({ code: 'hash', words: 'Mã SHA-256 không khớp với nội dung: bảng đã bị sửa sau khi lập.' });
  }
  return misfits;
}

function isKnown({ format, version }: Readonly<Record<'format' | 'version', unknown>>): boolean {
  return format === PROOF_FORMAT && version === PROOF_VERSION;
}

/** The parts stand one after another, and the last one gives the deadline. */
function chainMisfits({ parts, due, legalEnd }: ProofDocument): readonly ProofMisfit[] {
  const misfits: ProofMisfit[] = [];
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    if (part.kind !== (before === undefined ? 'limit' : 'extension')) {
      misfits.push({ code: 'parts', part: at + 1, words: 'Phần đầu phải là thời hạn, các phần sau là gia hạn.' });
    }
    if (before !== undefined && part.start.at !== before.legalEnd) {
      misfits.push({ code: 'parts', part: at + 1, words: 'Phần gia hạn không bắt đầu ở lúc phần trước hết hạn.' });
    }
  }
  const last = parts.at(-1);
  if (last?.due !== due || last.legalEnd !== legalEnd) {
    misfits.push({ code: 'parts', words: 'Hạn của bảng không phải là hạn của phần cuối.' });
  }
  return misfits;
}

function partMisfits(part: ProofPart): readonly ProofMisfit[] {
  const misfits: ProofMisfit[] = [];
  const beginning = part.countedIn === 'days' ? part.start.at.slice(0, 10) : part.start.at;
  let expected = beginning;
  let sum = 0;
  for (const [at, line] of part.lines.entries()) {
    const span = spanOf(line, part.countedIn);
    if (span === null)
      return [...misfits, { code: 'line', line: at + 1, words: 'Dòng này ghi thời gian không có thật.' }];
    misfits.push(...lineMisfits(line, span, expected).map((misfit) => ({ ...misfit, line: at + 1 })));
    expected = span.next;
    sum += line.counted;
  }
  return [...misfits, ...startMisfits(part), ...totalMisfits(part, sum), ...endMisfits(part)];
}

function lineMisfits({ from, counted }: ProofLine, { size }: LineSpan, expected: string): readonly ProofMisfit[] {
  const misfits: ProofMisfit[] = [];
  if (from !== expected)
    misfits.push({ code: 'gap', words: `Dòng này phải bắt đầu từ ${expected}, không phải ${from}.` });
  if (counted !== 0 && counted !== size) {
    misfits.push({ code: 'counted', words: `Dòng này dài ${size} nhưng ghi tính ${counted}.` });
  }
  return misfits;
}

/** The day of the event is not counted. */
function startMisfits({ countedIn, lines: [first] }: ProofPart): readonly ProofMisfit[] {
  if (first === undefined) return [{ code: 'start', words: 'Phần này không có dòng nào.' }];
  if (countedIn === 'seconds' || (first.counted === 0 && first.from === first.to)) return [];
  return [{ code: 'start', line: 1, words: 'Ngày xảy ra sự kiện không được tính vào thời hạn.' }];
}

function totalMisfits({ limit: { amount }, countedIn, total }: ProofPart, sum: number): readonly ProofMisfit[] {
  const wanted = countedIn === 'days' ? amount : amount * SECONDS_AN_HOUR;
  if (sum === total && total === wanted) return [];
  return [{ code: 'total', words: `Các dòng cộng lại được ${sum}, bảng ghi ${total}, thời hạn là ${wanted}.` }];
}

/** The last day lasts to its last second; an hour limit ends at the moment, or with the day to which it was moved. */
function endMisfits({ countedIn, lines, due, legalEnd }: ProofPart): readonly ProofMisfit[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const day = legalEnd.slice(0, 10);
  const endsWithDay = legalEnd === lastSecond(day) && isWithin(due, day);
  const fits =
    countedIn === 'days'
      ? endsWithDay && last.to === day
      : last.to === due && (legalEnd === due || (endsWithDay && last.counted === 0));
  return fits ? [] : [{ code: 'end', line: lines.length, words: 'Dòng cuối không kết thúc ở lúc hết hạn.' }];
}

function lastSecond(day: string): string {
  return `${day}T23:59:59+07:00`;
}

/** Whether a moment lies in a day, its 24:00 included. */
function isWithin(moment: string, day: string): boolean {
  const after = (Date.parse(moment) - Date.parse(`${day}T00:00:00+07:00`)) / 1000;
  return after > 0 && after <= 24 * SECONDS_AN_HOUR;
}

function spanOf({ from, to }: ProofLine, countedIn: ProofPart['countedIn']): LineSpan | null {
  if (countedIn === 'days') return isCivilDate(from) && isCivilDate(to) && from <= to ? daySpan(from, to) : null;
  if (!isInstant(from) || !isInstant(to)) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds > 0 ? { size: seconds, next: to } : null;
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && isCivilDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

function daySpan(from: CivilDate, to: CivilDate): LineSpan {
  const days = (Date.parse(to) - Date.parse(from)) / (24 * SECONDS_AN_HOUR * 1000) + 1;
  return { size: days, next: addDays(to, 1) };
}
