import { z } from 'zod';
import {
  BEYOND_CALENDAR,
  EXTENSION_TEXT,
  type ExtensionChoices,
  REFUSED_EXTENSION,
} from '../../tickets/domain/deadlines/extension.js';
import { CITIZEN_REPLY_LENGTHS, REQUEST_LENGTHS } from '../../tickets/domain/information-request.js';
import type { SeenLife } from '../../tickets/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { MatterView } from '../tickets/matter.js';
import type { RowView } from '../kit/row-list.js';
import { dueMoment, fullDay, moment, shortMoment } from '../kit/words/time.js';
import { fullTitle } from '../kit/names.js';
import { decidedAction, doesOrProposes, proposingForm } from '../decisions/proposing.js';
import type { TicketReading } from '../tickets/ticket-reading.js';
import { readByCitizen } from '../exchange/told-citizen.js';
import { needed } from '../kit/http/form-pipe.js';
import { verbatim } from '../identity/citizen-text.js';
import { area, besides, field, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

type Pause = SeenLife['pauses'][number];
type Extension = SeenLife['extensions'][number];

/** What may be done about the time of a ticket: ask the citizen, ask for more of it, end for want of grounds. */
export function ticketTimeActs(reading: TicketReading): readonly ActFormView[] {
  const { acts } = reading.may;
  const { extensionChoices } = reading;
  return [
    ...(acts.has('askCitizen') ? [askForm(reading)] : []),
    ...(mayPromise(extensionChoices) ? [requestForm(reading, extensionChoices)] : []),
    ...(doesOrProposes(reading, 'rejectUnfounded') ? [endForm(reading)] : []),
  ];
}

/** What was asked of the citizen, and what was wished for more time, in this cycle. */
export function ticketTimeMatters(reading: TicketReading): readonly MatterView[] {
  const { ticket, life } = reading;
  const pause = life.pauses.findLast(({ cycle }) => cycle === ticket.cycle);
  const wish = life.extensions.findLast(({ cycle }) => cycle === ticket.cycle);
  return [...(pause ? [askedMatter(pause, reading)] : []), ...(wish ? [wishMatter(wish, reading)] : [])];
}

/** A text of the citizen's matter. */
function words(
  label: string,
  { shortest, longest }: Lengths,
  more: { readonly redacts?: { readonly maySend: true } } = {},
) {
  return area(label, { hint: `Từ ${String(shortest)} ký tự.`, rows: 4, required: true, maxLength: longest, ...more });
}

interface Lengths {
  readonly shortest: number;
  readonly longest: number;
}

const SENT = { redacts: { maySend: true } } as const;

export const asking = defineForm({
  request: words('Cần bổ sung gì', REQUEST_LENGTHS, SENT),
  verbatim: besides(verbatim()),
});

function askForm({ ticket, refused }: TicketReading): ActFormView {
  const frame = {
    id: 'hoi-cong-dan',
    label: 'Đề nghị người phản ánh bổ sung…',
    action: `/phieu/${ticket.id}/hoi-cong-dan`,
    submit: 'Gửi đề nghị bổ sung',
    lead: 'Thời hạn tạm dừng đến khi người phản ánh trả lời, nhiều nhất theo bộ thời hạn; mỗi lần xử lý chỉ một lần.',
    warning: readByCitizen(ticket),
  };
  return asking.draw(frame, refused);
}

/** A form without any end is shown only to say that the calendar lacks a year. */
function mayPromise(choices: ExtensionChoices | null): choices is ExtensionChoices {
  return choices !== null && (choices.ends.length > 0 || choices.cutByCalendar);
}

export const requesting = defineForm({
  workingDays: field(
    'choice',
    'Thêm bao nhiêu ngày, hẹn ngày nào',
    z.coerce.number('Chọn số ngày làm việc.').catch(0).default(0),
    { required: true, blank: 'Chọn số ngày' },
  ),
  reason: words('Lý do (người duyệt đọc)', EXTENSION_TEXT),
  progress: words('Việc đã làm (người phản ánh đọc khi được duyệt)', EXTENSION_TEXT, SENT),
  verbatim: besides(verbatim()),
});

function requestForm({ ticket, refused }: TicketReading, { ends }: ExtensionChoices): ActFormView {
  const frame = {
    id: 'gia-han',
    label: 'Xin gia hạn…',
    action: `/phieu/${ticket.id}/gia-han`,
    submit: 'Gửi đề nghị gia hạn',
    lead: `Còn ${String(ticket.extensionsLeft)} lần gia hạn. Người khác duyệt; được duyệt thì người phản ánh nhận ngày hẹn mới.`,
  };
  const options = ends.map(({ workingDays, due }) => ({
    value: String(workingDays),
    label: `${String(workingDays)} ngày làm việc: trả lời trước ${dueMoment(due)}`,
  }));
  return requesting.draw(frame, refused, {
    workingDays: { options, error: ends.length === 0 ? BEYOND_CALENDAR : null },
  });
}

export const ending = defineForm({
  text: area('Giải thích cho người phản ánh', { required: true, rows: 4, maxLength: 2000, ...SENT }),
  verbatim: besides(verbatim()),
});

function endForm(reading: TicketReading): ActFormView {
  const { ticket, refused, policy } = reading;
  const frame = {
    id: 'chua-du-can-cu',
    label: 'Kết thúc vì chưa đủ căn cứ…',
    action: decidedAction(reading, 'rejectUnfounded', 'chua-du-can-cu'),
    submit: 'Kết thúc phiếu',
    lead: 'Người phản ánh đã được đề nghị bổ sung mà không trả lời trong thời hạn.',
    warning: readByCitizen(ticket),
  };
  const form = ending.draw(frame, refused, { text: { hint: `Từ ${String(policy.shortestRefusal)} ký tự.` } });
  return proposingForm(form, reading, 'rejectUnfounded');
}

function askedMatter(pause: Pause, reading: TicketReading): MatterView {
  const { until, endedAt, reply } = pause;
  const waits = endedAt === null;
  const asker = fullTitle(reading.names, pause.askedById);
  const row: RowView = {
    icon: 'clock',
    title: waits ? `Tạm dừng, chờ đến hết ${fullDayOf(until)}` : pauseOver(pause, endedAt),
    detail: `Hỏi lúc ${moment(pause.startedAt)}${asker === null ? '' : `, ${asker}`}`,
  };
  return {
    id: 'bo-sung-cua-cong-dan',
    heading: waits ? 'Đang chờ người phản ánh bổ sung' : 'Đề nghị người phản ánh bổ sung',
    rows: [row],
    text: reply === null ? pause.request : `${pause.request}\n\nNgười phản ánh trả lời: ${reply}`,
    forms: waits && reading.may.acts.has('citizenReplied') ? [replyForm(reading)] : [],
  };
}

function pauseOver({ startedAt, until, reply }: Pause, endedAt: Date): string {
  const span = `tạm dừng từ ${shortMoment(startedAt)} đến ${shortMoment(endedAt)}`;
  if (reply !== null) return `Người phản ánh đã bổ sung; ${span}`;
  return endedAt < until ? `Không chờ nữa; ${span}` : `Người phản ánh không bổ sung trong thời hạn; ${span}`;
}

export const replying = defineForm({ reply: words('Nội dung bổ sung, hình thức nhận', CITIZEN_REPLY_LENGTHS) });

function replyForm({ ticket, refused }: TicketReading): ActFormView {
  const frame = {
    id: 'cong-dan-bo-sung',
    label: 'Ghi người phản ánh đã bổ sung…',
    action: `/phieu/${ticket.id}/cong-dan-bo-sung`,
    submit: 'Ghi và tính tiếp thời hạn',
  };
  return replying.draw(frame, refused);
}

function wishMatter(wish: Extension, reading: TicketReading): MatterView {
  const { workingDays, promisedOn, decidedAt } = wish;
  const asker = fullTitle(reading.names, wish.askedById) ?? 'Đơn vị chủ trì';
  const rows: readonly RowView[] = [
    {
      icon: 'clock',
      title: `Thêm ${String(workingDays)} ngày làm việc, hẹn ${fullDay(promisedOn)}`,
      detail: `${asker}, xin lúc ${moment(wish.askedAt)}`,
    },
    ...(decidedAt === null ? [] : [decisionRow(wish, decidedAt, reading)]),
  ];
  return {
    id: 'xin-gia-han',
    heading: decidedAt === null ? 'Đề nghị gia hạn chờ duyệt' : 'Đề nghị gia hạn',
    rows,
    text: `Lý do: ${wish.reason}\n\nViệc đã làm: ${wish.progress}`,
    forms: decidedAt === null ? decisions(wish, reading) : [],
  };
}

function decisionRow({ granted, decidedById, decisionReason }: Extension, at: Date, { names }: TicketReading): RowView {
  const who = fullTitle(names, decidedById);
  const detail = `${who === null ? '' : `${who}, `}${moment(at)}${decisionReason === null ? '' : `. ${decisionReason}`}`;
  if (granted === true) return { icon: 'check', tone: 'ok', title: 'Đã cho gia hạn', detail };
  return { icon: 'x', title: granted === false ? 'Không cho gia hạn' : 'Không còn hiệu lực', detail };
}

const extensionId = hidden(needed('Mở lại phiếu để xem đề nghị đang chờ duyệt.'));

export const granting = defineForm({ extensionId });

export const refusing = defineForm({ extensionId, reason: words('Lý do', REFUSED_EXTENSION) });

function decisions({ id, promisedOn }: Extension, { ticket, may, refused }: TicketReading): readonly ActFormView[] {
  const action = `/phieu/${ticket.id}/gia-han`;
  const grant = {
    id: 'duyet-gia-han',
    label: 'Cho gia hạn…',
    action: `${action}/duyet`,
    submit: 'Cho gia hạn và báo người phản ánh',
    lead: `Hạn được tính lại; người phản ánh nhận ngày hẹn mới (${fullDay(promisedOn)}) và phần việc đã làm.`,
  };
  const refuse = {
    id: 'khong-duyet-gia-han',
    label: 'Không cho gia hạn…',
    action: `${action}/khong-duyet`,
    submit: 'Không cho gia hạn',
  };
  return [
    ...(may.acts.has('grantExtension') ? [granting.draw(grant, refused, { extensionId: id })] : []),
    ...(may.acts.has('refuseExtension') ? [refusing.draw(refuse, refused, { extensionId: id })] : []),
  ];
}

/** `25/03/2026` */
function fullDayOf(instant: Date): string {
  return moment(instant).slice(0, 10);
}
