import { fold } from '../../../kernel/vietnamese.js';
import type { PhysicalLine, PhysicalPage } from './pdf-lines.js';

const CONTACT = /^(?:dia chi|dien thoai|dt|email|e-mail|thu dien tu|website|trang thong tin|fax)\b/u;
/** So much of the paper's width a stroke takes that parts the agency's address from the rest. */
const FULL_WIDTH = 0.5;
const TOUCHING = 1.5;
/** Two strokes frame a box; three part columns. */
const MIN_POSTS = 3;

export function textOf({ segments }: PhysicalLine): string {
  return segments.map(({ text }) => text).join(' ');
}

/** The lines of a page without ô 13, the agency's address under a stroke at the foot of the page. */
export function withoutContact({ lines, strokes, width, height }: PhysicalPage): readonly PhysicalLine[] {
  const wide = strokes.filter(({ left, right, top }) => right - left > width * FULL_WIDTH && top > height / 2);
  const edges = wide.map(({ top }) => top).filter((top) => isContact(lines.find(({ base }) => base > top)));
  const edge = Math.min(...edges);
  return lines.filter(({ base }) => base < edge);
}

function isContact(line: PhysicalLine | undefined): boolean {
  return line !== undefined && CONTACT.test(fold(textOf(line)));
}

export interface Grid {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where strokes stand side by side: the tables of a page. */
export function gridsOf({ posts, number }: PhysicalPage): readonly Grid[] {
  const grids: (Grid & { lefts: Set<number> })[] = [];
  for (const { top, bottom, left } of posts.toSorted((a, b) => a.top - b.top)) {
    const grid = grids.at(-1);
    if (!grid || top - grid.bottom > TOUCHING) {
      grids.push({ page: number, top, bottom, lefts: new Set([Math.round(left)]) });
    } else {
      grid.lefts.add(Math.round(left));
      grids[grids.length - 1] = { ...grid, bottom: Math.max(grid.bottom, bottom) };
    }
  }
  return grids.filter(({ lefts }) => lefts.size >= MIN_POSTS);
}

export function isWithin({ page, base }: PhysicalLine, grids: readonly Grid[]): boolean {
  return grids.some((grid) => grid.page === page && base > grid.top && base < grid.bottom);
}
