/** How a part of a document must look: sizes in points, and what Phụ lục I of the decree says of its letters. */
export interface PartLook {
  readonly name: string;
  readonly source: string;
  readonly size: readonly [number, number];
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** In capitals, or not all in capitals; null where the part has a rule of its own. */
  readonly capitals: boolean | null;
  readonly centred: boolean;
}

const DECREE = 'Nghị định 30/2020/NĐ-CP';

/** `Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3` */
export function decree30(place: string): string {
  return `${DECREE}, ${place}`;
}

export function annex1(section: string): string {
  return decree30(`Phụ lục I, Phần I, mục ${section}`);
}

const upright = { italic: false } as const;

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II và Phần V (mẫu chữ và chi tiết trình bày). */
export const PART_LOOKS = {
  nation: {
    name: 'Quốc hiệu',
    source: annex1('II.1'),
    size: [12, 13],
    bold: true,
    ...upright,
    capitals: true,
    centred: true,
  },
  motto: {
    name: 'Tiêu ngữ',
    source: annex1('II.1'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: false,
    centred: true,
  },
  parent: {
    name: 'Tên cơ quan chủ quản',
    source: annex1('II.2'),
    size: [12, 13],
    bold: false,
    ...upright,
    capitals: true,
    centred: true,
  },
  agency: {
    name: 'Tên cơ quan ban hành',
    source: annex1('II.2'),
    size: [12, 13],
    bold: true,
    ...upright,
    capitals: true,
    centred: true,
  },
  number: {
    name: 'Số, ký hiệu',
    source: annex1('II.3'),
    size: [13, 13],
    bold: false,
    ...upright,
    capitals: null,
    centred: false,
  },
  date: {
    name: 'Địa danh và thời gian',
    source: annex1('II.4'),
    size: [13, 14],
    bold: false,
    italic: true,
    capitals: false,
    centred: false,
  },
  type: {
    name: 'Tên loại văn bản',
    source: annex1('II.5'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: true,
    centred: true,
  },
  title: {
    name: 'Trích yếu nội dung',
    source: annex1('II.5'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: false,
    centred: true,
  },
  abstract: {
    name: 'Trích yếu công văn',
    source: annex1('II.5'),
    size: [12, 13],
    bold: false,
    ...upright,
    capitals: false,
    centred: false,
  },
  address: {
    name: 'Kính gửi',
    source: annex1('II.9'),
    size: [13, 14],
    bold: false,
    ...upright,
    capitals: null,
    centred: false,
  },
  base: {
    name: 'Căn cứ ban hành',
    source: annex1('II.6'),
    size: [13, 14],
    bold: false,
    italic: true,
    capitals: null,
    centred: false,
  },
  order: {
    name: 'Lời ban hành',
    source: annex1('II.6'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: true,
    centred: true,
  },
  division: {
    name: 'Phần, chương, mục',
    source: annex1('II.6'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: false,
    centred: true,
  },
  divisionTitle: {
    name: 'Tiêu đề phần, chương, mục',
    source: annex1('II.6'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: true,
    centred: true,
  },
  authority: {
    name: 'Quyền hạn, chức vụ người ký',
    source: annex1('II.7'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: true,
    centred: false,
  },
  signer: {
    name: 'Họ và tên người ký',
    source: annex1('II.7'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: null,
    centred: false,
  },
  recipientsOpening: {
    name: 'Từ “Nơi nhận”',
    source: annex1('II.9'),
    size: [12, 12],
    bold: true,
    italic: true,
    capitals: null,
    centred: false,
  },
  recipients: {
    name: 'Danh sách nơi nhận',
    source: annex1('II.9'),
    size: [11, 11],
    bold: false,
    ...upright,
    capitals: null,
    centred: false,
  },
  urgency: {
    name: 'Dấu chỉ độ khẩn',
    source: annex1('III.2'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: true,
    centred: false,
  },
  annexMark: {
    name: 'Từ “Phụ lục” và số thứ tự',
    source: annex1('III.1'),
    size: [14, 14],
    bold: true,
    ...upright,
    capitals: false,
    centred: true,
  },
  annexTitle: {
    name: 'Tiêu đề phụ lục',
    source: annex1('III.1'),
    size: [13, 14],
    bold: true,
    ...upright,
    capitals: true,
    centred: true,
  },
  annexNote: {
    name: 'Ghi chú “Kèm theo”',
    source: annex1('III.1'),
    size: [13, 14],
    bold: false,
    italic: true,
    capitals: null,
    centred: true,
  },
} as const satisfies Readonly<Record<string, PartLook>>;

export type PartName = keyof typeof PART_LOOKS;

/** What can be wrong with the look of a part. */
export const LOOK_ASPECTS = ['size', 'style', 'capitals', 'centred'] as const;

export type LookAspect = (typeof LOOK_ASPECTS)[number];

export type LookRule = `${PartName}-${LookAspect}`;

/** Whether there is anything to say on this aspect of a part. */
export function hasAspect(part: PartName, aspect: LookAspect): boolean {
  const look: PartLook = PART_LOOKS[part];
  if (aspect === 'capitals') return look.capitals !== null;
  return aspect === 'centred' ? look.centred : true;
}
