import { isParagraph, type PageMark, type Section } from '../page/page-model.js';
import { flawOf, type CheckedPage, type Flaw } from './finding.js';
import { number } from './looks.js';

const A4 = { short: 210, long: 297 };
/** Word rounds to twentieths of a point; people round to tenths of an inch. */
const ROUNDING = 0.35;
const PAPER_ROUNDING = 1.2;
const MARGINS = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
const SIDES = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const;
export type Side = keyof typeof MARGINS;

/** Paper, direction, margins and page numbers (Phụ lục I, Phần I, mục I). */
export function pageFlaws({ model }: CheckedPage): readonly Flaw[] {
  const [first] = model.sections;
  if (!first) return [];
  const { marks, hiddenOnFirst } = first.numbering;
  // A PDF of one page shows no number, and cannot say whether it would.
  const isKnown = model.source === 'docx' || marks.length > 0 || hiddenOnFirst !== null;
  return [
    ...paperFlaws(model.sections),
    ...directionFlaws(model.sections),
    ...model.sections.flatMap((section, at) => marginFlaws(section, at)).slice(0, 4),
    ...(isKnown ? numberFlaws(first) : []),
  ];
}

const PAGE = 'Trang giấy';
const NUMBER = 'Số trang';

function paperFlaws(sections: readonly Section[]): readonly Flaw[] {
  const wrong = sections.find(({ paper }) => !isA4(paper));
  if (!wrong) return [];
  const { width, height } = wrong.paper;
  return [
    flawOf('page-paper', PAGE, `Khổ giấy là ${number(width)} × ${number(height)} mm, phải là A4 (210 × 297 mm).`),
  ];
}

function isA4({ width, height }: Section['paper']): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return Math.abs(short - A4.short) <= PAPER_ROUNDING && Math.abs(long - A4.long) <= PAPER_ROUNDING;
}

/** Pages stand; they lie only for tables that are too wide. */
function directionFlaws(sections: readonly Section[]): readonly Flaw[] {
  const wrong = sections.find(
    (section, at) => isLying(section) && (at === 0 || !section.blocks.some((block) => !isParagraph(block))),
  );
  return wrong
    ? [flawOf('page-orientation', PAGE, 'Trang đặt ngang; văn bản trình bày theo chiều dài của khổ A4.')]
    : [];
}

function isLying({ paper }: Section): boolean {
  return paper.width > paper.height;
}

export interface WrongMargin {
  readonly side: Side;
  /** As it is, and the nearest that is right, in millimetres. */
  readonly margin: number;
  readonly nearest: number;
}

/** @param at which section of the document it is; a later one may lie, with margins of its own */
export function wrongMargins({ margins, paper }: Section, at: number): readonly WrongMargin[] {
  if (paper.width > paper.height && at > 0) return [];
  return (Object.keys(MARGINS) as Side[]).flatMap((side) => {
    const [least, most] = MARGINS[side];
    const margin = margins[side];
    if (margin === null || (margin >= least - ROUNDING && margin <= most + ROUNDING)) return [];
    return [{ side, margin, nearest: margin < least ? least : most }];
  });
}

function marginFlaws(section: Section, at: number): readonly Flaw[] {
  return wrongMargins(section, at).map(({ side, margin }) => {
    const [least, most] = MARGINS[side];
    return flawOf('page-margins', PAGE, `Lề ${SIDES[side]} là ${number(margin)} mm, phải từ ${least} đến ${most} mm.`);
  });
}

/** Numbers begin at the second page, in the middle of the top margin, counted by the word processor. */
function numberFlaws({ numbering }: Section): readonly Flaw[] {
  const { marks } = numbering;
  const shown = marks.filter(({ pages }) => pages !== 'first');
  const [mark] = shown.toSorted((a, b) => Number(b.isField) - Number(a.isField));
  if (!mark && marks.length > 0) return [shownOnFirst()];
  if (!mark) return [flawOf('page-number', NUMBER, 'Văn bản chưa đánh số trang.')];
  if (!mark.isField)
    return [flawOf('page-number-field', NUMBER, 'Số trang là chữ số gõ sẵn, không tự đếm; phải dùng trường số trang.')];
  const flaws: Flaw[] = [];
  if (shown.some(isMisplaced)) flaws.push(flawOf('page-number-place', NUMBER, placeWords(shown)));
  const isShownOnFirst = numbering.hiddenOnFirst === false || marks.some(({ pages }) => pages === 'first');
  if (isShownOnFirst) flaws.push(shownOnFirst());
  const look = lookWords(mark, numbering.format);
  if (look !== null) flaws.push(flawOf('page-number-look', NUMBER, look));
  return flaws;
}

function shownOnFirst(): Flaw {
  return flawOf('page-number-first', NUMBER, 'Trang thứ nhất đang hiện số trang; số trang hiện từ trang thứ hai.');
}

function isMisplaced({ margin, alignment }: PageMark): boolean {
  return margin === 'bottom' || (alignment !== null && alignment !== 'center');
}

function placeWords(marks: readonly PageMark[]): string {
  return marks.some(({ margin }) => margin === 'bottom')
    ? 'Số trang ở cuối trang; phải ở giữa lề trên.'
    : 'Số trang chưa canh giữa lề trên.';
}

function lookWords({ look }: PageMark, format: string): string | null {
  const { size, italic, font } = look;
  if (!['decimal', 'numberInDash'].includes(format)) return 'Số trang phải bằng chữ số Ả Rập (1, 2, 3…).';
  if (size !== null && (size < 13 || size > 14)) return `Cỡ chữ số trang là ${number(size)}, phải từ 13 đến 14.`;
  if (italic || look.bold) return 'Số trang phải kiểu chữ đứng, không đậm, không nghiêng.';
  return font !== null && !isTimes(font) ? `Số trang dùng phông ${font}, phải là Times New Roman.` : null;
}

export function isTimes(font: string): boolean {
  return (
    /^(?:times\s*new\s*roman|timesnewroman)/iu.test(font.replace(/^[A-Z]{6}\+/u, '')) ||
    /^(?:[A-Z]{6}\+)?(?:LiberationSerif|Liberation Serif|Times-)/u.test(font)
  );
}
