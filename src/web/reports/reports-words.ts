import type { ReportCheck } from '../../reports/index.js';
import type { Dimension } from '../../reports/domain/figures.js';
import type { CutOff, PeriodKind } from '../../reports/domain/period.js';
import type { ReportState } from '../../reports/domain/report.js';

export const PERIOD_WORDS: Readonly<Record<PeriodKind, string>> = {
  weekly: 'Tuần',
  monthly: 'Tháng',
  quarterly: 'Quý',
  halfYear: '6 tháng',
  yearly: 'Năm',
  adHoc: 'Đột xuất',
};

export const CUT_OFF_WORDS: Readonly<Record<CutOff, string>> = {
  calendar: 'Theo lịch',
  day15: 'Từ ngày 15 đến ngày 14',
};

export const REPORT_STATE_WORDS: Readonly<Record<ReportState, string>> = {
  draft: 'Dự thảo, chờ chốt',
  frozen: 'Đã chốt',
  dropped: 'Đã bỏ',
};

/** By what the table of a report parts, and by which word of the address. */
export const DIMENSION_WORDS: Readonly<
  Record<Exclude<Dimension, 'unitCategory'>, { readonly by: string; readonly label: string; readonly heading: string }>
> = {
  unit: { by: 'don-vi', label: 'Theo đơn vị', heading: 'Đơn vị' },
  category: { by: 'linh-vuc', label: 'Theo lĩnh vực', heading: 'Lĩnh vực' },
  level: { by: 'muc-do', label: 'Theo mức độ', heading: 'Mức độ' },
  channel: { by: 'kenh', label: 'Theo kênh', heading: 'Kênh tiếp nhận' },
  ground: { by: 'ly-do', label: 'Lý do không tiếp nhận', heading: 'Lý do' },
};

export const OUTCOME_WORDS = {
  answered: 'Đã trả lời',
  withdrawn: 'Người phản ánh rút',
  returned: 'Chuyển trả',
  rejected: 'Không tiếp nhận',
  merged: 'Đã gộp',
} as const;

/** What a check holds the report to, and what a failure means. */
export const CHECK_WORDS: Readonly<
  Record<ReportCheck, { readonly name: string; readonly pass: string; readonly fail: string }>
> = {
  snapshot: {
    name: 'Bản lưu số liệu',
    pass: 'Còn nguyên, đúng mã băm.',
    fail: 'Bản lưu mất hoặc đã bị sửa; khôi phục từ bản sao lưu rồi kiểm tra lại.',
  },
  figures: {
    name: 'Tính lại từ bản lưu',
    pass: 'Mọi con số tính lại từ danh sách phiếu trong bản lưu đều trùng khớp hoàn toàn.',
    fail: 'Số đang hiện khác số tính lại từ bản lưu; không dùng báo cáo này, báo quản trị.',
  },
  balance: {
    name: 'Cân đối',
    pass: 'Ở mọi ô: tồn kỳ trước + tiếp nhận = đã giải quyết + chuyển trả + không tiếp nhận + gộp + còn lại.',
    fail: 'Có ô không cân đối; không dùng báo cáo này, báo quản trị.',
  },
  carried: {
    name: 'Nối với kỳ trước',
    pass: 'Số còn lại cuối kỳ trước bằng số tồn đầu kỳ này.',
    fail: 'Số còn lại cuối kỳ trước khác số tồn đầu kỳ này; báo quản trị.',
  },
  rows: {
    name: 'Danh sách sau mỗi con số',
    pass: 'Mọi dòng mở ra từ các con số đều trùng bản lưu.',
    fail: 'Danh sách mở ra từ các con số đã bị sửa; số trong bản lưu mới đúng.',
  },
  history: {
    name: 'Dựng lại từ lịch sử phiếu',
    pass: 'Lập lại báo cáo từ lịch sử phiếu hôm nay cho kết quả trùng khớp hoàn toàn.',
    fail: 'Lịch sử phiếu của kỳ này đã bị sửa sau khi lập báo cáo; báo quản trị.',
  },
  frozen: {
    name: 'Mã chốt',
    pass: 'Trùng mã ghi trong nhật ký lúc chốt.',
    fail: 'Nhận xét, kiến nghị, người chốt hoặc bản lưu khác lúc chốt; báo quản trị.',
  },
};
