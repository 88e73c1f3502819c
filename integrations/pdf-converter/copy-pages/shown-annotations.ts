import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';

/** Bits of an annotation's /F (ISO 32000-2, table 167). */
const HIDDEN = 2;
const PRINTED = 4;

type Matrix = readonly [number, number, number, number, number, number];

const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

/** Draws into the page what its annotations show on paper: number and date in their fields, signatures, stamps. */
export function drawAnnotations(page: PDFPage): void {
  const annotations = page.node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
    const annotation = annotations?.lookupMaybe(at, PDFDict);
    if (annotation && isPrinted(annotation)) draw(page, annotation);
  }
  page.node.delete(PDFName.of('Annots'));
}

function isPrinted(annotation: PDFDict): boolean {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  return (flags & HIDDEN) === 0 && (flags & PRINTED) !== 0;
}

function draw(page: PDFPage, annotation: PDFDict): void {
  const appearance = appearanceOf(annotation);
  const form = appearance && annotation.context.lookupMaybe(appearance, PDFStream);
  const rectangle = numbersOf(annotation, 'Rect');
  if (!appearance || !form || rectangle.length !== 4) return;
  const place = placed(boundsOf(form), boundsOfCorners(rectangle));
  if (place === null) return;
  const name = page.node.newXObject('HienThi', appearance);
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...place), drawObject(name), popGraphicsState());
}

/** The normal appearance; of a field with several states the one that it is in. */
function appearanceOf(annotation: PDFDict): PDFRef | null {
  const normal = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
  if (!normal) return null;
  const states = annotation.context.lookup(normal);
  const state = annotation.lookup(PDFName.of('AS'));
  const chosen = states instanceof PDFDict && state instanceof PDFName ? states.get(state) : normal;
  return chosen instanceof PDFRef ? chosen : null;
}

interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The form's box as its own matrix turns it. */
function boundsOf({ dict }: PDFStream): Bounds {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(dict, 'BBox');
  const given = numbersOf(dict, 'Matrix');
  const [a, b, c, d, e, f] = isMatrix(given) ? given : UNCHANGED;
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const;
  return boundsOfCorners(corners.flatMap(([x, y]) => [a * x + c * y + e, b * x + d * y + f]));
}

function isMatrix(numbers: readonly number[]): numbers is Matrix {
  return numbers.length === 6;
}

function boundsOfCorners(numbers: readonly number[]): Bounds {
  const xs = numbers.filter((_one, at) => at % 2 === 0);
  const ys = numbers.filter((_one, at) => at % 2 === 1);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  return { left, bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom };
}

/** What brings the appearance into its rectangle (ISO 32000-2, 12.5.5, algorithm 8); null for one without extent. */
function placed(from: Bounds, to: Bounds): Matrix | null {
  if (from.width <= 0 || from.height <= 0) return null;
  const [across, up] = [to.width / from.width, to.height / from.height];
  return [across, 0, 0, up, to.left - from.left * across, to.bottom - from.bottom * up];
}

function numbersOf(dictionary: PDFDict, key: string): readonly number[] {
  const list = dictionary.lookupMaybe(PDFName.of(key), PDFArray);
  return (list?.asArray() ?? []).flatMap((_one, at) => list?.lookupMaybe(at, PDFNumber)?.asNumber() ?? []);
}
