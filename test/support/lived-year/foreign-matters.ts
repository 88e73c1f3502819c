import { matter, type Matter } from './matter.js';

/** What belongs to others, and is sent there. */
export const FOREIGN_MATTERS: readonly Matter[] = [
  {
    agency: 'Công an phường Hải An',
    ...matter(
      ['schoolSafety', 'An toàn trường học', 'school', 'normal', 'feedback', 3],
      'Quán karaoke cạnh trường mở loa lớn trong giờ học',
      [
        'Quán karaoke sát tường {truong} mở loa từ 14 giờ, lớp {lop} không nghe được thầy cô giảng. Đề nghị cơ quan chức năng kiểm tra, xử lý.',
        '',
      ],
    ),
  },
  {
    agency: 'Sở Xây dựng',
    ...matter(
      ['facilities', 'Cơ sở vật chất', 'school', 'normal', 'petition', 3],
      'Đường vào trường ngập sau mỗi trận mưa',
      [
        'Đoạn đường dẫn vào {truong} ngập nửa mét sau mỗi trận mưa, học sinh phải lội. Cống thoát nước của đường đã tắc lâu ngày. Đề nghị nạo vét, sửa đường.',
        '',
      ],
    ),
  },
  {
    agency: 'UBND phường Lê Chân',
    ...matter(
      ['schoolSafety', 'An toàn trường học', 'school', 'simple', 'feedback', 3],
      'Hàng rong lấn vỉa hè trước cổng trường',
      [
        'Hàng rong bày kín vỉa hè trước cổng {truong} giờ tan học, học sinh phải đi xuống lòng đường. Đề nghị phường dẹp.',
        '',
      ],
    ),
  },
  {
    agency: 'UBND phường Kiến An',
    ...matter(
      ['other', 'Nội dung khác', 'school', 'simple', 'feedback', 3],
      'Đề nghị lắp đèn đường trên đoạn đường học sinh đi học thêm',
      [
        'Đường từ khu dân cư đến {truong} không có đèn, buổi tối học sinh đi học về rất tối và nguy hiểm. Đề nghị lắp đèn chiếu sáng công cộng.',
        '',
      ],
    ),
  },
];
