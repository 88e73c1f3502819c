import type { CivilDate } from '../../kernel/civil-date.js';
import { UNIT_KIND_WORDS, type UnitFunction, type UnitKind } from '../../organisation/domain/functions.js';
import { fullDay } from '../kit/words/time.js';

const DUTIES: Readonly<Record<UnitFunction, string>> = {
  registry: 'Văn thư: tiếp nhận, vào sổ, phát hành',
  office: 'Văn phòng: đầu mối chung của Sở',
  supervision: 'Giám sát việc giải quyết',
  contact: 'Đầu mối với Tổng đài 1022',
  leader: 'Lãnh đạo ký văn bản',
  formatChecker: 'Kiểm tra thể thức',
};

/** `communeDivision` → `Phòng Văn hóa - Xã hội cấp xã` */
export function unitKindLabel(kind: UnitKind): string {
  return UNIT_KIND_WORDS[kind];
}

export function dutyLabel(duty: UnitFunction): string {
  return DUTIES[duty];
}

/** `từ 01/01/2026 đến hết 31/12/2026`; without a first day it says only how long. */
export function periodWords(from: CivilDate | null, to: CivilDate | null): string {
  const begin = from === null ? 'từ trước khi ghi ngày' : `từ ${fullDay(from)}`;
  return to === null ? begin : `${begin} đến hết ${fullDay(to)}`;
}
