import type { TemplateFinding } from './finding.js';
import { instructionsOf, type Parts } from './part-rules.js';
import { decoded, passagesOf } from './part-text.js';

const MAIN = 'word/document.xml';
const TEXT_PART = /^(word|docProps)\/[^_].*\.xml$/u;

/** Twentieths of a point in a millimetre; Word rounds to whole ones. */
const TWIPS_PER_MM = 1440 / 25.4;
const TOLERANCE_MM = 0.5;

/** What Word leaves in a file and what the decree does not want: found in the text of the parts, without opening the file in Word. */
export function wordFindings(parts: Parts, isSigned: boolean): readonly TemplateFinding[] {
  return [
    ...[...parts]
      .filter(([part]) => TEXT_PART.test(part))
      .flatMap(([part, xml]) => [
        ...legacyFonts(part, xml),
        ...notComposed(part, xml),
        ...hiddenLetters(part, xml),
        ...trackedChanges(part, xml),
        ...commentsLeft(part, xml),
        ...typedLines(part, xml),
      ]),
    ...pageSetup(parts.get(MAIN) ?? ''),
    ...(isSigned ? pageNumbers(parts) : []),
  ];
}

/** TCVN3 (`.VnTime`) and VNI fonts show other letters than the file holds (Nghị định 30/2020/NĐ-CP, Phụ lục I: Times New Roman, Unicode). */
function legacyFonts(part: string, xml: string): readonly TemplateFinding[] {
  // A list of fonts in the file says nothing of their use.
  if (part === 'word/fontTable.xml') return [];
  const named = [
    ...xml.matchAll(/(?:w:(?:ascii|hAnsi|cs|eastAsia)|typeface)\s*=\s*["'](\.Vn[^"']*|VNI[ -][^"']*)["']/giu),
  ];
  return [...new Set(named.map(([, font = '']) => font))].map((font) => ({
    code: 'font-legacy',
    part,
    tag: font,
    message: `Phông chữ ${font} theo bảng mã cũ (TCVN3, VNI); văn bản phải dùng Times New Roman, Unicode.`,
    suggestion: 'Đổi phông sang Times New Roman và chuyển mã chữ sang Unicode.',
  }));
}

function notComposed(part: string, xml: string): readonly TemplateFinding[] {
  const text = decoded(xml.replace(/<[^>]*>/gu, '\n'));
  const found = text.split('\n').find((one) => one.normalize('NFC') !== one);
  if (found === undefined) return [];
  const line = found.normalize('NFC').trim().slice(0, 60);
  return [
    {
      code: 'text-not-composed',
      part,
      tag: null,
      message: `Chữ “${line}” viết bằng Unicode tổ hợp; văn bản phải dùng Unicode dựng sẵn.`,
      suggestion: line,
    },
  ];
}

/** Zero-width letters, marks of direction, soft hyphens: nobody sees them, and every search and comparison stumbles. */
function hiddenLetters(part: string, xml: string): readonly TemplateFinding[] {
  const hidden = passagesOf(xml).find(({ text }) =>
    /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u.test(text),
  );
  if (!hidden) return [];
  const words = hidden.text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .slice(0, 60);
  return [
    {
      code: 'text-hidden-character',
      part,
      tag: null,
      message: `Chữ “${words}” có ký tự ẩn.`,
      suggestion: `Xóa rồi gõ lại: ${words}`,
    },
  ];
}

const CHANGE =
  /<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|trPrChange|tcPrChange|sectPrChange|cellIns|cellDel)[ >/]/u;

function trackedChanges(part: string, xml: string): readonly TemplateFinding[] {
  if (!CHANGE.test(xml)) return [];
  const message = 'Mẫu còn thay đổi đang theo dõi (Track Changes).';
  return [
    {
      code: 'change-tracked',
      part,
      tag: null,
      message,
      suggestion: 'Chấp nhận hoặc bỏ mọi thay đổi, rồi tắt theo dõi.',
    },
  ];
}

function commentsLeft(part: string, xml: string): readonly TemplateFinding[] {
  if (!/<w:(comment|commentReference|commentRangeStart)[ >/]/u.test(xml)) return [];
  return [
    { code: 'comment-left', part, tag: null, message: 'Mẫu còn lời bình (Comment).', suggestion: 'Xóa mọi lời bình.' },
  ];
}

