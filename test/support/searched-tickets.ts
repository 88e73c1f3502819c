import type { SearchableTicket } from '../../src/tickets/domain/search/search-words.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 1);
const SYLLABLES = [
  'học',
  'phí',
  'thêm',
  'dạy',
  'trường',
  'lớp',
  'cô',
  'thầy',
  'bếp',
  'ăn',
  'điểm',
  'thi',
  'đường',
  'hoà',
  'hoàn',
  'hoa',
  'lớpα',
];
const NAMES = ['Nguyễn Thị Hạnh', 'Trần Đức Hoà', 'Lê Văn Điểm', 'Phạm Hoàn'];
const STATES = ['received', 'processing', 'closed'];
const ALL = 240;
/** Named in subjects. */
export const CHILD = 'Bảo Hoà';

/** The same numbers in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export interface Sample extends SearchableTicket {
  readonly id: string;
  readonly receivedAt: Date;
}

/** Two hundred and forty tickets; half of them have a child in the subject, a seventh one in the words. */
export function samples(): Sample[] {
  const next = sequence(7);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  return Array.from({ length: ALL }, (_, at) => ({
    id: `id-${String(at).padStart(4, '0')}`,
    // Several share a minute, and the order of writing is not that of receipt.
    receivedAt: new Date(START + ((at * 37) % 60) * 12 * 60 * MINUTE + next(MINUTE)),
    codes: [
      `PAKN.202603${String(10 + (at % 20))}.${String(at % 50).padStart(4, '0')}`,
      at % 9 === 0 ? null : `TD-${String(at)}`,
    ],
    documentNumbers: at % 4 === 0 ? [`${String(at)}/SGDĐT-VP`] : [],
    subject: `${Array.from({ length: 4 }, () => pick(SYLLABLES)).join(' ')}${at % 2 === 0 ? ` cháu ${CHILD}` : ''}`,
    words: `${Array.from({ length: 6 }, () => pick(SYLLABLES)).join(' ')}${at % 7 === 0 ? ', cháu Phạm Bảo Ngọc ốm' : ''}`,
    place: '',
    category: pick(['fees', 'other']),
    categoryWords: '',
    handlers: [pick(['Phòng Trung học', 'Phòng Mầm non']), pick(NAMES)],
    sender: {
      senderName: pick(NAMES),
      senderPhone: `09123456${String(at % 90).padStart(2, '0')}`,
      senderEmail: '',
      senderAddress: '',
    },
    state: pick(STATES),
    level: pick(['normal', 'urgent']),
    unitIds: [pick(['unit-1', 'unit-2', null])],
    complainedUnitId: pick(['unit-1', 'office', null]),
  }));
}
