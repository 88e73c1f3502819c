import { fold } from '../../../../kernel/vietnamese.js';
import { abstractFlaws } from '../../letter/abstract-flaws.js';
import { dateLineFlaws } from '../../letter/date-line-flaws.js';
import { numberLineFlaws } from '../../letter/number-line.js';
import { textWidth, wrappedWidths } from '../page/letter-widths.js';
import type { PlacedLine, TextLine } from '../page/text-lines.js';
import type { DocumentParts, Head } from '../parts/document-parts.js';
import { flawOf, flawsOfText, type CheckedPage, type Flaw } from './finding.js';
import { lettersOf, lookFlaws } from './looks.js';
import { PART_LOOKS } from './part-looks.js';
import type { FormatRule } from './rule-table.js';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Hand-drawn lines are never exact, and letters are measured without the program's own spacing. */
const AS_LONG = [0.85, 1.16] as const;
const PART_AS_LONG = [0.3, 0.54] as const;

/** Ô 1 to 5b: nation, agency, number, place and date, abstract of a letter, stamps. */
export function headFlaws({ parts, model }: CheckedPage): readonly Flaw[] {
  const { head, title } = parts;
  return [
    ...nationFlaws(head),
    ...agencyFlaws(head),
    ...numberFlaws(parts),
    ...dateFlaws(head),
    ...abstractPartFlaws(parts),
    ...(model.sections.length > 0 ? lineFlaws(head) : []),
    ...titleFlaws(parts),
    ...lookFlaws('urgency', head.urgency),
    ...head.secrecy.map((line) =>
      flawOf('secret-mark', 'Dấu chỉ độ mật', `Văn bản có dấu “${line.text}”; hệ thống không nhận văn bản mật.`, line),
    ),
    ...lookFlaws('type', title.type ? [title.type] : []),
    ...lookFlaws('title', title.abstract),
  ];
}

/** Both ways of placing the mark of tone are right. */
function isNation(text: string): boolean {
  return /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/u.test(text.toLocaleUpperCase('vi').replace(/\s+/gu, ' '));
}

function nationFlaws({ nation, motto }: Head): readonly Flaw[] {
  const flaws: Flaw[] = [];
  if (!nation)
    flaws.push(flawOf('nation-wording', 'Quốc hiệu', 'Thiếu Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.'));
  else if (!isNation(nation.text))
    flaws.push(
      flawOf(
        'nation-wording',
        'Quốc hiệu',
        'Quốc hiệu viết sai; phải là “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.',
        nation,
      ),
    );
  if (nation) flaws.push(...lookFlaws('nation', [nation]));
  if (!motto) return [...flaws, flawOf('motto-wording', 'Tiêu ngữ', `Thiếu Tiêu ngữ “${MOTTO}”.`)];
  if (motto.text !== MOTTO) {
    const isUpper = motto.text.toLocaleUpperCase('vi') === motto.text;
    if (!isUpper || fold(motto.text) !== fold(MOTTO))
      flaws.push(
        ...flawsOfText('Tiêu ngữ', motto, [
          {
            rule: 'motto-wording',
            message: `Phải viết “${MOTTO}”: gạch nối ngắn, có cách chữ, hoa đầu cụm từ.`,
            mended: MOTTO,
          },
        ]),
      );
  }
  return [...flaws, ...lookFlaws('motto', [motto])];
}

function agencyFlaws({ parents, agency }: Head): readonly Flaw[] {
  if (agency.length === 0)
    return [flawOf('agency-missing', 'Tên cơ quan ban hành', 'Thiếu tên cơ quan ban hành ở góc trên bên trái.')];
  return [...lookFlaws('parent', parents), ...lookFlaws('agency', agency)];
}

function numberFlaws({ head: { number }, type }: DocumentParts): readonly Flaw[] {
  const { name } = PART_LOOKS.number;
  if (!number) return [flawOf('number-missing', name, 'Thiếu số, ký hiệu, như “Số: 05/SGDĐT-VP”.')];
  return [...flawsOfText(name, number, numberLineFlaws(number.text, type)), ...lookFlaws('number', [number])];
}

function dateFlaws({ date }: Head): readonly Flaw[] {
  const { name } = PART_LOOKS.date;
  if (!date)
    return [flawOf('date-missing', name, 'Thiếu địa danh và thời gian, như “Hải Phòng, ngày 05 tháng 01 năm 2026”.')];
  return [...flawsOfText(name, date, dateLineFlaws(date.text)), ...lookFlaws('date', [date])];
}

