import { encodingOfFont, encodingOfText } from '../page/old-encodings.js';
import type { Piece } from '../page/page-model.js';
import type { TextLine } from '../page/text-lines.js';
import { flawOf, type CheckedPage, type Flaw } from './finding.js';
import { isTimes } from './page-rules.js';
import type { FormatRule } from './rule-table.js';

/** Invisible characters: they break search and comparison, and can hide text. */
export const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/gu;
/** Characters of other alphabets that look like Đ. */
export const LOOK_ALIKE = /[ÐƉðɖ]/gu;
export const DOUBLE_SPACE = /(?<=\S)[ \u00a0]{2,}(?=\S)/gu;
const LETTERS = 'Toàn văn bản';

/** Font, colour and encoding of all characters of a document (Phụ lục I, Phần I, mục I.4). */
export function letterFlaws(page: CheckedPage): readonly Flaw[] {
  const { model } = page;
  const text = linesFor('font', page);
  const isPdf = model.source === 'pdf';
  return [
    ...fontFlaws(text, isPdf),
    ...first(text, 'text-old-encoding', oldEncodingWords),
    ...first(linesFor('colour', page), 'colour', colourWords),
    ...(isPdf ? [] : codeFlaws(linesFor('text-not-composed', page))),
    ...first(linesFor('text-double-space', page), 'text-double-space', doubleSpaceWords),
    ...unsettledFlaws(model.unsettled),
  ];
}

/** The lines to which a rule on characters applies. */
export function linesFor(rule: FormatRule, { lines, parts }: CheckedPage): readonly TextLine[] {
  const text = lines.text.filter(({ pieces }) => pieces.length > 0);
  if (rule === 'colour') {
    const stamps = new Set<TextLine>([...parts.head.urgency, ...parts.head.secrecy]);
    return text.filter((line) => !stamps.has(line));
  }
  if (rule === 'text-double-space') return text.filter((line) => mayHoldGaps(line, parts));
  return OF_CODE.has(rule) ? text.filter(isOfUnicode) : text;
}

const OF_CODE: ReadonlySet<FormatRule> = new Set<FormatRule>([
  'text-not-composed',
  'text-invisible',
  'text-look-alike',
]);

function isOfUnicode({ pieces }: TextLine): boolean {
  return pieces.every(({ look }) => encodingOfFont(look.otherFont) === null);
}

/** The first line that a rule objects to. */
function first(
  lines: readonly TextLine[],
  rule: FormatRule,
  words: (line: TextLine) => string | null,
): readonly Flaw[] {
  for (const line of lines) {
    const message = words(line);
    if (message !== null) return [flawOf(rule, LETTERS, message, line)];
  }
  return [];
}

function fontFlaws(lines: readonly TextLine[], isPdf: boolean): readonly Flaw[] {
  return [
    ...first(lines, 'font-old', (line) => {
      const font = fontsIn(line).find((one) => encodingOfFont(one) !== null);
      return font === undefined ? null : `Dùng phông cũ ${font}; phải là Times New Roman, bảng mã Unicode.`;
    }),
    ...first(lines, 'font', (line) => {
      const font = fontsIn(line).find((one) => encodingOfFont(one) === null && !isAllowed(one, isPdf));
      return font === undefined ? null : `Dùng phông ${font.replace(/^[A-Z]{6}\+/u, '')}, phải là Times New Roman.`;
    }),
  ];
}

/** A PDF made on a machine without Times New Roman uses a metrically compatible font. */
function isAllowed(font: string, isPdf: boolean): boolean {
  return isPdf ? isTimes(font) : /^times new roman/iu.test(font.trim());
}

function fontsIn({ pieces }: TextLine): readonly string[] {
  return pieces.flatMap(fontsOf);
}

/** Word has one font for ASCII characters and one for all others. */
function fontsOf({ text, look }: Piece): readonly string[] {
  return [
    ...(/[A-Za-z0-9]/u.test(text) && look.font !== null ? [look.font] : []),
    ...(/[^\p{ASCII}]/u.test(text) && /\p{L}/u.test(text) && look.otherFont !== null ? [look.otherFont] : []),
  ];
}

