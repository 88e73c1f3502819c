import { REPLACEMENTS, type FindingKind } from './finding.js';
import { findPrivate, partsOf, redact } from './find-private.js';

/** `Gọi {0912345678|phone}`: the text as a citizen wrote it, and what must be found in it. */
function written(marked: string): { readonly text: string; readonly redacted: string; readonly kinds: string[] } {
  const findings = [...marked.matchAll(/\{([^|}]+)\|(\w+)\}/gu)];
  const kinds = findings.map(([, , kind]) => kind ?? '');
  return {
    text: marked.replace(/\{([^|}]+)\|\w+\}/gu, '$1'),
    redacted: marked.replace(/\{[^|}]+\|(\w+)\}/gu, (_all, kind: FindingKind) => REPLACEMENTS[kind]),
    kinds,
  };
}

const PRIVATE: readonly (readonly [string, string])[] = [
  ['a mobile number in one piece', 'Gọi lại cho tôi số {0912345678|phone} nhé.'],
  ['a mobile number with dots', 'Liên hệ {0912.345.678|phone}.'],
  ['a mobile number in pairs', 'Điện thoại: {09 12 34 56 78|phone}'],
  ['a mobile number with dashes', 'SĐT {0912-345-678|phone}, gọi sau 17h.'],
  ['a mobile number with +84', 'Tel {+84 912 345 678|phone}'],
  ['a mobile number with (+84)', 'Tel {(+84) 912 345 678|phone}'],
  ['a mobile number with 84 alone', 'zalo {84912345678|phone}'],
  ['a mobile number spelled figure by figure', 'số {0 9 1 2 3 4 5 6 7 8|phone} ạ'],
  ['a mobile number in words', 'số {không chín một hai ba bốn năm sáu bảy tám|phone} nhé'],
  ['a mobile number with the letter O', 'gọi {O912345678|phone}'],
  ['a mobile number glued to its word', 'ĐT{0912345678|phone}'],
  ['a mobile number with invisible signs', 'gọi {0912\u200b345\u200b678|phone}'],
  ['a mobile number in wide figures', 'gọi {０９１２３４５６７８|phone}'],
  ['a mobile number without its zero', 'sđt {912345678|phone}'],
  ['two mobile numbers in a row', '{0912345678|phone} / {0987654321|phone}'],
  ['two dotted mobile numbers', '{0912.345.678|phone}, {0987.654.321|phone}'],
  ['a mobile number of before 2018', 'số cũ {01234567890|phone}'],
  ['a landline number', 'Gọi {0225 3842 111|phone}'],
  ['a landline number with brackets', 'Trường ghi {(0225) 3.842.111|phone} trên bảng tin'],
  ['a landline number without area', 'máy bàn {3.842.111|phone}'],
  ['a number abroad', 'WhatsApp {+1 415 555 2671|phone}'],
  ['a citizen number in one piece', 'CCCD {031085001234|citizenId}'],
  ['a citizen number without a word before it', 'Tôi cung cấp {031085001234|citizenId} để xác minh'],
  ['a citizen number in threes', 'căn cước số {031 085 001 234|citizenId}'],
  ['an old citizen number', 'CMND {123456789|citizenId} cấp năm 2010'],
  ['an old citizen number with spaces', 'chứng minh thư {031 234 567|citizenId}'],
  ['nine figures with a leading zero', 'số {031234567|citizenId} của tôi'],
  ['a passport', 'Hộ chiếu {C1234567|passport}'],
  ['a passport without a word before it', 'mang theo {B7654321|passport} khi đến'],
  ['a personal tax code', 'mã số thuế {8012345678|taxCode}'],
  ['a bank account', 'chuyển vào STK {19034567890123|bankAccount} Techcombank'],
  ['a bank account some words later', 'số tài khoản của cô là {0123456789|bankAccount}'],
  ['a candidate number', 'số báo danh {030123|personalCode}'],
  ['a pupil’s code', 'mã học sinh {3112345678|personalCode}'],
  ['a licence plate', 'xe biển số {15A-123.45|licencePlate} đỗ trước cổng'],
  ['a motorcycle’s plate', 'xe máy {16H1-234.56|licencePlate}'],
  ['a plate with spaces', 'chiếc ô tô {15A 12345|licencePlate}'],
  ['an e-mail', 'Thư: {khai.bv@example.com|email}.'],
  ['an e-mail with spaces', 'thư {khai.bv @ gmail . com|email} nhé'],
  ['an e-mail in words', 'thư {khaibv a còng gmail chấm com|email}'],
  ['an e-mail with (at)', 'thư {khai_bv(at)yahoo.com|email}'],
  ['an e-mail of an office', 'thư {vanphong@haiphong.edu.vn|email}'],
  ['a page in a social network', 'xem {https://www.facebook.com/khai.bv.79|profile}.'],
  ['a short link of Zalo', 'nhóm {zalo.me/g/abcxyz123|profile}'],
  ['a house and its street', 'Tôi ở {số nhà 12, ngõ 34, đường Lê Lợi, phường Máy Tơ|address}.'],
  ['a number and street', 'nhà ở {số 12 Lê Lợi|address} nhiều năm'],
  ['a number with slashes', 'ở {12/34 đường Lạch Tray|address}'],
  ['a group of households', 'tôi ở {tổ 5, phường Kiến An|address}'],
  ['a hamlet', 'gia đình ở {thôn Đông, xã An Lão|address}'],
  ['a hamlet alone', 'cháu ở {thôn Đông|address} đi học xa'],
  ['a lane', 'nhà trong {ngõ 34/5|address}'],
  ['words that announce an address', 'Địa chỉ: {Kiến An, Hải Phòng|address}'],
  ['residence', 'thường trú tại {xã Quang Trung, huyện An Lão|address}'],
  ['an address in capitals', 'ĐỊA CHỈ: {SỐ 12 ĐƯỜNG LÊ LỢI|address}'],
  ['a child after em', 'em {Nguyễn Văn A|childName} bị bạn đánh'],
  ['a child by the given name', 'Hôm qua cháu {Minh|childName} khóc'],
  ['a child after con tôi là', 'con tôi là {Trần Minh Khôi|childName}, rất sợ'],
  ['a child after con gái tôi tên là', 'con gái tôi tên là {Lê Thị Hoà|childName}'],
  ['a pupil', 'học sinh {Phạm Gia Bảo|childName} nghỉ học'],
  ['a child in small letters', 'em {nguyễn văn an|childName} bị mắng'],
  ['a child of five words', 'cháu {Tôn Nữ Thị Ngọc Lan|childName} ăn bán trú'],
  ['a child of the Hmông', 'em {Giàng A Páo|childName} bỏ học'],
  ['a child of the Êđê', "em {H'Hen Niê|childName} học giỏi"],
  ['a teacher', 'cô giáo {Trần Thị B|personName} thu tiền'],
  ['a teacher by the given name', 'cô {Hương|personName} chủ nhiệm'],
  ['a form teacher', 'cô giáo chủ nhiệm {Đỗ Thị Hằng|personName}'],
  ['a head', 'hiệu trưởng {Hoàng Đức Anh|personName} ký'],
  ['a parent', 'Phụ huynh {Vũ Thị Mai|personName} phản ánh'],
  ['a name on a form', 'Họ và tên: {Bùi Văn Khải|personName}'],
  ['a name without any word', 'Sáng nay {Đặng Thị Thu Hường|personName} đã đến trường'],
  ['a name at the beginning', '{Nguyễn Thị Hạnh|personName} gửi đơn.'],
  ['a name without marks', 'em {Nguyen Van An|childName} bi danh'],
  ['a name without marks in a text with them', 'Tôi thấy {Nguyen Van An|personName} đánh bạn'],
  ['a name in capitals', 'Em {NGUYỄN VĂN AN|childName} nghỉ học'],
  ['a name in a line of capitals', 'HÔM QUA EM {NGUYỄN VĂN AN|childName} BỊ ĐÁNH'],
  ['a name in a title of capitals', 'PHẢN ÁNH VIỆC CÔ {LÊ THỊ HOA|personName} THU TIỀN'],
  ['a class with its school', 'con học {lớp 5A|schoolWithClass} trường Tiểu học Kim Đồng'],
  ['a class of figures with its school', '{lớp 6/3|schoolWithClass} THCS Trần Phú'],
  ['a class after its school', 'Trường THPT Ngô Quyền, {lớp 12A1|schoolWithClass} bị cắt điện'],
  ['a class of a pupil', 'học sinh {lớp 9B|schoolWithClass} đánh nhau'],
  ['a class with a space', 'cháu học {lớp 10 A2|schoolWithClass}'],
  ['a class of a nursery', 'cháu học {lớp lá 2|schoolWithClass} Trường Mầm non Sao Mai'],
  [
    'everything at once',
    'Tôi là {Bùi Văn Khải|personName}, {số nhà 12 đường Lê Lợi|address}, ĐT {0912 345 678|phone}, có con là {Bùi Gia Huy|childName}, {lớp 5A|schoolWithClass} trường Tiểu học Kim Đồng.',
  ],
];

