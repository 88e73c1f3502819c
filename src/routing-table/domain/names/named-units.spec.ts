import { indexNames, type NamedUnit } from './name-index.js';
import { namedUnits } from './named-units.js';

const unit = (id: string, name: string, change: Partial<NamedUnit> = {}): NamedUnit => ({
  id,
  name,
  oldNames: [],
  whereabouts: [],
  ...change,
});

const INDEX = indexNames([
  unit('bach-dang', 'Trường THPT Bạch Đằng'),
  unit('bach-dang-giang', 'Trường THPT Bạch Đằng Giang'),
  unit('cat-vang', 'Trường THPT Cát Vàng'),
  unit('cat-vang-b', 'Trường THPT Cát Vàng B'),
  unit('tran-quang-son', 'Trường THPT Trần Quang Sơn', { oldNames: ['Trường THPT Bến Nghiêng'] }),
  unit('hai-son-1', 'Trường THCS Hải Sơn', { whereabouts: ['Kiến Minh'] }),
  unit('hai-son-2', 'Trường THCS Hải Sơn', { whereabouts: ['Đông Khê'] }),
  unit('hoa-mai-th', 'Trường Tiểu học Hoa Mai'),
  unit('hoa-mai-mn', 'Trường Mầm non Hoa Mai'),
  unit('gia-lac', 'Trường TH&THCS Gia Lạc'),
  unit('gia-lac-th', 'Trường Tiểu học Gia Lạc'),
  unit('lach-tray', 'Trung tâm GDNN-GDTX Lạch Tray'),
  unit('chuyen', 'Trường THPT Chuyên Hải Bình'),
  unit('cau-rao', 'Trường THPT Cầu Rào'),
  unit('minh-tan-th', 'Trường Tiểu học Minh Tân'),
  unit('minh-tan-thcs', 'Trường THCS Minh Tân'),
  unit('minh', 'Trường Tiểu học Minh'),
  unit('so-1', 'Trường Tiểu học Số 1 An Lão'),
]);

