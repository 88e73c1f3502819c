import type { FileSignature } from '../../documents/domain/file-signature.js';
import { isSameAgency, whyReturned, type CheckedFile } from './incoming-check.js';

const OURS = '000.00.03.H24';
const TO_US = [{ id: OURS, name: 'Sở Giáo dục và Đào tạo' }];

const file = (verdict: FileSignature['verdict'] | null, name = 'cv.pdf'): CheckedFile => ({
  name,
  signature: verdict && { verdict, signers: [], reasons: ['Nội dung được ký đã bị thay đổi.'] },
});

describe('rule 46: what goes back to its sender before it is registered', () => {
  it.each(['valid', 'unknown', 'unsigned'] as const)('not a document that is %s', (verdict) => {
    expect(whyReturned(TO_US, [OURS], [file(verdict)])).toBeNull();
  });

  it.each(['invalid', 'changedAfterSigning'] as const)('a document that is %s, with the reason', (verdict) => {
    expect(whyReturned(TO_US, [OURS], [file(null, 'dữ liệu.xlsx'), file(verdict)])).toBe(
      'Chữ ký số của “cv.pdf” không đạt kiểm tra: Nội dung được ký đã bị thay đổi. Đề nghị ký lại và gửi lại văn bản.',
    );
  });

  it('not a document with a seal over words: that is marked for a clerk, who looks whether it hides any', () => {
    const signature = { verdict: 'changedAfterSigning', signers: ['Sở A'], onlyOverlay: true, reasons: [] } as const;
    expect(whyReturned(TO_US, [OURS], [{ name: 'cv.pdf', signature }])).toBeNull();
  });

  it('not a sound document whose annex is broken: that is marked for a clerk', () => {
    expect(whyReturned(TO_US, [OURS], [file('valid'), file('invalid', 'phụ lục.pdf')])).toBeNull();
  });

  it('a document that names others only, whatever its signature', () => {
    const to = [{ id: '000.00.07.H24', name: 'Sở Nội vụ' }];
    expect(whyReturned(to, [OURS], [file('valid')])).toContain('Văn bản gửi Sở Nội vụ (000.00.07.H24), không gửi');
    expect(whyReturned([...to, ...TO_US], [OURS], [])).toBeNull();
  });

  it('a document to another code of ours, as the directory knows us, is ours', () => {
    const to = [{ id: 'H37.SO.001', name: 'Sở Giáo dục và Đào tạo' }];
    expect(whyReturned(to, [OURS], [])).not.toBeNull();
    expect(whyReturned(to, [OURS, 'H37.SO.001'], [])).toBeNull();
  });

  it.each([
    ['000.00.03.H24', 'H24.3', true],
    ['000.00.03.H24', 'h24.03', true],
    ['000.01.03.H24', 'H24.3.1', true],
    ['000.00.03.H24', 'H24.30', false],
    ['000.00.03.H24', 'H24', false],
    ['000.00.03.H24', '000.00.03.H23', false],
  ])('codes of both generations: %s and %s', (one, other, same) => {
    expect(isSameAgency(one, other)).toBe(same);
    expect(isSameAgency(other, one)).toBe(same);
  });
});