describe('rule 20: what names a person is found', () => {
  it.each(PRIVATE)('rule 20: %s', (_rule, marked) => {
    const { text, redacted, kinds } = written(marked);
    const findings = findPrivate(text);
    expect(redact(text, findings)).toBe(redacted.normalize('NFKC'));
    expect(findings.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(PRIVATE)('rule 20: %s, in NFD too', (_rule, marked) => {
    const { text, redacted } = written(marked);
    const decomposed = text.normalize('NFD');
    expect(redact(decomposed, findPrivate(decomposed))).toBe(redacted.normalize('NFKC'));
  });

  it.each(PRIVATE)('rule 20: %s is gone after redaction', (_rule, marked) => {
    const { text } = written(marked);
    expect(findPrivate(redact(text, findPrivate(text)))).toEqual([]);
  });
});

const HARMLESS: readonly (readonly [string, string])[] = [
  ['a day', 'Ngày 12/03/2026 nhà trường họp.'],
  ['a day and an hour', 'Từ 09-03-2026 07:30 đến 11:00'],
  ['a day with dots', 'hạn 09.03.2026 12 giờ'],
  ['a span of days', 'từ 03/09/2026 - 08/09/2026'],
  ['a school year', 'năm học 2026-2027'],
  ['money', 'thu 450.000 đồng mỗi tháng'],
  ['much money', 'tổng cộng 1.098.765.432 đồng'],
  ['money without a unit', 'khoản 12.500.000 chưa rõ'],
  ['nine figures of money', 'kinh phí 250000000 đồng'],
  ['money with a span', 'từ 300.000 - 450.000 đồng/tháng'],
  ['percent', 'đạt 95,5% kế hoạch'],
  ['the number of a letter', 'Công văn 513/SGDĐT-GDTrH'],
  ['the number of a decree', 'Nghị định 30/2020/NĐ-CP, Điều 13'],
  ['the number of a circular', 'Thông tư số 29/2024/TT-BGDĐT ngày 30/12/2024'],
  ['a decision', 'Quyết định số 587/QĐ-UBND ngày 05/3/2024'],
  ['articles', 'theo Điều 147 khoản 2 Bộ luật Dân sự 2015'],
  ['the hotline', 'gọi Tổng đài 1022'],
  ['emergency numbers', 'gọi 113, 114, 115 hoặc 111'],
  ['a service number', 'gọi tổng đài 1900 1234'],
  ['a ticket’s code', 'phiếu PAKN.20260312.0042'],
  ['a number of a hotline ticket', 'mã 1022-2026-004217'],
  ['hours', 'từ 7h30 đến 11h15'],
  ['marks of an examination', 'đạt 8,5 - 9,25 - 7,75 điểm'],
  ['counts', 'các phòng thi 03, 05, 07, 08, 09 thiếu quạt'],
  ['classes of a year', 'tuyển sinh lớp 10 năm 2026'],
  ['a grade', 'học sinh lớp 9 thi thử'],
  ['a textbook', 'sách giáo khoa Toán lớp 5'],
  ['a class without school or child', 'phòng học của lớp 5A bị dột'],
  ['a school named after a man', 'Trường THPT Lê Hồng Phong thông báo'],
  ['a primary school named after a man', 'Trường Tiểu học Nguyễn Văn Tố'],
  ['a specialised school', 'THPT chuyên Trần Phú'],
  ['a school of capitals', 'TRƯỜNG THPT TRẦN NGUYÊN HÃN'],
  ['a school named by its man alone', 'Năm nay Ngô Quyền tuyển 500 học sinh'],
  ['schools in a row', 'các trường Lê Chân, Trần Tâm và Đỗ Cận'],
  ['a school of a hero', 'học sinh Lê Quý Đôn đạt giải'],
  ['a street', 'đoạn đường Trần Nguyên Hãn bị ngập'],
  ['a ward', 'phường Trần Thành Ngọ'],
  ['a ward without a house', 'các trường ở phường Kiến An, quận Kiến An'],
  ['a city', 'Thành phố Hồ Chí Minh'],
  ['the union of children', 'Đội TNTP Hồ Chí Minh'],
  ['the youth union', 'Đoàn Thanh niên trường'],
  ['an inspection', 'Đoàn Thanh tra Sở'],
  ['the department', 'Sở Giáo dục và Đào tạo Hải Phòng'],
  ['the department in capitals', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI PHÒNG'],
  ['an office', 'Phòng Văn hóa - Xã hội phường Lê Chân'],
  ['the people’s committee', 'UBND thành phố Hải Phòng'],
  ['a heading in capitals', 'PHẢN ÁNH THÁI ĐỘ GIÁO VIÊN'],
  ['records in capitals', 'HỒ SƠ TUYỂN SINH VÀO LỚP 10'],
  ['Hà Nội', 'Đại học Sư phạm Hà Nội'],
  ['provinces', 'các tỉnh Thái Bình, Cao Bằng, Hà Giang'],
  ['a province at the beginning', 'Thái Bình và Hà Nam cũng vậy.'],
  ['an island', 'huyện đảo Bạch Long Vĩ, quần đảo Hoàng Sa'],
  ['Cô Tô', 'học sinh ở Cô Tô'],
  ['a subject’s teacher', 'giáo viên Toán, giáo viên Tiếng Anh'],
  ['a school’s parents', 'phụ huynh Trường Tiểu học Kim Đồng'],
  ['a child without a name', 'con tôi bị bạn đánh, em rất sợ'],
  ['a child called by a letter', 'em A và cháu B'],
  ['a teacher without a name', 'cô giáo chủ nhiệm mắng học sinh'],
  ['greeting', 'Kính gửi Quý Thầy Cô'],
  ['còn is not con', 'Hiện còn Trường Tiểu học Kim Đồng chưa thu'],
  ['có is not cô', 'nhà trường có Ban Giám hiệu mới'],
  ['a group of a school', 'tổ Toán, tổ chuyên môn số 2 và tổ trưởng'],
  ['a number of people in a group', 'chia tổ 5 học sinh'],
  ['a room', 'phòng 305 nhà B'],
  ['an annex', 'Phụ lục số 3 Kế hoạch năm học'],
  ['a numbered school', 'Trường THPT số 1 Lào Cai'],
  ['a web page of the state', 'xem https://haiphong.gov.vn/tin-tuc/12345678'],
  ['e-mail in general', 'gửi qua thư điện tử của trường'],
  ['a sheet of paper', 'khổ giấy A4, mẫu A3'],
  ['a class is no plate', 'lớp 12A 2024 người'],
  ['a redacted text', 'em [tên học sinh], [lớp] gọi [số điện thoại], ở [địa chỉ]'],
  ['the year of a street', 'năm 2026 đường Lê Lợi được sửa'],
  ['an empty text', ''],
];

describe('rule 20: what names nobody is left alone', () => {
  it.each(HARMLESS)('rule 20: %s', (_rule, text) => {
    expect(partsOf(text, findPrivate(text)).filter(({ finding }) => finding !== null)).toEqual([]);
  });
});
