import {
  BEYOND_CALENDAR,
  EXTENSION_TEXT,
  type ExtensionChoices,
  REFUSED_EXTENSION,
} from '../../tickets/domain/deadlines/extension.js';
import { CITIZEN_REPLY_LENGTHS, REQUEST_LENGTHS } from '../../tickets/domain/information-request.js';
import type { SeenLife } from '../../tickets/index.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import type { MatterView } from '../tickets/matter.js';
import type { RowView } from '../kit/row-list.js';
import { dueMoment, fullDay, moment, shortMoment } from '../kit/words/time.js';
import { fullTitle } from '../kit/names.js';
import { fieldRedaction } from '../identity/redaction-view.js';
import { refusedValues } from '../kit/refused-values.js';
import { decidedAction, doesOrProposes, proposingForm } from '../decisions/proposing.js';
import type { TicketReading } from '../tickets/ticket-reading.js';
import { readByCitizen } from '../exchange/told-citizen.js';

type Pause = SeenLife['pauses'][number];
type Extension = SeenLife['extensions'][number];

/** What may be done about the time of a ticket: ask the citizen, ask for more of it, end for want of grounds. */
export function ticketTimeActs(reading: TicketReading): readonly ActFormView[] {
  const { acts } = reading.may;
  const { extensionChoices } = reading;
  return [
    ...(acts.has('askCitizen') ? [asking(reading)] : []),
    ...(mayPromise(extensionChoices) ? [requesting(reading, extensionChoices)] : []),
    ...(doesOrProposes(reading, 'rejectUnfounded') ? [ending(reading)] : []),
  ];
}

/** What was asked of the citizen, and what was wished for more time, in this cycle. */
export function ticketTimeMatters(reading: TicketReading): readonly MatterView[] {
  const { ticket, life } = reading;
  const pause = life.pauses.findLast(({ cycle }) => cycle === ticket.cycle);
  const wish = life.extensions.findLast(({ cycle }) => cycle === ticket.cycle);
  return [...(pause ? [askedMatter(pause, reading)] : []), ...(wish ? [wishMatter(wish, reading)] : [])];
}

function asking({ ticket, refused }: TicketReading): ActFormView {
  const action = `/phieu/${ticket.id}/hoi-cong-dan`;
  const posted = refusedValues(refused, action);
  return {
    id: 'hoi-cong-dan',
    label: 'Đề nghị người phản ánh bổ sung…',
    action,
    submit: 'Gửi đề nghị bổ sung',
    lead: 'Thời hạn tạm dừng đến khi người phản ánh trả lời, nhiều nhất theo bộ thời hạn; mỗi lần xử lý chỉ một lần.',
    warning: readByCitizen(ticket),
    fields: [area(posted, { name: 'request', label: 'Cần bổ sung gì', lengths: REQUEST_LENGTHS, sentBy: action })],
    error: posted.whole('request'),
    open: posted.refused,
  };
}

/** A form without any end is shown only to say that the calendar lacks a year. */
function mayPromise(choices: ExtensionChoices | null): choices is ExtensionChoices {
  return choices !== null && (choices.ends.length > 0 || choices.cutByCalendar);
}

function requesting({ ticket, refused }: TicketReading, { ends }: ExtensionChoices): ActFormView {
  const action = `/phieu/${ticket.id}/gia-han`;
  const posted = refusedValues(refused, action);
  const options = ends.map(({ workingDays, due }) => ({
    value: String(workingDays),
    label: `${String(workingDays)} ngày làm việc: trả lời trước ${dueMoment(due)}`,
  }));
  return {
    id: 'gia-han',
    label: 'Xin gia hạn…',
    action,
    submit: 'Gửi đề nghị gia hạn',
    lead: `Còn ${String(ticket.extensionsLeft)} lần gia hạn. Người khác duyệt; được duyệt thì người phản ánh nhận ngày hẹn mới.`,
    fields: [
      {
        kind: 'choice',
        name: 'workingDays',
        label: 'Thêm bao nhiêu ngày, hẹn ngày nào',
        required: true,
        options: [{ value: '', label: 'Chọn số ngày' }, ...options],
        value: posted.value('workingDays') ?? '',
        error: posted.error('workingDays') ?? (ends.length === 0 ? BEYOND_CALENDAR : null),
      },
      area(posted, { name: 'reason', label: 'Lý do (người duyệt đọc)', lengths: EXTENSION_TEXT }),
      area(posted, {
        name: 'progress',
        label: 'Việc đã làm (người phản ánh đọc khi được duyệt)',
        lengths: EXTENSION_TEXT,
        sentBy: action,
      }),
    ],
    error: posted.whole('workingDays', 'reason', 'progress'),
    open: posted.refused,
  };
}

