import { DUTY_WORDS } from '../../law/index.js';
import type { TicketDeadlineEntity } from '../../tickets/index.js';
import { causeWords, dutyOf } from '../../tickets/domain/deadlines/recount.js';
import type { DeadlineProofView } from './deadline-proof.js';
import type { RowView } from '../kit/row-list.js';
import { dueMoment, shortMoment } from '../kit/words/time.js';
import { unitName } from '../kit/names.js';
import { deadlineProof, type Today } from './ticket-deadline.js';
import type { TicketReading } from '../tickets/ticket-reading.js';

/** The deadline of a ticket with its proof, what it was before and why it moved, what else is owed, and the proof to take away. */
export function deadlinePanel(reading: TicketReading, today: Today): DeadlineProofView {
  const { ticket, deadlines } = reading;
  const ofCycle = deadlines.filter(({ cycle }) => cycle === ticket.cycle);
  const counts = ofCycle
    .filter(({ duty }) => duty === 'process')
    .toSorted((one, other) => one.revision - other.revision);
  const inForce = counts.findLast(({ supersededAt }) => supersededAt === null) ?? null;
  const proof = deadlineProof(reading, inForce, today);
  return {
    ...proof,
    rule: [proof.rule, ...extensionWords(inForce), ...capWords(inForce, reading)].join(' '),
    earlier: earlierCounts(counts),
    others: ofCycle
      .filter(({ duty, supersededAt }) => duty !== 'process' && supersededAt === null)
      .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
      .map((count) => dutyRow(count, reading)),
    files: inForce && { pdf: `/phieu/${ticket.id}/han.pdf`, json: `/phieu/${ticket.id}/han.json` },
  };
}

function extensionWords(inForce: TicketDeadlineEntity | null): readonly string[] {
  return inForce?.extendedBy ? [`Gia hạn thêm ${String(inForce.extendedBy)} ngày làm việc.`] : [];
}

/** By which of the merged tickets it was counted, where that one ends before the ticket's own. */
function capWords(inForce: TicketDeadlineEntity | null, { life }: TicketReading): readonly string[] {
  const first = life.merged.find(({ id }) => id === inForce?.cappedById);
  return first === undefined ? [] : [`Tính theo phiếu ${first.code} gộp vào, đến hạn sớm hơn.`];
}

/** Latest first: what the date was, and what made it another. A recount to the same date is no news. */
function earlierCounts(counts: readonly TicketDeadlineEntity[]): readonly RowView[] {
  return counts
    .flatMap((count, at) => {
      const next = counts[at + 1];
      if (next === undefined || next.dueAt.getTime() === count.dueAt.getTime()) return [];
      const when = count.supersededAt === null ? '' : `, ${shortMoment(count.supersededAt)}`;
      return [{ icon: 'clock' as const, title: dueMoment(count.dueAt), detail: `đổi vì ${becauseOf(next)}${when}` }];
    })
    .toReversed();
}

function becauseOf({ reason, calendarVersion, policyVersion, pauses, startedAt }: TicketDeadlineEntity): string {
  switch (reason) {
    case 'pause':
      return pauses.length > 0 ? 'tạm dừng chờ người phản ánh bổ sung' : 'hết tạm dừng';
    case 'extension':
      return 'được gia hạn';
    case 'level':
      return 'phân loại lại';
    case 'calendar':
      return causeWords({ reason: 'calendar' }, calendarVersion);
    case 'policy':
      return causeWords({ reason: 'policy', policyVersion }, calendarVersion);
    default:
      return `tính lại từ ${shortMoment(startedAt)}`;
  }
}

/** A step on the way to the answer: by when, and whether it was done in time. */
function dutyRow(count: TicketDeadlineEntity, { names, now }: TicketReading): RowView {
  const { dueAt, metAt, legalEndAt, countedForUnitId } = count;
  const unit = unitName(names, countedForUnitId);
  const late = (metAt ?? now) > legalEndAt;
  return {
    icon: metAt === null ? 'circle' : 'check',
    ...(late ? { tone: 'bad' as const } : {}),
    title: unit === null ? DUTY_WORDS[dutyOf(count)] : `${DUTY_WORDS[dutyOf(count)]}, ${unit}`,
    detail: `Hạn ${dueMoment(dueAt)}; ${standingWords(metAt, late)}`,
  };
}

function standingWords(metAt: Date | null, late: boolean): string {
  if (metAt === null) return late ? 'đã quá hạn' : 'chưa đến hạn';
  return `xong ${shortMoment(metAt)}, ${late ? 'quá hạn' : 'đúng hạn'}`;
}
