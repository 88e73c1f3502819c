import { ACT_NAMES, TICKET_ACTS, type ActName } from '../../tickets/domain/ticket-acts.js';

const READING_AND_TAKING = {
  'tickets.read': 'Đọc phiếu, tìm phiếu, diễn biến, thời hạn',
  'tickets.take': 'Ghi phiếu mới',
  'tickets.identity': 'Xem danh tính người phản ánh, mỗi lần một mục đích',
  'rules.read': 'Đọc lịch làm việc, bộ thời hạn; tính thời hạn',
  'hotline.read': 'Tổng đài: xem phiếu mình đã gửi (Open311)',
  'hotline.send': 'Tổng đài: gửi phiếu, gửi thông tin bổ sung (Open311)',
  'documents.read': 'Đọc văn bản đến, văn bản đang soạn không gắn với phiếu',
  'documents.enter': 'Vào sổ văn bản giấy đến',
  'documents.route': 'Chuyển xử lý, giao người xử lý văn bản đến không gắn với phiếu',
  'documents.write': 'Soạn văn bản, trả lời, cho ý kiến và ghi kết quả văn bản đến không gắn với phiếu',
  'documents.approve': 'Duyệt, trả lại bản thảo văn bản không gắn với phiếu',
  'documents.sign': 'Trình ký, rút trình ký văn bản không gắn với phiếu',
  'documents.number': 'Cấp số, đóng dấu văn bản không gắn với phiếu',
  'registers.read': 'Đọc sổ văn bản đến, sổ văn bản đi; tìm văn bản trong sổ',
  'units.read': 'Đọc danh sách đơn vị và cán bộ đầu mối',
} as const;

/** Acts that no program asks for: another one brings them with it, they show a person an address, once, or pass between people. */
const NOT_FOR_PROGRAMS: readonly ActName[] = [
  ...(['beginWork', 'divert'] as const),
  ...(['issueAnswerPage', 'revokeAnswerPage'] as const),
  ...(['remindHolder', 'undo'] as const),
];

/** The scope of one act of the table of acts: `tickets.act.assign`. */
export type ActScope = `tickets.act.${ActName}`;

/** What a token opens of the API, each named for the act that it allows. */
export type Scope = keyof typeof READING_AND_TAKING | ActScope;

const ACTS = ACT_NAMES.filter(
  (name) => TICKET_ACTS[name].by.some((party) => party !== 'system') && !NOT_FOR_PROGRAMS.includes(name),
);

/** Every scope with its words for people, in the order in which pages list them. */
export const SCOPE_WORDS: ReadonlyMap<Scope, string> = new Map<Scope, string>([
  ...(Object.entries(READING_AND_TAKING) as [keyof typeof READING_AND_TAKING, string][]),
  ...ACTS.map((name): [Scope, string] => [`tickets.act.${name}`, `Việc với phiếu: ${TICKET_ACTS[name].words}`]),
]);

export function isScope(text: string): text is Scope {
  return new Set<string>(SCOPE_WORDS.keys()).has(text);
}
