import { FOUND_EACH, isEnough, matching } from './quick-find-match.js';

const UNITS = [
  'Phòng Giáo dục Trung học',
  'Trường THPT Núi Voi',
  'Trường phổ thông nhiều cấp học Hoa Phượng',
  'Trung tâm GDNN-GDTX Lạch Tray',
  'Đội thanh tra',
];
const found = (typed: string): readonly string[] => matching(typed, UNITS, (name) => name);

describe('what Ctrl+K finds among names', () => {
  it.each([
    ['without marks', 'nui voi', ['Trường THPT Núi Voi']],
    ['with marks', 'Núi Voi', ['Trường THPT Núi Voi']],
    ['by the beginnings of words, in any order', 'voi thp', ['Trường THPT Núi Voi']],
    ['đ as d', 'doi', ['Đội thanh tra']],
    ['parts of what a hyphen joins', 'gdtx', ['Trung tâm GDNN-GDTX Lạch Tray']],
    ['first what begins so', 'trung', ['Trung tâm GDNN-GDTX Lạch Tray', 'Phòng Giáo dục Trung học']],
    ['no word from its middle', 'oi', []],
    ['nothing that lacks a word', 'nui phuong', []],
  ])('are those %s', (_how, typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  it('is everything in its order where nothing was typed, and never more than stands in the list', () => {
    expect(found('')).toEqual(UNITS);
    const many = Array.from({ length: 30 }, (_, at) => `Trường ${String(at)}`);
    expect(matching('trường', many, (name) => name)).toEqual(many.slice(0, FOUND_EACH));
  });
});

describe('whether what was typed is enough to look for', () => {
  it.each([
    ['', false],
    ['a', false],
    ['  a ', false],
    ['%_', false],
    ['ẫ', false],
    ['an', true],
    ['42', true],
  ])('of “%s” is %p', (typed, enough) => {
    expect(isEnough(typed)).toBe(enough);
  });
});