function abstractPartFlaws({ type, head: { abstract } }: DocumentParts): readonly Flaw[] {
  const { name } = PART_LOOKS.abstract;
  const [first] = abstract;
  if (!first)
    return type === null
      ? [flawOf('abstract-missing', name, 'Công văn thiếu trích yếu “V/v …” dưới số, ký hiệu.')]
      : [];
  const text = abstract.map((line) => line.text).join(' ');
  const flaws = abstractFlaws(text).map((flaw) =>
    abstract.length === 1 ? flaw : { rule: flaw.rule, message: flaw.message },
  );
  return [...flawsOfText(name, first, flaws), ...lookFlaws('abstract', abstract)];
}

/** Lines under motto and agency, by their length beside the letters above them. */
function lineFlaws(head: Head): readonly Flaw[] {
  const { motto, agency, mottoLines, agencyLines, typedLines } = head;
  const typed = typedLines.map((line) =>
    flawOf('line-typed', 'Đường kẻ', 'Đường kẻ gõ bằng dấu gạch; phải vẽ bằng đường kẻ hoặc viền.', line),
  );
  const isTyped = (half: TextLine['half']): boolean =>
    typedLines.some((line) => line.half === half || line.half === 'whole');
  return [
    ...typed,
    ...(motto && !isTyped('right')
      ? strokeFlaw('motto-line', 'Đường kẻ dưới Tiêu ngữ', { under: [motto], drawn: mottoLines, range: AS_LONG })
      : []),
    ...(agency.length > 0 && !isTyped('left')
      ? strokeFlaw('agency-line', 'Đường kẻ dưới tên cơ quan', {
          under: agency,
          drawn: agencyLines,
          range: PART_AS_LONG,
        })
      : []),
  ];
}

interface Stroke {
  readonly under: readonly TextLine[];
  readonly drawn: readonly PlacedLine[];
  readonly range: readonly [number, number];
}

const DEMANDS: Readonly<Partial<Record<FormatRule, string>>> = {
  'motto-line': 'phải dài bằng dòng chữ',
  'agency-line': 'phải dài từ 1/3 đến 1/2 dòng chữ',
  'title-line': 'phải dài từ 1/3 đến 1/2 dòng chữ',
};

function strokeFlaw(rule: FormatRule, part: string, { under, drawn, range }: Stroke): readonly Flaw[] {
  const [last = null] = under.slice(-1);
  const demand = DEMANDS[rule] ?? '';
  if (drawn.length === 0) return [flawOf(rule, part, `Thiếu đường kẻ; ${demand}.`, last)];
  // A motto in other letters is one mistake: its line is as long as the right words would be.
  const widths = [
    ...under.flatMap(shownWidths),
    ...(rule === 'motto-line' && last ? [widthOf({ ...last, text: MOTTO })] : []),
  ];
  const ratios = drawn.flatMap(({ length }) => widths.map((width) => length / width));
  if (ratios.some((ratio) => ratio >= range[0] && ratio <= range[1])) return [];
  const percent = Math.round((100 * (drawn[0]?.length ?? 0)) / (last ? widthOf(last) : 1));
  return [flawOf(rule, part, `Đường kẻ dài bằng ${percent}% dòng chữ; ${demand}.`, last)];
}

/** A line that is longer than its paragraph has room is broken between words. */
function shownWidths(line: TextLine): readonly number[] {
  const { size, bold } = lookOf(line);
  return wrappedWidths(line.text, line.paragraph.room ?? Infinity, size, bold);
}

/** How wide the letters of a line stand. */
export function widthOf(line: TextLine): number {
  const { size, bold } = lookOf(line);
  return textWidth(line.text, size, bold);
}

function lookOf(line: TextLine): { readonly size: number; readonly bold: boolean } {
  const [piece] = lettersOf([line]);
  return { size: piece?.look.size ?? 13, bold: piece?.look.bold ?? false };
}

function titleFlaws({ type, title }: DocumentParts): readonly Flaw[] {
  if (type === null || !title.type) return [];
  if (title.abstract.length === 0) {
    const isAlone = [
      'BIÊN BẢN',
      'THƯ CÔNG',
      'HỢP ĐỒNG',
      'GIẤY MỜI',
      'GIẤY GIỚI THIỆU',
      'GIẤY NGHỈ PHÉP',
      'GIẤY ỦY QUYỀN',
      'PHIẾU GỬI',
      'PHIẾU CHUYỂN',
      'PHIẾU BÁO',
      'CÔNG ĐIỆN',
      'BẢN GHI NHỚ',
      'BẢN THỎA THUẬN',
    ].includes(type.name);
    return isAlone
      ? []
      : [
          flawOf(
            'title-missing',
            'Trích yếu nội dung',
            `Dưới tên loại ${type.name} thiếu trích yếu nội dung.`,
            title.type,
          ),
        ];
  }
  return strokeFlaw('title-line', 'Đường kẻ dưới trích yếu', {
    under: title.abstract,
    drawn: title.lines,
    range: PART_AS_LONG,
  });
}