function ending(reading: TicketReading): ActFormView {
  const { ticket, refused, policy } = reading;
  const action = decidedAction(reading, 'rejectUnfounded', 'chua-du-can-cu');
  const posted = refusedValues(refused, action);
  const form: ActFormView = {
    id: 'chua-du-can-cu',
    label: 'Kết thúc vì chưa đủ căn cứ…',
    action,
    submit: 'Kết thúc phiếu',
    lead: 'Người phản ánh đã được đề nghị bổ sung mà không trả lời trong thời hạn.',
    warning: readByCitizen(ticket),
    fields: [
      area(posted, {
        name: 'text',
        label: 'Giải thích cho người phản ánh',
        lengths: { shortest: policy.shortestRefusal, longest: 2000 },
        sentBy: action,
      }),
    ],
    error: posted.whole('text'),
    open: posted.refused,
  };
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
    forms: waits && reading.may.acts.has('citizenReplied') ? [replying(reading)] : [],
  };
}

function pauseOver({ startedAt, until, reply }: Pause, endedAt: Date): string {
  const span = `tạm dừng từ ${shortMoment(startedAt)} đến ${shortMoment(endedAt)}`;
  if (reply !== null) return `Người phản ánh đã bổ sung; ${span}`;
  return endedAt < until ? `Không chờ nữa; ${span}` : `Người phản ánh không bổ sung trong thời hạn; ${span}`;
}

function replying({ ticket, refused }: TicketReading): ActFormView {
  const action = `/phieu/${ticket.id}/cong-dan-bo-sung`;
  const posted = refusedValues(refused, action);
  return {
    id: 'cong-dan-bo-sung',
    label: 'Ghi người phản ánh đã bổ sung…',
    action,
    submit: 'Ghi và tính tiếp thời hạn',
    fields: [
      area(posted, { name: 'reply', label: 'Nội dung bổ sung, hình thức nhận', lengths: CITIZEN_REPLY_LENGTHS }),
    ],
    error: posted.whole('reply'),
    open: posted.refused,
  };
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

function decisions({ id, promisedOn }: Extension, { ticket, may, refused }: TicketReading): readonly ActFormView[] {
  const action = `/phieu/${ticket.id}/gia-han`;
  const granting = refusedValues(refused, `${action}/duyet`);
  const refusing = refusedValues(refused, `${action}/khong-duyet`);
  const hidden: ActField = { kind: 'hidden', name: 'extensionId', value: id };
  const grant: ActFormView = {
    id: 'duyet-gia-han',
    label: 'Cho gia hạn…',
    action: `${action}/duyet`,
    submit: 'Cho gia hạn và báo người phản ánh',
    lead: `Hạn được tính lại; người phản ánh nhận ngày hẹn mới (${fullDay(promisedOn)}) và phần việc đã làm.`,
    fields: [hidden],
    error: granting.whole(),
    open: granting.refused,
  };
  const refuse: ActFormView = {
    id: 'khong-duyet-gia-han',
    label: 'Không cho gia hạn…',
    action: `${action}/khong-duyet`,
    submit: 'Không cho gia hạn',
    fields: [hidden, area(refusing, { name: 'reason', label: 'Lý do', lengths: REFUSED_EXTENSION })],
    error: refusing.whole('reason'),
    open: refusing.refused,
  };
  return [...(may.acts.has('grantExtension') ? [grant] : []), ...(may.acts.has('refuseExtension') ? [refuse] : [])];
}

interface AreaWish {
  readonly name: string;
  readonly label: string;
  readonly lengths: { readonly shortest: number; readonly longest: number };
  /** The act that sends it to the citizen. */
  readonly sentBy?: string;
}

function area(posted: ReturnType<typeof refusedValues>, { name, label, lengths, sentBy }: AreaWish): ActField {
  const { value, error } = posted;
  return {
    kind: 'area',
    name,
    label,
    required: true,
    rows: 4,
    maxLength: lengths.longest,
    hint: `Từ ${String(lengths.shortest)} ký tự.`,
    value: value(name) ?? '',
    error: error(name),
    redaction: sentBy === undefined ? null : fieldRedaction(posted, { action: sentBy, field: name, maySend: true }),
  };
}

/** `25/03/2026` */
function fullDayOf(instant: Date): string {
  return moment(instant).slice(0, 10);
}
