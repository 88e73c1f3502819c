import type { Piece, TextLook } from '../page/page-model.js';
import type { TextLine } from '../page/text-lines.js';
import { isUpperCase } from '../parts/words.js';
import { flawOf, type Flaw } from './finding.js';
import { hasAspect, PART_LOOKS, type PartLook, type PartName } from './part-looks.js';

const HAIR = 0.05;
/** A word in another style does not make a line one of that style. */
const NEARLY_ALL = 0.9;
const MAX_SHARE = 0.5;

/** Pieces that show letters or digits: blanks look like nothing. */
export function lettersOf(lines: readonly TextLine[]): readonly Piece[] {
  return lines.flatMap(({ pieces }) => pieces).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** How much of the letters has a look, from 0 to 1. */
export function shareOf(lines: readonly TextLine[], has: (look: TextLook) => boolean): number {
  const letters = lettersOf(lines);
  const count = (pieces: readonly Piece[]): number =>
    pieces.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  const all = count(letters);
  return all === 0 ? 0 : count(letters.filter(({ look }) => has(look))) / all;
}

/** The first size that is outside of what is allowed; null when all are within. */
export function wrongSize(lines: readonly TextLine[], [least, most]: readonly [number, number]): number | null {
  const wrong = lettersOf(lines).find(
    ({ look }) => look.size !== null && (look.size < least - HAIR || look.size > most + HAIR),
  );
  return wrong?.look.size ?? null;
}

export function sizeWords([least, most]: readonly [number, number]): string {
  return least === most ? `phải là ${least}` : `phải từ ${least} đến ${most}`;
}

/** Everything that is wrong with the look of a part. @param source a PDF does not say how lines are centred */
export function lookFlaws(part: PartName, lines: readonly TextLine[]): readonly Flaw[] {
  if (lettersOf(lines).length === 0) return [];
  const look: PartLook = PART_LOOKS[part];
  const flaws: Flaw[] = [];
  const add = (
    aspect: 'size' | 'style' | 'capitals' | 'centred',
    message: string | null,
    line: TextLine | undefined,
  ): void => {
    if (message === null || !hasAspect(part, aspect)) return;
    flaws.push(flawOf(`${part}-${aspect}`, look.name, message, line ?? lines[0] ?? null));
  };
  const size = wrongSize(lines, look.size);
  add(
    'size',
    size === null ? null : `Cỡ chữ là ${number(size)}, ${sizeWords(look.size)}.`,
    lineOfSize(lines, look.size),
  );
  const styled = lines.find((line) => styleFlaw([line], look) !== null);
  add('style', styled ? styleFlaw([styled], look) : null, styled);
  const cased = lines.find((line) => capitalsFlaw(line, look) !== null);
  add('capitals', cased ? capitalsFlaw(cased, look) : null, cased);
  const aside = lines.find(isOffCentre);
  add('centred', aside ? 'Dòng chữ chưa canh giữa.' : null, aside);
  return flaws;
}

function lineOfSize(lines: readonly TextLine[], size: readonly [number, number]): TextLine | undefined {
  return lines.find((line) => wrongSize([line], size) !== null);
}

export function number(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
}

function styleFlaw(lines: readonly TextLine[], { bold, italic }: PartLook): string | null {
  const wrong = [
    differs(
      bold,
      shareOf(lines, (look) => look.bold),
    )
      ? bold === true
        ? 'đậm'
        : 'không đậm'
      : null,
    differs(
      italic,
      shareOf(lines, (look) => look.italic),
    )
      ? italic === true
        ? 'nghiêng'
        : 'đứng'
      : null,
  ].filter((one) => one !== null);
  return wrong.length === 0 ? null : `Kiểu chữ phải ${wrong.join(', ')}.`;
}

function differs(wanted: boolean | null, share: number): boolean {
  if (wanted === null) return false;
  return wanted ? share < NEARLY_ALL : share > MAX_SHARE;
}

function capitalsFlaw({ text }: TextLine, { capitals }: PartLook): string | null {
  if (capitals === true && !isUpperCase(text)) return 'Phải viết chữ in hoa.';
  return capitals === false && isUpperCase(text) && text.length > 6
    ? 'Phải viết chữ in thường, không viết hoa cả dòng.'
    : null;
}

/** Where columns are pushed apart by tabs, or by an indent, the paragraph says nothing of its lines. */
function isOffCentre({ paragraph, half, table, isBoxed }: TextLine): boolean {
  const isByTabs = paragraph.pieces.some(({ kind }) => kind === 'tab');
  const isPushed = half !== 'whole' && table === null && !isBoxed;
  return !isByTabs && !isPushed && paragraph.alignment !== null && paragraph.alignment !== 'center';
}
