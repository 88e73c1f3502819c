import type { RoleGuide } from '../guide.js';

export const FORMAT_CHECKER: RoleGuide = {
  role: 'formatChecker',
  address: 'van-phong',
  title: 'Văn phòng, kiểm tra thể thức',
  lead: 'Duyệt thể thức văn bản trước khi trình ký, giữ mẫu văn bản và danh sách cán bộ đầu mối luôn đúng.',
  steps: [
    {
      heading: 'Duyệt thể thức',
      text: 'Mở bản thảo ở danh sách “Chờ duyệt thể thức”, xem trang văn bản và các điều phần mềm nêu. Đúng thì bấm “Duyệt thể thức”; chưa đúng thì bấm “Trả lại…” và ghi điều cần sửa.',
      link: { href: '/?danh-sach=duyet-the-thuc', label: 'Chờ duyệt thể thức' },
      keys: ['Ctrl', 'Enter'],
      picture: { page: 'soan-cong-van-duyet', alt: 'Bản thảo chờ duyệt.' },
    },
    {
      heading: 'Kiểm tra thể thức một tệp bất kỳ',
      text: 'Chọn tệp Word hoặc PDF; phần mềm nêu từng chỗ chưa đúng Nghị định 30/2020/NĐ-CP và trả bản đã sửa.',
      link: { href: '/kiem-tra-the-thuc', label: 'Kiểm tra thể thức' },
      picture: { page: 'kiem-tra-the-thuc-can-sua', alt: 'Kết quả kiểm tra thể thức của một tệp.' },
    },
    {
      heading: 'Xem văn bản chờ ký, chờ phát hành',
      text: 'Bảng kiểm tra chữ ký số nói rõ văn bản nào đạt, chưa đạt và vì điều gì.',
      link: { href: '/trinh-ky', label: 'Trình ký' },
    },
    {
      heading: 'Giữ mẫu văn bản',
      text: 'Tải mẫu mới lên, xem thử rồi đưa vào dùng; văn bản đã soạn không đổi.',
      link: { href: '/mau-van-ban', label: 'Mẫu văn bản' },
    },
    {
      heading: 'Cập nhật cán bộ đầu mối',
      text: 'Khi đơn vị thay người, ghi người mới và ngày bắt đầu; phiếu đang mở chuyển theo.',
      link: { href: '/can-bo-dau-moi', label: 'Cán bộ đầu mối' },
    },
    {
      heading: 'Xem báo cáo',
      text: 'Số liệu của kỳ và các phiếu phía sau từng con số.',
      link: { href: '/bao-cao', label: 'Báo cáo' },
    },
  ],
  firstDay: [
    {
      text: 'Kiểm tra tên, chức vụ của mình và đặt mật khẩu riêng.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    {
      text: 'Kiểm tra tên cơ quan, ký hiệu, địa chỉ in trên văn bản.',
      link: { href: '/thong-tin-co-quan', label: 'Thông tin cơ quan' },
    },
    { text: 'Xem các mẫu văn bản đang dùng.', link: { href: '/mau-van-ban', label: 'Mẫu văn bản' } },
    { text: 'Thử kiểm tra thể thức một tệp.', link: { href: '/kiem-tra-the-thuc', label: 'Kiểm tra thể thức' } },
  ],
};
