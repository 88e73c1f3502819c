import { writtenDay, writtenMoment, writtenTime } from './written-time.js';

describe('a day as people write it', () => {
  it.each([
    ['05/03/2026', '2026-03-05'],
    ['5/3/2026', '2026-03-05'],
    ['01-09-2026', '2026-09-01'],
    ['1.9.2026', '2026-09-01'],
    [' 1 / 9 / 2026 ', '2026-09-01'],
    ['01092026', '2026-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['31/02/2026', null],
    ['29/02/2023', null],
    ['00/00/0000', null],
    ['05/03/0026', null],
    ['0026-03-05', null],
    ['31/12/9999', null],
    ['٠٥/٠٣/٢٠٢٦', null],
    ['13/13/2026', null],
    ['3/5/26', null],
    ['hôm nay', null],
    ['', null],
  ])('%s', (text, day) => expect(writtenDay(text)).toBe(day));
});

describe('a time of day as people write it', () => {
  it.each([
    ['07:05', 425],
    ['7:05', 425],
    ['7h05', 425],
    ['7h', 420],
    ['7 giờ', null],
    ['07:05:59', 425],
    ['23:59', 1439],
    ['24:00', null],
    ['7:60', null],
    ['', null],
  ])('%s', (text, minutes) => expect(writtenTime(text)).toBe(minutes));
});

describe('a moment as people write it', () => {
  const nine = '2026-03-18T02:05:00.000Z';
  it.each([
    ['18/03/2026 09:05', nine],
    ['18/3/2026, 9h05', nine],
    ['18-03-2026 9:05', nine],
    ['09:05, 18/03/2026', nine],
    ['9:05 ngày 18/3/2026', nine],
    ['2026-03-18T09:05', nine],
    ['2026-03-18T09:05:30', nine],
    ['18/03/2026', '2026-03-17T17:00:00.000Z'],
    ['18/03/2026 24:00', null],
    ['18/03/2026 09:60', null],
    ['31/02/2026 09:05', null],
    ['29/02/2026', null],
    ['01/13/2026', null],
    ['18/03/26', null],
    ['hôm qua', null],
    ['2026-02-31T09:00', null],
    ['29/02/2024', '2024-02-28T17:00:00.000Z'],
    ['09:05', null],
    ['', null],
  ])('%s', (text, moment) => expect(writtenMoment(text)?.toISOString() ?? null).toBe(moment));
});
