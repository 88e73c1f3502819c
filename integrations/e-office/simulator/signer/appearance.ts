import { concatTransformationMatrix, drawObject, PDFName, popGraphicsState, pushGraphicsState } from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument, PDFOperator, PDFRef } from '@cantoo/pdf-lib';

/** The size of a field's rectangle, in points. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** What a widget shows, drawn in a box whose lower left corner is the origin. */
export interface Drawing {
  readonly operators: PDFOperator[];
  /** Fonts and images by the names that the operators give them. */
  readonly resources: Readonly<Record<string, Record<string, PDFRef>>>;
  /** Turns it against the page; left out, it stands as it was drawn. */
  readonly matrix?: readonly number[];
}

/** Gives a field's widget its normal appearance. */
export function show(field: PDFDict, box: Box, { operators, resources, matrix }: Drawing): void {
  const { context } = field;
  const appearance = context.formXObject(operators, {
    BBox: [0, 0, box.width, box.height],
    Resources: { ...resources },
    ...(matrix ? { Matrix: [...matrix] } : {}),
  });
  field.set(PDFName.of('AP'), context.obj({ N: context.register(appearance) }));
}

/** A picture as large as the box allows, centred. */
export async function pictureIn(document: PDFDocument, png: Buffer, box: Box): Promise<Drawing> {
  const image = await document.embedPng(png);
  const { width, height } = image.scaleToFit(box.width, box.height);
  return {
    operators: [
      pushGraphicsState(),
      concatTransformationMatrix(width, 0, 0, height, (box.width - width) / 2, (box.height - height) / 2),
      drawObject('Image'),
      popGraphicsState(),
    ],
    resources: { XObject: { Image: image.ref } },
  };
}
