import type { Misbehaviour } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import type { ProofCode } from '../../src/signing/domain/proof/letter-proof.js';
import { MisbehavedLetters } from '../support/misbehaved-letters.js';

let letters: MisbehavedLetters;
beforeAll(async () => {
  letters = await MisbehavedLetters.open();
});
afterAll(() => letters.close());

const rows: readonly (readonly [Misbehaviour, ProofCode, RegExp])[] = [
  ['wrongDocument', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ/u],
  ['alteredBefore', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ/u],
  ['imageOnly', 'signer', /Chưa có chữ ký của lãnh đạo đọc được/u],
  ['wrongLeader', 'signer', /^Đặng Vĩnh Phúc.*Người được trình: Đỗ Quốc Khánh/u],
  ['alteredAfter', 'unchanged', /Nội dung được ký đã bị thay đổi/u],
  ['appendedPage', 'coverage', /Chữ ký cuối không phủ bản đang hiển thị/u],
  ['shadowHide', 'unchanged', /Có chú thích được thêm, bớt hoặc thay sau khi ký/u],
  ['shadowReplace', 'unchanged', /Trang bị thay nội dung sau khi ký/u],
  ['expiredCertificate', 'validity', /Chứng thư không còn hoặc chưa có hiệu lực lúc ký/u],
  ['revokedCertificate', 'revocation', /Chứng thư đã bị thu hồi.*Thu hồi lúc/u],
  ['selfSigned', 'signer', /Chứng thư do người ký tự cấp/u],
  ['strangersCertificate', 'signer', /Chứng thư không dẫn tới nơi cấp nào được tin cậy/u],
  ['weakDigest', 'algorithm', /Thuật toán hoặc khóa quá yếu/u],
  ['weakKey', 'algorithm', /Thuật toán hoặc khóa quá yếu.*Đỗ Quốc Khánh/u],
  ['truncated', 'submittedFile', /Tệp trả về chưa có chữ ký ở ô ký của lãnh đạo/u],
  ['notPdf', 'unchanged', /Tệp PDF hỏng hoặc được dựng để mỗi phần mềm đọc một cách\. \(từ byte thứ 1\)/u],
  ['emptyFile', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ 1\./u],
];

describe('rule 41: a letter whose leader’s signature is not valid is neither numbered nor sealed', () => {
  it.each(rows)('%s fails on the line %s, and the honest letter after it is released', async (code, line, words) => {
    const { world } = letters;
    const refused = await letters.signed(code);
    expect(refused).toMatchObject({ state: 'proofFailed', outgoingDocumentId: null });
    const shown = await letters.shownLine(refused, line);
    expect(['fail', 'unknown']).toContain(shown?.result);
    expect(shown?.detail).toMatch(words);

    const clerk = await world.letters.actor('vanthu');
    const registry = world.house.app.get(NumberAndSeal).execute(clerk, refused.id);
    await expect(registry).rejects.toMatchObject({ code: 'signature-not-valid' });
    expect((await world.letters.draftOf(refused.draftId)).state).toBe('editing');
    expect(await letters.page(`/phieu/${refused.caseId}`)).toContain('Bản trả về không đạt kiểm tra');

    const released = await letters.again(refused);
    expect(released.state).toBe('released');
    expect((await letters.outgoing(released))?.state).toBe('released');
    expect(await letters.loose()).toEqual([]);
  });
});
