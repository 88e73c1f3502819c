import { newPdf, type Objects } from '../../../../test/support/test-authority/pdf-writer.js';
import { documentDifference, type DocumentDifference } from './document-difference.js';
import { PdfFile } from './file-state.js';
import { PdfTooLarge } from './limits.js';

const BASE: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /Khac 10 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
};

function difference(one: Objects, other: Objects): DocumentDifference | null {
  const [ours, theirs] = [one, other].map((objects) => new PdfFile(newPdf({ ...BASE, ...objects })).stateAfter(0));
  return documentDifference(ours!, theirs!);
}

/** Objects from 10 on, each leading to the next one, the last one to what is said. */
function chain(length: number, end: string, type = '/Chain'): Objects {
  const item = (at: number): string => `<< /Type ${type} /Next ${at + 1 < length ? `${at + 11} 0 R` : end} >>`;
  return Object.fromEntries(Array.from({ length }, (_, at) => [at + 10, item(at)]));
}

describe('two documents walked side by side', () => {
  it('are followed around rings and along chains of any length', () => {
    expect(difference(chain(3, '10 0 R'), chain(3, '10 0 R'))).toBeNull();
    expect(difference(chain(20_000, 'null'), chain(20_000, 'null'))).toBeNull();
    expect(difference(chain(20_000, '(a)'), chain(20_000, '(b)'))).toEqual({ page: null, kind: 'document' });
  });

  it('differ when a ring is longer, unless nothing asks which object it is', () => {
    expect(difference(chain(2, '10 0 R'), chain(4, '10 0 R'))).toEqual({ page: null, kind: 'document' });
    expect(difference(chain(2, '10 0 R', '/Font'), chain(4, '10 0 R', '/Font'))).toBeNull();
  });

  it('differ when two objects became one', () => {
    const two = { 10: '[11 0 R 12 0 R]', 11: '<< /A 1 >>', 12: '<< /A 1 >>' };
    expect(difference(two, { 10: '[11 0 R 11 0 R]', 11: '<< /A 1 >>' })).not.toBeNull();
    expect(difference({ 10: '[11 0 R 11 0 R]', 11: '<< /A 1 >>' }, two)).not.toBeNull();
  });

  it('are given up when more pairs are to be compared than the budget allows', () => {
    // Rings of lengths without a common divisor meet in every pair of their objects.
    expect(() => difference(chain(1201, '10 0 R', '/Font'), chain(1301, '10 0 R', '/Font'))).toThrow(PdfTooLarge);
  });
});
