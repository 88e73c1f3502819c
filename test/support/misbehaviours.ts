import type { Misbehaviour } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import type { ActOrder } from '../../src/agency-profile/domain/agency-profile.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import type { ProofCode } from '../../src/signing/domain/proof/letter-proof.js';
import { VOID_REASON, type MisbehavedLetters } from './misbehaved-letters.js';

/** What goes wrong, on which line of the proof it fails, and what is said there. */
export type Row = readonly [Misbehaviour, ProofCode, RegExp];

/** The leader's signature. */
export const SIGNATURES: readonly Row[] = [
  ['wrongDocument', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ/u],
  ['alteredBefore', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ/u],
  ['imageOnly', 'signer', /Chưa có chữ ký của lãnh đạo đọc được/u],
  ['wrongLeader', 'signer', /^Đặng Vĩnh Phúc.*Người được trình: Đỗ Quốc Khánh/u],
  ['alteredAfter', 'unchanged', /Nội dung được ký đã bị thay đổi/u],
  ['appendedPage', 'coverage', /Chữ ký cuối không phủ bản đang hiển thị/u],
  ['shadowHide', 'unchanged', /Có chú thích được thêm sau khi ký/u],
  ['shadowReplace', 'unchanged', /Trang bị thay nội dung sau khi ký/u],
  ['expiredCertificate', 'validity', /Chứng thư không còn hoặc chưa có hiệu lực lúc ký/u],
  ['revokedCertificate', 'revocation', /Chứng thư đã bị thu hồi.*Thu hồi lúc/u],
  ['selfSigned', 'signer', /Chứng thư do người ký tự cấp/u],
  ['strangersCertificate', 'signer', /Chứng thư không do tổ chức chứng thực nào được tin cậy cấp/u],
  ['weakDigest', 'algorithm', /Thuật toán hoặc khóa quá yếu/u],
  ['weakKey', 'algorithm', /Thuật toán hoặc khóa quá yếu.*Đỗ Quốc Khánh/u],
  ['truncated', 'submittedFile', /Tệp trả về chưa có chữ ký ở ô ký của lãnh đạo/u],
  ['notPdf', 'unchanged', /Tệp PDF hỏng hoặc được dựng để mỗi phần mềm đọc một cách\. \(từ byte thứ 1\)/u],
  ['emptyFile', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ 1\./u],
];

const SEALS_IN_BOTH: readonly Row[] = [
  ['missingSeal', 'seal', /^Chưa có chữ ký số của cơ quan\.$/u],
  ['otherAgency', 'seal', /^Sở Thử nghiệm khác\..*Không phải của Sở Giáo dục và Đào tạo thành phố Hải Phòng/u],
  ['selfSigned', 'seal', /^Sở Giáo dục và Đào tạo thành phố Hải Phòng\..*Chứng thư do người ký tự cấp/u],
  ['strangersCertificate', 'seal', /Chứng thư không do tổ chức chứng thực nào được tin cậy cấp/u],
  ['alteredAfter', 'unchanged', /Nội dung được ký đã bị thay đổi/u],
  ['appendedPage', 'coverage', /Chữ ký cuối không phủ bản đang hiển thị/u],
  ['shadowHide', 'unchanged', /Có chú thích được thêm sau khi ký/u],
  ['shadowReplace', 'unchanged', /Trang bị thay nội dung sau khi ký/u],
  ['expiredCertificate', 'validity', /hiệu lực lúc ký\. \(Sở Giáo dục và Đào tạo thành phố Hải Phòng\)/u],
  ['revokedCertificate', 'revocation', /thu hồi\. \(Sở Giáo dục và Đào tạo thành phố Hải Phòng\)/u],
  ['weakDigest', 'algorithm', /Thuật toán hoặc khóa quá yếu/u],
  ['weakKey', 'algorithm', /Thuật toán hoặc khóa quá yếu.*Sở Giáo dục và Đào tạo thành phố Hải Phòng/u],
  ['truncated', 'seal', /^Chưa có chữ ký số của cơ quan\.$/u],
  ['notPdf', 'unchanged', /Tệp PDF hỏng hoặc được dựng để mỗi phần mềm đọc một cách\. \(từ byte thứ 1\)/u],
  ['emptyFile', 'submittedFile', /Tệp trả về khác bản gửi từ byte thứ 1\./u],
];

