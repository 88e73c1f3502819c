import type { ChosenView } from '../../../../src/web/many-tickets/chosen-page.js';
import { assignManyForm, noteManyForm, remindManyForm } from '../../../../src/web/many-tickets/many-forms.js';
import type { ManyResultView } from '../../../../src/web/many-tickets/many-result-page.js';

const FEES = {
  ...{ href: '/phieu/a', code: 'PAKN.20260318.0009', subject: 'Thu tiền học thêm trong giờ chính khóa' },
  state: 'Đang xác minh',
};
const TOILETS = {
  ...{ href: '/phieu/b', code: 'PAKN.20260318.0012', state: 'Đang xử lý' },
  subject: 'Nhà vệ sinh học sinh xuống cấp, đề nghị sửa trước kỳ thi học kỳ II',
};
const OTHER = {
  ...{ href: '/phieu/c', code: 'PAKN.20260318.0015', subject: 'Mất điện liên tục trong tuần thi' },
  why: 'Phiếu đang ở bước “Đã trả lời”.',
};

export const toNote: ChosenView = {
  heading: 'Ghi tiến độ nhiều phiếu',
  othersHeading: 'Không ghi được ở các phiếu này',
  backHref: '/',
  form: noteManyForm('/', null),
  rows: [
    { ...FEES, value: 'a~4', unit: 'Phòng Giáo dục Trung học' },
    { ...TOILETS, value: 'b~7', unit: 'Phòng Giáo dục Trung học' },
  ],
  others: [OTHER],
};

export const toRemind: ChosenView = {
  ...toNote,
  heading: 'Nhắc đơn vị chủ trì',
  othersHeading: 'Không nhắc được ở các phiếu này',
  form: remindManyForm('/giam-sat', null),
};

export const toAssign: ChosenView = {
  ...toNote,
  heading: 'Giao việc nhiều phiếu',
  othersHeading: 'Không giao được các phiếu này',
  form: assignManyForm(
    '/?danh-sach=chua-giao',
    {
      units: [
        { value: 'gdth', label: 'Phòng Giáo dục Tiểu học' },
        { value: 'gdtrh', label: 'Phòng Giáo dục Trung học' },
      ],
      officers: [
        { value: 'ha', label: 'Lê Thu Hà', group: { key: 'gdth', label: 'Phòng Giáo dục Tiểu học' } },
        {
          value: 'ngoc',
          label: 'Nguyễn Thị Hồng Ngọc, đang giữ 6 phiếu',
          group: { key: 'gdtrh', label: 'Phòng Giáo dục Trung học' },
        },
        { value: 'dung', label: 'Trần Tiến Dũng', group: { key: 'gdtrh', label: 'Phòng Giáo dục Trung học' } },
      ],
      leaders: [{ value: 'khanh', label: 'Đỗ Quốc Khánh' }],
    },
    null,
  ),
  rows: toNote.rows.map((row) => ({ ...row, unit: 'chưa giao đơn vị', state: 'Đã tiếp nhận' })),
};

export const nothingToNote: ChosenView = { ...toNote, rows: [] };

export const result: ManyResultView = {
  summary: 'Đã ghi tiến độ 2 phiếu; 2 phiếu chưa ghi được.',
  backHref: '/',
  undo: { action: '/nhieu-phieu/hoan-tac', label: 'Hoàn tác 2 phiếu' },
  refused: [
    { key: 'c', ticket: OTHER, why: 'Người khác vừa cập nhật trước. Mở lại trang để xem bản mới nhất rồi làm tiếp.' },
    { key: 'd', ticket: null, why: 'Không có mục này, hoặc mục này không thuộc đơn vị của tài khoản đang dùng.' },
  ],
  done: [FEES, TOILETS],
};
