/** One line of the profile: what the form asks, what keeps it from being printed. */
export interface ProfileLine {
  readonly label: string;
  readonly hint?: string;
  /** Characters; 200 by default. */
  readonly longest?: number;
  /** May be empty. A new line has to be: versions published before do not have it. */
  readonly isOptional?: boolean;
  readonly rule?: LineRule;
}

/** What a line must be besides; asked of one that is not empty. */
export interface LineRule {
  readonly holds: (text: string) => boolean;
  readonly sentence: (label: string) => string;
}

const IN_CAPITALS: LineRule = {
  holds: (text) => text === text.toLocaleUpperCase('vi'),
  sentence: (label) => `“${label}” in bằng chữ hoa.`,
};

/** `SGDĐT`, `GDTrH`: begins with a capital, no space, hyphen or stroke. */
export const ABBREVIATION: LineRule = {
  holds: (text) => /^\p{Lu}[\p{L}\d&]*$/u.test(text),
  sentence: () => 'Chữ viết tắt bắt đầu bằng chữ hoa, không có dấu cách, gạch nối hay gạch chéo: “GDTrH”.',
};

/** Characters of an abbreviation. */
export const MAX_SYMBOL_LENGTH = 20;

/**
 * Names, symbol and address, in the order of the form. A line that stands here is stored, shown, asked for, checked and named in the history of changes;
 * nothing else has to be said of it.
 */
export const NAME_LINES = {
  /** `UBND THÀNH PHỐ HẢI PHÒNG`, as it is printed over the agency's name. */
  parent: { label: 'Cơ quan chủ quản', hint: 'In hoa, như ở góc trái văn bản.', rule: IN_CAPITALS },
  /** `SỞ GIÁO DỤC VÀ ĐÀO TẠO`, as it is printed. */
  letterhead: {
    label: 'Tên cơ quan trên văn bản',
    hint: 'In hoa, dưới tên cơ quan chủ quản.',
    rule: IN_CAPITALS,
  },
  /** `Sở Giáo dục và Đào tạo thành phố Hải Phòng`, in full. */
  name: { label: 'Tên cơ quan, đầy đủ' },
  /** `Sở Giáo dục và Đào tạo`, in running text. */
  shortName: { label: 'Tên cơ quan trong câu', hint: 'Như viết trong câu: “Sở Giáo dục và Đào tạo”.' },
  /** `SGDĐT`, in the symbols of documents. */
  symbol: { label: 'Chữ viết tắt của cơ quan', longest: MAX_SYMBOL_LENGTH, rule: ABBREVIATION },
  /** `Hải Phòng`, before the date. */
  place: { label: 'Địa danh', hint: 'Trước ngày tháng năm của văn bản.' },
  address: { label: 'Địa chỉ' },
} as const satisfies Readonly<Record<string, ProfileLine>>;

export const TITLE_LINES = {
  /** `Giám đốc` */
  head: { label: 'Chức vụ người đứng đầu' },
  /** `Phó Giám đốc`, who signs for the head. */
  deputy: { label: 'Chức vụ cấp phó' },
} as const satisfies Readonly<Record<string, ProfileLine>>;

/** What running text cites, as it cites it. */
export const CITATION_LINES = {
  /** The regulation on feedback through the hotline, by which time runs. */
  regulation: {
    label: 'Quy chế tiếp nhận phản ánh, kiến nghị',
    hint: 'Viết như trích dẫn trong văn bản.',
    longest: 500,
  },
} as const satisfies Readonly<Record<string, ProfileLine>>;

export const PROFILE_LINES = { ...NAME_LINES, ...TITLE_LINES, ...CITATION_LINES };

export type LineName = keyof typeof PROFILE_LINES;

/** The texts of some lines by their names. */
export type Texts<Lines> = Readonly<Record<keyof Lines, string>>;

/** Lines as they were typed or stored. @param textOf of one line, by its name */
export function textsFrom<Lines extends Readonly<Record<string, ProfileLine>>>(
  lines: Lines,
  textOf: (name: keyof Lines & string) => string,
): Texts<Lines> {
  // Object.fromEntries forgets the names.
  return Object.fromEntries(Object.keys(lines).map((name) => [name, textOf(name)])) as Texts<Lines>;
}

export function namesOf<Lines extends object>(lines: Lines): readonly (keyof Lines & string)[] {
  // Object.keys forgets them, too.
  return Object.keys(lines) as (keyof Lines & string)[];
}
