import type { ActFormView } from '../kit/acts/act-form.js';
import { area, besides, choices, hidden, pick, radios, type Choice } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import { lines, optional } from '../kit/http/form-pipe.js';
import { localPath } from '../kit/http/local-path.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { verbatim } from '../identity/citizen-text.js';
import { DIRECTIVE_LENGTHS } from '../../tickets/domain/assignment.js';
import { MOST_TOGETHER } from '../../tickets/domain/undo.js';
import { REMINDER_LENGTHS } from '../../tickets/index.js';
import { ASSIGN_MANY, NOTE_MANY, REMIND_MANY } from './many-acts.js';

/** More would take longer than some seconds. */
export const MAX_MANY = MOST_TOGETHER;

/** A chosen ticket and the version of it that was seen: one that has changed since is left alone. */
export interface ChosenTicket {
  readonly ticketId: string;
  readonly seen: number;
}

/** `id~4`: what a marked row posts. */
export function writeChosen({ ticketId, seen }: ChosenTicket): string {
  return `${ticketId}~${String(seen)}`;
}

function readChosen(value: string): readonly ChosenTicket[] {
  const [, ticketId, seen] = /^([\w-]{1,36})~([1-9]\d{0,8})$/u.exec(value) ?? [];
  return ticketId === undefined ? [] : [{ ticketId, seen: Number(seen) }];
}

const chosen = besides(
  lines()
    .transform((values) => [...new Set(values)].flatMap(readChosen))
    .refine((found) => found.length > 0, 'Đánh dấu ít nhất một phiếu.')
    .refine((found) => found.length <= MAX_MANY, `Chọn nhiều nhất ${String(MAX_MANY)} phiếu mỗi lần.`),
);

/** The list from which the tickets were chosen. */
const back = hidden(
  optional().transform((given) => localPath(given, '/')),
  { keeps: true },
);

export const assignMany = defineForm({
  phieu: chosen,
  ve: back,
  unitId: pick('Đơn vị chủ trì', {
    ...{ required: true, begins: true, blank: 'Chọn đơn vị', narrows: 'giao-nhieu-officerId' },
    needed: 'Chọn đơn vị chủ trì.',
  }),
  officerId: pick('Cán bộ đầu mối', {
    ...{ required: true, blank: 'Chọn cán bộ' },
    needed: 'Chọn cán bộ đầu mối của đơn vị.',
  }),
  directive: area('Ý kiến chỉ đạo', { rows: 2, maxLength: DIRECTIVE_LENGTHS.longest }),
  directedById: pick('Người cho ý kiến', { blank: 'Người giao' }),
});

/** To whom chosen tickets may be given, and whose words the directive may be. */
export interface ReceiverChoices {
  readonly units: readonly Choice[];
  /** In groups, by unit. */
  readonly officers: readonly Choice[];
  /** Empty for those who write their own words. */
  readonly leaders: readonly Choice[];
}

export const noteMany = defineForm({
  phieu: chosen,
  ve: back,
  text: area('Nội dung', { required: true, begins: true, rows: 4, maxLength: 4000, redacts: { maySend: true } }),
  audience: radios('Ai đọc', choices(['internal', 'hotline'], { internal: 'Nội bộ', hotline: 'Gửi người phản ánh' }), {
    hint: 'Nội dung gửi người phản ánh không hoàn tác được.',
    needed: 'Chọn ai được đọc nội dung này.',
    value: 'internal',
  }),
  verbatim: besides(verbatim()),
});

const REMINDER = 'Đề nghị xử lý và ghi tiến độ vào phiếu.';

export const remindMany = defineForm({
  phieu: chosen,
  ve: back,
  text: area('Nội dung nhắc', {
    required: true,
    begins: true,
    rows: 3,
    maxLength: REMINDER_LENGTHS.longest,
    value: REMINDER,
  }),
});

export function assignManyForm(
  ve: string,
  { units, officers, leaders }: ReceiverChoices,
  refused: RefusedAct | null,
): ActFormView {
  const lead = 'Đơn vị và người phản ánh được báo sau 8 giây, trước đó còn hoàn tác được. Phiếu khẩn được báo ngay.';
  return assignMany.draw(
    {
      ...{ id: 'giao-nhieu', label: 'Giao việc', action: ASSIGN_MANY, submit: 'Giao các phiếu đã đánh dấu', lead },
      without: leaders.length === 0 ? ['directedById'] : [],
    },
    refused,
    { ve, unitId: { options: units }, officerId: { options: officers }, directedById: { options: leaders } },
  );
}

export function noteManyForm(ve: string, refused: RefusedAct | null): ActFormView {
  return noteMany.draw(
    { id: 'ghi', label: 'Ghi tiến độ', action: NOTE_MANY, submit: 'Ghi tiến độ các phiếu đã đánh dấu' },
    refused,
    { ve },
  );
}

export function remindManyForm(ve: string, refused: RefusedAct | null): ActFormView {
  const lead =
    'Thủ trưởng và cán bộ đầu mối của đơn vị chủ trì nhận thông báo sau 8 giây; đến lúc đó còn hoàn tác được.';
  return remindMany.draw(
    { id: 'nhac', label: 'Nhắc đơn vị', action: REMIND_MANY, submit: 'Nhắc đơn vị của các phiếu đã đánh dấu', lead },
    refused,
    { ve },
  );
}
