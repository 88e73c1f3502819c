/** What a unit is, before its name; schools keep the letters by which people know them. */
const KINDS =
  /^(?:Trường phổ thông nhiều cấp học|Trường phổ thông dân tộc nội trú|Trường tiểu học|Trường mầm non|Trường|Phòng Giáo dục và Đào tạo|Phòng Giáo dục|Phòng|Trung tâm|Ủy ban nhân dân) /u;

/** A unit's name without what sort of unit it is, for the axis of a chart: `Trung học`, `THPT Hòn Dấu`. The table behind the chart has the whole name. */
export function unitLabel(name: string): string {
  const own = name.replace(KINDS, '');
  return own.slice(0, 1).toLocaleUpperCase('vi') + own.slice(1);
}