describe('the schools that a text names', () => {
  it.each([
    ['by their whole name', 'Tại Trường THPT Bạch Đằng có việc', ['bach-dang']],
    ['by the longest name, not by one within it', 'trường THPT Bạch Đằng Giang', ['bach-dang-giang']],
    ['by a name with a letter behind it', 'cấp 3 cát vàng B', ['cat-vang-b']],
    ['not by a letter that begins another word', 'cấp 3 Cát Vàng bán đồng phục', ['cat-vang']],
    ['without marks', 'truong thpt bach dang giang thu tien', ['bach-dang-giang']],
    ['by what people call the level', 'trường cấp III Bạch Đằng', ['bach-dang']],
    ['in short words for the level', 'MN Hoa Mai', ['hoa-mai-mn']],
    ['by the class where the level is left out', 'con tôi học lớp 2 trường Hoa Mai', ['hoa-mai-th']],
    ['by the age of children', 'cháu học lớp 3 tuổi ở trường Hoa Mai', ['hoa-mai-mn']],
    ['by both levels at once', 'trường tiểu học và THCS Gia Lạc', ['gia-lac']],
    ['by one of two levels', 'trường tiểu học Gia Lạc', ['gia-lac-th']],
    ['by an earlier name', 'trường Bến Nghiêng', ['tran-quang-son']],
    ['by first letters', 'trường THPT TQS', ['tran-quang-son']],
    ['misspelt by another letter', 'trường THPT Bạch Đăngg', ['bach-dang']],
    ['misspelt by a letter too few', 'trường THPT Trần Quag Sơn', ['tran-quang-son']],
    ['with two letters in the wrong order', 'trường cấp 3 Trần Qunag Sơn', ['tran-quang-son']],
    ['by the place, of two with one name', 'trường THCS Hải Sơn ở phường Đông Khê', ['hai-son-2']],
    ['by the name alone, where it is of two words', 'ở Lạch Tray các cháu không có quạt', ['lach-tray']],
    ['without what is special about a school', 'trường chuyên Hải Bình', ['chuyen']],
    ['not by the name of a street', 'ở đường Bạch Đằng mất điện', []],
    ['not by the name of an industrial zone', 'mẹ làm công nhân Bạch Đằng, KCN Cát Vàng', []],
    ['not by the name of a bridge', 'đèn hỏng ở chân cầu Cầu Rào, gần Cầu Rào', []],
    ['by the class right before the name', 'cháu học hết lớp 5, xin vào lớp 7 trường Minh Tân', ['minh-tan-thcs']],
    ['misspelt behind the class', 'em học lớp 10 ở Trần Quag Sơn', ['tran-quang-son']],
    ['as written, where the words before look like another one misspelt', 'trường chuyên Hóa Hải Bình', ['chuyen']],
    ['by the age of a child in months', 'bé 20 tháng học ở trường Hoa Mai', ['hoa-mai-mn']],
    ['not by a word that is a name as well', 'nhà trường thiếu minh bạch', []],
    ['not where nothing is like a name', 'trường học của con tôi ở gần nhà', []],
    ['with the level that people take it for', 'trường THCS Bạch Đằng', ['bach-dang']],
    ['several, in the order of the text', 'chuyển từ Cát Vàng sang trường Bạch Đằng', ['cat-vang', 'bach-dang']],
    ['with a number in its name', 'TH số 1 An Lão', ['so-1']],
  ])('are found %s', (_how, text, ids) => {
    expect(namedUnits(INDEX, text).sure.map(({ unitId }) => unitId)).toEqual(ids);
  });

  it('are told as ambiguous where the text does not say which of two it means', () => {
    const { sure, ambiguous } = namedUnits(INDEX, 'trường THCS Hải Sơn thu tiền');
    expect([sure, ambiguous.map((group) => group.map(({ unitId }) => unitId))]).toEqual([
      [],
      [['hai-son-1', 'hai-son-2']],
    ]);
  });

  it('are not ambiguous where the text once says which', () => {
    const { sure, ambiguous } = namedUnits(INDEX, 'MN Hoa Mai rất xa. Trường Hoa Mai phải sửa');
    expect([sure.map(({ unitId }) => unitId), ambiguous]).toEqual([['hoa-mai-mn'], []]);
  });

  it('say by what they were found', () => {
    expect(namedUnits(INDEX, 'trường Bến Nghiêng và THPT TQS').sure.map(({ by }) => by)).toEqual(['old']);
    expect(namedUnits(INDEX, 'THPT Bạch Đẳngg').sure).toEqual([
      { unitId: 'bach-dang', name: 'Trường THPT Bạch Đằng', by: 'misspelt' },
    ]);
  });

  it('leave the levels of the words', () => {
    expect(namedUnits(INDEX, 'học sinh lớp 7A và lớp 12').levels).toEqual(['lowerSecondary', 'upperSecondary']);
  });

  it.each<[string, string, readonly string[]]>([
    ['classes', 'khối 11 và lớp 10A5', ['upperSecondary']],
    ['classes without the word for them', 'Trần Văn A 9A3', ['lowerSecondary']],
    ['short words', 'trường c3, nhóm trẻ', ['upperSecondary', 'preschool']],
    ['classes whose letter stands apart', 'lớp 11 C2', ['upperSecondary']],
    ['the age of children', 'con 4 tuổi', ['preschool']],
    ['no age of those who go to school', 'cháu 14 tuổi, chờ 24 tháng, lúc 9 giờ', []],
  ])('tell levels by %s', (_by, text, levels) => {
    expect(namedUnits(INDEX, text).levels).toEqual(levels);
  });

  it.each<[string, readonly string[]]>([
    ['cháu lớp 9 thi vào 10', ['upperSecondary']],
    ['tuyển sinh lớp 6', ['lowerSecondary']],
    ['tốt nghiệp tiểu học, xin vào trường THCS', ['lowerSecondary']],
    ['cô vào lớp muộn', []],
  ])('tell of %j which level is entered', (text, entered) => {
    expect(namedUnits(INDEX, text).entered).toEqual(entered);
  });
});
