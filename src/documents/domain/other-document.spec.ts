import { requireOtherDocument, type TypedOtherDocument } from './other-document.js';

const typed = (change: Partial<TypedOtherDocument> = {}): TypedOtherDocument => ({
  number: '05',
  issuedDate: '2026-03-18',
  notation: 'SGDĐT-TCCB',
  typeName: 'Quyết định',
  subject: 'về việc cử cán bộ đi học',
  signerName: 'Đặng Vĩnh Phúc',
  recipients: 'Như Điều 3;  Bộ GDĐT ',
  keeper: 'VT, TCCB',
  ...change,
});

describe('a document that the e-office numbered and this system never had', () => {
  it('is read from what a clerk typed', () => {
    expect(requireOtherDocument(typed())).toMatchObject({ number: 5, recipients: ['Như Điều 3', 'Bộ GDĐT'] });
  });

  it.each<[string, Partial<TypedOtherDocument>, string, string]>([
    ['needs its number alone', { number: '05/SGDĐT' }, 'number', 'Ghi riêng số, không kèm ký hiệu: 513.'],
    ['needs a day that exists', { issuedDate: '2026-02-30' }, 'issuedDate', 'Ghi ngày văn bản.'],
    ['needs its abstract', { subject: ' ' }, 'subject', 'Ghi trích yếu văn bản.'],
    ['needs a recipient', { recipients: ' ; ' }, 'recipients', 'Ghi ít nhất một nơi nhận'],
    ['has room for a notation', { notation: 'S'.repeat(61) }, 'notation', 'nhiều nhất 60 ký tự'],
  ])('%s', (_rule, change, field, words) => {
    let refused: unknown = null;
    try {
      requireOtherDocument(typed(change));
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({
      code: 'input-invalid',
      details: { field, message: expect.stringContaining(words) as string },
    });
  });
});
