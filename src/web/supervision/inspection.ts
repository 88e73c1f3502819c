import { civilDateOf } from '../../kernel/civil-date.js';
import type { Unit } from '../../organisation/index.js';
import type { InspectionNote, SampleLine } from '../../supervision/index.js';
import { WATCHED_WORDS } from '../../supervision/domain/board.js';
import { DIRECTIVE_LENGTHS, isOverdue } from '../../supervision/domain/directive.js';
import { FINDINGS, MAX_PLACE_LENGTH, NOTE_KINDS, NOTE_LENGTHS } from '../../supervision/domain/inspection.js';
import { isOpen } from '../../tickets/domain/ticket-state.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { EVIDENCE_LIMITS } from '../tickets/evidence-form.js';
import type { TimelineEntry } from '../tickets/timeline.js';
import type { SampleView, SamplesView, WatchedTicketView } from './inspection-pages.js';
import { count, fileSize, outOf } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { DIRECTIVE_STATE_WORDS, FINDING_CHOICES, FINDING_WORDS, NOTE_KIND_WORDS } from './supervision-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import { workRow } from '../my-work/my-work-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { categoryName, DIRECTIVES, periodWords, SAMPLES } from './supervision-view.js';
import { SUPERVISION } from './supervision-address.js';
import { ticketPill } from '../deadlines/ticket-deadline.js';
import { optionalDay } from '../kit/http/optional-day.js';
import { area, choices, field, files, hidden, pick, radios, text, textOrNone } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import { unitChoices } from '../kit/form/known-choices.js';
import type { SampleReading, SamplesReading, WatchedTicketReading } from './supervision-page-query.js';

export function ticketHref(id: string): string {
  return `${SUPERVISION}/phieu/${id}`;
}

export function samplesView({ samples, units }: SamplesReading): SamplesView {
  return {
    samples: samples.map((sample) => ({
      id: sample.id,
      href: `${SAMPLES}/${sample.id}`,
      purpose: sample.purpose,
      from: drawnFromWords(sample, units),
      size: `${count(sample.chosen.length)} phiếu`,
      drawn: `${moment(sample.drawnAt)}, ${sample.drawnByName}`,
    })),
  };
}

/** `Quá hạn · Trường THPT Núi Voi · Thu chi, dạy thêm · từ ngày … đến hết ngày …` */
function drawnFromWords({ drawnFrom, drawnAt }: SampleLine, units: ReadonlyMap<string, string>): string {
  const { what, unitId, category, from, to } = drawnFrom;
  const unit = unitId === null ? 'Chưa giao đơn vị' : units.get(unitId ?? '');
  return [
    WATCHED_WORDS[what].label,
    ...(unit === undefined ? [] : [unit]),
    ...(category === null ? [] : [categoryName(category, civilDateOf(drawnAt))]),
    periodWords({ from, to }),
  ].join(' · ');
}

export function sampleView({ sample, rows, noted, today, asDrawn, names }: SampleReading): SampleView {
  const order = new Map(sample.chosen.map((id, at) => [id, at]));
  const paused = { names, pausedUntil: new Map<string, Date>() };
  return {
    purpose: sample.purpose,
    done: `Đã kiểm tra ${outOf(sample.chosen.filter((id) => noted.has(id)).length, sample.chosen.length)} phiếu.`,
    asDrawn,
    facts: [
      { label: 'Rút từ', value: drawnFromWords(sample, names.units) },
      { label: 'Danh sách lúc rút', value: `${count(sample.population.length)} phiếu` },
      { label: 'Rút lúc', value: `${moment(sample.drawnAt)}, ${sample.drawnByName}` },
      { label: 'Hạt giống', value: sample.seed },
      { label: 'Mã băm danh sách', value: sample.populationSha256 },
    ],
    rows: rows
      .map((row) => ({
        ...workRow(row, paused, today),
        href: `${ticketHref(row.id)}?mau=${sample.id}`,
        latest: noted.has(row.id) ? 'đã kiểm tra' : 'chưa kiểm tra',
      }))
      .sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0)),
  };
}

