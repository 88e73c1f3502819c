import type { CivilDate } from '../../kernel/civil-date.js';
import { FILES_A_PAGE, type RecordFileEntity } from '../../records/index.js';
import { retentionOf } from '../../records/domain/retention.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { RecordFileLine, RecordFilesView } from '../views/record-files-page.js';
import { fileStateLabel } from '../wording/record-files.js';
import { fullDay } from '../wording/time.js';

export const FILE_LISTS = ['open', 'closed', 'handedOver'] as const;
export type FileList = (typeof FILE_LISTS)[number];

/** What was read for a list of files. */
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
  handedOver: 'Đã nộp lưu',
};

/** The names of lists in addresses. */
export const LIST_CODES: Readonly<Record<FileList, string>> = {
  open: 'dang-mo',
  closed: 'da-ket-thuc',
  handedOver: 'da-nop-luu',
};

export function recordFilesView(reading: RecordFilesReading): RecordFilesView {
  const { list, year, files, found, last } = reading;
  const href = (code: string, rest = ''): string => `/ho-so?danh-sach=${code}&nam=${year}${rest}`;
  return {
    year,
    label: LABELS[list],
    lists: FILE_LISTS.map((one) => ({ href: href(LIST_CODES[one]), label: LABELS[one], isCurrent: one === list })),
    years: [year - 1, year + 1].map((one) => ({
      href: `/ho-so?danh-sach=${LIST_CODES[list]}&nam=${one}`,
      label: `Năm ${one}`,
    })),
    lines: files.map((file) => lineOf(file, reading)),
    empty: {
      kind: 'unmatched',
      heading: 'Không có hồ sơ nào',
      text: `Năm ${year} chưa có hồ sơ nào ở mục này. Hồ sơ mở cùng phiếu, trong vòng một phút.`,
    },
    nextHref:
      found === FILES_A_PAGE && last !== null ? href(LIST_CODES[list], `&sau=${encodeURIComponent(last)}`) : null,
  };
}

function lineOf(file: RecordFileEntity, { tickets, units }: RecordFilesReading): RecordFileLine {
  const ticket = tickets.find(({ id }) => id === file.ticketId);
  const { id, notation, title, retention, state, startedOn, workEndedOn, handOverBy, unitId } = file;
  return {
    href: `/ho-so/${id}`,
    notation,
    title,
    ticket: ticket === undefined ? null : { href: `/phieu/${ticket.id}`, code: ticket.code },
    unit: units.get(unitId ?? '') ?? 'Chưa giao đơn vị',
    retention: retentionOf(retention).words,
    time: workEndedOn === null ? `từ ${fullDay(startedOn)}` : `${fullDay(startedOn)} đến ${fullDay(workEndedOn)}`,
    state: handOverBy === null ? fileStateLabel(state) : `${fileStateLabel(state)}, hạn nộp lưu ${fullDay(handOverBy)}`,
  };
}
