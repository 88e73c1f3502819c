import type { DomainError, DomainErrorCode } from '../../kernel/domain-error.js';

type Facts = DomainError['details'];

/** What each refusal says to the person in front of it: what is missing and what to do; no blame, no code. */
const WORDING: Readonly<Record<DomainErrorCode, (facts: Facts) => string>> = {
  'not-found': () => 'Không có mục này, hoặc mục này không thuộc đơn vị của tài khoản đang dùng.',
  forbidden: () => 'Việc này thuộc người hoặc đơn vị khác.',
  'proof-needed': (facts) =>
    text(facts, 'message') ?? 'Việc này cần xác nhận lại người đang dùng. Đăng nhập lại trên trang rồi làm tiếp.',
  'tried-too-often': (facts) => `Đã thử sai nhiều lần. Thử lại sau ${waitWords(Number(facts['waitSeconds'] ?? 60))}.`,
  'whole-phone-needed': () =>
    'Mã phiếu hoặc bốn số này đang bị thử sai nhiều lần. Nhập đủ số điện thoại đã dùng khi gửi phản ánh rồi bấm Xem phiếu.',
  'directory-away': () =>
    'Thư mục người dùng của cơ quan đang không trả lời nên chưa kiểm tra được mật khẩu. Thử lại sau ít phút.',
  'second-factor-owed': () =>
    'Tài khoản này phải dùng mã xác thực hai lớp. Cài ứng dụng xác thực ở trang Tài khoản rồi làm tiếp.',
  'password-owed': () => 'Mật khẩu vừa dùng là mật khẩu tạm, hoặc đã đến hạn đổi. Đặt mật khẩu mới rồi làm tiếp.',
  'administration-elsewhere': (facts) =>
    `Tài khoản có quyền quản trị chỉ dùng được từ địa chỉ mạng mà cơ quan cho phép; máy này đang ở địa chỉ ${text(facts, 'address') ?? 'khác'}. Dùng máy trong mạng của cơ quan hoặc kết nối VPN rồi mở lại. Nếu đã ở trong mạng, báo người quản lý máy chủ xem biến ADMINISTRATION_ADDRESSES và HOI_AM_PROXIES.`,
  'account-key-other': () =>
    'Không đọc được mã xác thực hai lớp: máy chủ đang dùng khóa khác với khóa đã niêm phong nó. Báo quản trị hệ thống chép lại tệp bi-mat/tai-khoan từ bản sao lưu (hoặc đặt đúng ACCOUNT_KEY) rồi khởi động lại.',
  'substitution-ended': () =>
    'Việc xử lý thay đã kết thúc nên chưa làm gì. Từ bây giờ bạn làm việc với tư cách của chính mình; mở lại trang để xem.',
  'input-invalid': (facts) => text(facts, 'message') ?? 'Nội dung nhập chưa đúng; xem lại các ô trên trang.',
  'parameter-twice': (facts) =>
    `Địa chỉ ghi “${text(facts, 'field') ?? ''}” hai lần nên không biết dùng giá trị nào. Chỉ giữ một lần rồi mở lại.`,
  'changed-meanwhile': (facts) =>
    facts['what'] === 'letterForm'
      ? 'Chưa lưu: bản thảo đã thay đổi từ lúc mở biểu mẫu. Chữ vừa gõ còn nguyên; xem lại rồi lưu lần nữa.'
      : 'Người khác vừa cập nhật trước. Mở lại trang để xem bản mới nhất rồi làm tiếp.',
  'deadline-calendar-missing': missingCalendarSentence,
  'deadline-limit-invalid': () => 'Thời hạn phải là số nguyên từ 1.',
  'deadline-pause-invalid': () => 'Khoảng tạm dừng phải có lúc kết thúc sau lúc bắt đầu.',
  'calendar-flawed': (facts) => `Lịch chưa dùng được. ${sentences(facts, 'flaws')}`,
  'calendar-unchanged': () => 'Không thay đổi gì so với lịch đang dùng.',
  'policy-missing': (facts) => `Không có bộ thời hạn nào áp dụng cho ngày ${text(facts, 'day') ?? 'này'}.`,
  'policy-flawed': () => 'Bộ thời hạn còn chỗ phải sửa; xem từng ô trên trang.',
  'agency-profile-invalid': () => 'Thông tin cơ quan còn chỗ phải sửa; xem từng ô trên trang.',
  'file-plan-flawed': () => 'Danh mục hồ sơ còn chỗ phải sửa; xem từng ô trên trang.',
  'authority-flawed': () => 'Thẩm quyền chưa lưu được; xem từng ô trên trang.',
  'routing-flawed': () => 'Dòng phân công chưa lưu được; xem từng ô trên trang.',
  'signing-not-allowed': (facts) => text(facts, 'message') ?? 'Người này không có thẩm quyền ký văn bản này.',
  'report-act-barred': () => 'Báo cáo đã chốt hoặc đã bỏ nên không sửa được; lập báo cáo khác nếu cần.',
  'file-act-barred': (facts) => text(facts, 'message') ?? 'Hồ sơ đang ở bước khác; mở lại trang hồ sơ để xem.',
  'file-export-flawed': () =>
    'Chưa xuất được hồ sơ: có giá trị dài hơn mức quy định; xem từng giá trị ở mục “Xuất hồ sơ” của trang.',
  'petition-act-barred': () => 'Đơn đã sang bước khác. Mở lại đơn để xem việc làm được lúc này.',
  'ticket-transition-refused': () => 'Phiếu đã sang bước khác. Mở lại phiếu để xem việc làm được lúc này.',
  'decision-of-leader': (facts) => text(facts, 'message') ?? 'Việc này do lãnh đạo Sở quyết định.',
  'ticket-act-barred': (facts) => text(facts, 'message') ?? 'Còn điều kiện chưa đủ; mở lại phiếu để xem.',
  'ticket-unit-has-no-officer': () => 'Đơn vị này chưa có cán bộ đầu mối được chọn. Chọn người khác hoặc đơn vị khác.',
  'ticket-identity-withheld': (facts) =>
    text(facts, 'message') ?? 'Danh tính người phản ánh không được cho tài khoản này xem.',
  'text-names-private': (facts) =>
    text(facts, 'message') ??
    'Nội dung gửi công khai còn chi tiết riêng tư (số điện thoại, số giấy tờ, tên, địa chỉ hoặc lớp của học sinh). Che các chỗ được đánh dấu rồi gửi lại.',
  'text-held-back': (facts) =>
    `Có vẻ còn thông tin riêng: ${text(facts, 'kinds') ?? 'chi tiết của một người'}. Sửa, bấm Tự động che, hoặc đánh dấu Gửi nguyên văn rồi gửi lại.`,
  'handling-transition-refused': () =>
    'Văn bản đến đã sang bước khác. Mở lại trang văn bản để xem việc làm được lúc này.',
  'draft-transition-refused': () => 'Bản thảo đã sang bước khác. Mở lại bản thảo để xem việc làm được lúc này.',
  'draft-approval-missing': (facts) =>
    `Bản hiện tại chưa được duyệt ${facts['kind'] === 'format' ? 'thể thức' : 'nội dung'}. Trình duyệt lại rồi trình ký.`,
  'draft-approver-same-person': () =>
    'Người soạn hoặc sửa bản này không tự duyệt; nội dung và thể thức do hai người khác nhau duyệt.',
  'draft-approver-missing': () =>
    'Đơn vị chưa có ai duyệt được nội dung: chưa có thủ trưởng đơn vị, hoặc người đó chính là người soạn. Đề nghị quản trị giao vai trò Thủ trưởng đơn vị ở trang Tổ chức, rồi trình lại.',
  'draft-in-word': () =>
    'Bản đang mở được sửa trong Word; sửa tiếp trong Word, hoặc bấm “Bỏ bản sửa trong Word” để trở lại biểu mẫu.',
  'letter-under-way': (facts) =>
    text(facts, 'message') ??
    'Phiếu này đã có công văn trả lời đang làm. Mở công văn đó từ trang của phiếu để làm tiếp.',
  'template-unknown': (facts) => `Không có mẫu ${text(facts, 'template') ?? 'này'}.`,
  'template-field-unknown': (facts) =>
    text(facts, 'message') ?? `Mẫu không có trường ${text(facts, 'field') ?? 'này'}.`,
  'template-field-missing': (facts) => text(facts, 'message') ?? `Còn thiếu trường ${text(facts, 'field') ?? ''}.`,
  'template-broken': (facts) => text(facts, 'message') ?? 'Tệp mẫu bị hỏng. Báo quản trị hệ thống.',
  'template-flawed': () => 'Mẫu chưa dùng được; xem từng chỗ trên trang.',
  'template-in-use': () => 'Bản mẫu này đã đến ngày dùng nên không rút được; tải lên một bản khác để thay.',
  'template-timeout': () => 'Dựng văn bản quá lâu nên đã dừng. Thử lại; nếu còn gặp, báo quản trị hệ thống.',
  'pdf-unavailable': () => 'Bộ chuyển PDF đang bận hoặc chưa cài. Bản DOCX vẫn tải được.',
  'pdf-place-missing': (facts) => `Mẫu thiếu chỗ dành cho ${text(facts, 'place') ?? 'chữ ký'}. Báo quản trị hệ thống.`,
  'signature-transition-refused': () => 'Văn bản đã sang bước khác. Mở lại trang Trình ký để xem.',
  'proof-not-overridable': () =>
    'Chỉ cho phép dùng được bản ký mà riêng việc thu hồi chứng thư chưa rõ; bản này đã có kết luận, hoặc không đạt mục khác.',
  'evidence-not-whole': () =>
    'Không xuất được: chứng cứ đang lưu không còn khớp với nhật ký của lần kiểm tra chữ ký ấy, đã có người sửa ngoài phần mềm. Báo quản trị hệ thống chạy lệnh hoi-am journal verify.',
  'signature-not-valid': () => 'Chưa phát hành được: chữ ký của lãnh đạo chưa đạt kiểm tra.',
  'numbering-held': () =>
    'Chưa cấp số lúc này: phần mềm đang đối chiếu với hệ thống quản lý văn bản sau khi phục hồi để không cấp trùng số. Thử lại sau ít phút; xem trang “Đối chiếu với hệ thống quản lý văn bản”.',
  'number-given-there': (facts) =>
    `Hệ thống quản lý văn bản đã tự cấp số ${text(facts, 'code') ?? ''} cho văn bản này; sổ ở đây không cấp số thứ hai. Hủy số đó trên hệ thống quản lý văn bản rồi phát hành lại.`,
  'number-from-e-office': () =>
    'Số văn bản đi do hệ thống quản lý văn bản cấp, và hệ thống đó không cấp qua kết nối: ghi số, ngày đã cấp ở phần Phát hành của Sổ văn bản đi.',
  'number-not-given-there': () =>
    'Sổ của năm do phần mềm này cấp số; văn bản lấy số ở đây, không ghi số của nơi khác vào.',
  'number-already-taken': () => 'Văn bản này đã được cấp số.',
  'trust-flawed': (facts) => sentences(facts, 'flaws'),
  'trust-same-person': () =>
    'Người đề nghị không tự xác nhận hay từ chối đề nghị của mình; nhờ người thứ hai có quyền xác nhận.',
  'print-too-long': () => 'Dựng bản in quá lâu nên đã dừng. Chọn kỳ ngắn hơn, ví dụ từng tháng hoặc từng quý.',
  'register-begun': (facts) =>
    `Sổ năm ${text(facts, 'year') ?? ''} đã có số hoặc đã có số bắt đầu; số bắt đầu chỉ đặt một lần, trước văn bản đầu tiên của sổ.`,
  'register-closed': (facts) =>
    `Sổ năm ${text(facts, 'year') ?? ''} đã khóa; không vào sổ, hủy số hay sửa dòng nào nữa.`,
  'register-copies-open': (facts) =>
    `Chưa khóa được: còn bản sao đã lấy số mà chưa ký số: ${text(facts, 'codes') ?? ''}. Ký lại hoặc hủy số, rồi khóa sổ lại.`,
  'register-letters-open': (facts) =>
    `Chưa khóa được: còn văn bản đã lấy số mà chưa phát hành: ${text(facts, 'codes') ?? ''}. Phát hành hoặc hủy số, rồi khóa sổ lại.`,
  'register-not-whole': (facts) =>
    `Chưa khóa được vì sổ không toàn vẹn. ${text(facts, 'message') ?? ''} Báo quản trị hệ thống chạy lệnh hoi-am register check.`,
  'register-numbers-awaited': (facts) =>
    `Chưa khóa được: còn ${text(facts, 'count') ?? ''} văn bản chờ số đến. Ghi số, rồi khóa sổ lại.`,
  'register-start-same-person': () =>
    'Người đề nghị không tự xác nhận hay từ chối đề nghị của mình; nhờ văn thư khác, lãnh đạo hoặc quản trị hệ thống.',
  'register-year-running': (facts) =>
    `Năm ${text(facts, 'year') ?? 'này'} chưa hết; sổ của năm khóa được từ ngày 01/01 năm sau.`,
  'document-not-sealed': () => 'Văn bản chưa có chữ ký số của cơ quan nên chưa gửi được.',
  'document-not-released': () => 'Chỉ làm bản sao, bản in từ văn bản đã phát hành; văn bản này chưa phát hành.',
  'document-recalled': () =>
    'Văn bản này đã thu hồi nên không sao y, sao lục, trích sao. Cần bản giấy để lưu thì tạo bản in chuyển đổi.',
  'pdf-not-copyable': (facts) =>
    `Tệp này không in lại được: ${COPY_REFUSALS[text(facts, 'refusal') ?? ''] ?? COPY_REFUSALS['broken'] ?? ''}`,
  'message-unreadable': () => 'Tin nhận được không đọc được.',
  'message-changed-content': () => 'Tin cùng mã đã nhận trước đó với nội dung khác.',
  'saved-search-name-taken': () => 'Đã có tìm kiếm mang tên này. Đặt tên khác hoặc xóa tìm kiếm cũ.',
  'saved-search-too-many': (facts) =>
    `Đã lưu đủ ${text(facts, 'most') ?? '50'} tìm kiếm. Xóa bớt một tìm kiếm cũ rồi lưu lại.`,
  'standard-texts-full': (facts) =>
    `Đơn vị đã có đủ ${text(facts, 'most') ?? '100'} đoạn mẫu. Xóa bớt một đoạn cũ rồi thêm lại.`,
  'idempotency-key-missing': () =>
    'Yêu cầu này tạo mới, nên phải có tiêu đề Idempotency-Key: một mã riêng, từ 8 đến 100 ký tự, cho mỗi lần tạo.',
  'idempotency-key-reused': () =>
    'Mã Idempotency-Key này đã dùng cho yêu cầu có nội dung khác. Dùng mã mới cho yêu cầu mới.',
  'webhook-forged': () =>
    'Chữ ký của tin không đúng với khóa bí mật đã cấp, hoặc thiếu webhook-id, webhook-timestamp, webhook-signature.',
  'webhook-out-of-window': () =>
    'Tin ký trước hoặc sau lúc này quá 5 phút: chỉnh đồng hồ, rồi ký lại với thời điểm gửi và gửi lại cùng webhook-id.',
  'event-replayed': () => 'Tin này đã nhận trước đó.',
  'directory-off': () => 'Chưa nối với thư mục nhân sự; quản trị đặt các biến LDAP_ rồi khởi động lại.',
  'import-plan-changed': () =>
    'Từ lúc bạn xem, nhân sự hoặc đơn vị đã có thay đổi nên kết quả của tệp khác đi. Chưa ghi dòng nào; xem lại rồi xác nhận.',
  'directory-plan-changed': () => 'Kế hoạch này không còn đúng hoặc đã quá một ngày. Xem trước lại rồi áp dụng.',
  'directory-needs-approval': () => 'Kế hoạch này cần quản trị xem và đồng ý trước khi áp dụng.',
};

