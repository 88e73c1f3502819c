import { formatCheckView } from '../../../../src/web/format/format-check-view.js';
import type { FormatCheckView } from '../../../../src/web/format/format-check-page.js';

const SECTION = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục';

export const formatCheck: FormatCheckView = formatCheckView(null);

export const formatChecked: FormatCheckView = formatCheckView(null, {
  name: 'Công văn đề nghị sửa mái nhà để xe của Trường THPT Núi Voi.docx',
  summary: 'Chưa đạt: 2 lỗi phải sửa, 1 điều cần xem; 2 lỗi đã sửa trong bản tải về.',
  troubles: [],
  findings: [
    {
      severity: 'error',
      message: 'Cỡ chữ nội dung là 12, phải từ 13 đến 14.',
      notes: ['Nội dung, đoạn 11: “Nhà trường đề nghị Sở Giáo dục và Đào tạo xem xét, bố trí k…”', `${SECTION} II.6`],
    },
    {
      severity: 'error',
      message: 'Cuối nội dung thiếu dấu “./.”.',
      notes: ['Nội dung, đoạn 14: “Trân trọng cảm ơn.”', `${SECTION} II.6`],
    },
    {
      severity: 'warning',
      message: 'Còn 2 chỗ sửa đổi chưa được chấp nhận hay từ chối.',
      notes: ['Toàn văn bản', 'Nghị định 30/2020/NĐ-CP, Điều 11'],
    },
  ],
  mended: {
    href: 'data:application/vnd.openxmlformats-officedocument.wordprocessingml.document;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
    name: 'Công văn đề nghị sửa mái nhà để xe của Trường THPT Núi Voi (đã sửa).docx',
    size: '18 kB',
    findings: [
      {
        severity: 'error',
        message: 'Lề trái là 25 mm, phải từ 30 đến 35 mm.',
        notes: ['Trang giấy', `${SECTION} I.3`],
        done: 'Đã sửa: đặt lại lề.',
      },
      {
        severity: 'error',
        message: 'Số 5 nhỏ hơn 10, phải viết 05.',
        notes: ['Số, ký hiệu, đoạn 3: “Số: 5/THPTNV-VP”', `${SECTION} II.3`],
        done: 'Đã sửa: viết đúng số 0 ở trước.',
      },
    ],
  },
});

export const formatNotChecked: FormatCheckView = formatCheckView(null, {
  name: 'cong-van.docm',
  summary: 'Chưa kiểm tra.',
  troubles: ['Tệp có macro. Lưu lại dạng .docx rồi gửi.'],
  findings: [],
  mended: null,
});
