/** An answer that a list offers. */
interface OfferedValue {
  readonly key: string;
  readonly name: string;
}

/** One further field of a report, as the service definition tells it. */
export interface ReportAttribute {
  readonly code: string;
  readonly datatype: 'string' | 'datetime' | 'singlevaluelist';
  readonly required: boolean;
  readonly description: string;
  readonly datatypeDescription: string;
  readonly values: readonly OfferedValue[];
}

const YES_NO: readonly OfferedValue[] = [
  { key: 'true', name: 'Có' },
  { key: 'false', name: 'Không' },
];

/**
 * What we ask of a report besides what the standard names. The hotline's own number makes it known however often it comes; the standard has no field
 * for it.
 */
export const REPORT_ATTRIBUTES = {
  hotline_code: {
    datatype: 'string',
    required: true,
    description: 'Số phiếu của Tổng đài',
    datatypeDescription: 'Mỗi phản ánh một số, không đổi; nhiều nhất 100 ký tự',
    values: [],
  },
  received_at: {
    datatype: 'datetime',
    required: true,
    description: 'Thời điểm Tổng đài nhận',
    datatypeDescription: 'ISO 8601 có múi giờ, như 2026-03-12T16:52:00+07:00',
    values: [],
  },
  kind: {
    datatype: 'singlevaluelist',
    required: false,
    description: 'Phản ánh hay kiến nghị; bỏ trống là phản ánh',
    datatypeDescription: '',
    values: [
      { key: 'feedback', name: 'Phản ánh' },
      { key: 'petition', name: 'Kiến nghị' },
    ],
  },
  urgent: {
    datatype: 'singlevaluelist',
    required: false,
    description: 'Việc khẩn; bỏ trống là không',
    datatypeDescription: '',
    values: YES_NO,
  },
  keep_secret: {
    datatype: 'singlevaluelist',
    required: false,
    description: 'Giữ bí mật danh tính người phản ánh; bỏ trống là có',
    datatypeDescription: '',
    values: YES_NO,
  },
  subject: {
    datatype: 'string',
    required: false,
    description: 'Trích yếu; bỏ trống thì lấy phần đầu nội dung',
    datatypeDescription: '',
    values: [],
  },
} as const satisfies Readonly<Record<string, Omit<ReportAttribute, 'code'>>>;

export type AttributeCode = keyof typeof REPORT_ATTRIBUTES;

export const ATTRIBUTE_LIST: readonly ReportAttribute[] = Object.entries(REPORT_ATTRIBUTES).map(([code, rest]) => ({
  code,
  ...rest,
}));
