import { pointLetterFlaw } from '../../letter/vietnamese-letters.js';
import { labelled } from '../parts/body.js';
import type { BodyParagraph } from '../parts/document-parts.js';
import { flawOf, type CheckedPage, type Flaw } from './finding.js';
import { lookFlaws } from './looks.js';

const PART = 'Bố cục';
const DIVISION = /^(Phần|Chương|Mục|Tiểu mục)\s+(.+)$/u;
const ARTICLE = /^Điều (\d+)\. \S/u;
const CLAUSE = /^\d+[.)]\s/u;
const POINT = /^(\p{Ll})\s*([).])\s*\S/u;

/** Parts, chapters, sections, articles and points of the body (Phụ lục I, Phần I, mục II.6). */
export function headingFlaws({ parts }: CheckedPage): readonly Flaw[] {
  const { paragraphs } = parts.body;
  const ofKind = (kind: BodyParagraph['kind']): readonly BodyParagraph[] =>
    paragraphs.filter((one) => one.kind === kind);
  const divisions = ofKind('division');
  return [
    ...divisions.flatMap(divisionFlaws).slice(0, 1),
    ...lookFlaws(
      'division',
      divisions.flatMap(({ lines }) => lines),
    ),
    ...lookFlaws(
      'divisionTitle',
      ofKind('divisionTitle').flatMap(({ lines }) => lines),
    ),
    ...articleFlaws(ofKind('article')),
    ...pointFlaws(paragraphs),
  ];
}

function divisionFlaws({ text, lines }: BodyParagraph): readonly Flaw[] {
  const match = DIVISION.exec(text);
  const [, name = '', count = ''] = match ?? [];
  const isRoman = /^(?:[IVXLC]+|thứ\s+\p{L}+)$/u.test(count);
  const isArabic = /^\d+$/u.test(count);
  const isRight = /^(?:Mục|Tiểu mục)$/u.test(name) ? isArabic : isRoman;
  if (match && isRight) return [];
  const message = /^m|^t/iu.test(text)
    ? 'Mục, tiểu mục đánh số Ả Rập, như “Mục 1”.'
    : 'Phần, chương đánh số La Mã, như “Chương I”.';
  return [flawOf('division-form', PART, message, lines[0] ?? null)];
}

function articleFlaws(articles: readonly BodyParagraph[]): readonly Flaw[] {
  let before: number | null = null;
  for (const { text, lines } of articles) {
    const line = lines[0] ?? null;
    const match = ARTICLE.exec(text);
    if (!match)
      return [flawOf('article-form', PART, 'Viết “Điều”, số Ả Rập, dấu chấm rồi đến nội dung: “Điều 1. …”.', line)];
    const count = Number(match[1]);
    if (before !== null && count !== before + 1) {
      return [
        flawOf('article-form', PART, `Sau Điều ${before} là Điều ${before + 1}, không phải Điều ${count}.`, line),
      ];
    }
    if (line && !isBoldAt(line.pieces, `Điều ${count}`))
      return [flawOf('article-form', PART, `“Điều ${count}.” phải in đậm.`, line)];
    before = count;
  }
  return [];
}

function isBoldAt(pieces: BodyParagraph['lines'][number]['pieces'], beginning: string): boolean {
  let left = beginning.length;
  for (const { text, look } of pieces) {
    if (/[\p{L}\p{N}]/u.test(text) && left > 0 && !look.bold) return false;
    left -= text.trimStart().length;
    if (left <= 0) return true;
  }
  return true;
}

/** Points count by the Vietnamese alphabet, and begin again under each clause. */
function pointFlaws(paragraphs: readonly BodyParagraph[]): readonly Flaw[] {
  let before: string | null = null;
  for (const one of paragraphs) {
    if (beginsClause(one)) before = null;
    if (one.kind !== 'point') continue;
    const { letter, message } = readPoint(one, before);
    if (message !== null) return [flawOf('point-letters', PART, message, one.lines[0] ?? null)];
    before = letter;
  }
  return [];
}

function beginsClause({ kind, lines: [line] }: BodyParagraph): boolean {
  return kind === 'article' || (line !== undefined && CLAUSE.test(labelled(line)));
}

function readPoint(
  { lines: [line] }: BodyParagraph,
  before: string | null,
): { readonly letter: string; readonly message: string | null } {
  const [, letter = '', mark = ')'] = POINT.exec(line ? labelled(line) : '') ?? [];
  const wrongMark = mark === ')' ? null : `Sau chữ của điểm là dấu ngoặc đơn: “${letter})”.`;
  return { letter, message: pointLetterFlaw(letter, before) ?? wrongMark };
}
