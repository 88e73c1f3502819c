import { citationFlaws } from '../../letter/citations.js';
import { closingFlaws } from '../../letter/closing.js';
import { textWidth } from '../page/letter-widths.js';
import type { Paragraph } from '../page/page-model.js';
import { tabPlace } from '../page/text-lines.js';
import type { BodyKind, BodyParagraph } from '../parts/document-parts.js';
import { isUpperCase } from '../parts/words.js';
import { flawOf, flawsOfText, type CheckedPage, type Flaw } from './finding.js';
import { lookFlaws, number, shareOf, wrongSize } from './looks.js';

const PART = 'Nội dung';
const HAIR = 0.15;
const MIN_ROOM = 6;
const RUNNING: ReadonlySet<BodyKind> = new Set(['text', 'item', 'point', 'article', 'base', 'note']);
/** Shorter paragraphs may be headings, in any style. */
const LONG = 150;

/** Ô 6: what runs through the page between the head and the signature. */
export function bodyFlaws(page: CheckedPage): readonly Flaw[] {
  const { paragraphs, empty } = page.parts.body;
  const running = paragraphs.filter(({ kind }) => RUNNING.has(kind));
  return [
    ...firstOf(
      running.filter(({ kind }) => kind !== 'base'),
      'body-size',
      sizeWords,
    ),
    ...firstOf(running, 'body-style', styleWords),
    ...firstOf(running, 'body-justified', justifiedWords),
    ...firstOf(running, 'body-indent', indentWords),
    ...spacingFlaws(paragraphs),
    ...firstOf(running, 'body-line-spacing', lineSpacingWords),
    ...empty.slice(0, 1).map((paragraph) => ({
      ...flawOf(
        'body-empty-paragraph',
        PART,
        `Có ${empty.length} đoạn trống giữa nội dung; giãn cách bằng khoảng cách đoạn.`,
      ),
      paragraph,
    })),
    ...lookFlaws('base', linesOfKind(paragraphs, 'base')),
    ...lookFlaws('order', linesOfKind(paragraphs, 'order')),
    ...baseMarkFlaws(paragraphs.filter(({ kind }) => kind === 'base')),
    ...citedFlaws(paragraphs),
    ...endFlaws(paragraphs),
  ];
}

type Words = (paragraph: BodyParagraph) => string | null;

function firstOf(
  paragraphs: readonly BodyParagraph[],
  rule: Parameters<typeof flawOf>[0],
  words: Words,
): readonly Flaw[] {
  for (const one of paragraphs) {
    const message = words(one);
    if (message !== null) return [flawOf(rule, PART, message, one.lines[0] ?? null)];
  }
  return [];
}

function linesOfKind(paragraphs: readonly BodyParagraph[], kind: BodyKind) {
  return paragraphs.filter((one) => one.kind === kind).flatMap(({ lines }) => lines);
}

const sizeWords: Words = ({ lines }) => {
  const size = wrongSize(lines, [13, 14]);
  return size === null ? null : `Cỡ chữ nội dung là ${number(size)}, phải từ 13 đến 14.`;
};

const styleWords: Words = ({ lines, text, kind }) => {
  if (kind === 'base' || kind === 'note' || text.length < LONG) return null;
  if (shareOf(lines, (look) => look.bold) > 0.95) return 'Cả đoạn in đậm; nội dung trình bày kiểu chữ đứng, không đậm.';
  return shareOf(lines, (look) => look.italic) > 0.95 ? 'Cả đoạn in nghiêng; nội dung trình bày kiểu chữ đứng.' : null;
};

/** Only a paragraph of more than one line shows how its margins are kept. */
const justifiedWords: Words = ({ paragraph, text, lines, kind }) => {
  const room = paragraph.room ?? 0;
  const size = lines[0]?.pieces[0]?.look.size ?? 14;
  const isLong = lines.length === 1 && textWidth(text, size, false) > room;
  const isText = kind !== 'note' && paragraph.alignment !== null && paragraph.alignment !== 'both';
  return isLong && isText ? 'Đoạn văn chưa canh đều cả hai lề.' : null;
};

