import { civilDate } from '../../kernel/civil-date.js';
import { dayFault, isConfirmedNumber, numberFault, numberIn, sourceWords } from './given-number.js';

const TODAY = civilDate('2026-03-18');
const BOOK = { first: 1, last: 12, holder: null };

describe('a number that the e-office gave', () => {
  it.each([
    ['05', 5],
    ['513', 513],
    ['5/SGDĐT', null],
    ['0', null],
    ['', null],
  ])('is read from %p as %p', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it.each([
    ['follows the last', 13, BOOK, null],
    ['may come before one that was entered earlier', 11, BOOK, null],
    ['may leave a gap, which the check of the register names', 15, BOOK, null],
    [
      'is refused where a document has it',
      5,
      { ...BOOK, holder: '05/SGDĐT-VP, 02/02/2026' },
      'Số 05 đã thuộc về 05/SGDĐT-VP, 02/02/2026.',
    ],
    [
      'is refused before the first of the book',
      5,
      { first: 412, last: 411, holder: null },
      'Số 05 thuộc sổ cũ: sổ của năm bắt đầu từ số 412.',
    ],
    ['is refused far from all others', 51_300, BOOK, 'Số 51300 cách số cuối của sổ (12) quá xa; xem lại số.'],
  ])('%s', (_rule, number, book, sentence) => {
    expect(numberFault({ number, source: { by: 'eOffice' } }, book)?.sentence ?? null).toBe(sentence);
  });

  it.each([
    ['leaves twenty numbers out unasked', 32, {}, null],
    ['is to be confirmed where it leaves out more', 33, {}, 'confirmed'],
    ['stands once it is confirmed', 33, { isConfirmed: true }, null],
    ['is refused far from all others, confirmed or not', 51_300, { isConfirmed: true }, 'number'],
  ])('of which a clerk says it: %s', (_rule, number, said, field) => {
    const given = { number, source: { by: 'clerk', name: 'Phạm Minh Tuệ' }, ...said } as const;
    expect(numberFault(given, BOOK)?.field ?? null).toBe(field);
  });

  it.each([
    ['33', true],
    [' 033 ', true],
    ['34', false],
    ['', false],
  ])('is confirmed by its own number alone: %p', (confirmed, is) => {
    expect(isConfirmedNumber(33, confirmed)).toBe(is);
  });

  it.each([
    ['today', '2026-03-18', null],
    ['a day of this year', '2026-01-02', null],
    ['a day of another year', '2025-12-31', 'Ngày văn bản 31/12/2025 thuộc năm khác; chỉ nhận số của năm 2026.'],
    ['tomorrow', '2026-03-19', 'Ngày văn bản 19/03/2026 chưa tới; xem lại ngày.'],
  ])('bears %s', (_day, day, sentence) => {
    expect(dayFault(civilDate(day), { today: TODAY, years: [2026], called: 'Ngày văn bản' })?.sentence ?? null).toBe(
      sentence,
    );
  });

  it('may be of the year before, where its book is asked for too', () => {
    expect(dayFault(civilDate('2025-12-31'), { today: TODAY, years: [2025, 2026], called: 'Ngày đến' })).toBeNull();
  });

  it('says whose word it is', () => {
    expect(sourceWords({ by: 'eOffice' })).toBe('Số do hệ thống quản lý văn bản cấp');
    expect(sourceWords({ by: 'clerk', name: 'Phạm Minh Tuệ' })).toBe(
      'Số do hệ thống quản lý văn bản cấp, Phạm Minh Tuệ ghi vào',
    );
  });
});
