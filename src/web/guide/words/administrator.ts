import type { RoleGuide } from '../guide.js';

export const ADMINISTRATOR: RoleGuide = {
  role: 'administrator',
  address: 'quan-tri',
  title: 'Quản trị hệ thống',
  lead: 'Giữ phần mềm hoạt động, an toàn; giữ danh sách đơn vị, người dùng, lịch làm việc và kết nối luôn đúng.',
  steps: [
    {
      heading: 'Xem điều cần khắc phục',
      text: '“Việc của tôi” nêu bằng lời điều gì chưa ổn và cách sửa. Không có điều nào thì hệ thống đang hoạt động tốt.',
      link: { href: '/', label: 'Việc của tôi' },
      picture: { page: 'viec-cua-toi-quan-tri', alt: 'Trang Việc của tôi của quản trị với các điều cần khắc phục.' },
    },
    {
      heading: 'Xem hoạt động và an toàn',
      text: 'Hàng chờ, ổ đĩa, bản sao lưu, chứng thư và các điều giữ an toàn; mỗi dòng nói hiện trạng và cách sửa.',
      link: { href: '/an-toan', label: 'An toàn hệ thống' },
      picture: { page: 'an-toan', alt: 'Trang An toàn hệ thống: hiện trạng và cách sửa từng điều.' },
    },
    {
      heading: 'Người dùng và vai trò',
      text: 'Thêm người, giao hoặc thu hồi vai trò theo ngày, cấp mật khẩu tạm, kết thúc phiên đăng nhập của người nghỉ việc.',
      link: { href: '/to-chuc/nguoi', label: 'Người dùng và vai trò' },
    },
    {
      heading: 'Đơn vị',
      text: 'Thêm, đổi tên, sáp nhập đơn vị theo ngày; phiếu đang mở được bàn giao.',
      link: { href: '/to-chuc', label: 'Tổ chức' },
    },
    {
      heading: 'Lịch làm việc',
      text: 'Ngày nghỉ, ngày làm bù của năm phải có trước khi năm bắt đầu vì thời hạn tính theo lịch này.',
      link: { href: '/lich-lam-viec', label: 'Lịch làm việc' },
    },
    {
      heading: 'Kết nối với bên ngoài',
      text: 'Lượt kết nối với hệ thống quản lý văn bản và Tổng đài 1022; giao dịch không thành công kèm lý do.',
      link: { href: '/trao-doi', label: 'Trao đổi với bên ngoài' },
    },
    {
      heading: 'Báo trước gián đoạn',
      text: 'Trước khi bảo trì, ghi thời gian tạm ngừng; mọi trang hiện thông báo.',
      link: { href: '/thong-bao-gian-doan', label: 'Thông báo gián đoạn' },
    },
    {
      heading: 'Tra nhật ký',
      text: 'Mọi việc đã làm, người làm và thời điểm; nhật ký không sửa được.',
      link: { href: '/nhat-ky', label: 'Nhật ký' },
    },
  ],
  firstDay: [
    {
      text: 'Đặt mật khẩu riêng và xác thực hai lớp.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    {
      text: 'Ghi tên cơ quan, ký hiệu, địa chỉ in trên văn bản.',
      link: { href: '/thong-tin-co-quan', label: 'Thông tin cơ quan' },
    },
    { text: 'Thêm đơn vị.', link: { href: '/to-chuc', label: 'Tổ chức' } },
    { text: 'Thêm người dùng và giao vai trò.', link: { href: '/to-chuc/nguoi', label: 'Người dùng và vai trò' } },
    { text: 'Xem những điều phải sửa trước khi dùng thật.', link: { href: '/an-toan', label: 'An toàn hệ thống' } },
  ],
};
