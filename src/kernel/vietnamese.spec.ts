import fc from 'fast-check';
import { checkProperty } from '../../test/support/check-property.js';
import { bearsMarks, byPersonName, fold, spelling } from './vietnamese.js';

describe('rule 61: the form in which text is searched', () => {
  it.each([
    ['has no marks, đ = d, small letters', 'Trần Đức HOÀ', 'tran duc hoa'],
    ['is the same for decomposed letters', 'Đường Hoà'.normalize('NFD'), 'duong hoa'],
    ['takes look-alikes of Đ for Đ', 'Ðiện Ɖiện', 'dien dien'],
    ['takes wide digits and letters for plain ones', 'Lớp １２Ａ', 'lop 12a'],
    ['takes signs that hold letters apart', 'ﬁ ² ㎏ …', 'fi 2 kg ...'],
    ['takes a blank of any kind for a blank', 'học\u00a0phí\u3000 mới\n', 'hoc phi moi'],
    ['keeps what is no letter of ours', 'ß æ 学', 'ß æ 学'],
    ['has no half of a surrogate pair', 'a\ud835b', 'a b'],
  ])('%s', (_rule, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is the same when it is folded once more, whatever the text', () => {
    checkProperty(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the spelling of a word', () => {
  it.each([
    ['the tone mark stands over either vowel', 'hoà', 'hòa', true],
    ['letters may be composed or not', 'Thuế'.normalize('NFD'), 'thuế', true],
    ['capitals are small letters', 'ĐƯỜNG', 'đường', true],
    ['another tone is another word', 'hoà', 'hoá', false],
    ['no tone is another word', 'hoà', 'hoa', false],
    ['another vowel is another word', 'bộ', 'bọ', false],
    ['đ is no d', 'đi', 'di', false],
  ])('%s', (_rule, one, other, same) => {
    expect(spelling(one) === spelling(other)).toBe(same);
  });
});

it('rule 62: people stand by given name, then family name, then what is between, by Vietnamese letters', () => {
  const sorted = [
    'Lê Văn An',
    'Lê Văn Ân',
    'Y Bê',
    'Nguyễn Thị Đào',
    'Bùi Thị Hòa',
    'Trần Hòa',
    'Trần Thị Hòa',
    'Đỗ Văn Hoá',
    'Ngọc',
    'Vũ Ngọc',
  ];
  expect(sorted.toReversed().toSorted(byPersonName)).toEqual(sorted);
  expect(byPersonName('Trần Thị Hòa', ' Trần  Thị Hòa '.normalize('NFD'))).toBe(0);
});

describe('marks', () => {
  it.each([
    ['Con tôi học lớp 2', true],
    ['con toi hoc lop 2', false],
    ['con toi hoc lop 2, xin hoi hoc phi bao nhieu ạ', false],
  ])('are borne by %j: %s', (text, bears) => {
    expect(bearsMarks(text)).toBe(bears);
  });
});