/** Lines are drawn, as borders or shapes. */
function typedLines(part: string, xml: string): readonly TemplateFinding[] {
  const typed = passagesOf(xml).find(({ text }) => /_{4,}|-{6,}|\.{8,}|…{4,}/u.test(text));
  if (!typed) return [];
  const message = `Đường kẻ gõ bằng ký tự: “${typed.text.trim().slice(0, 60)}”.`;
  return [
    {
      code: 'line-typed',
      part,
      tag: null,
      message,
      suggestion: 'Kẻ bằng đường viền đoạn hoặc hình vẽ; chỗ để trống thì dùng dấu cách.',
    },
  ];
}

interface Bound {
  readonly attribute: string;
  readonly words: string;
  readonly least: number;
  readonly most: number;
}

/** In mm. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I. */
const MARGINS: readonly Bound[] = [
  { attribute: 'top', words: 'trên', least: 20, most: 25 },
  { attribute: 'bottom', words: 'dưới', least: 20, most: 25 },
  { attribute: 'left', words: 'trái', least: 30, most: 35 },
  { attribute: 'right', words: 'phải', least: 15, most: 20 },
];
const PAPER = [210, 297];

/** Paper and margins of every section. Lying pages bear tables, and their margins turn with them. */
function pageSetup(document: string): readonly TemplateFinding[] {
  const sections = [...document.matchAll(/<w:sectPr[ >].*?<\/w:sectPr>/gsu)].map(([section]) => section);
  const flaws = new Set(sections.flatMap((section) => [...paperFlaws(section), ...marginFlaws(section)]));
  return [...flaws].map((message) => ({
    code: 'page-setup',
    part: MAIN,
    tag: null,
    message,
    suggestion: 'Đặt lại khổ giấy A4, lề trên và dưới 20 – 25 mm, lề trái 30 – 35 mm, lề phải 15 – 20 mm.',
  }));
}

function millimetres(section: string, element: string, attribute: string): number | null {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`, 'u').exec(section)?.[0] ?? '';
  const value = new RegExp(`\\bw:${attribute}\\s*=\\s*["'](-?\\d+)["']`, 'u').exec(tag)?.[1];
  return value === undefined ? null : Number(value) / TWIPS_PER_MM;
}

function paperFlaws(section: string): readonly string[] {
  const sides = ['w', 'h'].map((side) => millimetres(section, 'pgSz', side));
  const [short, long] = sides.map((side) => side ?? 0).sort((a, b) => a - b);
  const isA4 = [short, long].every((side, at) => Math.abs((side ?? 0) - (PAPER[at] ?? 0)) <= 1);
  return isA4 ? [] : [`Khổ giấy ${sides.map((side) => Math.round(side ?? 0)).join(' × ')} mm, không phải A4.`];
}

function marginFlaws(section: string): readonly string[] {
  if (/<w:pgSz[^>]*w:orient\s*=\s*["']landscape/u.test(section)) return [];
  return MARGINS.flatMap(({ attribute, words, least, most }) => {
    const found = millimetres(section, 'pgMar', attribute);
    const isRight = found !== null && found >= least - TOLERANCE_MM && found <= most + TOLERANCE_MM;
    return isRight
      ? []
      : [`Lề ${words} ${found === null ? 'không đặt' : `${Math.round(found)} mm`}, quy định ${least} – ${most} mm.`];
  });
}

/** From the second page, in the middle of the top margin: a field that counts, on pages that have another first page. */
function pageNumbers(parts: Parts): readonly TemplateFinding[] {
  const headers = [...parts].filter(([part, xml]) => /^word\/[^/]*\.xml$/u.test(part) && xml.includes('<w:hdr'));
  const hasNumber = headers.some(([, xml]) => /\bPAGE\b/u.test(instructionsOf(xml)));
  const hidesFirst = /<w:titlePg\s*\/?>/u.test(parts.get(MAIN) ?? '');
  if (hasNumber && hidesFirst) return [];
  const message = hasNumber
    ? 'Trang đầu cũng hiện số trang; số trang hiện từ trang thứ hai.'
    : 'Đầu trang không có số trang tự đếm (trường PAGE).';
  const suggestion = 'Đặt trường số trang ở giữa đầu trang, bật “Different First Page”.';
  return [{ code: 'page-number-missing', part: MAIN, tag: null, message, suggestion }];
}
