import type { CivilDate } from '../../kernel/civil-date.js';
import { isAgencyCode } from '../../documents/domain/correspondent.js';
import type { WritingPerson } from './writing-person.js';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';

/** Degrees of urgency as they stand in the register, 0 first; the last names its hour (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.10). */
export const PRIORITY_WORDS = ['Thường', 'Khẩn', 'Thượng khẩn', 'Hỏa tốc', 'Hỏa tốc hẹn giờ'] as const;

/** Types that most documents have; a clerk may write another. */
export const INCOMING_TYPES = [
  ...(['Công văn', 'Quyết định', 'Kế hoạch', 'Thông báo', 'Báo cáo', 'Tờ trình', 'Giấy mời', 'Chỉ thị'] as const),
  ...(['Nghị quyết', 'Thông tư', 'Nghị định', 'Công điện', 'Hướng dẫn', 'Đơn', 'Văn bản khác'] as const),
] as const;

/** What a clerk writes of a document that came on paper. */
export interface IncomingPaper {
  /** The code by which the exchange reaches its author; empty where it does not. */
  readonly senderCode: string;
  readonly senderName: string;
  /** Number and symbol as its author gave them; empty where it has none. */
  readonly code: string;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  /** The person who wrote it; null for a paper of an agency. */
  readonly person: WritingPerson | null;
}

export interface PaperFlaw {
  readonly field: keyof IncomingPaper | 'address';
  readonly message: string;
}

const MIN_SUBJECT_LENGTH = 5;
/** Together they are one line of a letter. */
const PERSON_LENGTHS = { name: 80, address: 200 } as const;

/**
 * What keeps a document out of the register, at its field; null when nothing does.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 21, Điều 22; Phụ lục IV và Phụ lục VI.
 */
export function paperFlaw(paper: IncomingPaper, today: CivilDate): PaperFlaw | null {
  const { senderCode, senderName, code, issuedDate, typeName, subject, priority, person } = paper;
  const { agencyName, code: longestCode, typeName: longestType, subject: longestSubject } = REGISTER_LENGTHS;
  const flaws: readonly (readonly [PaperFlaw['field'], boolean, string])[] = [
    ['senderName', senderName.trim() === '', 'Ghi cơ quan, tổ chức ban hành.'],
    ['senderName', senderName.length > agencyName, `Tên cơ quan dài nhất ${agencyName} ký tự.`],
    ['senderCode', senderCode !== '' && !isAgencyCode(senderCode), 'Ghi mã định danh như “H24.8”, hoặc để trống.'],
    ['code', code.length > longestCode, `Số, ký hiệu dài nhất ${longestCode} ký tự.`],
    ['issuedDate', issuedDate > today, 'Ngày của văn bản không thể sau hôm nay.'],
    ['typeName', typeName.trim() === '' || typeName.length > longestType, 'Chọn tên loại văn bản.'],
    ['subject', subject.trim().length < MIN_SUBJECT_LENGTH, 'Ghi trích yếu nội dung.'],
    ['subject', subject.length > longestSubject, `Trích yếu dài nhất ${longestSubject} ký tự.`],
    ['priority', PRIORITY_WORDS[priority] === undefined, 'Chọn độ khẩn.'],
    ...personFlaws(person, { senderCode, senderName }),
  ];
  const [first] = flaws.filter(([, isWrong]) => isWrong);
  return first === undefined ? null : { field: first[0], message: first[2] };
}

/** A person has no code of the exchange; who wrote by post is answered by post. */
function personFlaws(
  person: WritingPerson | null,
  { senderCode, senderName }: Pick<IncomingPaper, 'senderCode' | 'senderName'>,
): readonly (readonly [PaperFlaw['field'], boolean, string])[] {
  if (person === null) return [];
  const { wroteBy, address } = person;
  const { name: longestName, address: longest } = PERSON_LENGTHS;
  return [
    ['senderCode', senderCode !== '', 'Cá nhân không có mã định danh; để trống.'],
    ['senderName', senderName.length > longestName, `Họ tên dài nhất ${longestName} ký tự.`],
    ['address', wroteBy === 'post' && address === '', 'Ghi địa chỉ để gửi văn bản trả lời.'],
    ['address', address.length > longest, `Địa chỉ dài nhất ${longest} ký tự.`],
  ];
}
