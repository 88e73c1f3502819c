import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { cpuSeconds } from '../../../test/support/cpu-seconds.js';
import { findPrivate, partsOf, redact } from './find-private.js';

const SNIPPETS = [
  'em ',
  'Nguyễn ',
  'Văn ',
  'A',
  'cô giáo ',
  'Trần Thị B',
  '0912345678',
  '09',
  '12.',
  '+84 ',
  ' @ ',
  'a còng',
  'gmail.com',
  'số nhà 12',
  ', ',
  '. ',
  '\n',
  'đường Lê Lợi',
  'lớp 5A ',
  'trường Tiểu học Kim Đồng',
  'CCCD ',
  '031085001234',
  '450.000 đồng',
  '12/03/2026',
  'facebook.com/',
  '15A-123.45',
  'THPT ',
  'tổ 5',
  "H'",
  '̂',
  '\u200b',
  '😀',
];
const texts = fc.array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary', maxLength: 4 })), {
  maxLength: 24,
});

describe('findings in any text', () => {
  it('stand in order, apart, and inside the text', () => {
    checkProperty(
      fc.property(texts, (words) => {
        const text = words.join('');
        let from = 0;
        for (const { offset, length } of findPrivate(text)) {
          expect(offset).toBeGreaterThanOrEqual(from);
          expect(length).toBeGreaterThan(0);
          from = offset + length;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000, seed: 6 },
    );
  });

  it('cut the text so that its parts make it again', () => {
    checkProperty(
      fc.property(texts, (words) => {
        const text = words.join('');
        expect(
          partsOf(text, findPrivate(text))
            .map((part) => part.words)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 2_000, seed: 6 },
    );
  });

  it('leave no telephone number in one piece after redaction', () => {
    checkProperty(
      fc.property(texts, (words) => {
        const text = words.join('');
        expect(redact(text, findPrivate(text))).not.toMatch(/(?<![\p{L}\p{N}./-])09\d{8}(?!\d)/u);
      }),
      { numRuns: 2_000, seed: 6 },
    );
  });
});

describe('hostile texts of 100 kB', () => {
  const SIZE = 100_000;
  const filled = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

  it.each([
    ['figures', '0'],
    ['figures apart', '0 '],
    ['figures and dots', '09.'],
    ['dates', '12/03/2026/'],
    ['marks of e-mail', '@'],
    ['beginnings of e-mail', 'a@b.'],
    ['an endless local part', 'a.'],
    ['social pages without end', 'facebook.com/,'],
    ['social pages glued', 'm.facebook.com/x'],
    ['words for people', 'em cháu con tôi là '],
    ['surnames', 'Nguyễn '],
    ['surnames in a row', 'Nguyễn Du, '],
    ['surnames in capitals', 'NGUYỄN VĂN '],
    ['addresses', 'số nhà 12, '],
    ['announced addresses', 'địa chỉ: '],
    ['numbers of houses', '12/'],
    ['classes', 'lớp 5A '],
    ['schools', 'trường Tiểu học '],
    ['plates', '15A-'],
    ['one word', 'a'],
    ['one word of capitals', 'Ê'],
    ['heaped marks', 'a\u0301\u0323\u0302'],
    ['marks alone', '\u0323\u0301'],
    ['invisible signs', '\u200b'],
    ['apostrophes', "a'"],
    ['empty lines', '\n'],
    ['cues far from numbers', 'số tài khoản 1 '],
    ['letters for figures', 'l0'],
    ['names in one list', 'Minh và '],
    ['blocks of flats', 'phòng 302 nhà B4 tập thể '],
    ['classes without their word', '6A3 '],
  ])('%s take their length only', (_what, piece) => {
    const text = filled(piece);
    const seconds = cpuSeconds(() => findPrivate(text));
    // Work that grows with the square would take hours here; a slow machine takes a second.
    expect(seconds).toBeLessThan(10);
  });
});

it('takes ten times as long for ten times the text, a megabyte of it', () => {
  const sentences = 'em cháu Minh, Lan và Hoa ở phòng 302 nhà B4 tập thể Vạn Mỹ, số 0 9 1 2 - 345, l0l0 6A3, tên là ';
  const seconds = [100_000, 1_000_000].map((size) => {
    const text = sentences.repeat(Math.ceil(size / sentences.length)).slice(0, size);
    return cpuSeconds(() => findPrivate(text));
  });
  // Work that grows with the square would take a hundred times as long.
  expect((seconds[1] ?? 0) / (seconds[0] ?? 1)).toBeLessThan(40);
});
