import type { CivilDate } from '../../kernel/civil-date.js';
import { FILES_A_PAGE, MAX_LISTED, type RecordFileEntity } from '../../records/index.js';
import { afterRetention, type AfterRetention } from '../../records/domain/hand-over.js';
import { retentionOf, WARNED_DAYS_BEFORE } from '../../records/domain/retention.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { RecordFileLine, RecordFilesView } from './record-files-page.js';
import { fileStateLabel } from './record-files-words.js';
import { fullDay } from '../kit/words/time.js';

export const FILE_LISTS = ['open', 'closed', 'toHandOver', 'handedOver', 'pastRetention'] as const;
export type FileList = (typeof FILE_LISTS)[number];

/** The data for a list of files. */
export interface RecordFilesReading {
  readonly list: FileList;
  readonly year: number;
  readonly today: CivilDate;
  readonly files: readonly RecordFileEntity[];
  readonly tickets: readonly SeenTicket[];
  readonly units: ReadonlyMap<string, string>;
  /** How many the page held before those were left out that this person may not see. */
  readonly found: number;
  readonly last: string | null;
}

const LABELS: Readonly<Record<FileList, string>> = {
  open: 'Đang mở',
  closed: 'Đã kết thúc, chưa nộp lưu',
  toHandOver: 'Sắp nộp lưu',
  handedOver: 'Đã nộp lưu',
  pastRetention: 'Hết hạn bảo quản',
};

/** The names of lists in addresses. */
export const LIST_CODES: Readonly<Record<FileList, string>> = {
  open: 'dang-mo',
  closed: 'da-ket-thuc',
  toHandOver: 'sap-nop-luu',
  handedOver: 'da-nop-luu',
  pastRetention: 'het-han-bao-quan',
};

const NOTES: Readonly<Partial<Record<FileList, string>>> = {
  toHandOver: `Hồ sơ phải nộp lưu trong ${WARNED_DAYS_BEFORE} ngày tới hoặc đã quá hạn, mọi năm; nhiều nhất ${MAX_LISTED} hồ sơ gấp nhất.`,
  pastRetention: `Phần mềm không hủy hồ sơ. Hồ sơ trong danh sách này chỉ được đề nghị hủy theo thẩm quyền; nhiều nhất ${MAX_LISTED} hồ sơ.`,
};

export function recordFilesView(reading: RecordFilesReading): RecordFilesView {
  const { list, year, files, found, last } = reading;
  const href = (code: string, rest = ''): string => `/ho-so?danh-sach=${code}&nam=${year}${rest}`;
  return {
    year,
    label: LABELS[list],
    note: NOTES[list] ?? null,
    lists: FILE_LISTS.map((one) => ({ href: href(LIST_CODES[one]), label: LABELS[one], isCurrent: one === list })),
    years: [year - 1, year + 1].map((one) => ({
      href: `/ho-so?danh-sach=${LIST_CODES[list]}&nam=${one}`,
      label: `Năm ${one}`,
    })),
    lines: files.map((file) => lineOf(file, reading)),
    empty: {
      kind: 'unmatched',
      heading: 'Không có hồ sơ nào',
      text: `Năm ${year} chưa có hồ sơ nào ở mục này. Hồ sơ mở cùng phiếu, hoặc khi văn bản của đơn vị giải quyết xong.`,
    },
    nextHref:
      found === FILES_A_PAGE && last !== null ? href(LIST_CODES[list], `&sau=${encodeURIComponent(last)}`) : null,
  };
}

function stateWords(file: RecordFileEntity, { list, today }: RecordFilesReading): string {
  const { state, handOverBy, handedOverOn, heldBecause } = file;
  if (list === 'pastRetention') return AFTER_RETENTION[afterRetention(file, today)];
  const words = [fileStateLabel(state)];
  if (handedOverOn !== null) words.push(`ngày ${fullDay(handedOverOn)}`);
  else if (handOverBy !== null)
    words.push(`${handOverBy < today ? 'quá hạn nộp lưu' : 'hạn nộp lưu'} ${fullDay(handOverBy)}`);
  if (heldBecause !== null) words.push('đang giữ');
  return words.join(', ');
}

const AFTER_RETENTION: Readonly<Record<AfterRetention, string>> = {
  kept: 'Còn hạn',
  held: 'Đang tạm dừng hủy',
  mayBeProposed: 'Được đề nghị hủy',
};

function lineOf(file: RecordFileEntity, reading: RecordFilesReading): RecordFileLine {
  const { tickets, units } = reading;
  const ticket = tickets.find(({ id }) => id === file.ticketId);
  const { id, notation, title, retention, startedOn, workEndedOn, unitId } = file;
  return {
    href: `/ho-so/${id}`,
    notation,
    title,
    ticket: ticket === undefined ? null : { href: `/phieu/${ticket.id}`, code: ticket.code },
    unit: units.get(unitId ?? '') ?? 'Chưa giao đơn vị',
    retention: retentionOf(retention).words,
    time: workEndedOn === null ? `từ ${fullDay(startedOn)}` : `${fullDay(startedOn)} đến ${fullDay(workEndedOn)}`,
    state: stateWords(file, reading),
  };
}
