/** Letters as they are to look, by direct formatting alone. */
export interface Styled {
  text: string;
  size: number;
  bold?: boolean;
  italic?: boolean;
  font?: string;
  colour?: string;
  align?: 'left' | 'center' | 'right' | 'both';
  /** Twentieths of a point before and behind, and 240ths of a line. */
  before?: number;
  after?: number;
  line?: number;
  /** Millimetres. */
  first?: number;
  left?: number;
  /** Bold letters at the beginning, up to and with the first full stop. */
  boldStart?: boolean;
  underline?: boolean;
}

/** Everything that a document of Decree 30 shows; a test changes one thing of it. */
export interface DocumentPlan {
  layout: 'table' | 'rows' | 'tabs' | 'boxes';
  page: { width: number; height: number; top: number; right: number; bottom: number; left: number };
  numbers: {
    where: 'header' | 'footer' | 'none';
    align: string;
    size: number;
    italic: boolean;
    firstHidden: boolean;
    /** `uncounted` as programs write it that never print. */
    isField: boolean | 'uncounted';
    format: string | null;
    font: string;
  };
  stamps: Styled[];
  parents: Styled[];
  agency: Styled[];
  /** Lines of the head as drawings, or as borders of empty paragraphs. */
  strokes: 'drawn' | 'borders';
  agencyLine: number | 'underscores' | null;
  nation: Styled;
  motto: Styled;
  mottoLine: number | 'underscores' | null;
  number: Styled;
  date: Styled;
  abstract: Styled | null;
  type: Styled | null;
  title: Styled | null;
  addressOpening: Styled | null;
  addressees: Styled[];
  body: Styled[];
  recipientsOpening: Styled | null;
  recipients: Styled[];
  authority: Styled[];
  signer: Styled | null;
  annexes: { mark: Styled; title: Styled | null; note: Styled | null }[];
}

export const TIMES = 'Times New Roman';

export const styled = (text: string, size: number, more: Partial<Styled> = {}): Styled => ({
  text,
  size,
  align: 'center',
  ...more,
});
export const running = (text: string, more: Partial<Styled> = {}): Styled => ({
  text,
  size: 14,
  align: 'both',
  first: 12.7,
  after: 120,
  ...more,
});

