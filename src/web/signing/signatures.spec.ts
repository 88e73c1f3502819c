import type { FileSignature } from '../../documents/domain/file-signature.js';
import { signatureLine, signatureWords } from './signatures.js';

const file = (verdict: FileSignature['verdict']): FileSignature => ({
  verdict,
  signers: ['Đỗ Quốc Khánh'],
  reasons: ['Chứng thư đã bị thu hồi.'],
});

describe('words for the signatures of a file that came', () => {
  it.each([
    ['valid', 'ok', 'Chữ ký số: Hợp lệ (Đỗ Quốc Khánh)'],
    ['invalid', 'bad', 'Chữ ký số: Không hợp lệ (Đỗ Quốc Khánh). Chứng thư đã bị thu hồi.'],
    ['unknown', 'open', 'Chữ ký số: Chưa đủ căn cứ (Đỗ Quốc Khánh). Chứng thư đã bị thu hồi.'],
  ] as const)('a file that is %s', (verdict, tone, words) => {
    expect(signatureWords(file(verdict))).toEqual({ tone, words });
  });

  it('say what a clerk does with a file that is doubtful and not proven to be broken', () => {
    expect(signatureWords({ ...file('changedAfterSigning'), forClerk: true }).words).toMatch(
      /Chứng thư đã bị thu hồi\. Văn thư đối chiếu với nơi gửi trước khi dùng hoặc trả lại\.$/u,
    );
  });

  it('say how long each signature can be verified by the file alone', () => {
    const signers = ['Đỗ Quốc Khánh', 'Sở Giáo dục và Đào tạo'];
    expect(signatureWords({ verdict: 'valid', signers, levels: ['B-T', null], reasons: [] }).words).toBe(
      'Chữ ký số: Hợp lệ (Đỗ Quốc Khánh, PAdES B-T, Sở Giáo dục và Đào tạo)',
    );
  });

  it('name nobody who did not sign', () => {
    expect(signatureWords({ verdict: 'unsigned', signers: [], reasons: [] }).words).toBe('Chữ ký số: Chưa ký');
  });

  it('name nobody where the whole staff reads, and tell of a broken file behind a sound one', () => {
    expect(signatureLine([file('valid'), file('unsigned')])).toEqual({ tone: 'ok', words: 'Chữ ký số: Hợp lệ' });
    expect(signatureLine([file('valid'), file('changedAfterSigning')])).toEqual({
      tone: 'bad',
      words: 'Chữ ký số: Hợp lệ; tệp kèm có chữ ký không đạt',
    });
    expect(signatureLine([])).toBeNull();
  });
});
