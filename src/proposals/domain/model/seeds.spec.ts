import { knownMatters } from './seeds.js';

const NONE: ReadonlyMap<string, number> = new Map();
const likeliest = (text: string, names: readonly string[] = []) => knownMatters(text, names, NONE)[0]?.of;

describe('what is known of a text before anything is decided', () => {
  it.each([
    ['by phrases', 'Trường thu tiền quỹ lớp không có hóa đơn', 'fees'],
    ['without marks', 'truong thu tien quy lop khong co hoa don', 'fees'],
    ['by its marks, where it has them', 'Đèn phòng học hỏng', 'facilities'],
    ['by short words for long ones', 'Thẻ BHYT hết hạn', 'agency:socialInsurance'],
    ['by words of phrases in another order', 'Kẻ xấu trộm đồ, đột nhập nhà tôi', 'agency:police'],
    ['of the work of others', 'Xe buýt bỏ chuyến, lái xe quát khách', 'agency:construction'],
  ])('is told %s', (_how, text, of) => {
    expect(likeliest(text)).toBe(of);
  });

  it('follows what is said first, and what is wanted', () => {
    const meals = 'Trường vừa thiếu bàn ghế vừa cho ăn cơm thừa hôm trước, các con đói.';
    expect(likeliest(`${meals} Xin kiểm tra bữa ăn của các con`)).toBe('boardingMeals');
  });

  it('does not rest on the words of a name', () => {
    expect(knownMatters('Kinh phí', ['Trường Tiểu học Kinh Phí'], NONE)).toEqual([]);
  });

  it('is nothing where no phrase is known, unless something else speaks for a field', () => {
    expect(knownMatters('???', [], NONE)).toEqual([]);
    expect(knownMatters('???', [], new Map([['diplomas', 1]]))[0]?.of).toBe('diplomas');
  });
});
