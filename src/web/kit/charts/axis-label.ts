import { beginningOf } from '../../../kernel/beginning-of.js';

/** What a unit is, before its name; schools keep the letters by which people know them. */
const KINDS =
  /^(?:Trường phổ thông nhiều cấp học|Trường phổ thông dân tộc nội trú|Trường tiểu học|Trường mầm non|Trường|Phòng Giáo dục và Đào tạo|Phòng Giáo dục|Phòng|Trung tâm|Ủy ban nhân dân) /u;

/** So many letters have room beside a bar, on a phone too. */
const LONGEST = 20;

/** A unit's name without what sort of unit it is: `Trung học`, `THPT Hòn Dấu`. The table behind the chart has the whole name. */
export function unitLabel(name: string): string {
  return axisLabel(name.replace(KINDS, ''));
}

/** A name cut to the room beside a bar. */
export function axisLabel(name: string): string {
  const shown = name.slice(0, 1).toLocaleUpperCase('vi') + name.slice(1);
  return beginningOf(shown, LONGEST).replace(/ …$/u, '…');
}
