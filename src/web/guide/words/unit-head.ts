import type { RoleGuide } from '../guide.js';

export const UNIT_HEAD: RoleGuide = {
  role: 'unitHead',
  address: 'thu-truong-don-vi',
  title: 'Thủ trưởng đơn vị',
  lead: 'Bảo đảm phiếu của đơn vị có người nhận, trả lời đúng thời hạn; duyệt nội dung văn bản trước khi trình ký.',
  steps: [
    {
      heading: 'Xem phiếu của đơn vị',
      text: '“Cả đơn vị” đếm phiếu chưa ai nhận, đến hạn hôm nay và quá hạn.',
      link: { href: '/', label: 'Việc của tôi' },
      keys: ['j', 'k', 'Enter'],
    },
    {
      heading: 'Giao cán bộ xử lý',
      text: 'Phiếu chưa ai nhận: mở phiếu, chọn cán bộ rồi bấm “Giao việc”. Phiếu không thuộc đơn vị thì bấm “Không nhận việc…” và ghi lý do.',
      link: { href: '/?danh-sach=don-vi-chua-nhan', label: 'Phiếu chưa ai nhận' },
      keys: ['g'],
    },
    {
      heading: 'Duyệt nội dung văn bản trả lời',
      text: 'Mở bản thảo, xem trang văn bản. Đúng thì bấm “Duyệt nội dung”; chưa đúng thì bấm “Trả lại…” và ghi điều cần sửa.',
      link: { href: '/?danh-sach=duyet-noi-dung', label: 'Chờ duyệt nội dung' },
      keys: ['Ctrl', 'Enter'],
      picture: { page: 'soan-cong-van-duyet', alt: 'Bản thảo chờ thủ trưởng đơn vị duyệt nội dung.' },
    },
    {
      heading: 'Quyết định đề xuất của cán bộ',
      text: 'Đề xuất gia hạn, không tiếp nhận, chuyển trả đứng chung một trang; xem lý do rồi đồng ý hoặc không đồng ý.',
      link: { href: '/quyet-dinh', label: 'Chờ quyết định' },
      keys: ['y'],
      picture: { page: 'quyet-dinh', alt: 'Trang Chờ quyết định với các đề xuất và lý do.' },
    },
    {
      heading: 'Trả lời chỉ đạo của Sở',
      text: 'Chỉ đạo của lãnh đạo, của bộ phận giám sát ghi thời hạn trả lời; ghi kết quả thực hiện ở đây.',
      link: { href: '/giam-sat/chi-dao', label: 'Chỉ đạo' },
    },
    {
      heading: 'Quán triệt văn bản',
      text: 'Đọc văn bản được gửi, xác nhận đã đọc và đã phổ biến trong đơn vị.',
      link: { href: '/quan-triet', label: 'Quán triệt văn bản' },
    },
    {
      heading: 'Khi vắng mặt',
      text: 'Đăng ký người xử lý thay từ lúc nào đến lúc nào để việc duyệt không dừng.',
      link: { href: '/lam-thay', label: 'Xử lý thay' },
    },
  ],
  firstDay: [
    {
      text: 'Kiểm tra tên, chức vụ, đơn vị của mình và đặt mật khẩu riêng.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    {
      text: 'Kiểm tra ai là cán bộ đầu mối của đơn vị.',
      link: { href: '/can-bo-dau-moi', label: 'Cán bộ đầu mối' },
    },
    {
      text: 'Xem văn bản đang chờ duyệt nội dung.',
      link: { href: '/?danh-sach=duyet-noi-dung', label: 'Mở danh sách văn bản chờ duyệt' },
    },
    { text: 'Đăng ký người xử lý thay khi vắng mặt.', link: { href: '/lam-thay', label: 'Xử lý thay' } },
  ],
};
