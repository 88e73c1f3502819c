import { FINDING_KINDS, REPLACEMENTS } from './finding.js';
import { findPrivate } from './find-private.js';
import { inPlainWords, leftOverMarks, PLAIN_WORDS } from './stand-in-words.js';

describe('marks that were left in a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['finds a stand-in of the masking', 'Về việc thu tiền ở [lớp] của trường', ['[lớp]']],
    ['finds each mark once', '[lớp], [lớp] và [tên người]', ['[lớp]', '[tên người]']],
    ['finds a bracket of anybody', 'Ngày [điền sau]', ['[điền sau]']],
    ['finds half a bracket', 'Ngày điền sau] tại trường', [']']],
    ['finds a tag of a template', 'Kính gửi {ten_don_vi}, {#phieu}', ['{ten_don_vi}', '{#phieu}']],
    ['finds a merge field', 'Kính gửi «Ten»', ['«Ten»']],
    ['finds a bracket of another keyboard', 'ở ［lớp］, 【tên người】 và 〔lớp', ['［lớp］', '【tên người】', '〔']],
    ['finds a tag of another keyboard', 'Kính gửi ｛ten｝, ‹Ten›, ＜b＞', ['｛ten｝', '‹Ten›', '＜b＞']],
    ['takes no sign of a comparison for a tag', 'lớp dưới < 5 em và trên > 2 em', []],
    ['finds a tag of a page', 'Thu <b>450.000</b> đồng', ['<b>', '</b>']],
    ['finds a mask', 'Số ••• ••• 142, 0912***', ['•••', '2***']],
    ['finds digits that were crossed out', 'Số 09xxxxxxx', ['9xxxxxxx']],
    ['leaves ordinary text alone', 'Số 12 (mười hai), 5 < 7, 5 ＜ 7; “trích”; Điều 3, 4/5 – a/b./.', []],
    ['leaves dots of a form alone', 'Ông (bà) ………, ......, ____', []],
  ])('%s', (_rule, text, expected) => {
    expect(leftOverMarks(text)).toEqual(expected);
  });

  it.each(FINDING_KINDS)('puts words of a letter where the stand-in of %s was', (kind) => {
    const words = inPlainWords(`Về ${REPLACEMENTS[kind]} của trường`);
    expect(words).toBe(`Về ${PLAIN_WORDS[kind]} của trường`);
    expect([leftOverMarks(words), findPrivate(words)]).toEqual([[], []]);
  });
});
