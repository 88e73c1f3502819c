import { PDFDocument, popGraphicsState, pushGraphicsState } from '@cantoo/pdf-lib';
import type { PDFEmbeddedPage, PDFPage, TransformationMatrix } from '@cantoo/pdf-lib';
import { drawAnnotations } from './shown-annotations.js';

/** A page of another file as one drawing, upright, with its lower left corner at the origin. */
export interface TakenPage {
  readonly drawing: PDFEmbeddedPage;
  readonly width: number;
  readonly height: number;
}

/** Takes pages over as they are printed: what annotations show becomes part of the page, turned pages stand upright. */
export async function takePages(into: PDFDocument, pages: readonly PDFPage[]): Promise<readonly TakenPage[]> {
  const upright = pages.map(uprightOf);
  for (const page of pages) {
    drawAnnotations(page);
    page.pushOperators(pushGraphicsState(), popGraphicsState());
  }
  const drawings = await into.embedPages(
    [...pages],
    upright.map(({ box }) => box),
    upright.map(({ matrix }) => matrix),
  );
  return drawings.flatMap((drawing, at) => {
    const size = upright[at];
    return size ? [{ drawing, width: size.width, height: size.height }] : [];
  });
}

interface Upright {
  readonly box: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };
  readonly matrix: TransformationMatrix;
  readonly width: number;
  readonly height: number;
}

function uprightOf(page: PDFPage): Upright {
  const { x: left, y: bottom, width, height } = page.getCropBox();
  const box = { left, bottom, right: left + width, top: bottom + height };
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  switch (turn) {
    case 90:
      return { box, matrix: [0, -1, 1, 0, -box.bottom, box.right], width: height, height: width };
    case 180:
      return { box, matrix: [-1, 0, 0, -1, box.right, box.top], width, height };
    case 270:
      return { box, matrix: [0, 1, -1, 0, box.top, -box.left], width: height, height: width };
    default:
      return { box, matrix: [1, 0, 0, 1, -box.left, -box.bottom], width, height };
  }
}
