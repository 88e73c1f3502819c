import { inflateSync } from 'node:zlib';

import { isTooMuch } from '../inflation.js';
import { PdfMalformed, PdfTooLarge } from './limits.js';
import type { ReadingBudget } from './reading-budget.js';
import {
  EMPTY_DICTIONARY,
  integerOf,
  nameOf,
  PdfArray,
  PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './values.js';

function single(value: PdfValue): PdfValue {
  if (!(value instanceof PdfArray)) return value;
  if (value.items.length > 1) throw new PdfMalformed('more than one filter on a structural stream');
  return value.items[0] ?? null;
}

/**
 * The content of a stream that carries structure (objects, cross-references, certificates).
 *
 * Only FlateDecode with its predictors, or nothing, is known here: other filters do not occur on such streams.
 *
 * @throws PdfMalformed, PdfTooLarge
 */
export function decodeStream(stream: PdfStream, budget: ReadingBudget): Buffer {
  const filter = nameOf(single(stream.dictionary.raw('Filter')));
  if (stream.dictionary.raw('F') !== null) throw new PdfMalformed('stream kept outside of the file');
  if (filter === null) {
    if (single(stream.dictionary.raw('Filter')) !== null) throw new PdfMalformed('filter is no name');
    return stream.data;
  }
  if (filter !== 'FlateDecode' && filter !== 'Fl') throw new PdfMalformed(`filter ${filter} not known here`);
  const inflated = inflate(stream.data, budget);
  const parameters = single(stream.dictionary.raw('DecodeParms'));
  return unpredict(inflated, parameters instanceof PdfDictionary ? parameters : EMPTY_DICTIONARY);
}

function inflate(data: Buffer, budget: ReadingBudget): Buffer {
  try {
    const inflated = inflateSync(data, { maxOutputLength: budget.inflationLimit });
    budget.unfold(inflated.length);
    return inflated;
  } catch (error) {
    if (error instanceof PdfMalformed) throw error;
    if (isTooMuch(error)) throw new PdfTooLarge('stream unfolds to too much');
    throw new PdfMalformed('stream cannot be unfolded');
  }
}

function unpredict(bytes: Buffer, parameters: PdfDictionary): Buffer {
  const number = (key: string, otherwise: number): number => integerOf(parameters.raw(key)) ?? otherwise;
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  const columns = number('Columns', 1);
  const isOfBytes = number('Colors', 1) === 1 && number('BitsPerComponent', 8) === 8;
  if (predictor < 10 || !isOfBytes || columns < 1 || columns > 1024) throw new PdfMalformed('predictor not known here');
  return unpredictPng(bytes, columns);
}

/** PNG row filters over rows of one-byte cells, as cross-reference and object streams use them. */
function unpredictPng(bytes: Buffer, columns: number): Buffer {
  const rows = Math.ceil(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  let above = Buffer.alloc(columns);
  for (let row = 0; row < rows; row += 1) {
    const stored = bytes.subarray(row * (columns + 1), (row + 1) * (columns + 1));
    const current = out.subarray(row * columns, (row + 1) * columns);
    unpredictRow(stored, current, above);
    above = current;
  }
  return out;
}

function unpredictRow(stored: Buffer, current: Buffer, above: Buffer): void {
  const kind = stored[0] ?? 0;
  if (kind > 4) throw new PdfMalformed('row filter not known');
  let left = 0;
  let corner = 0;
  for (let column = 0; column < current.length; column += 1) {
    const up = above[column] ?? 0;
    left = ((stored[column + 1] ?? 0) + predicted(kind, left, { up, corner })) & 0xff;
    current[column] = left;
    corner = up;
  }
}

function predicted(kind: number, left: number, { up, corner }: { up: number; corner: number }): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  return kind === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
