import { jest } from '@jest/globals';
import { setImmediate as otherWork } from 'node:timers/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../src/journal/index.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { ThreadPool } from '../../src/platform/threads/thread-pool.js';
import { CheckSignatures } from '../../src/signing/index.js';
import { KeepEvidence } from '../../src/signing/application/evidence/keep-evidence.js';
import type { SignatureJob } from '../../src/signing/application/signature-job.js';
import { ProveLetter, type ProvedLetter } from '../../src/signing/application/proof/prove-letter.js';
import { VerificationStopped, VerifyNow } from '../../src/signing/application/evidence/verify-now.js';
import { FixedClock } from '../support/fixed-clock.js';
import { LEADER_NAME, openTestAuthority, type TestAuthority } from '../support/test-authority/authority.js';
import { crlAt, keyUsage, revocationList } from '../support/test-authority/certificates.js';
import { preparedLetter, signAsLeader } from '../support/test-authority/letter.js';
import { streamText } from '../support/test-authority/pdf-writer.js';

const URL_OF_LIST = 'http://ca.example/sub.crl';

class Lists {
  readonly asked: string[] = [];

  constructor(private readonly answer: () => Buffer) {}

  fetch(url: string): Promise<Buffer> {
    this.asked.push(url);
    return Promise.resolve().then(this.answer);
  }
}

