/** `reject`: the file is not taken. `warn`: it is taken, and people are told. */
type Weight = 'reject' | 'warn';

type Words = readonly [Weight, string];

/**
 * Everything an inspection can say of a file, in words for the person who brought it: what stands in the way, and what
 * to do. Codes are read by scripts; they stay as they are. `{…}` is the part of the file that it is about.
 */
const REASONS = {
  'file-empty': ['reject', 'Tệp không có nội dung. Chọn lại tệp.'],
  'file-too-large': ['reject', 'Tệp lớn hơn 20 MB. Giảm dung lượng hoặc chia thành nhiều tệp.'],
  'inspection-timeout': ['reject', 'Kiểm tra tệp quá lâu nên đã dừng. Lưu lại tệp bằng phần mềm gốc rồi gửi lại.'],
  'inspection-endless': [
    'reject',
    'Nội dung tệp quá phức tạp nên không kiểm tra được. Lưu lại tệp bằng phần mềm gốc rồi gửi lại.',
  ],
  'inspection-died': ['reject', 'Tệp đòi quá nhiều bộ nhớ để kiểm tra. Chia nhỏ hoặc lưu lại tệp rồi gửi lại.'],

  'virus-found': ['reject', 'Tệp chứa mã độc ({}). Không mở và không chuyển tiếp tệp này; báo quản trị viên.'],
  'virus-scanner-away': [
    'reject',
    'Máy quét mã độc chưa trả lời nên chưa nhận tệp. Thử lại sau ít phút; nếu vẫn vậy, báo quản trị viên.',
  ],
  'virus-not-scanned': ['warn', 'Tệp chưa được quét mã độc vì máy quét không trả lời. Chỉ mở khi biết rõ nguồn gửi.'],

  'name-unsafe': ['reject', 'Tên tệp có ký tự ẩn, ký tự đảo chiều chữ hoặc ký tự cấm. Đặt lại tên tệp.'],
  'name-runs': ['reject', 'Đuôi {} là của chương trình hoặc tệp lệnh. Gửi nội dung dưới dạng PDF, DOCX hoặc ảnh.'],
  'name-double-extension': ['warn', 'Tên tệp có hai đuôi: {}. Kiểm tra đúng là tệp cần gửi.'],
  'name-without-extension': ['warn', 'Tên tệp không có đuôi. Thêm đuôi đúng với nội dung.'],
  'name-extension-unknown': ['warn', 'Đuôi {} không quen thuộc. Kiểm tra đúng là tệp cần gửi.'],
  'type-differs-from-name': ['reject', 'Nội dung không đúng với đuôi tên tệp: nội dung là {}. Đặt lại đuôi cho đúng.'],
  'type-unknown': ['reject', 'Không nhận ra loại tệp. Gửi PDF, DOCX, XLSX, ảnh, văn bản, ghi âm hoặc video.'],
  'type-runs': ['reject', 'Tệp là chương trình hoặc tệp lệnh ({}). Không nhận loại tệp này.'],
  'type-active-page': ['reject', 'Tệp là trang web có thể chạy lệnh. In ra PDF rồi gửi lại.'],
  'type-old-office': ['reject', 'Tệp Office đời cũ (.doc, .xls, .ppt). Mở ra, lưu lại dạng .docx, .xlsx hoặc PDF.'],
  'type-locked-office': ['reject', 'Tệp Office có mật khẩu. Bỏ mật khẩu rồi gửi lại.'],
  'type-rich-text': ['reject', 'Tệp RTF có thể chứa đối tượng nhúng. Lưu lại dạng .docx rồi gửi lại.'],
  'type-open-document': ['reject', 'Tệp OpenDocument. Lưu lại dạng .docx, .xlsx hoặc PDF rồi gửi lại.'],
  'type-archive': ['reject', 'Tệp nén loại {}. Giải nén rồi gửi từng tệp, hoặc nén lại dạng ZIP.'],
  'two-types': ['reject', 'Tệp đọc được theo hai cách khác nhau: vừa là {}, vừa là tệp nén. Lưu lại từ phần mềm gốc.'],
  'hidden-script': ['reject', 'Trong tệp có đoạn mã web hoặc mã lệnh giấu bên trong. Lưu lại từ phần mềm gốc.'],

  'zip-not-an-archive': ['reject', 'Tệp nén hỏng hoặc bị cắt. Tạo lại tệp rồi gửi lại.'],
  'zip-too-many-entries': ['reject', 'Tệp nén có quá 1.000 tệp bên trong. Chia thành nhiều tệp.'],
  'zip-name-unsafe': ['reject', 'Tên tệp bên trong không an toàn: {}. Đặt lại tên rồi nén lại.'],
  'zip-name-twice': ['reject', 'Bên trong có hai tệp trùng tên: {}. Tạo lại tệp rồi gửi lại.'],
  'zip-encrypted': ['reject', 'Tệp nén có mật khẩu. Bỏ mật khẩu rồi gửi lại.'],
  'zip-method-unknown': ['reject', 'Tệp nén dùng cách nén lạ. Nén lại dạng ZIP thông thường.'],
  'zip-link': ['reject', 'Bên trong có liên kết thay cho tệp: {}. Thay bằng tệp thật rồi nén lại.'],
  'zip-overlap': ['reject', 'Tệp nén có các phần chồng lên nhau. Tạo lại tệp rồi gửi lại.'],
  'zip-data-between': ['reject', 'Tệp nén có dữ liệu giấu ngoài các tệp. Tạo lại tệp rồi gửi lại.'],
  'zip-headers-differ': ['reject', 'Tệp nén ghi hai nơi khác nhau về {}. Tạo lại tệp rồi gửi lại.'],
  'zip-64': ['reject', 'Tệp nén kiểu ZIP64 dành cho tệp rất lớn. Nén lại dạng ZIP thông thường.'],
  'zip-comment': ['reject', 'Tệp nén có dữ liệu thêm ở cuối. Tạo lại tệp rồi gửi lại.'],
  'zip-too-large': ['reject', 'Tệp khi giải nén lớn hơn 100 MB. Chia thành nhiều tệp.'],
  'zip-ratio': ['reject', 'Tệp nén quá chặt, giải nén ra lớn bất thường. Gửi từng tệp không nén.'],
  'zip-size-untrue': ['reject', 'Tệp nén khai sai kích thước của {}. Tạo lại tệp rồi gửi lại.'],
  'zip-damaged': ['reject', 'Tệp nén hỏng ở {}. Tạo lại tệp rồi gửi lại.'],
  'zip-nested': ['reject', 'Trong tệp nén còn tệp nén khác: {}. Giải nén ra rồi gửi lại.'],
  'zip-entry-refused': ['reject', 'Tệp bên trong không nhận được: {}'],

  'xml-encoding': ['reject', 'XML không dùng bảng mã UTF-8 hoặc UTF-16 đúng quy cách ({}). Lưu lại dạng UTF-8.'],
  'xml-doctype': ['reject', 'XML có khai báo DOCTYPE ({}), không được phép. Xóa khai báo này.'],
  'xml-too-deep': ['reject', 'XML lồng nhau sâu quá 64 tầng ({}).'],
  'xml-too-many-elements': ['reject', 'XML có quá nhiều phần tử ({}). Chia thành nhiều tệp.'],
  'xml-too-many-attributes': ['reject', 'XML có phần tử mang quá nhiều thuộc tính ({}).'],
  'xml-entity': ['reject', 'XML dùng thực thể không được phép ({}).'],
  'xml-not-well-formed': ['reject', 'XML viết sai cú pháp hoặc bị cắt ({}). Lưu lại từ phần mềm gốc.'],
  'xml-stylesheet': ['reject', 'XML kéo theo tệp định dạng có thể chạy lệnh ({}). Xóa khai báo này.'],

  'office-incomplete': ['reject', 'Tệp Office thiếu phần chính hoặc hỏng. Mở ra, lưu lại rồi gửi lại.'],
  'office-content-type': ['reject', 'Phần {} của tệp Office không đúng loại đã khai. Lưu lại tệp bằng Word, Excel.'],
  'office-macro': ['reject', 'Tệp có macro ({}). Lưu lại dạng .docx hoặc .xlsx, không kèm macro.'],
  'office-active-control': ['reject', 'Tệp có nút điều khiển ActiveX hoặc phần mở rộng ({}). Xóa rồi lưu lại.'],
  'office-embedded': ['reject', 'Tệp nhúng đối tượng hoặc tệp khác bên trong ({}). Chụp thành ảnh hoặc gửi tệp riêng.'],
  'office-external': ['reject', 'Tệp kéo nội dung từ nơi khác khi mở ({}). Chèn hẳn nội dung vào tệp rồi lưu lại.'],
  'office-link-unsafe': ['reject', 'Liên kết trong tệp không phải http, https hoặc mailto ({}). Xóa liên kết này.'],
  'office-field': [
    'reject',
    'Tệp có trường tự lấy dữ liệu hoặc chạy lệnh: {}. Chọn trường, bấm Ctrl+Shift+F9 để thành chữ.',
  ],
  'office-formula': ['reject', 'Bảng tính có công thức gọi chương trình hoặc trang web: {}. Dán lại dạng giá trị.'],
  'office-imported-part': ['reject', 'Tệp chèn cả một tài liệu khác (altChunk) ở {}. Dán nội dung vào rồi lưu lại.'],
  'office-too-many-rows': ['reject', 'Bảng trong văn bản có quá 5.000 hàng. Chuyển bảng sang tệp Excel đính kèm.'],
  'office-old-font': ['warn', 'Văn bản dùng phông chữ cũ {}. Chuyển sang Times New Roman, bảng mã Unicode.'],

  'pdf-header': ['reject', 'Tệp PDF không bắt đầu bằng dấu %PDF-. In lại ra PDF.'],
  'pdf-cut': ['reject', 'Tệp PDF bị cắt, thiếu phần cuối. Gửi lại tệp đầy đủ.'],
  'pdf-script': ['reject', 'Tệp PDF có mã JavaScript. In lại ra PDF bằng “Microsoft Print to PDF”.'],
  'pdf-launch': ['reject', 'Tệp PDF có lệnh mở chương trình hoặc tệp khác. In lại ra PDF.'],
  'pdf-attachment': ['reject', 'Tệp PDF có tệp khác đính bên trong. Gửi tệp đó riêng, hoặc in lại ra PDF.'],
  'pdf-submit': ['reject', 'Tệp PDF có lệnh gửi hoặc lấy dữ liệu. In lại ra PDF.'],
  'pdf-remote': ['reject', 'Tệp PDF dẫn tới tệp hoặc địa chỉ không an toàn. In lại ra PDF.'],
  'pdf-media': ['reject', 'Tệp PDF có phim, âm thanh hoặc đối tượng 3D. In lại ra PDF.'],
  'pdf-xfa': ['reject', 'Tệp PDF là biểu mẫu động XFA. In lại ra PDF.'],
  'pdf-encrypted': ['reject', 'Tệp PDF có mật khẩu hoặc bị khóa. Bỏ mật khẩu rồi gửi lại.'],
  'pdf-too-many-pages': ['reject', 'Tệp PDF có quá 2.000 trang. Chia thành nhiều tệp.'],
  'pdf-too-many-objects': ['reject', 'Tệp PDF có quá nhiều phần bên trong. In lại ra PDF.'],
  'pdf-too-large-inside': ['reject', 'Tệp PDF khi mở ra lớn bất thường. In lại ra PDF.'],
  'pdf-irregular': ['warn', 'Tệp PDF ghép không đúng quy cách; vẫn đọc được. Nếu cần ký số, in lại ra PDF.'],
  'pdf-opens-something': ['warn', 'Tệp PDF tự làm một việc khi mở (in, chuyển trang). Kiểm tra trước khi dùng.'],

  'image-broken': ['reject', 'Ảnh hỏng hoặc bị cắt. Gửi lại ảnh gốc.'],
  'image-too-large': ['reject', 'Ảnh lớn hơn 40 triệu điểm ảnh ({}). Giảm kích thước rồi gửi lại.'],
  'image-too-many-frames': ['reject', 'Ảnh động có quá nhiều khung hình. Gửi ảnh tĩnh hoặc video.'],
  'image-trailing-data': ['warn', 'Sau ảnh còn dữ liệu thừa. Nếu không phải ảnh chụp từ điện thoại, lưu lại ảnh.'],
  'picture-script': ['reject', 'Ảnh SVG có mã lệnh hoặc liên kết ngoài. Lưu lại dạng PNG.'],

  'text-zero-byte': ['reject', 'Tệp văn bản có byte rỗng, không phải văn bản. Lưu lại dạng UTF-8.'],
  'text-encoding': ['warn', 'Tệp văn bản không phải Unicode. Lưu lại dạng UTF-8 để khỏi sai dấu.'],
  'text-too-deep': ['reject', 'Tệp JSON lồng nhau quá sâu.'],
  'text-formula': ['reject', 'Bảng CSV có công thức gọi chương trình: {}. Dán lại dạng giá trị.'],
} as const satisfies Readonly<Record<string, Words>>;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  /** The part, target or keyword that shows it, as it stands in the file; empty where the whole is meant. */
  readonly about: string;
}

const MAX_DETAIL_LENGTH = 120;

export function reasonOf(code: ReasonCode, detail = ''): Reason {
  return { code, message: REASONS[code][1].replace('{}', shortened(detail)).replace(' ()', ''), about: detail };
}

export function weightOf({ code }: Reason): Weight {
  return REASONS[code][0];
}

/** A name from a file may hold anything; in a sentence it stands without what is never seen. */
function shortened(detail: string): string {
  const plain = detail.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
  return plain.length > MAX_DETAIL_LENGTH ? `${plain.slice(0, MAX_DETAIL_LENGTH)}…` : plain;
}
