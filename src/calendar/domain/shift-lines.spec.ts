import { readShiftLines, shiftLine } from './shift-lines.js';

const shiftsOf = (text: string) => {
  const reading = readShiftLines(text);
  if (!reading.ok) throw new Error(reading.flaws.join('\n'));
  return reading.shifts;
};

describe('shifts as lines', () => {
  it.each([
    '01/04/2026 đến 31/10/2026; thứ Hai đến thứ Sáu; 07:00–11:30, 13:30–17:00',
    'từ 01/11/2026; thứ Hai đến thứ Sáu; 07:30–12:00, 13:00–16:30',
    'từ 01/01/2026; thứ Bảy; 07:30–11:30',
    'từ 01/01/2026; thứ Hai, thứ Tư; 07:30–11:30',
    'từ 01/01/2026; thứ Bảy, Chủ Nhật; 07:30–24:00',
  ])('are written as they were read: %s', (line) => {
    expect(shiftsOf(line).map(shiftLine)).toEqual([line]);
  });

  it('are read however people type them, empty lines left out', () => {
    const [shift] = shiftsOf('\n1/4/2026 - 31/10/2026 ;Thứ hai - thứ sáu; 7:00-11:30,13:30 - 17:00\n\n');

    expect(shift).toEqual({
      validFrom: '2026-04-01',
      validTo: '2026-10-31',
      weekdays: [1, 2, 3, 4, 5],
      intervals: [
        { from: 420, to: 690 },
        { from: 810, to: 1020 },
      ],
    });
  });

  it.each([
    ['a missing part', 'từ 01/04/2026; thứ Hai', /Dòng 1: viết ba phần/],
    ['a day that does not exist', 'từ 31/04/2026; thứ Hai; 07:00–11:00', /“từ 31\/04\/2026” không phải thời gian/],
    ['an unknown weekday', 'từ 01/04/2026; thứ Tám; 07:00–11:00', /“thứ Tám” không phải các thứ/],
    ['weekdays backwards', 'từ 01/04/2026; thứ Sáu đến thứ Hai; 07:00–11:00', /không phải các thứ/],
    ['an hour that does not exist', 'từ 01/04/2026; thứ Hai; 07:00–25:00', /“07:00–25:00” không phải các khoảng giờ/],
    ['an hour without its end', 'từ 01/04/2026; thứ Hai; 07:00', /không phải các khoảng giờ/],
  ])('are refused for %s', (_flaw, line, sentence) => {
    const reading = readShiftLines(line);

    expect(reading.ok ? '' : reading.flaws.join('\n')).toMatch(sentence);
  });
});
