import { type CivilDate, civilDateOf, isCivilDate } from '../../../kernel/civil-date.js';
import type { LimitUnit } from '../../../law/limit.js';
import { STANDING_WORDS } from '../../../law/policy.js';
import { dateWords, momentWords, shortDateWords, weekdayWords } from './moment-words.js';
import type { ProofDocument, ProofPart } from './proof-document.js';
import type { ProofLine } from './proof.js';

/** One row of a table: when, how much it counts, the sum so far, and why. */
export interface SheetRow {
  readonly cells: readonly [when: string, counted: string, sum: string, reason: string];
  readonly counts: boolean;
}

/** One part of a proof in words. */
export interface SheetSection {
  readonly heading: string;
  /** Label and words. */
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: SheetRow['cells'];
  readonly rows: readonly SheetRow[];
  readonly total: string;
}

/** The text of a proof on paper, without its layout. */
export interface ProofSheet {
  readonly title: string;
  readonly subject: string;
  /** The answer first: what is due when. */
  readonly answer: readonly (readonly [string, string])[];
  readonly sections: readonly SheetSection[];
  /** How to check the sheet, with its hash. */
  readonly check: readonly string[];
  /** Stands on every page. */
  readonly footer: string;
}

const CIVIL_CODE = 'Bộ luật Dân sự 2015, Điều 147 và 148';

const RULE_WORDS: Readonly<Record<LimitUnit, string>> = {
  workingDays: `Ngày xảy ra sự kiện không tính. Sau đó chỉ đếm ngày cơ quan làm việc, kể cả ngày làm bù; ngày nghỉ, ngày lễ và ngày tạm dừng không đếm (${CIVIL_CODE}).`,
  workingHours: `Đếm từ chính lúc bắt đầu, chỉ đếm trong giờ làm việc; giờ nghỉ, ngày nghỉ và giờ tạm dừng không đếm (${CIVIL_CODE}).`,
  days: `Ngày xảy ra sự kiện không tính. Sau đó đếm liên tục, trừ ngày tạm dừng; nếu ngày cuối là ngày nghỉ thì hạn là hết ngày làm việc tiếp theo (${CIVIL_CODE}).`,
  hours: `Đếm liên tục từ chính lúc bắt đầu, trừ giờ tạm dừng; nếu hết giờ vào ngày nghỉ thì hạn là hết ngày làm việc tiếp theo (${CIVIL_CODE}).`,
};

const DAY_COLUMNS: SheetRow['cells'] = ['Ngày', 'Tính', 'Cộng', 'Lý do'];
const TIME_COLUMNS: SheetRow['cells'] = ['Thời gian', 'Tính', 'Cộng', 'Lý do'];

/**
 * The sheet "Bảng tính thời hạn" of a proof, in words that a citizen follows.
 *
 * @param madeAt when the sheet was made; it is printed, and no part of the proof
 */
export function proofSheet(document: ProofDocument, madeAt: Date): ProofSheet {
  const { subject, sha256 } = document;
  return {
    title: 'Bảng tính thời hạn',
    subject: `Phiếu ${subject.ticketCode} – ${subject.words}`,
    answer: answerOf(document),
    sections: document.parts.map((part, at) => sectionOf(part, at, document.parts.length)),
    check: [
      'Ai cũng có thể đếm lại: cộng cột "Tính" của mỗi bảng thì được đúng thời hạn; các dòng nối nhau, không bỏ sót ngày giờ nào.',
      `Mã SHA-256 của bảng: ${sha256}`,
      'Mã này tính trên bản JSON của bảng, không kể mục sha256; sửa một chữ trong bảng là mã thay đổi.',
      `Lập lúc ${momentWords(madeAt)}.`,
    ],
    footer: `${subject.ticketCode} · SHA-256 ${sha256.slice(0, 16)}…`,
  };
}

function answerOf({ due, legalEnd, policy, pauses }: ProofDocument): ProofSheet['answer'] {
  return [
    ['Hạn', officialMoment(due)],
    ['Bị coi là quá hạn', `sau ${secondWords(new Date(legalEnd))}, ${dateWords(civilDateOf(new Date(legalEnd)))}`],
    ['Bộ thời hạn', `${policy.name}, bản ${policy.version}: ${policy.citation}`],
    ...pauses.map(({ from, to, reason }): readonly [string, string] => [
      'Tạm dừng',
      `từ ${exactMoment(new Date(from))} đến ${exactMoment(new Date(to))}${reason === null ? '' : `: ${reason}`}`,
    ]),
  ];
}

