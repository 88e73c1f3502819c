/** Days off of 2028 as a table; no decision is known, the law and the lunar table give them. */
export const HOLIDAYS_2028 = [
  'Ngày;Loại;Tên',
  '01/01/2028;Nghỉ lễ;Tết Dương lịch',
  '03/01/2028;Nghỉ bù;Nghỉ bù Tết Dương lịch',
  ...[25, 26, 27, 28, 29].map((day) => `${day}/01/2028;Nghỉ lễ;Tết Nguyên đán`),
  '31/01/2028;Nghỉ bù;Nghỉ bù Tết Nguyên đán',
  '04/04/2028;Nghỉ lễ;Giỗ Tổ Hùng Vương',
  '30/04/2028;Nghỉ lễ;Ngày Chiến thắng',
  '01/05/2028;Nghỉ lễ;Quốc tế Lao động',
  '02/05/2028;Nghỉ bù;Nghỉ bù Ngày Chiến thắng',
  '01/09/2028;Nghỉ lễ;Quốc khánh (ngày liền kề)',
  '02/09/2028;Nghỉ lễ;Quốc khánh',
  '04/09/2028;Nghỉ bù;Nghỉ bù Quốc khánh',
].join('\n');
