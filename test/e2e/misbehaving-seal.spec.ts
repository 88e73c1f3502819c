import type { Misbehaviour } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import type { ProofCode } from '../../src/signing/domain/proof/letter-proof.js';
import { MisbehavedLetters, VOID_REASON } from '../support/misbehaved-letters.js';

let letters: MisbehavedLetters;
beforeAll(async () => {
  letters = await MisbehavedLetters.open();
});
afterAll(() => letters.close());

const rows: readonly (readonly [Misbehaviour, ProofCode, RegExp])[] = [
  ['missingSeal', 'seal', /^Chưa có chữ ký số của cơ quan\.$/u],
  ['wrongNumber', 'register', /^Số \d+\/.*Theo sổ: Số \d+\//u],
  ['wrongDate', 'register', /ngày 19 tháng 3\. Theo sổ: .*ngày 18 tháng 03/u],
  ['otherAgency', 'seal', /^Sở Thử nghiệm khác\..*Không phải của Sở Giáo dục và Đào tạo thành phố Hải Phòng/u],
  ['numberUnlocked', 'unchanged', /Trường được điền sau khi ký mà chữ ký của lần điền không khóa lại/u],
  ['selfSigned', 'seal', /^Sở Giáo dục và Đào tạo thành phố Hải Phòng\..*Chứng thư do người ký tự cấp/u],
  ['strangersCertificate', 'seal', /Chứng thư không dẫn tới nơi cấp nào được tin cậy/u],
  ['alteredAfter', 'unchanged', /Nội dung được ký đã bị thay đổi/u],
  ['shadowHide', 'unchanged', /Có chú thích được thêm, bớt hoặc thay sau khi ký/u],
  ['shadowReplace', 'unchanged', /Trang bị thay nội dung sau khi ký/u],
  ['expiredCertificate', 'validity', /hiệu lực lúc ký\. \(Sở Giáo dục và Đào tạo thành phố Hải Phòng\)/u],
  ['revokedCertificate', 'revocation', /thu hồi\. \(Sở Giáo dục và Đào tạo thành phố Hải Phòng\)/u],
  ['weakDigest', 'algorithm', /Thuật toán hoặc khóa quá yếu/u],
  ['truncated', 'seal', /^Chưa có chữ ký số của cơ quan\.$/u],
  ['emptyFile', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ 1\./u],
];

describe('rule 42: a letter is released with both signatures valid, else not', () => {
  it.each(rows)(
    '%s fails on the line %s; the number is voided and the letter released anew',
    async (code, line, words) => {
      const { world } = letters;
      const refused = await letters.sealed(code);
      expect(refused.state).toBe('sealFailed');
      const shown = await letters.shownLine(refused, line);
      expect(['fail', 'unknown']).toContain(shown?.result);
      expect(shown?.detail).toMatch(words);
      expect((await letters.outgoing(refused))?.state).toBe('numbered');
      const release = await letters.page(`/so-van-ban/di?phat-hanh=${refused.id}`);
      expect(release).toContain('Yêu cầu đóng dấu lại');

      expect((await letters.sealOrderedAgain(refused)).state).toBe('sealFailed');
      await letters.numberVoided(refused);
      expect(await letters.outgoing(refused)).toMatchObject({ state: 'voided', voidReason: VOID_REASON });
      // The e-office lets nothing go that bears a seal: the clerk takes it out there by hand, and the ticket says so.
      const told = await world.letters.titles(refused.caseId);
      expect(told.join('\n')).toContain('phải rút tay trên e-office');

      const released = await letters.again(refused);
      expect(released.state).toBe('released');
      expect((await world.letters.request(refused.id)).state).toBe('cancelled');
      expect(new Set(await letters.loose())).toEqual(new Set(['signing.cancel givenUp']));
    },
  );
});