function sectionOf(part: ProofPart, at: number, parts: number): SheetSection {
  const { limit, calendar } = part;
  const name = part.kind === 'limit' ? 'Thời hạn' : 'Gia hạn';
  const byDays = part.countedIn === 'days';
  return {
    heading: `${parts > 1 ? `${at + 1}. ` : ''}${name}: ${limit.words}`,
    facts: [
      ...startOf(part),
      ['Căn cứ', `${limit.source.text} (${STANDING_WORDS[limit.source.standing]})`],
      ['Cách tính', RULE_WORDS[limit.unit]],
      ['Lịch làm việc', `${calendar.name}, bản ${calendar.version}`],
    ],
    columns: byDays ? DAY_COLUMNS : TIME_COLUMNS,
    rows: rowsOf(part),
    total: `Cộng: ${lengthWords(part.total, part.countedIn)}, đúng bằng thời hạn ${limit.words}. Hạn của phần này: ${exactMoment(new Date(part.due))}.`,
  };
}

function startOf({ kind, start }: ProofPart): SheetSection['facts'] {
  const moment = exactMoment(new Date(start.at));
  if (kind === 'limit') return [['Tính từ', `${start.event}, ${moment}`]];
  return [
    ['Do', start.event],
    ['Tính từ', `lúc hết hạn trước, ${moment}`],
  ];
}

function rowsOf({ lines, countedIn }: ProofPart): readonly SheetRow[] {
  let sum = 0;
  return lines.map((line) => {
    sum += line.counted;
    const counts = line.counted > 0;
    return {
      cells: [
        whenWords(line),
        counts ? lengthWords(line.counted, countedIn) : 'Không',
        counts ? lengthWords(sum, countedIn) : '',
        line.reason,
      ],
      counts,
    };
  });
}

function whenWords({ from, to }: ProofLine): string {
  if (isCivilDate(from) && isCivilDate(to)) {
    return from === to ? `${weekdayWords(from)} ${dateWords(from)}` : `${shortDateWords(from)} đến ${dateWords(to)}`;
  }
  const [first, last] = [new Date(from), new Date(to)];
  const [day, lastDay] = [civilDateOf(first), civilDateOf(last)];
  if (day === lastDay) return `${dateWords(day)}, ${secondWords(first)}–${secondWords(last)}`;
  return `${secondWords(first)}, ${dateWords(day)} đến ${secondWords(last)}, ${dateWords(lastDay)}`;
}

/** `3 ngày`; `4 giờ 30 phút`, seconds only where there are some. */
function lengthWords(length: number, countedIn: ProofPart['countedIn']): string {
  if (countedIn === 'days') return `${length} ngày`;
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(length / 3600), 'giờ'],
    [Math.floor(length / 60) % 60, 'phút'],
    [length % 60, 'giây'],
  ];
  const words = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return words.length === 0 ? '0 phút' : words.join(' ');
}

/** `07:30`, and `07:30:25` where seconds count. */
function secondWords(moment: Date): string {
  const local = new Date(moment.getTime() + 7 * 3_600_000).toISOString();
  return local.slice(17, 19) === '00' ? local.slice(11, 16) : local.slice(11, 19);
}

/** `17:30, thứ Sáu 20/03/2026`, seconds only where there are some. */
function exactMoment(moment: Date): string {
  return `${secondWords(moment)}${momentWords(moment).slice(5)}`;
}

/** `17 giờ 30 phút, thứ Sáu, ngày 20 tháng 3 năm 2026`: zeros as Nghị định 30/2020/NĐ-CP writes them, Phụ lục I. */
function officialMoment(iso: string): string {
  const day: CivilDate = civilDateOf(new Date(iso));
  const [hours = '', minutes = '', seconds] = secondWords(new Date(iso)).split(':');
  const month = Number(day.slice(5, 7));
  const weekday = weekdayWords(day).replace('Thứ', 'thứ');
  const date = `ngày ${day.slice(8)} tháng ${month <= 2 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
  const time = `${hours} giờ ${minutes} phút${seconds === undefined ? '' : ` ${seconds} giây`}`;
  return `${time}, ${weekday}, ${date}`;
}
