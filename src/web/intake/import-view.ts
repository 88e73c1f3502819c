import type { ImportChoiceView } from '../kit/imports/import-pages.js';
import { importForm } from '../kit/imports/import-form.js';
import type { StuckJob } from '../../platform/outbox/stuck-jobs.js';
import type { ImportReview, ReviewedRow, TicketImportEntity } from '../../tickets/index.js';
import type { PolicySet } from '../../law/index.js';
import { headingOf, IMPORT_COLUMNS } from '../../tickets/domain/intake/import-columns.js';
import { CHANNEL_WORDS } from '../../tickets/domain/intake/intake-channel.js';
import type { RowView } from '../kit/row-list.js';
import type { ImportReviewView, ImportRowView } from './import-page.js';
import { count } from '../kit/words/numbers.js';
import { moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';

const ACTION = '/nhap-phieu';
/** Rows that a person looks at; the rest is a count. */
const FLAWED_SHOWN = 200;
const SOUND_SHOWN = 50;
/** What stands where the file could not be understood. */
const NOT_READ = '–';
const CHANNEL = `${headingOf('channel')}:`;

const FILE = {
  action: ACTION,
  label: 'Tệp Excel (.xlsx) hoặc CSV',
  accept: '.xlsx,.csv,.txt',
  hint: 'Nhiều nhất 5.000 dòng, 10 MB. Không dùng công thức trong ô.',
};

export function importView(before: readonly TicketImportEntity[], refused: RefusedAct | null): ImportChoiceView {
  return {
    form: importForm(FILE, refused),
    rules: [
      `Dòng đầu là tên cột: ${IMPORT_COLUMNS.map(({ heading }) => heading).join(', ')}. Bắt buộc: ${IMPORT_COLUMNS.filter(
        ({ required }) => required,
      )
        .map(({ heading }) => heading)
        .join(', ')}.`,
    ],
    before: before.map(brought),
  };
}

function brought({ id, name, uploadedAt, confirmedAt, entered, total }: TicketImportEntity): RowView {
  const state = confirmedAt === null ? 'chưa xác nhận' : `đã vào sổ ${count(entered)} trên ${count(total)} phiếu`;
  return { icon: 'file', title: name, href: `${ACTION}/${id}`, detail: `${moment(uploadedAt)}, ${state}` };
}

/** @param failed the job that enters the rows, when it has failed and is not done yet */
export function importReviewView(
  { file, encoding, rows, fresh, flawed }: ImportReview,
  { categories }: Pick<PolicySet, 'categories'>,
  failed: StuckJob | null,
): ImportReviewView {
  const sound = rows.filter(({ flaws }) => flaws.length === 0);
  const shown = [...flawed.slice(0, FLAWED_SHOWN), ...sound.slice(0, SOUND_SHOWN)];
  const left = rows.length - shown.length;
  const waits = file.confirmedAt === null;
  return {
    heading: file.name,
    summary: waits
      ? `${count(flawed.length)} dòng phải sửa, ${count(fresh.length)} phiếu mới, ${count(sound.length - fresh.length)} dòng đã có.`
      : `Xác nhận lúc ${moment(file.confirmedAt ?? file.uploadedAt)}.`,
    barred: waits ? barredWords(flawed.length, fresh.length) : null,
    encoding:
      encoding === 'Windows-1258'
        ? 'Tệp viết bằng bảng mã Windows-1258. Xem dấu tiếng Việt ở các dòng dưới trước khi xác nhận.'
        : null,
    confirm:
      waits && flawed.length === 0 && fresh.length > 0
        ? { action: `${ACTION}/${file.id}/xac-nhan`, label: `Vào sổ ${count(fresh.length)} phiếu` }
        : null,
    progress: waits ? null : progressView(file, failed),
    rows: shown.map((row) => rowView(row, categories[row.feedback.category].name)),
    left: left === 0 ? null : `Còn ${count(left)} dòng không hiện.`,
  };
}

function barredWords(flawed: number, fresh: number): string | null {
  if (flawed > 0) return 'Chưa nhập được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.';
  return fresh === 0 ? 'Mọi dòng của tệp đã có phiếu; không có gì để nhập.' : null;
}

function progressView(
  { entered, total, skipped, finishedAt }: TicketImportEntity,
  failed: StuckJob | null,
): ImportReviewView['progress'] {
  const known = skipped === 0 ? '' : `; ${count(skipped)} dòng đã có, bỏ qua`;
  return {
    entered,
    total,
    words: `${count(entered)} trên ${count(total)} phiếu${known}`,
    running: finishedAt === null,
    trouble: finishedAt === null && failed ? troubleWords(failed) : null,
  };
}

function troubleWords({ lastError, outcome, attempts, dueAt }: StuckJob): string {
  const why = lastError ?? 'Không ghi lý do.';
  return outcome === 'givenUp'
    ? `Đã dừng giữa chừng. ${why} Bấm “Thử lại” ở trang Văn bản, bản tin bị từ chối nhận khi đã sửa.`
    : `Đang dừng giữa chừng. ${why} Đã thử ${count(attempts)} lần; thử tiếp lúc ${moment(dueAt)}.`;
}

function rowView(row: ReviewedRow, category: string): ImportRowView {
  const { line, feedback, flaws, ticketId } = row;
  return {
    line: count(line),
    received: Number.isNaN(feedback.receivedAt.getTime()) ? NOT_READ : moment(feedback.receivedAt),
    channel: flaws.some((flaw) => flaw.startsWith(CHANNEL)) ? NOT_READ : CHANNEL_WORDS[feedback.channel],
    subject: feedback.subject,
    category,
    outcome: flaws.length > 0 ? 'Phải sửa' : outcomeWords(row),
    href: ticketId === null ? null : `/phieu/${ticketId}`,
    flaws,
  };
}

function outcomeWords({ ticketId, repeats, outcome }: ReviewedRow): string {
  if (ticketId !== null) return 'Đã có phiếu';
  if (repeats !== null) return `Trùng dòng ${count(repeats)}, bỏ qua`;
  if (outcome.decision === 'reject')
    return outcome.reason === 'noContact'
      ? 'Vào sổ và không tiếp nhận: không rõ người phản ánh'
      : 'Vào sổ và không tiếp nhận: nội dung không rõ';
  return outcome.decision === 'accept' ? 'Phiếu mới' : 'Phiếu mới, không trả lời người phản ánh';
}
