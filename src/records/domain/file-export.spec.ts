import { civilDate } from '../../kernel/civil-date.js';
import { codeParts, fileTree, lengthFlaws, originalName, type DocumentFacts, type FileFacts } from './file-export.js';

const A_FILE: FileFacts = {
  organId: '000.00.03.H24',
  catalog: 2026,
  notation: 'PAKN.0001',
  title: 'Hồ sơ giải quyết phiếu PAKN.20260318.0001',
  maintenance: '10 năm',
  rights: 'Hạn chế',
  creator: 'Nguyễn Thị Hồng Ngọc',
  startedOn: civilDate('2026-03-18'),
  endedOn: null,
  description: '',
};

const A_LETTER: DocumentFacts = {
  kind: 'IncomingDocument',
  typeName: 'Công văn',
  codeNumber: '7816',
  codeNotation: 'TĐ1022',
  issuedOn: civilDate('2026-03-18'),
  organName: 'Tổng đài 1022',
  subject: 'Thu tiền học thêm',
  pages: 3,
  description: '',
  signerName: '',
  recipients: [],
  priority: 0,
  arrivedOn: civilDate('2026-03-18'),
  arrivalNumber: 1284,
  handler: '',
  dueOn: null,
  originals: [],
};

const flaws = (file: Partial<FileFacts>, ...documents: Partial<DocumentFacts>[]): readonly string[] =>
  lengthFlaws(
    fileTree(
      { ...A_FILE, ...file },
      documents.map((one) => ({ ...A_LETTER, ...one })),
    ),
  );

describe('rule 49: lengths of Annex VI', () => {
  it('has nothing against what fits, to the last character', () => {
    expect(
      flaws({ title: 'a'.repeat(500), creator: 'b'.repeat(30) }, { subject: 'c'.repeat(500), pages: 999 }),
    ).toEqual([]);
  });

  it('names every value that is too long, with its length and the most, all at once', () => {
    const long = { subject: 'c'.repeat(501), signerName: 'd'.repeat(51) };
    expect(flaws({ organId: '000.00.03.H24.01', title: 'a'.repeat(512) }, {}, long)).toEqual([
      'Hồ sơ, mã định danh cơ quan (OrganId): dài 16 ký tự, nhiều nhất 13.',
      'Hồ sơ, tiêu đề hồ sơ (Title): dài 512 ký tự, nhiều nhất 500.',
      'Văn bản thứ 2, trích yếu (Subject): dài 501 ký tự, nhiều nhất 500.',
      'Văn bản thứ 2, họ tên người ký (FullName): dài 51 ký tự, nhiều nhất 50.',
    ]);
  });

  it.each<[string, Partial<DocumentFacts>, string]>([
    ['pages', { pages: 1000 }, 'PageAmount'],
    ['a number of more than 11 digits', { codeNumber: '123456789012' }, 'CodeNumber'],
    ['a notation', { codeNotation: 'a'.repeat(31) }, 'CodeNotation'],
    ['a recipient', { recipients: ['a'.repeat(201)] }, 'OrganName'],
    ['a unit', { handler: 'a'.repeat(1001) }, 'ToPlaces'],
  ])('measures %s', (_what, document, name) => {
    expect(flaws({}, document).map((sentence) => /\((\w+)\)/u.exec(sentence)?.[1])).toEqual([name]);
  });

  it('cuts nothing', () => {
    const title = 'a'.repeat(600);
    expect(JSON.stringify(fileTree({ ...A_FILE, title }, []))).toContain(title);
  });
});

it.each([
  ['7816/TĐ1022', '7816', 'TĐ1022'],
  ['15/QĐ-SGDĐT', '15', 'QĐ-SGDĐT'],
  ['TĐ1022', '', 'TĐ1022'],
  ['', '', ''],
])('takes %p apart', (code, codeNumber, codeNotation) => {
  expect(codeParts(code)).toEqual({ codeNumber, codeNotation });
});

it.each([
  ['Công văn đi.PDF', 'goc/002-01-cong-van-di.pdf'],
  ['../../etc/passwd', 'goc/002-01-tep.etc-pass'],
  ['ảnh', 'goc/002-01-anh'],
  ['*.png', 'goc/002-01-tep.png'],
])('names %p plainly among the originals', (name, expected) => {
  expect(originalName(2, 0, name)).toBe(expected);
});