const indentWords: Words = (one) => {
  const { paragraph, kind, text } = one;
  const isPlaced = paragraph.alignment === 'center' || paragraph.alignment === 'right';
  if (!paragraph.indent || isPlaced || kind === 'note' || isUpperCase(text)) return null;
  const begins = beginningOf(paragraph, paragraph.indent);
  const [least, most] = indentRange(one, paragraph.indent);
  return begins >= least && begins <= most ? null : `Đầu đoạn lùi vào ${number(begins)} mm, phải là 10 hoặc 12,7 mm.`;
};

/** How far from the left edge of the text the first letter stands, by indents or by a tab. */
function beginningOf(paragraph: Paragraph, indent: NonNullable<Paragraph['indent']>): number {
  const first = paragraph.pieces.findIndex((piece) => piece.text.trim() !== '');
  const tabs = paragraph.pieces.slice(0, first).filter((piece) => piece.kind === 'tab').length;
  return Math.max(indent.left + indent.firstLine, tabPlace(tabs, paragraph));
}

/** Items of a list may stand deeper, and hang. */
function indentRange(
  { kind, paragraph }: BodyParagraph,
  indent: NonNullable<Paragraph['indent']>,
): readonly [number, number] {
  const isList = kind === 'item' || kind === 'point' || paragraph.label !== '';
  return isList ? [indent.firstLine < 0 ? 5.5 : 9.6, 30] : [9.6, 13.3];
}

/** Room between paragraphs that follow each other. */
function spacingFlaws(paragraphs: readonly BodyParagraph[]): readonly Flaw[] {
  for (const [at, one] of paragraphs.entries()) {
    const room = roomBetween(paragraphs[at - 1], one);
    if (room !== null && room < MIN_ROOM - HAIR) {
      return [
        flawOf(
          'body-spacing',
          PART,
          `Khoảng cách với đoạn trước là ${number(room)} pt, tối thiểu 6 pt.`,
          one.lines[0] ?? null,
        ),
      ];
    }
  }
  return [];
}

/** In points; null where it is not known, or where one of the two has rules of its own. */
function roomBetween(before: BodyParagraph | undefined, one: BodyParagraph): number | null {
  const [above, below] = [before?.paragraph.spacing, one.paragraph.spacing];
  if (!before || !one.follows || !above || !below || !RUNNING.has(one.kind) || !RUNNING.has(before.kind)) return null;
  const isClosed = one.paragraph.closesUp !== null && one.paragraph.closesUp === before.paragraph.closesUp;
  return isClosed ? 0 : above.after + below.before;
}

const lineSpacingWords: Words = ({ paragraph }) => {
  const lines = paragraph.spacing?.lines ?? null;
  if (lines === null || (lines >= 0.94 && lines <= 1.53)) return null;
  return `Khoảng cách dòng là ${lines.toLocaleString('vi-VN', { maximumFractionDigits: 2 })} dòng, phải từ dòng đơn đến 1,5 dòng.`;
};

function baseMarkFlaws(bases: readonly BodyParagraph[]): readonly Flaw[] {
  return bases.flatMap(({ text, lines }, at) => {
    const isLast = at === bases.length - 1;
    const isRight = isLast ? /[.]$/u.test(text) : text.endsWith(';');
    const line = lines.at(-1);
    if (isRight || !line) return [];
    const mark = isLast ? '.' : ';';
    const message = isLast ? 'Căn cứ cuối cùng kết thúc bằng dấu chấm.' : 'Mỗi căn cứ kết thúc bằng dấu chấm phẩy.';
    return flawsOfText('Căn cứ ban hành', line, [
      { rule: 'base-marks', message, mended: `${line.text.replace(/(?<![;.,\s])[;.,\s]+$/u, '')}${mark}` },
    ]);
  });
}

function citedFlaws(paragraphs: readonly BodyParagraph[]): readonly Flaw[] {
  return citationFlaws(paragraphs.map(({ text }) => text)).map(({ paragraph, rule, message }) =>
    flawOf(rule, PART, message, paragraphs[paragraph]?.lines[0] ?? null),
  );
}

/** A remark in brackets may stand behind the end. */
function endFlaws(paragraphs: readonly BodyParagraph[]): readonly Flaw[] {
  const last = paragraphs.findLast(({ kind }) => kind !== 'note');
  const line = last?.lines.at(-1);
  if (!last || !line || closingFlaws(last.text).length === 0) return [];
  return flawsOfText(PART, line, closingFlaws(line.text));
}
