import {
  canonicalCode,
  canonicalPhone,
  codesAsked,
  factTerm,
  listed,
  MAX_WORDS,
  termsOf,
  wordsIn,
  type SearchableTicket,
} from './search-words.js';

const NOBODY = { senderName: '', senderPhone: '', senderEmail: '', senderAddress: '' };

const ticket: SearchableTicket = {
  codes: ['PAKN.20260312.0042', '1022-778'],
  documentNumbers: ['1284', '513/SGDĐT-GDTrH'],
  subject: 'Đề nghị kiểm tra việc dạy thêm',
  words: 'Tôi là NGUYỄN  Thị Hạnh, điện thoại 0912 345.678 hoặc +84 225 3847 111. Cô Hạnh dạy thêm tại nhà.',
  place: 'Phường Lê Chân',
  category: 'fees',
  categoryWords: 'Thu, chi trong trường học',
  handlers: ['Phòng Giáo dục Trung học', 'Trần Đức Hoà'],
  sender: { senderName: 'Nguyễn Thị Hạnh', senderPhone: '0912345678', senderEmail: '', senderAddress: '' },
  state: 'processing',
  level: 'normal',
  unitIds: ['unit-1', null],
  complainedUnitId: 'unit-9',
};

describe('words of a text', () => {
  it.each([
    ['are folded: no marks, đ = d, small letters', 'Trần Đức Hoà', ['tran', 'duc', 'hoa']],
    ['are the same in decomposed form', 'Trần Đức Hoà'.normalize('NFD'), ['tran', 'duc', 'hoa']],
    ['are the same where the tone mark stands elsewhere', 'Trần Đức Hòa', ['tran', 'duc', 'hoa']],
    ['are kept once', 'học phí, học thêm', ['hoc', 'phi', 'them']],
    [
      'are parted by everything that is neither letter nor digit',
      "100% ca_học [8A] -- 'x'",
      ['100', 'ca', 'hoc', '8a', 'x'],
    ],
    ['are none in marks alone', ' %_[ \u0301 ', []],
    ['are cut when they are longer than any word', 'a'.repeat(90), ['a'.repeat(40)]],
    ['are never cut within a letter', `a${'𠀀'.repeat(30)}`, [`a${'𠀀'.repeat(19)}`]],
    ['are one where databases take different signs for one', '１２ 12 ② ㎏ kg', ['12', '2', 'kg']],
  ])('%s', (_rule, text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });
});

describe('a code or number', () => {
  it.each([
    ['PAKN.20260312.0042', 'pakn.20260312.0042'],
    [' 513 / SGDĐT-GDTrH ', '513/sgddt-gdtrh'],
  ])('%s is compared as %s', (text, code) => {
    expect(canonicalCode(text)).toBe(code);
  });

  it.each([
    ['0912 345 678', '0912345678'],
    ['+84 912.345.678', '0912345678'],
    ['(0225) 3847 111', '02253847111'],
    ['1284', null],
    ['0912 345 678 gọi lại', null],
  ])('%s is the telephone %s', (text, phone) => {
    expect(canonicalPhone(text)).toBe(phone);
  });
});

describe('the number of a document as people ask for it', () => {
  it.each([
    ['số 513/SGDĐT-GDTrH', ['513/sgddt-gdtrh']],
    ['Số: 513 / SGDĐT - GDTrH ', ['513/sgddt-gdtrh']],
    ['so513/sgddt', ['513/sgddt']],
    ['Công văn số 05/SGDĐT-VP', ['05/sgddt-vp', '5/sgddt-vp']],
    ['CV 12/UBND', ['12/ubnd']],
    ['số đến 1284', ['1284']],
    ['số đi: 513', ['513']],
    ['513/SGDĐT-GDTrH', ['513/sgddt-gdtrh']],
    ['PAKN.20260312.0042', ['pakn.20260312.0042']],
    ['0042', ['0042']],
    ['số nhà 5', ['sonha5']],
    ['số 5 đường Lê Lợi', ['so5duongleloi']],
    ['', []],
  ])('%s', (text, codes) => {
    expect(codesAsked(text)).toEqual(codes);
  });
});

describe('what a ticket is found by', () => {
  const terms = termsOf(ticket);

  it('is its codes and document numbers, whole and by their ends', () => {
    expect(terms.code).toEqual(['pakn.20260312.0042', '0042', '1022-778', '1284', '513/sgddt-gdtrh', '513']);
  });

  it('is the words of subject, place, category, codes, unit, officer and text', () => {
    for (const word of ['0042', 'day', 'them', 'chan', 'thu', 'chi', 'hoc', 'hoa', 'nha'])
      expect(terms.text).toContain(word);
    expect(terms.name).toEqual(['phong', 'giao', 'duc', 'trung', 'hoc', 'tran', 'hoa']);
  });

  it('rule 21: is the sender in a kind of its own, and his name and telephones leave his text', () => {
    expect(terms.sender).toEqual(['nguyen', 'thi', 'hanh', '0912345678', '02253847111']);
    for (const word of ['nguyen', 'thi', '0912', '345', '678', '0912345678', '3847', '84']) {
      expect(terms.text).not.toContain(word);
    }
  });

  it('rule 21: is what leads to people in a kind of its own, not what stands in their place', () => {
    const words =
      'Con tôi là Phạm Bảo Ngọc, lớp 11A5 Trường THPT Núi Voi, nhà ở số 142 Lạch Tray, hỏi 0987 654 321 hoặc ngoc@example.com.';
    const { text, people } = termsOf({ ...ticket, words, subject: 'Thu tiền', sender: NOBODY });
    for (const word of ['bao', 'ngoc', '11a5', '142', 'lach', 'tray', 'example']) {
      expect(people).toContain(word);
      expect(text).not.toContain(word);
    }
    for (const word of ['con', 'nui', 'voi', 'tien']) expect(text).toContain(word);
    for (const word of ['dien', 'ten', 'dia']) expect([...text, ...people]).not.toContain(word);
    expect([...text, ...people]).toEqual(expect.not.arrayContaining(['0987']));
    // The teacher of the sender's name whom the text complains about.
    expect(terms.people).toContain('hanh');
  });

  it('rule 21: hides telephones in wide digits too', () => {
    const wide = termsOf({ ...ticket, words: 'Gọi tôi: ０９１２ ３４５ ６７８', sender: NOBODY });
    expect(wide.sender).toEqual(['0912345678']);
    expect(wide.text.filter((word) => /^0912/u.test(word))).toEqual([]);
  });

  it('is the facts that a form asks for', () => {
    expect(terms.fact).toEqual([
      'state:processing',
      'level:normal',
      'category:fees',
      'unit:unit-1',
      'complained:unit-9',
    ]);
    expect(factTerm('category', 'Thu, chi trong trường học')).toBe('category:thu,-chi-trong-truong-hoc');
  });

  it('has no blank in any term, and each term once', () => {
    const all = listed(termsOf({ ...ticket, documentNumbers: ['513 / X', '513/X'], category: 'Dạy thêm' }));
    expect(all.filter(({ word }) => word === '' || /\s/u.test(word))).toEqual([]);
    expect(new Set(all.map(({ kind, word }) => kind + word)).size).toBe(all.length);
  });

  it('is bounded however long a text is, codes and subject first', () => {
    const words = Array.from({ length: 5000 }, (_, at) => `tu${String(at)}`).join(' ');
    const bounded = termsOf({ ...ticket, words });
    expect(bounded.text).toHaveLength(MAX_WORDS);
    expect(bounded.text).toEqual(expect.arrayContaining(['0042', 'kiem', 'chan', 'tran']));
  });
});
