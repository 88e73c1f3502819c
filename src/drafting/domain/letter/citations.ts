import type { TextFlaw } from '../format/rules/finding.js';

const TYPES =
  'Nghị quyết|Quyết định|Chỉ thị|Quy chế|Quy định|Thông cáo|Thông báo|Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Dự án|Báo cáo|Biên bản|Tờ trình|Hợp đồng|Công điện|Công văn|Giấy mời|Nghị định|Thông tư(?: liên tịch)?|Lệnh|Pháp lệnh|Văn bản|Kết luận|Hiến pháp';
/** A symbol behind its number: `587/QĐ-UBND`, `43/2019/QH14`. */
const SYMBOL = '\\d+(?:\\/\\d{4})?\\/\\p{Lu}[\\p{L}\\d&]*(?:-\\p{Lu}[\\p{L}\\d&]*)*';
const CITED = new RegExp(`(?:(${TYPES})\\s+)?(?<![\\p{L}])số:?\\s+(${SYMBOL})`, 'gu');
const DATED = /^\s*,?\s*ngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/u;
const ISSUED = /^\s*,?\s*(?:của|do)\s+\p{Lu}/u;
/** Words by which an abstract goes on behind the issuer's name. */
const ABSTRACT =
  /\s(?:về|quy định|ban hành|hướng dẫn|sửa đổi|bổ sung|phê duyệt|công bố|triển khai|thực hiện|tổ chức|tăng cường|giao|chấp thuận|thành lập|kiện toàn|điều chỉnh|đề nghị|trả lời|báo cáo|thông báo|kết luận|yêu cầu|phối hợp|chuyển|xử lý|bãi bỏ|thay thế|hợp nhất|quy chế|kế hoạch|v\/v|kèm theo|quyết định|mời|cử|bổ nhiệm|phân công|phân cấp|ủy quyền|uỷ quyền|công nhận|khen thưởng|tặng|xác định|đính chính|chấn chỉnh|nâng cao|đẩy mạnh|chi tiết)(?=\s)/u;
const LAW = /(?:^|[^\p{L}])(Luật|Bộ luật|Pháp lệnh)(\s+[^,;.()]*?)?\s+số:?\s+\d+\/\d{4}\/\p{L}+/u;
const LOWER_ARTICLE = /(?:khoản|điểm)\s+[\p{L}\d]+[\p{L}\d,\s]*?\s(điều)\s+\d+/u;
const UPPER_CLAUSE = /[\p{Ll},]\s+(Khoản|Điểm)\s+(?:\d+|[\p{Ll}])\s+(?:khoản|Khoản|điều|Điều)\s/u;

/**
 * What is wrong with the ways in which a text names other documents: the first time whole (type, number, symbol, date,
 * issuer, abstract), later type, number and symbol; laws by type and name alone.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6; Phụ lục II, mục V.
 *
 * @param paragraphs in their order; which paragraph a flaw is in, its index says
 */
export function citationFlaws(paragraphs: readonly string[]): readonly (TextFlaw & { readonly paragraph: number })[] {
  const known = new Set<string>();
  return paragraphs.flatMap((text, paragraph) => {
    const flaws = [...lawFlaws(text), ...capitalFlaws(text)];
    for (const match of text.matchAll(CITED)) {
      const [whole, type, symbol = ''] = match;
      const isLaw = /\/QH\d*$/u.test(symbol) && type === undefined;
      if (!known.has(symbol) && !isLaw)
        flaws.push(
          ...fullFlaws({
            type,
            symbol,
            before: text.slice(0, match.index),
            behind: text.slice(match.index + whole.length),
          }),
        );
      known.add(symbol);
    }
    return flaws.map((flaw) => ({ ...flaw, paragraph }));
  });
}

interface Cited {
  readonly type: string | undefined;
  readonly symbol: string;
  readonly before: string;
  readonly behind: string;
}

/** What a document put into force says what it is about: `Quy chế … ban hành kèm theo Quyết định số …`. */
const NAMED_BEFORE = /\sban hành\s(?:kèm\s)?theo\s*$/u;

function fullFlaws({ type, symbol, before, behind }: Cited): readonly TextFlaw[] {
  const date = DATED.exec(behind);
  const afterDate = behind.slice(date?.[0].length ?? 0);
  const missing = [
    ...(type === undefined ? ['tên loại văn bản'] : []),
    ...(date ? [] : ['ngày, tháng, năm']),
    ...missingBehind(afterDate, NAMED_BEFORE.test(before)),
  ];
  if (missing.length === 0) return [];
  const message = `Viện dẫn lần đầu văn bản số ${symbol} còn thiếu ${missing.join(', ')}.`;
  return [{ rule: 'citation-full', message }];
}

function missingBehind(text: string, isNamed: boolean): readonly string[] {
  // Behind a comma the sentence goes on with something else.
  const sentence = /^\s*,?[^,;:.]*/u.exec(text)?.[0] ?? '';
  if (!ISSUED.test(text)) return ['cơ quan ban hành'];
  return isNamed || ABSTRACT.test(sentence) ? [] : ['trích yếu nội dung'];
}

function lawFlaws(text: string): readonly TextFlaw[] {
  const match = LAW.exec(text);
  if (!match) return [];
  const [, type = '', name] = match;
  const message =
    name === undefined || name.trim() === ''
      ? `Viện dẫn ${type.toLowerCase()} phải ghi tên của ${type.toLowerCase()}.`
      : `Viện dẫn “${type}${name}” chỉ ghi tên loại và tên, không ghi số.`;
  return [{ rule: 'citation-law', message }];
}

function capitalFlaws(text: string): readonly TextFlaw[] {
  const article = LOWER_ARTICLE.exec(text);
  const clause = UPPER_CLAUSE.exec(text);
  return [
    ...(article ? [{ rule: 'citation-capitals', message: 'Viện dẫn điều viết hoa: “khoản 2 Điều 5”.' } as const] : []),
    ...(clause
      ? [
          {
            rule: 'citation-capitals',
            message: `Giữa câu viết thường “${(clause[1] ?? '').toLowerCase()}”: “khoản 2 Điều 5”.`,
          } as const,
        ]
      : []),
  ];
}