/** Why pages of a PDF were not taken over, and what to do. */
const COPY_REFUSALS: Readonly<Record<string, string>> = {
  encrypted: 'tệp đặt mật khẩu. Xin nơi gửi bản không đặt mật khẩu.',
  tooLarge: 'tệp quá 20 MB hoặc quá 200 trang. In từng phần từ bản gốc.',
  noSuchPage: 'có trang được chọn không có trong tệp. Xem lại số trang.',
  timeout: 'làm bản sao quá lâu nên đã dừng. Thử lại; nếu còn gặp, báo quản trị hệ thống.',
  notPdf: 'chỉ làm được với tệp PDF.',
  broken: 'không đọc được các trang của tệp. Xin nơi gửi lưu lại tệp PDF rồi gửi lại.',
};

/** The Vietnamese sentence of a refusal. */
export function refusalSentence({ code, details }: DomainError): string {
  return WORDING[code](details);
}

function missingCalendarSentence(facts: Facts): string {
  const [year, years] = [text(facts, 'year'), text(facts, 'withinYears')];
  if (years === undefined) return `Chưa có lịch làm việc của năm ${year ?? 'đó'}. Bổ sung lịch rồi tính lại.`;
  return facts['opens'] === true
    ? `Đếm tới ${years} năm vẫn chưa hết thời hạn. Rút ngắn thời hạn, hoặc xem lại số ngày làm việc của lịch.`
    : `Lịch không có ngày nào làm việc trong ${years} năm. Bổ sung ca làm việc vào lịch rồi tính lại.`;
}

/** `20 giây`, `2 phút`: never less than what is left. */
function waitWords(seconds: number): string {
  return seconds < 60 ? `${Math.max(1, Math.ceil(seconds))} giây` : `${Math.ceil(seconds / 60)} phút`;
}

const MAX_SENTENCES = 8;

/** The first sentences of a list, and how many are left. */
function sentences(facts: Facts, name: string): string {
  const value = facts[name];
  const all = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const left = all.length - MAX_SENTENCES;
  return [...all.slice(0, MAX_SENTENCES), ...(left > 0 ? [`Còn ${left} chỗ nữa.`] : [])].join(' ');
}

function text(facts: Facts, name: string): string | undefined {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
