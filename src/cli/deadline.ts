import { readFile } from 'node:fs/promises';

import {
  builtInCalendar,
  dateWords,
  type Deadline,
  deadline,
  momentWords,
  type ProofLine,
  readCalendarFile,
  readUtf8,
  shortDateWords,
  timeWords,
  type WorkingCalendar,
} from '../calendar/index.js';
import { civilDateOf, isCivilDate, isoInVietnam } from '../kernel/civil-date.js';
import { DomainError } from '../kernel/domain-error.js';
import { limitWords } from '../law/index.js';
import { type DeadlineQuestion, readDeadlineArguments } from './deadline-arguments.js';
import { UnusableArguments } from './unusable-arguments.js';

/** What a command leaves behind: its status, what goes to stdout, and Vietnamese sentences for stderr. */
export interface DeadlineRun {
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly lines: string[];
  readonly messages: string[];
}

/**
 * `hoi-am deadline`: a deadline and its proof, as one JSON object `{due, legalEnd, proof}` or as a table to read.
 * Anything that cannot be counted is status 2 with what to correct; nothing is guessed.
 */
export async function runDeadline(args: readonly string[]): Promise<DeadlineRun> {
  try {
    const question = readDeadlineArguments(args);
    const calendar = await calendarOf(question);
    const answer = deadline(question.received, question.limit, calendar, question.pauses);
    return { exitCode: 0, lines: question.json ? [asJson(answer)] : asTable(question, answer, calendar), messages: [] };
  } catch (error) {
    if (error instanceof UnusableArguments) return { exitCode: 2, lines: [], messages: error.message.split('\n') };
    if (error instanceof DomainError) return { exitCode: 2, lines: [], messages: [refusalWords(error)] };
    throw error;
  }
}

async function calendarOf({ calendarFile }: DeadlineQuestion): Promise<WorkingCalendar> {
  if (calendarFile === undefined) return builtInCalendar();
  const decoded = readUtf8(await contentOf(calendarFile));
  const reading = decoded.ok ? readCalendarFile(decoded.text) : decoded;
  if (!reading.ok) throw new UnusableArguments(reading.flaws.join('\n'));
  return reading.calendar;
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new UnusableArguments(`Không đọc được tệp lịch "${path}": xem lại đường dẫn và quyền đọc.`);
  }
}

function asJson({ due, legalEnd, proof }: Deadline): string {
  return JSON.stringify({
    due: isoInVietnam(due),
    legalEnd: isoInVietnam(legalEnd),
    proof: proof.map(({ from, to, counted, reason }) => ({ from, to, counted, reason })),
  });
}

function asTable({ limit }: DeadlineQuestion, { due, legalEnd, proof }: Deadline, calendar: WorkingCalendar): string[] {
  const hours = limit.unit === 'workingHours' || limit.unit === 'hours';
  const spans = proof.map((line) => spanOf(line));
  const width = Math.max(...spans.map(({ length }) => length));
  let sum = 0;
  const rows = proof.map(({ counted, reason }, index) => {
    sum += counted;
    const running = counted === 0 ? '–' : hours ? `${minutesWords(sum)} phút` : String(sum);
    return `  ${(spans[index] ?? '').padEnd(width)}  ${running.padStart(hours ? 10 : 4)}  ${reason}`;
  });
  return [
    `Hạn: ${momentWords(due)}`,
    `Quá hạn sau: ${momentWords(legalEnd)}`,
    `Thời hạn: ${limitWords(limit)}; ${calendar.name}`,
    'Vì sao là lúc này:',
    ...rows,
  ];
}

/** `12/03`, `14/03–15/03`, or with times `12/03 16:52–13/03 08:30`. */
function spanOf({ from, to }: ProofLine): string {
  if (isCivilDate(from) && isCivilDate(to)) {
    return from === to ? dateWords(from) : `${shortDateWords(from)}–${dateWords(to)}`;
  }
  const [first, last] = [new Date(from), new Date(to)];
  return `${shortDateWords(civilDateOf(first))} ${timeWords(first)}–${shortDateWords(civilDateOf(last))} ${timeWords(last)}`;
}

function minutesWords(minutes: number): string {
  return String(Math.round(minutes * 10) / 10).replace('.', ',');
}

function refusalWords({ code, details }: DomainError): string {
  if (code !== 'deadline-calendar-missing') return 'Không tính được thời hạn này. Xem: hoi-am deadline --help';
  const { year, calendar, withinYears, opens } = details;
  if (typeof year === 'number') {
    return `${String(calendar)} chưa có năm ${year}: đưa lịch của cơ quan bằng --calendar TỆP.json.`;
  }
  return opens === true
    ? `Đếm tới ${String(withinYears)} năm vẫn chưa hết thời hạn: giảm --limit, hoặc xem lại --pause và số ngày làm việc của tệp lịch.`
    : `Trong lịch này không tìm thấy ngày nào làm việc trong ${String(withinYears)} năm: xem lại shifts và holidays của tệp lịch.`;
}
