import {
  annex1,
  decree30,
  hasAspect,
  LOOK_ASPECTS,
  PART_LOOKS,
  type LookAspect,
  type LookRule,
  type PartName,
} from './part-looks.js';

export type RuleGroup = 'page' | 'letters' | 'head' | 'title' | 'address' | 'body' | 'ending' | 'annex';

/** What a rule demands; what is there instead, a finding says. */
export interface FormatRuleEntry {
  readonly group: RuleGroup;
  /** `error` must be corrected before approval; `warning` may stay. */
  readonly severity: 'error' | 'warning';
  /** The demand in a few words, shown where it is kept. */
  readonly kept: string;
  readonly source: string;
  /** What the mender does about it in a Word file; absent where only a person can correct it. */
  readonly mend?: string;
}

const rule = (
  group: RuleGroup,
  kept: string,
  source: string,
  more: { readonly mend?: string; readonly severity?: 'warning' } = {},
): FormatRuleEntry => ({ group, kept, source, severity: 'error', ...more });

const OWN_RULES = {
  'page-paper': rule('page', 'Khổ giấy A4', annex1('I.1')),
  'page-orientation': rule('page', 'Trang đứng; trang ngang chỉ dành cho bảng', annex1('I.2')),
  'page-margins': rule('page', 'Lề trên, dưới 20 đến 25 mm, trái 30 đến 35 mm, phải 15 đến 20 mm', annex1('I.3'), {
    mend: 'Đặt lại lề',
  }),
  'page-number': rule('page', 'Trang có đánh số', annex1('I.7')),
  'page-number-field': rule('page', 'Số trang là trường tự đếm', annex1('I.7')),
  'page-number-place': rule('page', 'Số trang ở giữa lề trên', annex1('I.7')),
  'page-number-first': rule('page', 'Không hiện số ở trang thứ nhất', annex1('I.7')),
  'page-number-look': rule('page', 'Số trang bằng chữ số Ả Rập, cỡ 13 đến 14, kiểu đứng', annex1('I.7')),

  font: rule('letters', 'Phông chữ Times New Roman', annex1('I.4'), { mend: 'Đổi sang Times New Roman' }),
  'font-old': rule('letters', 'Không dùng phông chữ cũ (TCVN3, VNI)', annex1('I.4')),
  'text-old-encoding': rule('letters', 'Bộ mã ký tự Unicode (TCVN 6909:2001)', annex1('I.4')),
  colour: rule('letters', 'Chữ màu đen', annex1('I.4'), { mend: 'Đổi chữ sang màu đen' }),
  'text-not-composed': rule('letters', 'Chữ có dấu ở dạng dựng sẵn', annex1('I.4'), {
    mend: 'Chuyển sang dạng dựng sẵn',
  }),
  'text-invisible': rule('letters', 'Không có ký tự ẩn', annex1('I.4'), { mend: 'Xóa ký tự ẩn' }),
  'text-look-alike': rule('letters', 'Chữ Đ là chữ Việt', annex1('I.4'), { mend: 'Thay bằng chữ Đ' }),
  'text-double-space': rule('letters', 'Giữa các từ chỉ một dấu cách', annex1('II.6'), { mend: 'Bỏ dấu cách thừa' }),
  'text-tracked-changes': rule('letters', 'Không còn sửa đổi chưa duyệt', decree30('Điều 11'), { severity: 'warning' }),
  'text-hidden': rule('letters', 'Không có chữ bị ẩn', decree30('Điều 11'), { severity: 'warning' }),

  'nation-wording': rule('head', 'Có Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”', annex1('II.1')),
  'motto-wording': rule('head', 'Có Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”, gạch nối có cách chữ', annex1('II.1'), {
    mend: 'Viết lại Tiêu ngữ',
  }),
  'motto-line': rule('head', 'Dưới Tiêu ngữ có đường kẻ dài bằng dòng chữ', annex1('II.1')),
  'line-typed': rule('head', 'Đường kẻ được vẽ, không gõ bằng dấu gạch', annex1('II.1')),
  'agency-missing': rule('head', 'Có tên cơ quan ban hành', annex1('II.2')),
  'agency-line': rule('head', 'Dưới tên cơ quan có đường kẻ dài từ 1/3 đến 1/2 dòng chữ', annex1('II.2')),
  'number-missing': rule('head', 'Có số, ký hiệu', annex1('II.3')),
  'number-label': rule('head', 'Số, ký hiệu bắt đầu bằng “Số:”', annex1('II.3'), { mend: 'Viết lại “Số:”' }),
  'number-zero': rule('head', 'Số nhỏ hơn 10 có số 0 ở trước', annex1('II.3'), { mend: 'Viết đúng số 0 ở trước' }),
  'symbol-form': rule('head', 'Ký hiệu đúng mẫu, không có dấu cách', annex1('II.3'), {
    mend: 'Bỏ dấu cách trong ký hiệu',
  }),
  'symbol-type': rule(
    'head',
    'Ký hiệu đúng với tên loại văn bản',
    decree30('Phụ lục I, Phần I, mục II.3; Phụ lục III'),
  ),
  'date-missing': rule('head', 'Có địa danh và thời gian ban hành', annex1('II.4')),
  'date-form': rule('head', 'Địa danh, ngày, tháng, năm viết đúng mẫu', annex1('II.4'), {
    mend: 'Viết lại ngày tháng',
  }),
  'date-zero': rule('head', 'Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 ở trước', annex1('II.4'), {
    mend: 'Viết đúng số 0 của ngày, tháng',
  }),
  'date-impossible': rule('head', 'Ngày, tháng có thật', annex1('II.4')),
  'abstract-missing': rule('head', 'Công văn có trích yếu “V/v”', annex1('II.5')),
  'abstract-length': rule('head', 'Trích yếu không quá 500 ký tự', decree30('Phụ lục VI, mục Trích yếu nội dung')),
  'abstract-form': rule('head', 'Trích yếu viết tiếp sau chữ “V/v”, không có dấu chấm cuối', annex1('II.5')),
  'secret-mark': rule(
    'head',
    'Không có dấu chỉ độ mật',
    'Luật Bảo vệ bí mật nhà nước; quy định của phần mềm: không xử lý văn bản mật',
  ),

  'title-missing': rule('title', 'Văn bản có tên loại có trích yếu nội dung', annex1('II.5')),
  'title-line': rule('title', 'Dưới trích yếu có đường kẻ dài từ 1/3 đến 1/2 dòng chữ', annex1('II.5'), {
    severity: 'warning',
  }),

  'address-missing': rule('address', 'Có “Kính gửi”', annex1('II.9')),
  'address-form': rule('address', 'Viết “Kính gửi:”', annex1('II.9'), { mend: 'Viết lại “Kính gửi:”' }),
  'address-one': rule('address', 'Gửi một nơi: viết cùng dòng với “Kính gửi”', annex1('II.9')),
  'address-several': rule('address', 'Gửi nhiều nơi: mỗi nơi một dòng, có gạch đầu dòng', annex1('II.9')),
  'address-own-head': rule('address', 'Không kính gửi người đứng đầu của chính cơ quan ban hành', annex1('II.2; II.9')),
  'address-marks': rule('address', 'Cuối mỗi nơi gửi có dấu chấm phẩy, cuối cùng là dấu chấm', annex1('II.9')),

  'body-size': rule('body', 'Nội dung cỡ chữ 13 đến 14', annex1('II.6')),
  'body-style': rule('body', 'Nội dung kiểu chữ đứng, không đậm', annex1('II.6')),
  'body-justified': rule('body', 'Nội dung canh đều cả hai lề', annex1('II.6')),
  'body-indent': rule('body', 'Đầu đoạn lùi vào 1 hoặc 1,27 cm', annex1('II.6')),
  'body-spacing': rule('body', 'Khoảng cách giữa các đoạn tối thiểu 6 pt', annex1('II.6')),
  'body-line-spacing': rule('body', 'Khoảng cách dòng từ đơn đến 1,5', annex1('II.6')),
  'body-empty-paragraph': rule('body', 'Không dùng đoạn trống để giãn cách', annex1('II.6')),
  'base-marks': rule('body', 'Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm', annex1('II.6')),
  'division-form': rule('body', 'Phần, chương đánh số La Mã; mục, tiểu mục đánh số Ả Rập', annex1('II.6')),
  'article-form': rule('body', 'Điều viết “Điều 1.”, chữ đậm, số liên tiếp', annex1('II.6')),
  'point-letters': rule('body', 'Điểm theo bảng chữ cái tiếng Việt: a), b), c), d), đ), e), g)…', annex1('II.6')),
  'citation-full': rule('body', 'Viện dẫn lần đầu ghi đủ tên loại, số, ngày, cơ quan, trích yếu', annex1('II.6')),
  'citation-law': rule('body', 'Viện dẫn luật, pháp lệnh ghi tên loại và tên', annex1('II.6')),
  'citation-capitals': rule('body', 'Viện dẫn: viết hoa Điều, viết thường khoản, điểm', decree30('Phụ lục II, mục V')),
  'closing-mark': rule('body', 'Nội dung kết thúc bằng “./.”', annex1('II.6')),

  'recipients-missing': rule('ending', 'Có “Nơi nhận”', annex1('II.9')),
  'recipients-form': rule('ending', 'Viết “Nơi nhận:”', annex1('II.9'), { mend: 'Viết lại “Nơi nhận:”' }),
  'recipients-dash': rule('ending', 'Mỗi nơi nhận có gạch đầu dòng', annex1('II.9')),
  'recipients-marks': rule('ending', 'Cuối mỗi nơi nhận có dấu chấm phẩy', annex1('II.9')),
  'filing-line': rule('ending', 'Dòng cuối Nơi nhận là “Lưu: VT”', annex1('II.9')),
  'filing-full-stop': rule('ending', 'Nơi nhận kết thúc bằng dấu chấm', annex1('II.9')),
  'authority-missing': rule('ending', 'Có quyền hạn, chức vụ người ký', annex1('II.7')),
  'authority-form': rule(
    'ending',
    'Quyền hạn ký (TM., Q., KT., TL., TUQ.) đúng mẫu',
    decree30('Điều 13; Phụ lục I, Phần I, mục II.7'),
  ),
  'signer-of-unit': rule(
    'ending',
    'Thủ trưởng đơn vị thuộc cơ quan ký dưới tên đơn vị, hoặc ký TL. người đứng đầu cơ quan',
    decree30('Điều 13; Phụ lục I, Phần I, mục II.2'),
  ),
  'signer-missing': rule('ending', 'Có họ và tên người ký', annex1('II.7')),
  'signer-without-title': rule('ending', 'Trước họ tên người ký không ghi học hàm, học vị, danh xưng', annex1('II.7')),
  'signer-capitals': rule('ending', 'Họ tên người ký viết chữ thường, hoa đầu tiếng', annex1('II.7')),

  'annex-form': rule('annex', 'Viết “Phụ lục”; có hai phụ lục trở lên thì đánh số La Mã', annex1('III.1')),
  'annex-title': rule('annex', 'Phụ lục có tiêu đề', annex1('III.1')),
  'annex-note': rule('annex', 'Phụ lục có ghi chú “(Kèm theo … của …)”', annex1('III.1')),
} as const;

