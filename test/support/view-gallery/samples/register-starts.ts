import { takeOverForm } from '../../../../src/web/register-starts/register-take-over-view.js';
import type { TakeOverView } from '../../../../src/web/register-starts/register-take-over-page.js';
import type { RegisterStartView } from '../../../../src/web/register-starts/register-start-page.js';

const refusal = {
  ...{ id: 'khong-xac-nhan', label: 'Không xác nhận…', action: '/so-van-ban/di/bat-dau/1/tu-choi' },
  submit: 'Không xác nhận đề nghị',
  fields: [{ kind: 'area' as const, name: 'reason', label: 'Lý do', required: true, maxLength: 500, value: '' }],
};

export const startToPropose: RegisterStartView = {
  code: 'di',
  title: 'Sổ đăng ký văn bản đi',
  year: 2026,
  standing: 'Sổ chưa cấp số nào; nếu không đặt số bắt đầu, văn bản đầu tiên lấy số 01.',
  waiting: null,
  form: {
    ...{ id: 'de-nghi', label: 'Đề nghị số bắt đầu…', action: '/so-van-ban/di/bat-dau', submit: 'Đề nghị số bắt đầu' },
    lead: 'Ghi số liền sau số cuối của sổ cũ. Chỉ đặt được một lần, khi người thứ hai xác nhận, trước văn bản đầu tiên.',
    fields: [
      { kind: 'number', name: 'first', label: 'Số bắt đầu', min: 2, max: 99_999, required: true, value: '412' },
      {
        ...{ kind: 'area', name: 'basis', label: 'Căn cứ', required: true, maxLength: 500, value: '' },
        hint: 'Sổ nào, số cuối, ngày của số cuối, biên bản bàn giao nếu có; in trên sổ.',
        error: 'Ghi căn cứ: sổ nào, số cuối, ngày của số cuối, biên bản bàn giao nếu có.',
      },
    ],
    open: true,
  },
  takeOver: {
    form: takeOverForm('di', 'outgoing', null),
    sampleHref: '/so-van-ban/di/tiep-quan/mau.xlsx',
  },
  past: [
    {
      icon: 'x',
      title: 'Không bắt đầu từ số 402',
      detail:
        'Phạm Minh Tuệ đề nghị 15/02/2026, 16:10: Sổ giấy văn bản đi năm 2026. Không xác nhận: sổ giấy đã tới số 411. Đỗ Quốc Khánh, 15/02/2026, 16:40.',
    },
  ],
};

export const startToConfirm: RegisterStartView = {
  ...startToPropose,
  standing: `${startToPropose.standing} Một đề nghị đang chờ người thứ hai.`,
  form: null,
  takeOver: null,
  waiting: {
    facts: [
      { label: 'Số bắt đầu', value: '412' },
      {
        label: 'Căn cứ',
        value: 'Sổ giấy văn bản đi năm 2026, số cuối 411 ngày 13/02/2026, biên bản bàn giao 03/BB-VP',
      },
      { label: 'Người đề nghị', value: 'Phạm Minh Tuệ, 16/02/2026, 08:05' },
    ],
    reviewHref: '/so-van-ban/di/tiep-quan/1',
    note: null,
    confirm: { action: '/so-van-ban/di/bat-dau/1/xac-nhan', label: 'Xác nhận bắt đầu từ số 412' },
    refusal,
  },
};

export const takeOverToRepair: TakeOverView = {
  code: 'di',
  heading: 'Sổ đăng ký văn bản đi năm 2026: so-di-2026.xlsx',
  summary: '411 dòng, số 1 đến 412; 2 dòng phải sửa. Số tiếp theo sẽ là 413.',
  barred: 'Chưa tiếp quản dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.',
  missing:
    'Tệp không có số 118, 119. Mỗi số ấy giữ một dòng ghi “Số không có trong sổ tiếp quản”; nếu sót thì bổ sung vào tệp rồi chọn lại.',
  proposed: null,
  form: null,
  rows: [
    {
      ...{ line: '57', number: '55/SGDĐT-VP', day: '30/12/2025', party: 'UBND thành phố Hải Phòng' },
      ...{ subject: 'Báo cáo: kết quả tiếp công dân quý IV', outcome: 'Tiếp quản', doubts: [] },
      flaws: ['Ngày tháng văn bản: thuộc năm 2025; chỉ tiếp quản sổ năm 2026.'],
    },
    {
      ...{ line: '90', number: '87/SGDĐT-GDTrH', day: '02/02/2026', party: 'Các trường THPT' },
      ...{ subject: 'Công văn: lịch kiểm tra học kỳ', outcome: 'Tiếp quản', doubts: [] },
      flaws: ['Số, ký hiệu văn bản: số 87 trùng với dòng 89.'],
    },
    {
      ...{ line: '91', number: '88/SGDĐT-VP', day: '02/02/2026', party: 'Trường THPT Núi Voi' },
      ...{ subject: 'Công văn: trả lời kiến nghị', outcome: 'Số hủy: ghi nhầm nơi nhận', flaws: [], doubts: [] },
    },
  ],
  left: 'Còn 408 dòng đạt không hiện.',
};

export const takeOverToPropose: TakeOverView = {
  ...takeOverToRepair,
  summary: '411 dòng, số 1 đến 412; 0 dòng phải sửa. Số tiếp theo sẽ là 413.',
  barred: null,
  form: {
    ...{ id: 'de-nghi-tiep-quan', label: 'Đề nghị tiếp quản…', action: '/so-van-ban/di/tiep-quan/1/de-nghi' },
    submit: 'Đề nghị tiếp quản sổ này',
    lead: 'Các dòng vào sổ khi người thứ hai xác nhận; làm một lần, trước văn bản đầu tiên lấy số ở đây.',
    fields: [{ kind: 'area', name: 'basis', label: 'Căn cứ', required: true, maxLength: 500, value: '' }],
    open: true,
  },
  rows: takeOverToRepair.rows.map((row) => ({ ...row, flaws: [] })),
};
