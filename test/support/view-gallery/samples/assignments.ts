import type { ProposedAssignmentsView } from '../../../../src/web/assignments/proposed-assignments-page.js';

export const proposed: ProposedAssignmentsView = {
  rows: [
    {
      ...{ value: 'a~2~ngoc', href: '/phieu/a', code: 'PAKN.20260318.0009' },
      subject: 'Thu tiền học thêm trong giờ chính khóa',
      ...{ unit: 'Phòng Kế hoạch - Tài chính', officer: 'Bà Nguyễn Thị Hồng Ngọc' },
      reason:
        'Theo bảng phân công (125/QĐ-SGDĐT), dòng 1: lĩnh vực Thu chi, dạy thêm. Phù hợp với các phiếu Sở đã giao.',
    },
    {
      ...{ value: 'b~1~luc', href: '/phieu/b', code: 'PAKN.20260318.0012' },
      subject: 'Nhà vệ sinh học sinh xuống cấp, đề nghị sửa trước kỳ thi học kỳ II',
      ...{ unit: 'Trường THPT Núi Voi', officer: 'Ông Đoàn Văn Lực' },
      reason: 'Theo bảng phân công (125/QĐ-SGDĐT), dòng 2. Trường được nêu: Trường THPT Núi Voi.',
    },
  ],
  others: [
    {
      ...{ href: '/phieu/c', code: 'PAKN.20260318.0015', subject: 'Mất điện liên tục trong tuần thi' },
      why: 'Có thể thuộc thẩm quyền của Công ty Điện lực; mở phiếu để chuyển hoặc giao.',
    },
    {
      ...{ href: '/phieu/d', code: 'PAKN.20260318.0017', subject: 'Xếp lớp chuyên không theo điểm' },
      why: 'Đề xuất Phòng Giáo dục Trung học, ngoài bảng phân công: lãnh đạo quyết định; mở phiếu để đề xuất.',
    },
  ],
};

export const allAssigned: ProposedAssignmentsView = {
  rows: [],
  others: [
    {
      ...{ href: '/phieu/a', code: 'PAKN.20260318.0009', subject: 'Thu tiền học thêm trong giờ chính khóa' },
      why: 'Đã giao Phòng Kế hoạch - Tài chính.',
    },
  ],
};
