/** The status pages that a person may meet. */
export type PageStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;

/** What happened and what to do, without blame and without codes. */
export interface RefusalWords {
  readonly heading: string;
  readonly meaning: string;
}

const WORDS: Readonly<Record<PageStatus, RefusalWords>> = {
  400: {
    heading: 'Yêu cầu chưa đọc được',
    meaning: 'Trang gửi lên thiếu hoặc sai định dạng. Quay lại trang trước, tải lại rồi làm lại bước vừa rồi.',
  },
  401: {
    heading: 'Cần đăng nhập',
    meaning: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Việc đã lưu vẫn còn nguyên.',
  },
  403: {
    heading: 'Tài khoản này không được làm việc đó',
    meaning:
      'Việc này thuộc chức năng hoặc đơn vị khác, hoặc trang đã mở quá lâu. Tải lại trang trước; nếu vẫn cần, liên hệ Văn phòng Sở.',
  },
  404: {
    heading: 'Không có trang này',
    meaning: 'Đường dẫn sai, hoặc phiếu, văn bản không thuộc đơn vị của tài khoản này.',
  },
  409: {
    heading: 'Nội dung đã thay đổi',
    meaning: 'Người khác vừa cập nhật trước. Mở lại trang để xem bản mới nhất rồi làm tiếp.',
  },
  410: {
    heading: 'Tệp hỏng trên máy chủ',
    meaning:
      'Tệp đến qua hệ thống quản lý văn bản thì phần mềm tự lấy lại; tệp khác thì quản trị lấy lại từ bản sao lưu.',
  },
  413: {
    heading: 'Tệp quá lớn',
    meaning: 'Giảm dung lượng tệp hoặc chia thành nhiều tệp rồi gửi lại.',
  },
  422: {
    heading: 'Chưa thực hiện được',
    meaning: 'Còn điều kiện chưa đủ. Quay lại trang trước để xem điều còn thiếu.',
  },
  429: {
    heading: 'Thử lại sau ít phút',
    meaning: 'Có quá nhiều lần gửi trong thời gian ngắn.',
  },
  500: {
    heading: 'Hệ thống gặp lỗi',
    meaning: 'Việc vừa rồi chưa được ghi. Thử lại; nếu còn lỗi, gửi mã dưới đây cho quản trị hệ thống.',
  },
  503: {
    heading: 'Hệ thống đang bận',
    meaning: 'Việc vừa rồi chưa được ghi. Thử lại sau ít phút; thời hạn xử lý không thay đổi.',
  },
};

/** Words for a status page; a status without its own words takes those of its class. */
export function refusalWords(status: number): RefusalWords {
  return isPageStatus(status) ? WORDS[status] : WORDS[status >= 500 ? 500 : 400];
}

function isPageStatus(status: number): status is PageStatus {
  return status in WORDS;
}
