/** A word that nobody reads again, and what offices write instead. */
export interface BannedWord {
  /** In small letters; across line breaks too, and never inside a longer word. */
  readonly word: string;
  readonly instead: string;
  /** Where the word alone would say too much: the whole pattern, which holds the word. */
  readonly where?: RegExp;
  /** Only as a whole label. */
  readonly alone?: true;
  /** Only in these files; everywhere otherwise. */
  readonly only?: RegExp;
}

/**
 * Words of programmers, of speech and of other trades, which pages, notices, mails, letters, reports and commands said once.
 *
 * Sources: Nghị định 30/2020/NĐ-CP (documents), Nghị định 20/2008/NĐ-CP (feedback), Nghị định 23/2025/NĐ-CP (signatures), usage of offices.
 */
export const BANNED_WORDS: readonly BannedWord[] = [
  // Who and what the matter is.
  {
    word: 'công dân',
    where: /(?<!tiếp |căn cước |định danh )công dân/iu,
    instead: 'tổ chức, cá nhân phản ánh; người phản ánh',
  },
  { word: 'công dân nói gì', instead: 'nội dung phản ánh, kiến nghị' },
  { word: 'lời công dân', instead: 'nội dung phản ánh, kiến nghị' },
  { word: 'gửi phiếu pakn', instead: 'có phản ánh số' },
  { word: 'người gửi', where: /người gửi(?! thư| nhận| ghi)/iu, instead: 'tổ chức, cá nhân phản ánh; người phản ánh' },
  { word: 'e-office', where: /(?<![\w/.-])e-office(?![\w/-])/iu, instead: 'hệ thống quản lý văn bản; hệ thống QLVB' },
  { word: 'phiếu của mình', instead: 'kết quả phản ánh, kiến nghị' },
  { word: 'phản ánh không tên', instead: 'phản ánh nặc danh' },
  { word: 'nhận khi nào', instead: 'thời điểm, hình thức tiếp nhận' },
  { word: 'giấu người', instead: 'bảo mật thông tin người phản ánh' },
  { word: 'giữ kín', instead: 'giữ bí mật' },
  // How a ticket ends and stands.
  {
    word: 'từ chối',
    alone: true,
    only: /^src\/web\/(?:kit\/words|tickets|public-site)\//u,
    instead: 'không tiếp nhận',
  },
  { word: 'từ chối…', alone: true, only: /^src\/web\/tickets\//u, instead: 'không tiếp nhận…' },
  { word: 'không giải quyết', alone: true, instead: 'không tiếp nhận' },
  { word: 'từ chối phiếu', instead: 'không tiếp nhận phiếu' },
  { word: 'phiếu bị từ chối', instead: 'phiếu không tiếp nhận' },
  { word: 'căn cứ từ chối', instead: 'căn cứ không tiếp nhận' },
  { word: 'lý do được từ chối', instead: 'căn cứ không tiếp nhận' },
  { word: 'đóng phiếu', instead: 'kết thúc phiếu' },
  { word: 'đã đóng', where: /(?<!\p{L})đã đóng(?! dấu)(?!\p{L})/iu, instead: 'đã kết thúc' },
  { word: 'im lặng', instead: 'không cập nhật tiến độ' },
  { word: 'kẹt tin', instead: 'lỗi gửi Tổng đài 1022' },
  { word: 'kẹt khi', instead: 'lỗi gửi Tổng đài 1022' },
  { word: 'ký hỏng', instead: 'lỗi ký số' },
  { word: 'ký số hỏng', instead: 'lỗi ký số' },
  { word: 'trễ', where: /(?<!chậm |chậm, )(?<!\p{L})trễ(?!\p{L})/iu, instead: 'quá hạn' },
  { word: 'đếm gì', instead: 'chỉ tiêu' },
  // Who does it.
  { word: 'trưởng đơn vị', where: /(?<!thủ )trưởng đơn vị/iu, instead: 'thủ trưởng đơn vị' },
  { word: 'trình trưởng phòng', instead: 'trình thủ trưởng đơn vị' },
  { word: 'làm thay', where: /làm thay(?! đổi)/iu, instead: 'xử lý thay' },
  { word: 'thôi vai trò', instead: 'thu hồi vai trò' },
  { word: 'bút phê', where: /bút phê(?! của lãnh đạo)/iu, instead: 'ý kiến chỉ đạo của lãnh đạo' },
  { word: 'người ấy', instead: 'người đó' },
  { word: 'người giữ máy chủ', instead: 'quản trị hệ thống' },
  { word: 'hệ trọng', instead: 'thao tác quan trọng' },
  { word: 'ngồi trước máy', instead: 'xác nhận lại danh tính' },
  // Columns and labels that ask, and answers of speech.
  { word: 'ai', alone: true, instead: 'người thực hiện; cán bộ' },
  { word: 'ai yêu cầu', alone: true, instead: 'người yêu cầu' },
  { word: 'lúc', alone: true, only: /^src\/web\/.*(?:page|view)/u, instead: 'thời điểm' },
  { word: 'từ đâu', alone: true, instead: 'nguồn gửi' },
  { word: 'vì sao', alone: true, instead: 'lý do' },
  { word: 'xong', alone: true, instead: 'hoàn thành' },
  // What is asked for and done.
  { word: 'phải làm gì', instead: 'nội dung chỉ đạo' },
  { word: 'kết quả ra sao', instead: 'kết quả thực hiện' },
  { word: 'ngừng để làm gì', instead: 'mục đích tạm ngừng' },
  { word: 'có lại lúc', instead: 'dự kiến hoạt động trở lại' },
  { word: 'che giúp', instead: 'tự động che' },
  { word: 'bộ tìm', instead: 'tìm kiếm đã lưu' },
  {
    word: 'lời văn',
    where: /(?<!\p{L})(?<!trả |phúc )lời văn(?!\p{L})/iu,
    instead: 'nhận xét, đánh giá, kiến nghị; nội dung',
  },
  { word: 'đã làm gì', instead: 'kết quả thực hiện' },
  { word: 'bằng cách nào', instead: 'hình thức; cách xác minh' },
  { word: 'trình ký không được', instead: 'trình ký không thành công' },
  { word: 'đóng dấu không được', instead: 'đóng dấu không thành công' },
  { word: 'không xong', instead: 'không thành công; không hoàn thành' },
  { word: 'còn lại đã quá hạn', instead: 'chưa trả lời, đã quá hạn' },
  // Files and documents.
  { word: 'thôi giữ', instead: 'bỏ tạm dừng hủy' },
  { word: 'không cho hủy', instead: 'tạm dừng hủy' },
  { word: 'đang giữ, không', instead: 'đang tạm dừng hủy' },
  { word: 'chứng thực bản sao', instead: 'sao y, sao lục, trích sao' },
  { word: 'cặp văn bản', instead: 'văn bản đến – văn bản trả lời' },
  { word: 'đường ký', instead: 'luồng trình ký' },
  { word: 'trùng từng byte', instead: 'trùng khớp hoàn toàn' },
  { word: 'giống từng byte', instead: 'trùng khớp hoàn toàn' },
  { word: 'mã băm sha-256 của bản lưu:', instead: 'không ghi trong văn bản' },
  { word: 'cơ quan gửi', alone: true, instead: 'tác giả' },
  { word: 'nơi gửi', alone: true, only: /^src\/(?:web\/registers|documents)\//u, instead: 'tác giả' },
  // The line to other agencies.
  { word: 'chưa làm được', instead: 'giao dịch gửi không thành công; không thành công' },
  { word: 'việc đang giữ lại', instead: 'giao dịch tạm giữ, chưa gửi' },
  { word: 'không tự làm', instead: 'phần mềm không tự gửi' },
  { word: 'số lần chưa được', instead: 'số lần gửi không thành công' },
  { word: 'cuộc gọi', where: /cuộc gọi(?! với đơn vị bị phản ánh)/iu, instead: 'lượt kết nối' },
  { word: 'lâu nhất từ', instead: 'chờ lâu nhất (từ lúc)' },
  { word: 'tin không nhận được', instead: 'văn bản, bản tin bị từ chối nhận' },
  { word: 'bên kia', instead: 'hệ thống kết nối' },
  { word: 'lời gọi', alone: true, instead: 'bản tin yêu cầu' },
  { word: 'được', alone: true, instead: 'thành công' },
  { word: 'trả lời', alone: true, only: /^src\/web\/exchange\//u, instead: 'bản tin phản hồi' },
  { word: 'đã tới', alone: true, instead: 'đã gửi' },
  { word: 'không tới', alone: true, instead: 'gửi không thành công' },
  { word: 'báo khi', alone: true, instead: 'sự kiện thông báo' },
  { word: 'nơi', alone: true, instead: 'kênh kết nối; nguồn' },
  // Trust.
  { word: 'nơi cấp được tin', instead: 'tổ chức chứng thực gốc được tin cậy' },
  { word: 'nơi cấp trung gian', instead: 'tổ chức chứng thực trung gian' },
  { word: 'nơi cấp chứng thư', instead: 'tổ chức chứng thực' },
  { word: 'do nơi cấp', instead: 'do tổ chức chứng thực' },
  { word: 'vân tay', instead: 'giá trị băm' },
  { word: 'kho tin cậy', instead: 'chứng thư số tin cậy' },
  // Rules and the calendar.
  { word: 'theo nơi khác', instead: 'tham khảo quy định của địa phương, bộ, ngành khác' },
  { word: 'đã có ở nơi khác', instead: 'tham khảo quy định của địa phương, bộ, ngành khác' },
  { word: 'sở tự chọn', instead: 'Sở quy định' },
  { word: 'luật quy định', where: /(?<!pháp )luật quy định/iu, instead: 'văn bản quy phạm pháp luật quy định' },
  { word: 'cho tới khi có luật', instead: 'ngày nghỉ hưởng nguyên lương từ 01/7/2026' },
  { word: 'thắng mức độ', instead: 'được ưu tiên áp dụng' },
  { word: 'dài ít nhất, ký tự', instead: 'độ dài tối thiểu (ký tự)' },
  { word: 'độ tin cậy', instead: 'tình trạng căn cứ' },
  { word: 'theo tin báo', where: /theo tin báo(?! chí)/iu, instead: 'theo báo chí' },
  { word: 'giờ làm việc khác', instead: 'thay đổi giờ làm việc' },
  { word: 'ngày khác', where: /(?:\d|…) ngày khác(?!\p{L})/iu, instead: 'thay đổi 14 ngày' },
  { word: 'là', alone: true, instead: 'loại ngày' },
  { word: 'bộ', alone: true, instead: 'bộ thời hạn' },
  { word: 'thực hiện', alone: true, only: /^src\/web\/policies\//u, instead: 'căn cứ' },
  { word: 'số', alone: true, only: /^src\/web\/supervision\//u, instead: 'số lượng' },
  { word: 'suy ra', alone: true, instead: 'phần mềm tự tính' },
  { word: 'còn yếu', alone: true, instead: 'cần khắc phục' },
  { word: 'đang tốt', alone: true, instead: 'đạt' },
  // Letters: words of software.
  {
    word: 'chưa nhận việc',
    only: /^templates\/|supervision\/application\/reminder-plan/u,
    instead: 'chưa tiếp nhận',
  },
  {
    word: 'hạn',
    alone: true,
    only: /^templates\/authoring\//u,
    instead: 'thời hạn',
  },
  // The software without its name reads as the city's system.
  {
    word: 'trên phần mềm',
    where: /trên phần mềm(?! Hồi Âm)/iu,
    only: /^templates\/|supervision\/application\/reminder-plan/u,
    instead: 'trên phần mềm Hồi Âm của Sở',
  },
];

/** The old style of tone marks, on the second vowel; official documents have it on the first: hòa, xóa, khỏe, thủy. */
const OLD_MARKS = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu;

/** The banned words in a text, each as `e-office → hệ thống quản lý văn bản`. @param file path from the root */
export function bannedIn(text: string, file = ''): readonly string[] {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  const small = plain.toLowerCase();
  const marks = OLD_MARKS.exec(plain);
  return [
    ...BANNED_WORDS.filter((banned) => small.includes(banned.word) && isSaid(banned, plain, file)).map(
      ({ word, instead }) => `“${word}” → ${instead}`,
    ),
    ...(marks === null
      ? []
      : [`“${plain.slice(Math.max(0, marks.index - 8), marks.index + 4)}” → dấu ở nguyên âm đầu`]),
  ];
}

function isSaid({ word, where, alone, only }: BannedWord, plain: string, file: string): boolean {
  if (only?.test(file) === false) return false;
  if (alone) return plain.toLowerCase() === word;
  return (where ?? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu')).test(plain);
}

/** Whether a banned word may stand in a source, comments at the beginning of lines left out: a quick look before it is parsed. */
export function mayHoldBanned(source: string): boolean {
  const said = source
    .replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, '')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase();
  return OLD_MARKS.test(said) || SOUGHT.some((word) => said.includes(word)) || ALONE.test(said);
}

const SOUGHT = BANNED_WORDS.filter(({ alone }) => !alone).map(({ word }) => word);
const ALONE = new RegExp(
  `['">\`] ?(?:${BANNED_WORDS.filter(({ alone }) => alone)
    .map(({ word }) => word)
    .join('|')}) ?['"<\`]`,
  'u',
);