const GROUP_OF_PART: Readonly<Record<PartName, RuleGroup>> = {
  nation: 'head',
  motto: 'head',
  parent: 'head',
  agency: 'head',
  number: 'head',
  date: 'head',
  type: 'title',
  title: 'title',
  abstract: 'head',
  address: 'address',
  base: 'body',
  order: 'body',
  division: 'body',
  divisionTitle: 'body',
  authority: 'ending',
  signer: 'ending',
  recipientsOpening: 'ending',
  recipients: 'ending',
  urgency: 'head',
  annexMark: 'annex',
  annexTitle: 'annex',
  annexNote: 'annex',
};

function styleWords({ bold, italic }: { readonly bold: boolean | null; readonly italic: boolean | null }): string {
  return `kiểu ${italic === true ? 'nghiêng' : 'đứng'}${bold === true ? ', đậm' : bold === false ? ', không đậm' : ''}`;
}

function lookEntry(part: PartName, aspect: LookAspect): FormatRuleEntry {
  const { name, source, size, ...look } = PART_LOOKS[part];
  const sizes = size[0] === size[1] ? `cỡ chữ ${size[0]}` : `cỡ chữ ${size[0]} đến ${size[1]}`;
  const kept: Readonly<Record<LookAspect, string>> = {
    size: `${name}: ${sizes}`,
    style: `${name}: ${styleWords(look)}`,
    capitals: `${name}: ${look.capitals === true ? 'chữ in hoa' : 'chữ in thường'}`,
    centred: `${name}: canh giữa`,
  };
  return rule(GROUP_OF_PART[part], kept[aspect], source);
}

const LOOK_RULES = Object.fromEntries(
  (Object.keys(PART_LOOKS) as PartName[]).flatMap((part) =>
    LOOK_ASPECTS.filter((aspect) => hasAspect(part, aspect)).map((aspect) => [
      `${part}-${aspect}`,
      lookEntry(part, aspect),
    ]),
  ),
) as Readonly<Record<LookRule, FormatRuleEntry>>;

export type FormatRule = keyof typeof OWN_RULES | LookRule;

/** Every rule of the format, each standing here once; what it looks at stands in the files beside this one. */
export const FORMAT_RULES: Readonly<Record<FormatRule, FormatRuleEntry>> = { ...OWN_RULES, ...LOOK_RULES };

export const RULE_NAMES = Object.keys(FORMAT_RULES) as readonly FormatRule[];

/** Rules that are corrected automatically, because the text does not change. */
export function isSafelyMended(rule: FormatRule): boolean {
  return FORMAT_RULES[rule].mend !== undefined;
}