/** A letter that departs in nothing. */
export function goodLetter(change: Partial<DocumentPlan> = {}): DocumentPlan {
  return {
    layout: 'table',
    page: { width: 210, height: 297, top: 20, right: 20, bottom: 20, left: 30 },
    numbers: {
      where: 'header',
      align: 'center',
      size: 14,
      italic: false,
      firstHidden: true,
      isField: true,
      format: null,
      font: TIMES,
    },
    stamps: [],
    parents: [styled('UBND THÀNH PHỐ HẢI PHÒNG', 12)],
    agency: [styled('SỞ GIÁO DỤC VÀ ĐÀO TẠO', 12, { bold: true })],
    strokes: 'drawn',
    agencyLine: 22,
    nation: styled('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, { bold: true }),
    motto: styled('Độc lập - Tự do - Hạnh phúc', 13, { bold: true }),
    mottoLine: 56,
    number: styled('Số: 05/SGDĐT-VP', 13, { before: 120 }),
    date: styled('Hải Phòng, ngày 05 tháng 01 năm 2026', 13, { italic: true, before: 120 }),
    abstract: styled('V/v báo cáo tiếp nhận phản ánh, kiến nghị', 12, { before: 120 }),
    type: null,
    title: null,
    addressOpening: { text: 'Kính gửi:', size: 14, left: 30, before: 360 },
    addressees: ['- Sở Nội vụ;', '- Sở Tài chính;', '- Ủy ban nhân dân các phường.'].map((text) => ({
      text,
      size: 14,
      left: 45,
    })),
    body: [
      running(
        'Thực hiện Quyết định số 587/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân thành phố Hải Phòng về việc ban hành Quy chế ' +
          'phối hợp tạm thời tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân, Sở Giáo dục và Đào tạo đề nghị các đơn vị:',
      ),
      running(
        '1. Rà soát danh sách cán bộ đầu mối, gửi về Văn phòng Sở trước ngày 15/01/2026 để tổng hợp, công khai theo khoản 2 Điều 5 của Quy chế.',
      ),
      running('2. Thực hiện các nhiệm vụ:'),
      running('a) Công khai số điện thoại;'),
      running('b) Công khai thư điện tử;'),
      running('c) Công khai địa chỉ;'),
      running('d) Bố trí người trực;'),
      running('đ) Bố trí máy tính;'),
      running('e) Báo cáo hằng tháng.'),
      running(
        '3. Báo cáo kết quả theo Quyết định số 587/QĐ-UBND trước ngày 25 hằng tháng để Sở Giáo dục và Đào tạo tổng hợp, báo cáo Ủy ban nhân dân thành phố.',
      ),
      running('Đề nghị các đơn vị nghiêm túc thực hiện./.'),
    ],
    recipientsOpening: { text: 'Nơi nhận:', size: 12, bold: true, italic: true },
    recipients: ['- Như trên;', '- Giám đốc Sở (để b/c);', '- Lưu: VT, VP.'].map((text) => ({ text, size: 11 })),
    authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'].map((text) => styled(text, 14, { bold: true })),
    signer: styled('Đỗ Quốc Khánh', 14, { bold: true }),
    annexes: [],
    ...change,
  };
}

/** A decision that departs in nothing. */
export function goodDecision(change: Partial<DocumentPlan> = {}): DocumentPlan {
  const article = (text: string): Styled => running(text, { boldStart: true });
  const base = (text: string): Styled => running(text, { italic: true });
  return goodLetter({
    number: styled('Số: 15/QĐ-SGDĐT', 13, { before: 120 }),
    abstract: null,
    type: styled('QUYẾT ĐỊNH', 14, { bold: true, before: 360 }),
    title: styled('Về việc thành lập Tổ công tác tiếp nhận phản ánh, kiến nghị', 14, { bold: true, after: 240 }),
    addressOpening: null,
    addressees: [],
    body: [
      styled('GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO', 14, { bold: true, after: 120 }),
      base('Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;'),
      base('Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;'),
      base('Theo đề nghị của Chánh Văn phòng Sở.'),
      styled('QUYẾT ĐỊNH:', 14, { bold: true, before: 120, after: 120 }),
      article(
        'Điều 1. Thành lập Tổ công tác tiếp nhận phản ánh, kiến nghị của tổ chức, cá nhân tại Sở Giáo dục và Đào tạo.',
      ),
      article('Điều 2. Quyết định này có hiệu lực kể từ ngày ký.'),
      article(
        'Điều 3. Chánh Văn phòng, trưởng các phòng thuộc Sở và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    recipients: ['- Như Điều 3;', '- Giám đốc Sở (để b/c);', '- Lưu: VT, VP.'].map((text) => ({ text, size: 11 })),
    authority: [styled('GIÁM ĐỐC', 14, { bold: true })],
    ...change,
  });
}

export type TypedKind = readonly [name: string, abbreviation: string];

/** A document with a type in its symbol, other than a decision. */
export function goodTyped([name, abbreviation]: TypedKind, change: Partial<DocumentPlan> = {}): DocumentPlan {
  return goodLetter({
    number: styled(`Số: 15/${abbreviation}-SGDĐT`, 13, { before: 120 }),
    abstract: null,
    type: styled(name, 14, { bold: true, before: 360 }),
    title: styled('Tiếp nhận, xử lý phản ánh, kiến nghị năm 2026', 14, { bold: true, after: 240 }),
    addressOpening: null,
    addressees: [],
    ...change,
  });
}

export function annexes(count: number): DocumentPlan['annexes'] {
  return Array.from({ length: count }, (_, at) => ({
    mark: styled(count === 1 ? 'Phụ lục' : `Phụ lục ${['I', 'II', 'III'][at] ?? ''}`, 14, { bold: true }),
    title: styled('DANH SÁCH CÁN BỘ ĐẦU MỐI', 14, { bold: true }),
    note: styled('(Kèm theo Công văn số 05/SGDĐT-VP ngày 05 tháng 01 năm 2026 của Sở Giáo dục và Đào tạo)', 13, {
      italic: true,
    }),
  }));
}
