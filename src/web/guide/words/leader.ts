import type { RoleGuide } from '../guide.js';

export const LEADER: RoleGuide = {
  role: 'leader',
  address: 'lanh-dao',
  title: 'Lãnh đạo Sở',
  lead: 'Quyết định những việc thuộc thẩm quyền, ký văn bản trả lời và nắm tình hình xử lý của các đơn vị.',
  steps: [
    {
      heading: 'Việc chờ quyết định',
      text: 'Đề xuất gia hạn, không tiếp nhận, chuyển trả đứng chung một trang, có lý do và thời hạn. Chọn nhiều việc để đồng ý một lần.',
      link: { href: '/quyet-dinh', label: 'Chờ quyết định' },
      keys: ['x', 'y'],
      picture: { page: 'quyet-dinh', alt: 'Trang Chờ quyết định với các đề xuất và lý do.' },
    },
    {
      heading: 'Ký văn bản',
      text: 'Văn bản được ký số trên hệ thống quản lý văn bản. Danh sách “Chờ ký trên hệ thống QLVB” cho biết văn bản nào đang chờ.',
      link: { href: '/?danh-sach=cho-ky', label: 'Chờ ký trên hệ thống QLVB' },
    },
    {
      heading: 'Xem kết quả kiểm tra chữ ký',
      text: 'Sau khi ký, phần mềm so tệp đã ký với tệp đã trình từng dòng. Dòng “Không đạt”, “Chưa đủ căn cứ” cần xem trước khi phát hành.',
      link: { href: '/trinh-ky', label: 'Trình ký' },
      picture: { page: 'trinh-ky-chua-du-can-cu', alt: 'Bảng kiểm tra chữ ký số của một văn bản.' },
    },
    {
      heading: 'Xem tình hình toàn Sở',
      text: 'Trang Giám sát cho biết đơn vị nào quá hạn, không cập nhật tiến độ, lỗi gửi Tổng đài 1022.',
      link: { href: '/giam-sat', label: 'Giám sát' },
      picture: { page: 'giam-sat', alt: 'Trang Giám sát: số lượng theo đơn vị.' },
    },
    {
      heading: 'Chỉ đạo đơn vị',
      text: 'Giao chỉ đạo kèm thời hạn trả lời; đơn vị ghi kết quả thực hiện ngay ở đó.',
      link: { href: '/giam-sat/chi-dao', label: 'Chỉ đạo' },
    },
    {
      heading: 'Báo cáo',
      text: 'Lập báo cáo của kỳ; số liệu đếm từ phiếu, chốt rồi thì không đổi.',
      link: { href: '/bao-cao', label: 'Báo cáo' },
    },
    {
      heading: 'Khi vắng mặt',
      text: 'Đăng ký người xử lý thay từ lúc nào đến lúc nào để việc quyết định không dừng.',
      link: { href: '/lam-thay', label: 'Xử lý thay' },
    },
  ],
  firstDay: [
    {
      text: 'Kiểm tra tên, chức vụ của mình và đặt mật khẩu riêng.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    { text: 'Xem quy định thời hạn đang áp dụng.', link: { href: '/quy-dinh-thoi-han', label: 'Quy định thời hạn' } },
    { text: 'Xem việc chờ quyết định.', link: { href: '/quyet-dinh', label: 'Mở trang quyết định' } },
    { text: 'Đăng ký người xử lý thay khi vắng mặt.', link: { href: '/lam-thay', label: 'Xử lý thay' } },
  ],
};
