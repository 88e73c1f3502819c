import type { RoleGuide } from '../guide.js';

export const REGISTRY_CLERK: RoleGuide = {
  role: 'registryClerk',
  address: 'van-thu',
  title: 'Văn thư',
  lead: 'Tiếp nhận phản ánh, kiến nghị, giao đúng đơn vị, vào sổ, phát hành văn bản trả lời và theo dõi việc gửi đi.',
  steps: [
    {
      heading: 'Xem việc đang chờ',
      text: 'Cột bên trái của “Việc của tôi” chia việc thành từng danh sách; con số là số phiếu đang chờ. Phiếu gần hết thời hạn đứng trên.',
      link: { href: '/', label: 'Việc của tôi' },
      keys: ['j', 'k', 'Enter'],
      picture: { page: 'viec-cua-toi-giao', alt: 'Trang Việc của tôi: danh sách phiếu và phần xem nhanh bên phải.' },
    },
    {
      heading: 'Giao phiếu cho đơn vị',
      text: 'Đọc nội dung phản ánh và đề xuất của phần mềm. Đề xuất đúng thì bấm “Giao theo đề xuất”; chưa đúng thì mở phiếu, chọn đơn vị chủ trì, cán bộ đầu mối rồi bấm “Giao việc”.',
      link: { href: '/giao-theo-de-xuat', label: 'Giao theo đề xuất' },
      keys: ['p', 'g'],
      picture: {
        page: 'giao-theo-de-xuat',
        alt: 'Trang Giao theo đề xuất: mỗi phiếu với đơn vị được đề xuất và lý do.',
      },
    },
    {
      heading: 'Nhập phản ánh nhận ngoài Tổng đài 1022',
      text: 'Phản ánh qua điện thoại, trực tiếp, bằng thư được nhập vào phiếu mới. Ghi đúng thời điểm nhận vì thời hạn tính từ lúc đó.',
      link: { href: '/phieu-moi', label: 'Ghi phiếu mới' },
    },
    {
      heading: 'Vào sổ văn bản đến',
      text: 'Văn bản đến không kèm phiếu được vào sổ, trình lãnh đạo cho ý kiến và chuyển đơn vị xử lý.',
      link: { href: '/van-ban-den', label: 'Văn bản đến' },
    },
    {
      heading: 'Theo dõi trình ký',
      text: 'Mỗi văn bản trình ký có bảng kiểm tra chữ ký số. Dòng “Không đạt” nói rõ điều chưa đúng và việc cần làm.',
      link: { href: '/trinh-ky', label: 'Trình ký' },
      picture: { page: 'trinh-ky-dat', alt: 'Bảng kiểm tra của một văn bản đã ký, các dòng đều đạt.' },
    },
    {
      heading: 'Phát hành văn bản',
      text: 'Xem lại văn bản đã ký rồi bấm “Phát hành số …”. Số được lấy liền nhau trong sổ; văn bản tự gửi đến Tổng đài 1022 và nơi nhận.',
      link: { href: '/so-van-ban/di', label: 'Sổ văn bản đi' },
      picture: { page: 'so-van-ban', alt: 'Sổ văn bản đi với văn bản chờ phát hành.' },
    },
    {
      heading: 'Xem giao dịch gửi không thành công',
      text: 'Văn bản, trạng thái chưa gửi được ra ngoài đứng ở đây kèm lý do và nút gửi lại.',
      link: { href: '/trao-doi', label: 'Trao đổi với bên ngoài' },
    },
    {
      heading: 'Lập hồ sơ',
      text: 'Văn bản đến, văn bản trả lời và tài liệu của phiếu đã kết thúc được đưa vào hồ sơ theo danh mục hồ sơ của năm.',
      link: { href: '/ho-so', label: 'Hồ sơ' },
    },
  ],
  firstDay: [
    {
      text: 'Kiểm tra tên, chức vụ, đơn vị của mình và đặt mật khẩu riêng.',
      link: { href: '/tai-khoan', label: 'Tài khoản của tôi' },
    },
    {
      text: 'Xem bảng phân công để biết lĩnh vực nào do đơn vị nào xử lý.',
      link: { href: '/bang-phan-cong', label: 'Bảng phân công' },
    },
    {
      text: 'Xem sổ văn bản đi: số của năm bắt đầu từ đâu.',
      link: { href: '/so-van-ban/di', label: 'Sổ văn bản đi' },
    },
    {
      text: 'Mở phiếu đầu tiên và giao đơn vị.',
      link: { href: '/giao-theo-de-xuat', label: 'Giao theo đề xuất' },
    },
  ],
};