/** Whether the text can be set in Times New Roman without changing: not in fonts of old encodings or of symbols. */
export function isInForeignFont(piece: Piece): boolean {
  const fonts = fontsOf(piece);
  const isReadable = (font: string): boolean => encodingOfFont(font) === null && !OF_SIGNS.test(font);
  return fonts.every(isReadable) && fonts.some((font) => !isAllowed(font, false));
}

const OF_SIGNS = /^(?:wingdings|webdings|symbol|marlett|zapf|mt extra)/iu;

function oldEncodingWords({ pieces }: TextLine): string | null {
  const unicode = pieces.filter(({ look }) => encodingOfFont(look.otherFont) === null);
  const encoding = encodingOfText(unicode.map(({ text }) => text).join(''));
  return encoding === null ? null : `Chữ gõ bằng bảng mã ${encoding}; phải là Unicode.`;
}

function colourWords({ pieces }: TextLine): string | null {
  const coloured = pieces.find(isColoured);
  return coloured ? `Chữ màu #${coloured.look.colour ?? ''}, phải là màu đen.` : null;
}

export function isColoured({ text, look }: Piece): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !isBlack(look.colour);
}

/** Near-black counts as black: nobody sees the difference. */
function isBlack(colour: string | null): boolean {
  if (colour === null) return true;
  const parts = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return parts.every((part) => part <= 0x1a);
}

function codeFlaws(unicode: readonly TextLine[]): readonly Flaw[] {
  const raw = ({ pieces }: TextLine): string => pieces.map(({ text }) => text).join('');
  return [
    ...first(unicode, 'text-not-composed', (line) => {
      const text = raw(line);
      return text === text.normalize('NFC') ? null : 'Chữ có dấu đang ở dạng tổ hợp; phải ở dạng dựng sẵn (NFC).';
    }),
    ...first(unicode, 'text-invisible', (line) => {
      const [found] = raw(line).match(INVISIBLE) ?? [];
      return found === undefined ? null : `Có ký tự ẩn U+${codeOf(found)} giữa các chữ.`;
    }),
    ...first(unicode, 'text-look-alike', (line) => {
      const [found] = raw(line).match(LOOK_ALIKE) ?? [];
      return found === undefined ? null : `Có chữ “${found}” (U+${codeOf(found)}) trông giống chữ Đ của tiếng Việt.`;
    }),
  ];
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** Spaces may stand for a number or date that is not given yet, and in borderless tables some people align columns with them. */
function mayHoldGaps(line: TextLine, { head }: CheckedPage['parts']): boolean {
  const isBlankAllowed = (line === head.number || line === head.date) && !isFilled(line);
  return !isBlankAllowed && line.table?.isRuled !== true;
}

function isFilled({ text }: TextLine): boolean {
  return /số:?\s*\d/iu.test(text) || /ngày\s*\d+\s*tháng\s*\d+/iu.test(text);
}

function doubleSpaceWords({ pieces }: TextLine): string | null {
  const text = pieces
    .filter(({ isPlace }: Piece) => !isPlace)
    .map((piece) => piece.text)
    .join('')
    .trim();
  return text.search(DOUBLE_SPACE) === -1 ? null : 'Có hai dấu cách liền nhau giữa các từ.';
}

function unsettledFlaws({ trackedChanges, hiddenText }: CheckedPage['model']['unsettled']): readonly Flaw[] {
  return [
    ...(trackedChanges > 0
      ? [flawOf('text-tracked-changes', LETTERS, `Còn ${trackedChanges} chỗ sửa đổi chưa được chấp nhận hay từ chối.`)]
      : []),
    ...(hiddenText > 0 ? [flawOf('text-hidden', LETTERS, `Có ${hiddenText} chỗ chữ bị ẩn, in ra không thấy.`)] : []),
  ];
}