describe('the one verification of signed files', () => {
  let authority: TestAuthority;
  let directory: string;
  let files: FolderFileStore;
  let open: VerifyNow[] = [];
  beforeAll(() => {
    authority = openTestAuthority();
  });
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-ky-'));
    files = new FolderFileStore(directory);
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.onApplicationShutdown()));
    open = [];
    await rm(directory, { recursive: true, force: true });
  });

  const service = (answer: () => Buffer = () => revocationList(authority.sub)) => {
    const lists = new Lists(answer);
    const anchors = [authority.root.der];
    const trust = { today: () => Promise.resolve({ anchors, timestampAnchors: anchors, intermediates: [] }) };
    const clock = new FixedClock('2026-03-18T04:00:00Z');
    const responders = { ask: () => Promise.reject(new OutsideRefused('OCSP-HOST', 'Không hỏi ở đây.')) };
    const verify = new VerifyNow(trust, lists, responders, files, clock);
    open.push(verify);
    const kept = new KeepEvidence(files, new Journal(clock));
    const letters = new ProveLetter(verify, kept);
    const prove = async (...asked: Parameters<ProveLetter['prove']>): Promise<ProvedLetter> =>
      (await letters.prove(...asked)).proof;
    return { lists, verify, prove, checkSignatures: new CheckSignatures(verify, kept) };
  };
  const leader = () =>
    authority.signer({ extensions: [keyUsage('digitalSignature', 'nonRepudiation'), crlAt(URL_OF_LIST)] });
  const signed = (prepared = preparedLetter()): Buffer =>
    signAsLeader(prepared, { signer: leader(), chain: [authority.sub] });
  /** As of the day before, of what the authority knew then. */
  const oldList = (until: string): Buffer =>
    revocationList(authority.sub, { thisUpdate: new Date('2026-03-17T00:00:00Z'), nextUpdate: new Date(until) });
  const expectation = {
    stage: 'leaderSigned',
    leader: { userCode: 'khanh.dq', name: LEADER_NAME },
    agency: { code: 'H24.3', name: 'Sở' },
  } as const;
  const none = (error: Error) => () => {
    throw error;
  };

  it('fetches the list that a certificate names, once, and judges by it', async () => {
    const { prove, lists } = service();
    const proved = await prove(preparedLetter(), signed(), expectation);
    expect(proved).toMatchObject({ verdict: 'valid', passed: true, signedAt: '2026-03-18T02:26:41.000Z' });
    expect(proved.lines).toHaveLength(9);
    expect(lists.asked).toEqual([URL_OF_LIST]);
  });

  it('looks at what was saved after the signatures once', async () => {
    const { prove } = service();
    const run = jest.spyOn(ThreadPool.prototype, 'run');
    await prove(preparedLetter(), signed(), expectation);
    const asked = run.mock.calls.map(([job]) => (job as SignatureJob).question);
    expect(asked).toEqual(['wanted', expect.objectContaining({ kind: 'letter' })]);
    run.mockRestore();
  });

  it('finds the same whether the files are at hand or in the store', async () => {
    const { prove } = service();
    const [submitted, returned] = [preparedLetter(), signed()];
    const stored = await prove(await files.put(submitted), await files.put(returned), expectation);
    expect(stored).toEqual(await prove(submitted, returned, expectation));
    const other = await prove(await files.put(Buffer.from('%PDF-1.7')), await files.put(returned), expectation);
    expect(other.passed).toBe(false);
  });

  it('leaves the line of a letter of ours open while a list cannot be had, and judges what came in without it', async () => {
    const { prove, checkSignatures } = service(none(new OutsideUnavailable('Nơi cấp không trả lời.')));
    const { lines, passed } = await prove(preparedLetter(), signed(), expectation);
    expect([passed, lines.filter(({ result }) => result === 'unknown').map(({ code }) => code)]).toEqual([
      false,
      ['revocation'],
    ]);
    expect((await checkSignatures.check(await files.put(signed()))).note).toMatchObject({
      verdict: 'unknown',
      signers: [LEADER_NAME],
    });
  });

  it('rule 51: has not enough to judge by, for anybody, when the list is kept where nobody may ask', async () => {
    const { prove, checkSignatures } = service(none(new OutsideRefused('CRL-HOST', 'Không có trong danh sách.')));
    const proved = await prove(preparedLetter(), signed(), expectation);
    expect(proved).toMatchObject({ verdict: 'unknown', passed: false });
    expect((await checkSignatures.check(await files.put(signed()))).note.verdict).toBe('unknown');
  });

  it('asks the authority whatever list the signer encloses', async () => {
    const thief = leader();
    const crls = [oldList('2026-03-24T00:00:00Z')];
    const pdf = signAsLeader(preparedLetter(), { signer: thief, chain: [authority.sub], cms: { crls } });
    const revoked = [{ serial: thief.serial, at: new Date('2026-03-17T12:00:00Z') }];
    const { prove, lists } = service(() => revocationList(authority.sub, { revoked }));
    expect(await prove(preparedLetter(), pdf, expectation)).toMatchObject({
      verdict: 'invalid',
      passed: false,
    });
    expect(lists.asked).toEqual([URL_OF_LIST]);
  });

  it.each([
    ['does not answer', new OutsideUnavailable('Nơi cấp không trả lời.')],
    ['may not be asked', new OutsideRefused('CRL-HOST', 'Không có trong danh sách.')],
  ])('rule 51: has not enough to judge by when an enclosed list is over and the authority %s', async (_how, error) => {
    const crls = [oldList('2026-03-18T03:00:00Z')];
    const pdf = signAsLeader(preparedLetter(), { signer: leader(), chain: [authority.sub], cms: { crls } });
    const proved = await service(none(error)).prove(preparedLetter(), pdf, expectation);
    expect(proved).toMatchObject({ verdict: 'unknown', passed: false });
  });

  it('never judges bytes of the store that are not what they are named after', async () => {
    const { prove, checkSignatures } = service();
    const sha256 = await files.put(signed());
    await writeFile(files.pathOf(sha256), signed(preparedLetter({ 12: '<< /Title (Khac) >>' })));
    await expect(prove(preparedLetter(), sha256, expectation)).rejects.toThrow(VerificationStopped);
    expect((await checkSignatures.check(sha256)).note.verdict).toBe('unknown');
    expect((await checkSignatures.check(await files.put(signed()))).note.verdict).toBe('valid');
  });

  it('leaves the process free while a file of 20 MB is judged', async () => {
    const { prove } = service();
    const prepared = preparedLetter({ 13: streamText('x'.repeat(20_000_000)) });
    const [submitted, returned] = [await files.put(prepared), await files.put(signed(prepared))];
    await prove(submitted, returned, expectation);
    const judged = prove(submitted, returned, expectation);
    let [turns, isOver] = [0, false];
    void judged.finally(() => (isOver = true));
    for (; !isOver; turns += 1) await otherWork();
    expect((await judged).passed).toBe(true);
    // Of its own a judgement takes some ten turns, to read files and hand them to a thread.
    expect(turns).toBeGreaterThan(100);
  });
});