/** The seal, with number and date where it fills them in. */
export const SEALS: Readonly<Record<ActOrder, readonly Row[]>> = {
  signThenNumber: [
    ...SEALS_IN_BOTH,
    ['wrongNumber', 'register', /^Số \d+\/.*Theo sổ: Số \d+\//u],
    ['wrongDate', 'register', /ngày 19 tháng 3\. Theo sổ: .*ngày 18 tháng 03/u],
    ['numberUnlocked', 'unchanged', /Trường được điền sau khi ký mà chữ ký của lần điền không khóa lại/u],
  ],
  numberThenSign: SEALS_IN_BOTH,
};

/** What no seal can get wrong where number and date were printed before signing, why, and whether its desk refuses to try. */
export const WITHOUT_MEANING: readonly (readonly [Misbehaviour, string, boolean])[] = [
  ['wrongNumber', 'the order to seal names no number; another one on the page is a change after signing', true],
  ['wrongDate', 'the order to seal names no date; another one on the page is a change after signing', true],
  ['numberUnlocked', 'no field for number or date is left that the seal could lock', false],
];

/** One or two of each line of the proof: as much of the second order as every run of the tests has time for. */
const DAILY: readonly Misbehaviour[] = [
  ...(['wrongDocument', 'wrongLeader', 'appendedPage', 'shadowReplace', 'revokedCertificate', 'weakKey'] as const),
  ...(['missingSeal', 'otherAgency'] as const),
];

/** All of the default order, and what stands for the rest in the other one, which `test/long` walks whole. */
export function daily(order: ActOrder, rows: readonly Row[]): readonly Row[] {
  return order === 'signThenNumber' ? rows : rows.filter(([code]) => DAILY.includes(code));
}

/** How the e-office tells of a letter, and of the lists of its authority: each has a course of its own. */
export const WITH_A_COURSE: readonly Misbehaviour[] = [
  ...([
    'hashMismatch',
    'late',
    'twice',
    'outOfOrder',
    'afterCancel',
    'noList',
    'outdatedList',
    'noFile',
    'numbersToo',
  ] as const),
];

const VOIDED = { state: 'voided', voidReason: 'Bản ký trả về không đạt' };

/** The letter goes back to its author, what was reserved for it is void, and honestly signed it is released. */
export async function expectSignatureRefused(letters: MisbehavedLetters, [code, line, words]: Row): Promise<void> {
  const { world, order } = letters;
  const refused = await letters.signed(code);
  expect(refused.state).toBe('proofFailed');
  const shown = await letters.shownLine(refused, line);
  expect(['fail', 'unknown']).toContain(shown?.result);
  expect(shown?.detail).toMatch(words);
  if (order === 'signThenNumber') expect(refused.outgoingDocumentId).toBeNull();
  else expect(await letters.outgoing(refused)).toMatchObject(VOIDED);

  const clerk = await world.letters.actor('vanthu');
  const registry = world.app.nest.get(NumberAndSeal).numberAndSeal(clerk, refused.id);
  await expect(registry).rejects.toMatchObject({ code: 'signature-not-valid' });
  expect((await world.letters.draftOf(refused.draftId)).state).toBe('editing');
  await world.unfinishedJobs();
  expect(await letters.page(`/phieu/${refused.caseId}`)).toContain('Bản trả về không đạt kiểm tra');

  const released = await letters.again(refused);
  expect(released.state).toBe('released');
  expect((await letters.outgoing(released))?.state).toBe('released');
  expect(await letters.loose()).toEqual([]);
}

/** The number stays with the letter, until the registry voids it; honestly signed and sealed, the letter is released under another one. */
export async function expectSealRefused(letters: MisbehavedLetters, [code, line, words]: Row): Promise<void> {
  const { world } = letters;
  const refused = await letters.sealed(code);
  expect(refused.state).toBe('sealFailed');
  const shown = await letters.shownLine(refused, line);
  expect(['fail', 'unknown']).toContain(shown?.result);
  expect(shown?.detail).toMatch(words);
  expect((await letters.outgoing(refused))?.state).toBe('numbered');
  const release = await letters.page(`/so-van-ban/di?phat-hanh=${refused.id}`);
  expect(release).toContain('Yêu cầu đóng dấu lại');

  const again = await letters.sealOrderedAgain(refused);
  expect([again.state, again.outgoingDocumentId]).toEqual(['sealFailed', refused.outgoingDocumentId]);
  await letters.numberVoided(refused);
  expect(await letters.outgoing(refused)).toMatchObject({ state: 'voided', voidReason: VOID_REASON });
  // The e-office lets nothing go that bears a seal: the clerk takes it out there by hand, and the ticket says so.
  const told = await world.letters.titles(refused.caseId);
  expect(told.join('\n')).toContain('phải rút tay trên đó');

  const released = await letters.again(refused);
  expect(released.state).toBe('released');
  expect((await world.letters.request(refused.id)).state).toBe('cancelled');
  expect(new Set(await letters.loose())).toEqual(new Set(['signing.cancel givenUp']));
}

/** There is nothing that could go wrong: the letter is sealed as it was submitted, under the number that it bears. */
export async function expectSealedAllTheSame(
  letters: MisbehavedLetters,
  [code, , isRefused]: (typeof WITHOUT_MEANING)[number],
): Promise<void> {
  const { world } = letters;
  const before = await letters.loose();
  const signed = await letters.signedWell();
  await world.misbehave(code, signed);
  if (isRefused) {
    await expect(world.seals(signed)).rejects.toThrow('Số và ngày đã in trong văn bản, không ghi sai được.');
    expect([(await world.letters.request(signed.id)).state, await letters.loose()]).toEqual(['sealing', before]);
    await world.misbehave(null, signed);
  }
  const released = isRefused ? await world.acts('seal', signed) : await world.seals(signed);
  expect([released.state, released.outgoingDocumentId]).toEqual(['released', signed.outgoingDocumentId]);
  expect(await letters.loose()).toEqual(before);
}
