import type { TextLine } from '../page/text-lines.js';
import type { Annex } from '../parts/document-parts.js';
import { flawOf, type CheckedPage, type Flaw } from './finding.js';
import { lookFlaws } from './looks.js';

const PART = 'Phụ lục';
const MARK = /^Phụ lục(?: ([IVXLC]+))?$/u;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'] as const;

/** Marks, titles and notes of annexes (Phụ lục I, Phần I, mục III.1). */
export function annexFlaws({ parts }: CheckedPage): readonly Flaw[] {
  const { annexes } = parts;
  return annexes.flatMap((annex, at) => [
    ...markFlaws(annex, at, annexes.length),
    ...(annex.title.length === 0 ? [flawOf('annex-title', PART, 'Dưới từ “Phụ lục” thiếu tiêu đề.', annex.mark)] : []),
    ...(annex.note === null
      ? [flawOf('annex-note', PART, 'Dưới tiêu đề thiếu ghi chú “(Kèm theo văn bản số … ngày … của …)”.', annex.mark)]
      : noteFlaws(annex.note)),
    ...lookFlaws('annexMark', [annex.mark]),
    ...lookFlaws('annexTitle', annex.title),
    ...lookFlaws('annexNote', annex.note ? [annex.note] : []),
  ]);
}

/** A note of several lines shows its end on a line of its own where it comes from a PDF; only a whole one is judged. */
function noteFlaws(note: TextLine): readonly Flaw[] {
  if (!note.text.endsWith(')') || / của \S/u.test(note.text)) return [];
  return [flawOf('annex-note', PART, 'Ghi chú “Kèm theo” thiếu “của …”: tên cơ quan ban hành văn bản.', note)];
}

/** Small or large letters are a matter of look; here it is the count. */
function markFlaws({ mark }: Annex, at: number, all: number): readonly Flaw[] {
  const written = mark.text.replace(/^phụ lục/iu, 'Phụ lục');
  const match = MARK.exec(written);
  if (!match) return [flawOf('annex-form', PART, 'Phụ lục đánh số La Mã, không có dấu ở cuối: “Phụ lục I”.', mark)];
  if (all < 2) return [];
  const expected = ROMAN[at];
  if (match[1] === undefined || (expected !== undefined && match[1] !== expected)) {
    return [
      flawOf(
        'annex-form',
        PART,
        `Có ${all} phụ lục nên phải đánh số La Mã liên tiếp; đây là “Phụ lục ${expected ?? ''}”.`,
        mark,
      ),
    ];
  }
  return [];
}