export function watchedTicketView(reading: WatchedTicketReading, refused: RefusedAct | null): WatchedTicketView {
  const { ticket, notes, directives, units, sampleId, today, mayInspect, mayDirect } = reading;
  const day = civilDateOf(today.now);
  return {
    code: ticket.code,
    subject: ticket.subject,
    href: `/phieu/${ticket.id}`,
    unit: units.get(ticket.leadUnitId ?? '') ?? 'Chưa giao đơn vị',
    state: ticketStateLabel(ticket.state),
    deadline: ticketPill(ticket, today),
    back: sampleId === null ? null : { href: `${SAMPLES}/${sampleId}`, label: 'Mẫu kiểm tra' },
    notes: notes.map((note) => noteView(note)),
    directives: directives.map((directive) => ({
      href: `${DIRECTIVES}/${directive.id}`,
      unit: units.get(directive.unitId) ?? '',
      state: isOverdue(directive, day) ? 'Quá hạn trả lời' : DIRECTIVE_STATE_WORDS[directive.state],
      due: fullDay(directive.dueOn),
    })),
    remindAction:
      mayInspect && ticket.leadUnitId !== null && isOpen(ticket.state) ? `${ticketHref(ticket.id)}/don-doc` : null,
    forms: [
      ...(mayInspect ? [noteForm(ticket.id, sampleId, refused)] : []),
      ...(mayDirect ? [directiveForm(reading, refused)] : []),
    ],
  };
}

function noteView({ note, files }: InspectionNote): {
  entry: TimelineEntry;
  files: WatchedTicketView['notes'][number]['files'];
} {
  const { kind, finding, happenedOn, place, text, writtenAt, writtenByName } = note;
  const where = place === '' ? '' : `, ${place}`;
  return {
    entry: {
      at: writtenAt.toISOString(),
      when: moment(writtenAt),
      title: `${NOTE_KIND_WORDS[kind]} ngày ${fullDay(happenedOn)}${where}: ${FINDING_WORDS[kind][finding]}`,
      by: writtenByName,
      text,
      quoted: true,
      outward: false,
    },
    files: files.map(({ id, name, size, mediaType }) => ({
      href: `${SUPERVISION}/tep/${id}`,
      name,
      size: fileSize(size),
      kind: mediaType.startsWith('image/') ? ('picture' as const) : ('document' as const),
    })),
  };
}

export const noting = defineForm({
  sampleId: hidden(textOrNone()),
  kind: radios('Việc đã làm', choices(NOTE_KINDS, NOTE_KIND_WORDS), { value: 'inspection' }),
  happenedOn: field('date', 'Ngày làm', optionalDay, { hint: 'Bỏ trống: hôm nay.' }),
  place: text('Nơi đến', { hint: 'Nếu có.', maxLength: MAX_PLACE_LENGTH }),
  finding: radios('Kết luận', choices(FINDINGS, FINDING_CHOICES)),
  text: area('Nội dung ghi nhận', { rows: 5, maxLength: NOTE_LENGTHS.longest }),
  files: files('Tài liệu, ảnh', { hint: 'Nếu có.', ...EVIDENCE_LIMITS }),
});

function noteForm(ticketId: string, sampleId: string | null, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'ghi-nhan',
    label: 'Ghi kết quả kiểm tra, xác thực…',
    action: `${ticketHref(ticketId)}/ghi-nhan`,
    submit: 'Lưu kết quả',
    lead: 'Chỉ người giám sát và lãnh đạo xem được. Lưu rồi không sửa; ghi sai thì ghi thêm lần nữa.',
    without: sampleId === null ? ['sampleId'] : [],
  };
  return noting.draw(frame, refused, { sampleId });
}

function directiveForm({ ticket, offered }: WatchedTicketReading, refused: RefusedAct | null): ActFormView {
  return issueForm({ offered, ticketId: ticket.id, unitId: ticket.leadUnitId ?? '' }, refused);
}

export const issuing = defineForm({
  ticketId: hidden(textOrNone()),
  unitId: pick('Đơn vị thực hiện', { blank: 'Chọn đơn vị' }),
  text: area('Nội dung chỉ đạo', { rows: 4, maxLength: DIRECTIVE_LENGTHS.longest }),
  dueOn: field('date', 'Trả lời chậm nhất ngày', optionalDay),
});

interface Issued {
  readonly offered: readonly Unit[];
  readonly ticketId: string;
  readonly unitId: string;
}

/** The form by which a unit is told what to do, about a ticket or its whole work. */
export function issueForm({ offered, ticketId, unitId }: Issued, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'chi-dao',
    label: 'Chỉ đạo đơn vị…',
    action: DIRECTIVES,
    submit: 'Gửi chỉ đạo',
    lead: 'Đơn vị được báo ngay và được nhắc cho tới khi trả lời. Không ghi tên, số điện thoại của người phản ánh.',
  };
  const options = unitChoices(offered);
  return issuing.draw(frame, refused, { ticketId, unitId: { value: unitId, options } });
}
