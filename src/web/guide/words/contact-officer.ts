import type { RoleGuide } from '../guide.js';

export const CONTACT_OFFICER: RoleGuide = {
  role: 'contactOfficer',
  address: 'can-bo-dau-moi',
  title: 'Cán bộ đầu mối',
  lead: 'Nhận phiếu của đơn vị, xác minh, ghi tiến độ, soạn văn bản trả lời và trình duyệt, trình ký đúng thời hạn.',
  steps: [
    {
      heading: 'Xem phiếu được giao',
      text: 'Phiếu mới giao nằm ở danh sách “Cần nhận”; phiếu gần hết thời hạn đứng trên.',
      link: { href: '/', label: 'Việc của tôi' },
      keys: ['j', 'k', 'Enter'],
      picture: { page: 'viec-cua-toi', alt: 'Trang Việc của tôi của cán bộ đầu mối.' },
    },
    {
      heading: 'Nhận việc',
      text: 'Bấm “Nhận việc” trong thời hạn tiếp nhận. Phiếu không thuộc đơn vị thì bấm “Không nhận việc…” và ghi lý do để văn thư giao lại.',
      link: { href: '/?danh-sach=can-nhan', label: 'Phiếu cần nhận' },
      keys: ['a'],
    },
    {
      heading: 'Xác minh và ghi tiến độ',
      text: 'Mỗi lần làm việc với nhà trường, người phản ánh, ghi một dòng tiến độ. Chọn “Gửi Tổng đài 1022” khi muốn người phản ánh biết.',
      link: { href: '/?danh-sach=dang-xu-ly', label: 'Phiếu đang xác minh, xử lý' },
      keys: ['e'],
      picture: { page: 'phieu', alt: 'Một phiếu: nội dung phản ánh, thời hạn và các dòng tiến độ.' },
    },
    {
      heading: 'Thêm tài liệu chứng minh',
      text: 'Biên bản, ảnh, văn bản của nhà trường thêm ở phiếu, mục “Thêm tài liệu…”. Trên điện thoại chụp ảnh ngay được.',
    },
    {
      heading: 'Soạn văn bản trả lời',
      text: 'Bấm “Dự thảo văn bản trả lời”. Chỉ ghi kết quả xác minh và biện pháp xử lý; thể thức do mẫu lo. Văn bản tự lưu, bên phải là trang đúng như khi in.',
      keys: ['d'],
      picture: { page: 'soan-cong-van', alt: 'Trang soạn văn bản trả lời, bên phải là trang văn bản.' },
    },
    {
      heading: 'Trình duyệt, trình ký',
      text: 'Bấm “Trình thủ trưởng đơn vị”. Sau khi nội dung và thể thức được duyệt, mở lại bản thảo và bấm “Trình ký”.',
      link: { href: '/trinh-ky', label: 'Trình ký' },
      keys: ['Ctrl', 'Enter'],
    },
    {
      heading: 'Sửa văn bản bị trả lại',
      text: 'Văn bản bị trả lại nằm ở danh sách “Bị trả lại” kèm ý kiến; sửa rồi trình lại.',
      link: { href: '/?danh-sach=tra-lai', label: 'Phiếu bị trả lại' },
    },
    {
      heading: 'Khi vắng mặt',
      text: 'Đăng ký người xử lý thay từ lúc nào đến lúc nào; người đó thấy việc của anh, chị trong thời gian ấy.',
      link: { href: '/lam-thay', label: 'Xử lý thay' },
    },
  ],
  firstDay: [
    {
      text: 'Kiểm tra tên, chức vụ, đơn vị của mình và đặt mật khẩu riêng.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    {
      text: 'Xem các phiếu đang giao cho mình và bấm “Nhận việc”.',
      link: { href: '/?danh-sach=can-nhan', label: 'Mở danh sách phiếu mới giao' },
    },
    {
      text: 'Xem lịch làm việc của cơ quan: thời hạn tính theo lịch này.',
      link: { href: '/lich-lam-viec', label: 'Lịch làm việc' },
    },
    { text: 'Đăng ký người xử lý thay khi vắng mặt.', link: { href: '/lam-thay', label: 'Xử lý thay' } },
  ],
};
