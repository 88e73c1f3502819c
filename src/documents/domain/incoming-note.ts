import { incomingWords } from './arrival/arrival-number.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { dayWords } from './day-words.js';
import { endWords, type EndOfDocument } from './document-outcome.js';
import type { IncomingAmendment } from './register.js';
import { sourceWords, type NumberSource } from './given-number.js';
import { sameNumberWords } from './same-number.js';
import { takenOverWords, type TakenOver } from './take-over/taken-over.js';

/** What the notes of a line of the incoming register rest on. */
export interface NotedArrival extends EndOfDocument {
  readonly takenOver: TakenOver | null;
  /** Whose word its number is; null where this register gave it. */
  readonly givenBy: NumberSource | null;
  readonly amendment: IncomingAmendment | null;
  readonly takenBackAt: Date | null;
  /** Arrival number of the document that it updates or replaces; null for one that stands by itself. */
  readonly amends: number | null;
  /** Arrival numbers of others that bear the same number of the same agency. */
  readonly same: readonly number[];
}

/**
 * The column of notes of the incoming register, for people: where the line comes from, what its sender did to it, and on which day it was answered or
 * ended. No name by which programs call the document.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, mẫu sổ đăng ký văn bản đến.
 */
export function incomingNote(line: NotedArrival): string {
  const { takenOver, givenBy, amendment, amends, takenBackAt, same } = line;
  const act = amendment === 'update' ? 'Cập nhật' : 'Thay thế';
  const parts = [
    takenOver && takenOverWords(takenOver),
    givenBy && sourceWords(givenBy),
    amends === null ? null : `${act} ${incomingWords({ arrivalNumber: amends })}`,
    takenBackAt && `Nơi gửi lấy lại ngày ${dayWords(civilDateOf(takenBackAt))}`,
    same.length === 0 ? null : sameNumberWords(same),
    answeredWords(line),
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function answeredWords(end: EndOfDocument): string | null {
  if (end.outcome !== 'letter') return endWords(end);
  return end.outcomeOn === null ? 'Đã trả lời' : `Trả lời ngày ${dayWords(end.outcomeOn)}`;
}

/** `513/SGDĐT-GDTrH, 18/03/2026`: the answer as the tracking register names it, with its day. */
export function replyWords(code: string, issuedDate: CivilDate): string {
  return `${code}, ${dayWords(issuedDate)}`;
}
