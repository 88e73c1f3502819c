import {
  annexes,
  goodDecision,
  goodLetter,
  goodTyped,
  styled,
  type DocumentPlan,
} from '../../../test/support/decree-plans.js';
import { rulesBrokenBy } from '../../../test/support/format-findings.js';
import type { FormatRule } from '../domain/format/rules/rule-table.js';

const LAYOUTS = ['table', 'rows', 'tabs', 'boxes'] as const;

describe('a document that departs in nothing', () => {
  it.each(LAYOUTS)('is found clean: a letter, its head as %s', async (layout) => {
    expect(await rulesBrokenBy(goodLetter({ layout }))).toEqual([]);
  });

  it.each(LAYOUTS)('is found clean: a decision, its head as %s', async (layout) => {
    expect(await rulesBrokenBy(goodDecision({ layout }))).toEqual([]);
  });

  it.each([
    ['THÔNG BÁO', 'TB'],
    ['BÁO CÁO', 'BC'],
    ['KẾ HOẠCH', 'KH'],
    ['HƯỚNG DẪN', 'HD'],
    ['CHƯƠNG TRÌNH', 'CTr'],
    ['QUY ĐỊNH', 'QyĐ'],
    ['BIÊN BẢN', 'BB'],
  ] as const)('is found clean: %s', async (name, abbreviation) => {
    expect(await rulesBrokenBy(goodTyped([name, abbreviation]))).toEqual([]);
  });

  it.each<[string, Partial<DocumentPlan>]>([
    [
      'with one addressee',
      { addressOpening: { text: 'Kính gửi: Sở Nội vụ', size: 14, align: 'center' }, addressees: [] },
    ],
    [
      'with the other place of the mark of tone',
      { nation: styled('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, { bold: true }) },
    ],
    [
      'before it has a number',
      {
        number: styled('Số:         /SGDĐT-VP', 13),
        date: styled('Hải Phòng, ngày      tháng      năm 2026', 13, { italic: true }),
      },
    ],
    ['before it has a day', { date: styled('Hải Phòng, ngày     tháng 01 năm 2026', 14, { italic: true }) }],
    ['with a large number', { number: styled('Số: 1284/SGDĐT-GDTrH', 13) }],
    [
      'of a school',
      { parents: [styled('SỞ GIÁO DỤC VÀ ĐÀO TẠO', 13)], agency: [styled('TRƯỜNG THPT NÚI VOI', 13, { bold: true })] },
    ],
    [
      'of a committee, whose name takes two lines',
      {
        parents: [],
        agency: [styled('ỦY BAN NHÂN DÂN', 13, { bold: true }), styled('THÀNH PHỐ HẢI PHÒNG', 13, { bold: true })],
        authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'].map((text) =>
          styled(text, 14, { bold: true }),
        ),
      },
    ],
    [
      'signed by order',
      { authority: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'].map((text) => styled(text, 13, { bold: true })) },
    ],
    [
      'signed by order through two hands',
      {
        authority: ['TL. GIÁM ĐỐC', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'].map((text) =>
          styled(text, 13, { bold: true }),
        ),
      },
    ],
    [
      'signed by delegation',
      {
        authority: ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG GIÁO DỤC TRUNG HỌC'].map((text) => styled(text, 13, { bold: true })),
      },
    ],
    ['signed by an acting head', { authority: [styled('Q. GIÁM ĐỐC', 14, { bold: true })] }],
    ['whose lines are borders', { strokes: 'borders' }],
    ['whose page numbers nobody has counted yet', { numbers: { ...goodLetter().numbers, isField: 'uncounted' } }],
    ['with an annex', { annexes: annexes(1) }],
    ['with three annexes', { annexes: annexes(3) }],
    ['that is urgent', { stamps: [styled('HỎA TỐC', 13, { bold: true, colour: 'FF0000' })] }],
    ['with the widest margins', { page: { width: 210, height: 297, top: 25, right: 15, bottom: 25, left: 35 } }],
    ['with lines of one and a half', { body: goodLetter().body.map((one) => ({ ...one, line: 360 })) }],
    ['with indents of one centimetre', { body: goodLetter().body.map((one) => ({ ...one, first: 10 })) }],
  ])('is found clean: a letter %s', async (_what, change) => {
    expect(await rulesBrokenBy(goodLetter(change))).toEqual([]);
  });
});

/** One change of a good document, and the one rule that it breaks. */
type Mutation = readonly [FormatRule, string, (plan: DocumentPlan) => unknown];

const OF_DECISIONS: readonly Mutation[] = [
  ['symbol-type', 'the symbol of another type', (p) => (p.number.text = 'Số: 15/BC-SGDĐT')],
  ['symbol-type', 'the symbol of a letter', (p) => (p.number.text = 'Số: 15/SGDĐT-VP')],
  ['type-size', 'a large type', (p) => (p.type!.size = 16)],
  ['type-style', 'a type that is not bold', (p) => (p.type!.bold = false)],
  ['type-capitals', 'a type in small letters', (p) => (p.type!.text = 'Quyết định')],
  ['type-centred', 'a type on the left', (p) => (p.type!.align = 'left')],
  ['title-style', 'an abstract that is not bold', (p) => (p.title!.bold = false)],
  ['title-capitals', 'an abstract in capitals', (p) => (p.title!.text = 'VỀ VIỆC THÀNH LẬP TỔ CÔNG TÁC TIẾP NHẬN')],
  ['title-size', 'a small abstract', (p) => (p.title!.size = 12)],
  ['base-style', 'upright bases', (p) => (p.body[1]!.italic = false)],
  ['base-size', 'small bases', (p) => (p.body[1]!.size = 12)],
  [
    'base-marks',
    'a full stop behind the first base',
    (p) => (p.body[1]!.text = 'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.'),
  ],
  ['base-marks', 'a semicolon behind the last base', (p) => (p.body[3]!.text = 'Theo đề nghị của Chánh Văn phòng Sở;')],
  ['order-style', 'an order that is not bold', (p) => (p.body[4]!.bold = false)],
  [
    'article-form',
    'a colon behind the number',
    (p) => (p.body[6]!.text = 'Điều 2: Quyết định này có hiệu lực kể từ ngày ký.'),
  ],
  ['article-form', 'an article that is not bold', (p) => (p.body[6]!.boldStart = false)],
  ['article-form', 'an article left out', (p) => p.body.splice(6, 1)],
  ['closing-mark', 'no mark at the end', (p) => (p.body[7]!.text = p.body[7]!.text.replace('./.', '.'))],
];

const OF_ANNEXES: readonly Mutation[] = [
  ['annex-form', 'Arabic numbers', (p) => (p.annexes[1]!.mark.text = 'Phụ lục 2')],
  ['annex-form', 'no number', (p) => (p.annexes[0]!.mark.text = 'Phụ lục')],
  ['annexMark-capitals', 'a mark in capitals', (p) => (p.annexes[0]!.mark.text = 'PHỤ LỤC I')],
  ['annexMark-style', 'a mark that is not bold', (p) => (p.annexes[0]!.mark.bold = false)],
  ['annexMark-size', 'a small mark', (p) => (p.annexes[0]!.mark.size = 12)],
  ['annexMark-centred', 'a mark on the left', (p) => (p.annexes[0]!.mark.align = 'left')],
  ['annexTitle-capitals', 'a title in small letters', (p) => (p.annexes[0]!.title!.text = 'Danh sách cán bộ đầu mối')],
  ['annexTitle-style', 'a title that is not bold', (p) => (p.annexes[0]!.title!.bold = false)],
  ['annex-title', 'no title', (p) => (p.annexes[0]!.title = null)],
  ['annex-note', 'no note', (p) => (p.annexes[0]!.note = null)],
  ['annexNote-style', 'an upright note', (p) => (p.annexes[0]!.note!.italic = false)],
];

describe('one departure is found by its rule and by no other', () => {
  it.each(OF_DECISIONS)('%s in a decision: %s', async (rule, _what, change) => {
    const plan = goodDecision();
    change(plan);
    expect(await rulesBrokenBy(plan)).toEqual([rule]);
  });

  it.each(OF_ANNEXES)('%s in an annex: %s', async (rule, _what, change) => {
    const plan = goodLetter({ annexes: annexes(2) });
    change(plan);
    expect(await rulesBrokenBy(plan)).toEqual([rule]);
  });
});
