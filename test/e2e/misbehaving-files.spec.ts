import { jest } from '@jest/globals';
import { ThreadPool } from '../../src/platform/threads/thread-pool.js';
import { NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import { MisbehavedLetters } from '../support/misbehaved-letters.js';

let letters: MisbehavedLetters;
beforeAll(async () => {
  letters = await MisbehavedLetters.open('signThenNumber');
});
afterAll(() => letters.close());
afterEach(async () => {
  jest.restoreAllMocks();
  await letters.world.misbehave(null);
});

const HOURS_2 = 7_200_000;
const NO_SIGNED_FILE = 'Chưa lấy hoặc chưa kiểm tra được bản ký trả về. Không tìm thấy tệp đã ký.';
const NO_SEALED_FILE = 'Chưa lấy hoặc chưa kiểm tra được bản đóng dấu trả về. Không tìm thấy tệp đã ký.';

/** What is left to do, aside from what was given up. */
const open = async (): Promise<readonly string[]> => (await letters.loose()).filter((job) => !job.endsWith('givenUp'));

describe('an e-office that tells of a file and does not hand it out', () => {
  it('gives a letter back to its author when the leader signed it', async () => {
    const { world } = letters;
    const stopped = await letters.signed('noFile');
    expect(stopped).toMatchObject({ state: 'proofFailed', signedSha256: null, comment: NO_SIGNED_FILE });
    const draft = await world.letters.draftOf(stopped.draftId);
    expect(draft).toMatchObject({ state: 'editing', returnReason: NO_SIGNED_FILE });
    expect(await letters.page(`/trinh-ky/${stopped.id}`)).toContain(`Không được phát hành: ${NO_SIGNED_FILE}`);
    await world.unfinishedJobs();
    expect(await letters.page(`/phieu/${stopped.caseId}`)).toContain('Bản trả về không đạt kiểm tra');
    await world.misbehave(null);
    expect((await letters.again(stopped)).state).toBe('released');
    expect(await open()).toEqual([]);
  });

  it('stops a letter that the agency sealed, until it does and the seal is ordered again', async () => {
    const { world } = letters;
    const stopped = await letters.sealed('noFile');
    expect(stopped).toMatchObject({ state: 'sealFailed', sealedSha256: null, comment: NO_SEALED_FILE });
    expect(await letters.page(`/so-van-ban/di?phat-hanh=${stopped.id}`)).toContain(NO_SEALED_FILE);

    expect(await letters.sealOrderedAgain(stopped)).toMatchObject({ state: 'sealFailed', comment: NO_SEALED_FILE });
    await world.misbehave(null);
    const released = await letters.sealOrderedAgain(stopped);
    expect(released).toMatchObject({ state: 'released', outgoingDocumentId: stopped.outgoingDocumentId });
    const told = await world.letters.titles(stopped.caseId);
    expect(told.filter((title) => title.startsWith('Bản đóng dấu không đạt kiểm tra'))).toHaveLength(2);
    expect(await open()).toEqual([]);
  });

  it('may cost such a letter its number', async () => {
    const stopped = await letters.sealed('noFile');
    await letters.numberVoided(stopped);
    expect((await letters.outgoing(stopped))?.state).toBe('voided');
    await letters.world.misbehave(null);
    expect((await letters.again(stopped)).state).toBe('released');
    expect(await open()).toEqual([]);
  });
});

/** The e-office's people act, and no thread brings a verification to its end, however often the job is tried. */
async function neverJudged(
  what: 'sign' | 'seal',
  { id, clientRequestId }: SignatureRequestEntity,
): Promise<SignatureRequestEntity> {
  const { world } = letters;
  jest.spyOn(ThreadPool.prototype, 'run').mockResolvedValue({ kind: 'timeout', of: 'clock' });
  await world.robot(`/api/signature-requests/${clientRequestId}/${what}`);
  for (let tries = 0; tries < 12; tries += 1) {
    world.app.clock.advance(HOURS_2);
    await world.looks();
  }
  jest.restoreAllMocks();
  return world.letters.request(id);
}

describe('a file whose verification is stopped each time', () => {
  it('goes back to its author when the leader signed it', async () => {
    const { world } = letters;
    const stopped = await neverJudged('sign', await world.submitted(await world.approved()));
    expect(stopped).toMatchObject({ state: 'proofFailed', proof: null });
    expect(stopped.comment).toContain('Chưa lấy hoặc chưa kiểm tra được bản ký trả về.');
    expect((await letters.again(stopped)).state).toBe('released');
    expect(await open()).toEqual([]);
  });

  it('is fetched and judged anew when the agency sealed it and the seal is ordered again', async () => {
    const { world } = letters;
    const signed = await letters.signedWell();
    await world.app.nest.get(NumberAndSeal).numberAndSeal(await world.letters.actor('vanthu'), signed.id);
    await world.app.work();
    const stopped = await neverJudged('seal', signed);
    expect(stopped).toMatchObject({ state: 'sealFailed', sealedSha256: null });
    expect(stopped.comment).toContain('Chưa lấy hoặc chưa kiểm tra được bản đóng dấu trả về.');
    expect((await letters.sealOrderedAgain(stopped)).state).toBe('released');
    expect(await open()).toEqual([]);
  });
});
