/** The verdicts, worst first: a file is as good as its worst signature. */
export const VERDICTS = ['invalid', 'changedAfterSigning', 'unknown', 'unsigned', 'valid'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Weight = 'invalid' | 'changedAfterSigning' | 'unknown' | 'note';

const REASONS = {
  'file-malformed': ['invalid', 'Tệp PDF hỏng hoặc được dựng để mỗi phần mềm đọc một cách.'],
  'file-too-large': ['invalid', 'Tệp PDF vượt giới hạn kiểm tra.'],
  'file-encrypted': ['unknown', 'Tệp PDF bị mã hóa nên không kiểm tra được.'],
  'bytes-after-end': ['changedAfterSigning', 'Có dữ liệu nằm sau điểm kết thúc của tệp.'],
  'signature-stray': ['invalid', 'Có chữ ký nằm ngoài các trường chữ ký của tệp.'],
  'file-cut': ['invalid', 'Tệp bị cắt: chữ ký nói về phần không còn trong tệp.'],
  'signature-removed': ['changedAfterSigning', 'Một chữ ký của lần lưu trước đã bị gỡ hoặc thay.'],
  'no-signature': ['note', 'Tệp không có chữ ký số nào.'],
  'no-person-signed': ['note', 'Tệp chỉ có dấu thời gian, chưa có ai ký.'],
  'signature-value-missing': ['invalid', 'Trường chữ ký trỏ tới một chữ ký không còn trong tệp.'],
  'signature-value-shared': ['invalid', 'Hai trường chữ ký dùng chung một chữ ký.'],
  'signature-malformed': ['invalid', 'Chữ ký thiếu phần bắt buộc hoặc sai cấu trúc.'],
  'subfilter-refused': ['invalid', 'Kiểu chữ ký không được chấp nhận.'],
  'byte-range-malformed': ['invalid', 'Vùng ký (ByteRange) không hợp lệ.'],
  'byte-range-not-around-contents': ['invalid', 'Vùng ký bỏ ra ngoài nhiều hơn chỗ chứa chữ ký.'],
  'byte-range-not-at-revision': ['invalid', 'Vùng ký không kết thúc ở cuối một lần lưu của tệp.'],
  'signature-not-of-its-revision': ['invalid', 'Chữ ký không nằm trong lần lưu mà nó ký.'],
  'cms-malformed': ['invalid', 'Cấu trúc chữ ký (CMS) hỏng.'],
  'cms-signer-count': ['invalid', 'Chữ ký không có đúng một người ký.'],
  'cms-attribute-twice': ['invalid', 'Thuộc tính của chữ ký bị lặp.'],
  'cms-encapsulated': ['invalid', 'Chữ ký mang nội dung riêng thay vì ký lên tệp.'],
  'cms-signer-certificate-missing': ['invalid', 'Không xác định được chứng thư của người ký.'],
  'cms-certificate-damaged': ['invalid', 'Một chứng thư kèm theo chữ ký đã bị sửa.'],
  'cms-signed-attributes-missing': ['invalid', 'Chữ ký thiếu các thuộc tính được ký.'],
  'cms-content-type': ['invalid', 'Chữ ký không nói về loại nội dung của tệp.'],
  'cms-message-digest-missing': ['invalid', 'Chữ ký thiếu giá trị băm của nội dung.'],
  'digest-mismatch': ['invalid', 'Nội dung được ký đã bị thay đổi: giá trị băm không khớp.'],
  'signature-mismatch': ['invalid', 'Chữ ký không do khóa của chứng thư này tạo ra.'],
  'signing-certificate-mismatch': ['invalid', 'Chứng thư kèm theo không phải chứng thư đã dùng để ký.'],
  'signing-certificate-missing': ['invalid', 'Chữ ký không ghi chứng thư đã dùng để ký.'],
  'algorithm-mismatch': ['invalid', 'Thuật toán ghi bên trong và bên ngoài chữ ký khác nhau.'],
  'algorithm-weak': ['invalid', 'Thuật toán hoặc khóa quá yếu (yêu cầu SHA-256, RSA 2048, ECDSA 256 trở lên).'],
  'algorithm-unknown': [
    'unknown',
    'Thuật toán ký hoặc loại khóa không có trong danh mục mà hệ thống xét được (RSA, ECDSA P-256 trở lên, SHA-256 trở lên).',
  ],
  'xml-signature-malformed': ['invalid', 'Chữ ký XML thiếu phần bắt buộc hoặc sai cấu trúc.'],
  'xml-signature-mismatch': [
    'invalid',
    'Nội dung ký bằng chữ ký XML đã bị thay đổi, hoặc chữ ký không khớp chứng thư.',
  ],
  'xml-signature-ambiguous': ['unknown', 'Tệp XML có chú thích hoặc chỉ thị xử lý nên không xét được chữ ký XML.'],
  'xml-signature-partial': ['unknown', 'Chữ ký XML chỉ ký một phần nội dung.'],
  'xml-signature-too-long': ['unknown', 'Tệp XML quá lớn nên không xét được chữ ký XML.'],
  'package-part-changed': ['changedAfterSigning', 'Tệp Office có phần bị thay hoặc bị bỏ sau khi ký.'],
  'package-part-unsigned': ['changedAfterSigning', 'Tệp Office có phần không nằm trong chữ ký.'],
  'package-data-unsigned': [
    'unknown',
    'Tệp Office kèm dữ liệu riêng (customXml) không nằm trong chữ ký; phần chữ có thể lấy từ đó. Đối chiếu trước khi dùng.',
  ],
  'path-missing': ['unknown', 'Chứng thư không do tổ chức chứng thực nào được tin cậy cấp.'],
  'self-signed': ['invalid', 'Chứng thư do người ký tự cấp.'],
  'certificate-not-valid-at-time': ['invalid', 'Chứng thư không còn hoặc chưa có hiệu lực lúc ký.'],
  'authority-not-allowed': ['invalid', 'Một chứng thư trong chuỗi không được phép cấp chứng thư.'],
  'certificate-critical-extension': ['invalid', 'Chứng thư có điều kiện bắt buộc mà hệ thống không xét được.'],
  'key-usage': ['invalid', 'Chứng thư không được dùng để ký văn bản.'],
  'certificate-revoked': ['invalid', 'Chứng thư đã bị thu hồi.'],
  'revocation-unknown': ['unknown', 'Chưa có căn cứ để biết chứng thư có bị thu hồi hay không.'],
  'revocation-not-declared': ['note', 'Chứng thư không ghi nơi tra cứu thu hồi.'],
  'timestamp-malformed': ['unknown', 'Dấu thời gian hỏng nên không dùng được.'],
  'timestamp-in-future': ['unknown', 'Dấu thời gian ghi giờ chưa tới nên không dùng được.'],
  'timestamp-imprint': ['unknown', 'Dấu thời gian không phải của chữ ký này nên không dùng được.'],
  'timestamp-signature': ['unknown', 'Dấu thời gian không do tổ chức cấp ký nên không dùng được.'],
  'timestamp-purpose': [
    'unknown',
    'Chứng thư của dấu thời gian không được cấp để đóng dấu thời gian nên dấu ấy không dùng được.',
  ],
  'timestamp-certificate': ['unknown', 'Chứng thư của dấu thời gian không có hiệu lực nên dấu ấy không dùng được.'],
  'timestamp-revoked': ['unknown', 'Chứng thư của dấu thời gian đã bị thu hồi nên dấu ấy không dùng được.'],
  'timestamp-path-missing': ['unknown', 'Tổ chức cấp dấu thời gian không được tin cậy.'],
  'timestamp-revocation-unknown': [
    'unknown',
    'Chưa có căn cứ để biết chứng thư của dấu thời gian có bị thu hồi hay không.',
  ],
  'timestamp-algorithm-weak': ['unknown', 'Dấu thời gian dùng thuật toán quá yếu nên không dùng được.'],
  'timestamp-algorithm-unknown': ['unknown', 'Dấu thời gian dùng thuật toán ngoài danh mục nên không dùng được.'],
  'timestamp-algorithm-mismatch': ['unknown', 'Dấu thời gian ghi hai thuật toán khác nhau nên không dùng được.'],
  'timestamp-not-used': ['note', 'Có dấu thời gian không dùng được, đã căn cứ vào dấu khác.'],
  'integrity-only': ['note', 'Chỉ kiểm tra toàn vẹn, không xét chứng thư.'],
  'not-covered': ['changedAfterSigning', 'Chữ ký cuối không phủ bản đang hiển thị.'],
  'increment-malformed': ['changedAfterSigning', 'Phần thêm sau khi ký có cấu trúc bất thường.'],
  'increment-without-purpose': ['changedAfterSigning', 'Có lần lưu sau khi ký mà không ký, không bổ sung chứng cứ.'],
  'page-changed': ['changedAfterSigning', 'Trang bị thay nội dung sau khi ký.'],
  'annotation-added': ['changedAfterSigning', 'Có chú thích được thêm sau khi ký.'],
  'annotation-removed': ['changedAfterSigning', 'Có chú thích bị gỡ, thay hoặc đổi chỗ sau khi ký.'],
  'catalog-changed': ['changedAfterSigning', 'Cấu trúc chung của tệp bị thay sau khi ký.'],
  'form-changed': ['changedAfterSigning', 'Biểu mẫu của tệp bị thay sau khi ký.'],
  'field-removed': ['changedAfterSigning', 'Có trường bị gỡ hoặc tráo sau khi ký.'],
  'field-added': ['changedAfterSigning', 'Có trường được thêm sau khi ký mà không phải trường chữ ký.'],
  'field-changed': ['changedAfterSigning', 'Giá trị hoặc hình hiển thị của trường bị thay sau khi ký.'],
  'fill-not-signed': ['changedAfterSigning', 'Trường được điền sau khi ký mà không có chữ ký cho lần điền đó.'],
  'fill-not-locked': ['changedAfterSigning', 'Trường được điền sau khi ký mà chữ ký của lần điền không khóa lại.'],
  'fill-left-open': ['note', 'Trường được điền cùng lần ký sau, không khóa.'],
  'field-locked': ['changedAfterSigning', 'Trường đã bị chữ ký trước khóa nhưng vẫn bị thay.'],
  'certified-no-changes': ['changedAfterSigning', 'Chữ ký chứng nhận không cho phép thay đổi này.'],
  'signature-overlay': ['changedAfterSigning', 'Trường chữ ký thêm sau che nội dung đã ký.'],
  'field-shows-other': ['changedAfterSigning', 'Trường điền sau không hiện rõ giá trị của nó, hoặc hiện khác.'],
  'content-covered': ['changedAfterSigning', 'Trường điền sau che nội dung đã ký.'],
  'content-uncovered': ['changedAfterSigning', 'Trường điền hoặc ký sau để lộ nội dung bị nó che lúc ký.'],
  'security-store-malformed': ['changedAfterSigning', 'Kho chứng cứ (DSS) thêm sau khi ký có cấu trúc bất thường.'],
  'document-information-changed': ['changedAfterSigning', 'Thông tin mô tả của tệp bị thay sau khi ký.'],
  'metadata-changed': ['changedAfterSigning', 'Siêu dữ liệu của tệp bị thay sau khi ký.'],
  'object-changed': ['changedAfterSigning', 'Đối tượng đã ký bị ghi đè sau khi ký.'],
  'object-removed': ['changedAfterSigning', 'Đối tượng đã ký bị xóa sau khi ký.'],
  'object-placed-behind-reference': [
    'changedAfterSigning',
    'Nội dung ẩn được đưa vào chỗ trống đã chuẩn bị trước khi ký.',
  ],
} as const satisfies Record<string, readonly [Weight, string]>;

export type ReasonCode = keyof typeof REASONS;

/** Why a verdict is what it is: a stable code and a sentence for clerks. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  /** Nothing that was signed is shown otherwise: whether it may be so is for a person to say, not for a program. */
  readonly isForPeople?: true;
  /** Of bytes behind the end: nothing but blanks and zeros, as gateways put there. */
  readonly isBlank?: true;
}

/** @param detail facts put behind the sentence, in Vietnamese */
export function reason(code: ReasonCode, detail?: string): Reason {
  const [, sentence] = REASONS[code];
  return { code, message: detail === undefined ? sentence : `${sentence} ${detail}` };
}

/** How much a reason weighs; a note weighs nothing. */
export function weighs(code: ReasonCode): Weight {
  return REASONS[code][0];
}

/** The verdict that the reasons add up to; notes weigh nothing. */
export function verdictOf(reasons: readonly Reason[]): Exclude<Verdict, 'unsigned'> {
  const weights = new Set<Weight>(reasons.map(({ code }) => weighs(code)));
  if (weights.has('invalid')) return 'invalid';
  if (weights.has('changedAfterSigning')) return 'changedAfterSigning';
  return weights.has('unknown') ? 'unknown' : 'valid';
}

export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'unsigned';
}

/** Each reason once, in order. */
export function distinctReasons(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((one) => [`${one.code} ${one.message}`, one] as const)).values()];
}
