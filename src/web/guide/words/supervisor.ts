import type { RoleGuide } from '../guide.js';

export const SUPERVISOR: RoleGuide = {
  role: 'supervisor',
  address: 'giam-sat',
  title: 'Thanh tra, giám sát',
  lead: 'Theo dõi việc xử lý của các đơn vị, kiểm tra chất lượng trả lời, đôn đốc, báo cáo và công khai kết quả.',
  steps: [
    {
      heading: 'Xem tình hình trong ngày',
      text: 'Trang Giám sát đếm phiếu quá hạn, không cập nhật tiến độ, lỗi ký số, lỗi gửi Tổng đài 1022 theo từng đơn vị. Bấm vào con số để xem từng phiếu.',
      link: { href: '/giam-sat', label: 'Giám sát' },
      picture: { page: 'giam-sat', alt: 'Trang Giám sát: số lượng theo đơn vị.' },
    },
    {
      heading: 'Đôn đốc đơn vị',
      text: 'Công văn đôn đốc tự liệt kê các phiếu quá hạn của đơn vị; xem lại rồi trình ký như văn bản khác.',
      link: { href: '/giam-sat/don-doc', label: 'Công văn đôn đốc' },
    },
    {
      heading: 'Kiểm tra chất lượng trả lời',
      text: 'Lấy mẫu ngẫu nhiên các phiếu đã kết thúc, ghi điều phát hiện; đơn vị thấy và khắc phục.',
      link: { href: '/giam-sat/mau', label: 'Mẫu kiểm tra' },
    },
    {
      heading: 'Giao chỉ đạo và theo dõi',
      text: 'Giao chỉ đạo kèm thời hạn trả lời; chỉ đạo chưa trả lời đứng trên.',
      link: { href: '/giam-sat/chi-dao', label: 'Chỉ đạo' },
    },
    {
      heading: 'Lập báo cáo của kỳ',
      text: 'Chọn kỳ, xem số liệu và các phiếu phía sau từng con số, ghi nhận xét, chốt rồi trình ký.',
      link: { href: '/bao-cao', label: 'Báo cáo' },
      picture: { page: 'bao-cao-du-thao', alt: 'Báo cáo của kỳ với số liệu và phần nhận xét.' },
    },
    {
      heading: 'Công khai kết quả',
      text: 'Chọn văn bản trả lời được công khai; thông tin cá nhân phải che trước.',
      link: { href: '/cong-bo', label: 'Kết quả công khai' },
    },
    {
      heading: 'Tra nhật ký',
      text: 'Mọi việc đã làm, người làm và thời điểm; dùng khi xác minh trách nhiệm.',
      link: { href: '/nhat-ky', label: 'Nhật ký' },
    },
  ],
  firstDay: [
    {
      text: 'Kiểm tra tên, chức vụ của mình và đặt mật khẩu riêng.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    { text: 'Xem quy định thời hạn đang áp dụng.', link: { href: '/quy-dinh-thoi-han', label: 'Quy định thời hạn' } },
    { text: 'Xem đơn vị nào đang có phiếu quá hạn.', link: { href: '/giam-sat', label: 'Giám sát' } },
    { text: 'Xem báo cáo của kỳ trước.', link: { href: '/bao-cao', label: 'Báo cáo' } },
  ],
};
