import { fold } from '../../../kernel/vietnamese.js';

/** Heads of units inside an agency by their position, and what the name of such a unit begins with. */
const UNIT_HEADS: readonly (readonly [position: RegExp, unit: string])[] = [
  [/^CHÁNH VĂN PHÒNG(?!\p{L})/u, 'VĂN PHÒNG'],
  [/^TRƯỞNG PHÒNG(?!\p{L})/u, 'PHÒNG'],
  [/^CHÁNH THANH TRA(?!\p{L})/u, 'THANH TRA'],
  [/^TRƯỞNG BAN(?!\p{L})/u, 'BAN'],
];

/**
 * What is wrong where the head of a unit signs by that position under the name of the whole agency; null when nothing is. The document of a unit bears the
 * unit's name below the agency's; under the agency's name such a head signs by order, `TL.` and the position of the agency's head.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, mục II.2 and II.7.
 * @param agency lines of the name of who issues, in capitals
 * @param authority lines above the signature, in capitals
 */
export function unitSignerFlaw(agency: readonly string[], authority: readonly string[]): string | null {
  const position = (authority[0] ?? '').trim().replace(/^(?:KT|Q)\. /u, '');
  const unit = UNIT_HEADS.find(([pattern]) => pattern.test(position))?.[1];
  if (unit === undefined || agency.length === 0) return null;
  if (agency.some((line) => line.trim().startsWith(unit))) return null;
  const whole = agency.join(' ');
  return `“${position}” là thủ trưởng đơn vị thuộc ${whole}: văn bản của đơn vị ghi tên cơ quan ở dòng trên và tên đơn vị (${unit} …) ở dòng dưới; văn bản của cơ quan thì ký “TL.” người đứng đầu cơ quan.`;
}

const HEADS = /^(?:giam doc|pho giam doc|lanh dao|thu truong|ban giam doc) (?=so|truong|trung tam|vien|cuc|chi cuc)/u;

/**
 * Whether an addressee is the head of the very agency that writes: `Giám đốc Sở Giáo dục và Đào tạo`, or in short `Giám đốc Sở`, from SỞ GIÁO DỤC VÀ ĐÀO
 * TẠO. Only its units write to that one, under names of their own.
 */
export function isOwnHead(addressee: string, agency: readonly string[]): boolean {
  const addressed = fold(addressee.replace(/^[-–—\s]+/u, '').replace(/(?<![;.\s])[;.\s]+$/u, ''));
  const own = fold(agency.join(' '));
  const whom = addressed.replace(HEADS, '');
  return whom !== addressed && own !== '' && (whom === own || (!whom.includes(' ') && own.startsWith(`${whom} `)));
}
