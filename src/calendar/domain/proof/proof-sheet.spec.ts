import type { LimitUnit } from '../../../law/limit.js';
import { builtInCalendar } from '../shipped/built-in-calendar.js';
import { deadline } from '../deadline.js';
import { proofDocument } from './proof-document.js';
import { type ProofSheet, proofSheet } from './proof-sheet.js';

const calendar = builtInCalendar();
const madeAt = new Date('2026-03-27T17:45:00+07:00');

function sheetOf(start: string, amount: number, unit: LimitUnit): ProofSheet {
  const limit = {
    amount,
    unit,
    source: { standing: 'law', text: 'Luật Tiếp công dân 2013, Điều 28 khoản 1' },
  } as const;
  const at = new Date(`${start}+07:00`);
  const document = proofDocument(deadline(at, limit, calendar), {
    ticketCode: 'PAKN.20260312.0001',
    duty: 'writtenStatus',
    start: { at, event: 'Tổng đài 1022 chuyển phiếu' },
    limit,
    policy: { version: 1, name: 'Bộ thời hạn', citation: 'Quyết định 587/QĐ-UBND' },
    calendar,
    pauses: [],
  });
  return proofSheet(document, madeAt);
}

describe('rule 28: a deadline in official words', () => {
  it.each([
    ['a zero before a day below ten', '2026-03-05T09:00:00', 'ngày 06 tháng 3 năm 2026'],
    ['a zero before January and February', '2026-01-08T09:00:00', 'thứ Sáu, ngày 09 tháng 01 năm 2026'],
    ['none before March', '2026-03-11T09:00:00', '17 giờ 30 phút, thứ Năm, ngày 12 tháng 3 năm 2026'],
  ])('%s', (_rule, start, words) => {
    expect(sheetOf(start, 1, 'workingDays').answer[0]).toEqual(['Hạn', expect.stringContaining(words)]);
  });

  it('keeps the seconds of an hour limit', () => {
    const [due, late] = sheetOf('2026-03-12T08:10:25', 1, 'workingHours').answer;

    expect(due?.[1]).toBe('09 giờ 10 phút 25 giây, thứ Năm, ngày 12 tháng 3 năm 2026');
    expect(late?.[1]).toBe('sau 09:10:25, 12/03/2026');
  });
});

describe('a sheet', () => {
  it('counts days, with a sum that a reader follows', () => {
    const [section] = sheetOf('2026-03-12T16:52:00', 2, 'workingDays').sections;

    expect(section?.rows.map(({ cells }) => cells)).toEqual([
      ['Thứ Năm 12/03/2026', 'Không', '', 'Nhận lúc 16:52; ngày nhận không tính'],
      ['Thứ Sáu 13/03/2026', '1 ngày', '1 ngày', 'Ngày làm việc'],
      ['14/03 đến 15/03/2026', 'Không', '', 'Thứ Bảy, Chủ Nhật'],
      ['Thứ Hai 16/03/2026', '1 ngày', '2 ngày', 'Hết hạn lúc 17:30'],
    ]);
    expect(section?.total).toBe(
      'Cộng: 2 ngày, đúng bằng thời hạn 2 ngày làm việc. Hạn của phần này: 17:30, thứ Hai 16/03/2026.',
    );
  });

  it('counts hours as hours, minutes and seconds', () => {
    const [section] = sheetOf('2026-03-12T10:30:02', 5, 'workingHours').sections;

    expect(section?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['12/03/2026, 10:30:02–11:30', '59 phút 58 giây', '59 phút 58 giây'],
      ['12/03/2026, 11:30–13:30', 'Không', ''],
      ['12/03/2026, 13:30–17:30', '4 giờ', '4 giờ 59 phút 58 giây'],
      ['17:30, 12/03/2026 đến 07:30, 13/03/2026', 'Không', ''],
      ['13/03/2026, 07:30–07:30:02', '2 giây', '5 giờ'],
    ]);
  });

  it.each(['workingDays', 'workingHours', 'days', 'hours'] as const)(
    'says how %s are counted, and by which law',
    (unit) => {
      const facts = new Map(sheetOf('2026-03-12T09:00:00', 3, unit).sections[0]?.facts);

      expect(facts.get('Cách tính')).toMatch(/Bộ luật Dân sự 2015, Điều 147 và 148/u);
      expect(facts.get('Căn cứ')).toBe(
        'Luật Tiếp công dân 2013, Điều 28 khoản 1 (Văn bản quy phạm pháp luật quy định)',
      );
    },
  );
});
