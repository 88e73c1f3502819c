import { rm } from 'node:fs/promises';
import { listen, says } from '../../soap/client/soap-client.fixture.js';
import type { Peer } from '../../soap/client/soap-client.fixture.js';
import { ACCOUNT, aDesk, golden, SUBMISSION, TRANS_CODE } from '../../profiles/viettel-voffice/v-office.fixture.js';
import type { VOfficeSigningDesk } from '../../profiles/viettel-voffice/v-office-signing-desk.js';
import { cipherOf } from '../../profiles/viettel-voffice/v-office-cipher.js';
import {
  aDirectory,
  aSimulator,
  aSubmission,
  CLERK,
  LEADER,
  post,
  type StartedSimulator,
} from '../simulator.fixture.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const { issueUnit, ...account } = ACCOUNT;

let directory: string;
let simulator: StartedSimulator;
let app: Peer;
let desk: VOfficeSigningDesk;
let close: () => void;

beforeAll(async () => {
  directory = await aDirectory();
  app = await listen(says(golden('bao-ket-qua.answer.xml')));
  simulator = await aSimulator(directory, {
    vOffice: { ...account, unit: issueUnit, key: KEY, callbackUrl: app.url },
  });
  const cipher = cipherOf('aes-256-gcm', Buffer.from(KEY));
  ({ desk, close } = aDesk(`${simulator.url}/voffice/Vo2AutoSignSystemImpl`, { cipher, timeoutMs: 2_000 }));
});
afterAll(async () => {
  close();
  await simulator.stop();
  await app.close();
  await rm(directory, { recursive: true });
});

/** A letter of its own for each test. */
async function letter(n: number): Promise<typeof SUBMISSION> {
  const [file] = (await aSubmission()).file;
  if (!file) throw new Error('A submission has a letter');
  const signers = [
    { order: 1, userCode: LEADER.userCode, displayName: LEADER.name, action: 'sign' as const },
    { order: 2, userCode: CLERK.userCode, displayName: CLERK.name, action: 'seal' as const },
  ];
  const { fileId, fileName } = file;
  const content = await file.content.read();
  return { ...SUBMISSION, clientRequestId: `${TRANS_CODE}${String(n)}`, signers, file: { fileId, fileName, content } };
}

const acts = (id: string, what: 'sign' | 'return' | 'seal', body: object = {}) =>
  post(`${simulator.url}/api/signature-requests/${id}/${what}`, body);
const goesWrong = (fault: string | null) => post(`${simulator.url}/api/voffice`, { fault });

/** Status words of the results that were told of a letter, once there are as many as awaited. */
async function toldOf(id: string, count: number): Promise<readonly (string | undefined)[]> {
  const results = (): readonly string[] =>
    app.seen.map(({ body }) => body.toString('utf8')).filter((text) => text.includes(`>${id}<`));
  for (let tries = 0; tries < 100 && results().length < count; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return results().map((text) => /<signStatus>(\d)</u.exec(text)?.[1]);
}

const statusOf = async (id: string): Promise<string | undefined> => (await desk.states([id]))[0]?.status;
const signatures = (pdf: Buffer): number => pdf.toString('latin1').match(/\/ByteRange/gu)?.length ?? 0;

describe('the simulator as vOffice', () => {
  it('has a letter signed and issued, tells of both, and gives the file of each', async () => {
    const submission = await letter(1);
    const { clientRequestId: id } = submission;
    expect(await desk.submit(submission)).toEqual({ signatureRequestId: id, duplicate: false });
    expect(await statusOf(id)).toBe('received');
    await acts(id, 'sign');
    expect([await statusOf(id), signatures(await desk.signedFile(id))]).toEqual(['signed', 1]);
    await acts(id, 'seal');
    expect([await statusOf(id), signatures(await desk.signedFile(id))]).toEqual(['published', 2]);
    expect(await toldOf(id, 2)).toEqual(['3', '5']);
  });

  it('tells of a refusal with its comment', async () => {
    const submission = await letter(2);
    const { clientRequestId: id } = submission;
    await desk.submit(submission);
    await acts(id, 'return', { comment: 'Sửa nơi nhận' });
    expect(await desk.states([id])).toMatchObject([
      { status: 'returned', comment: 'Sửa nơi nhận', lastActor: `${LEADER.userCode}@haiphong.example` },
    ]);
    expect(await toldOf(id, 1)).toEqual(['2']);
  });

  it('knows a letter again, also when its answer got lost', async () => {
    const submission = await letter(3);
    await goesWrong('answerLost');
    const impatient = aDesk(`${simulator.url}/voffice/Vo2AutoSignSystemImpl`, {
      cipher: cipherOf('aes-256-gcm', Buffer.from(KEY)),
      timeoutMs: 400,
    });
    const known = { signatureRequestId: submission.clientRequestId, duplicate: true };
    expect(await impatient.desk.submit(submission)).toEqual(known);
    impatient.close();
    expect(await desk.submit(submission)).toEqual(known);
  });

  it('tells nothing, twice, or before it has answered, as it is told to', async () => {
    const [lost, twice, first] = await Promise.all([letter(4), letter(5), letter(6)]);
    await goesWrong('callbackLost');
    await desk.submit(lost);
    await acts(lost.clientRequestId, 'sign');
    await goesWrong('callbackTwice');
    await desk.submit(twice);
    await acts(twice.clientRequestId, 'sign');
    expect(await toldOf(twice.clientRequestId, 2)).toEqual(['3', '3']);
    await goesWrong('callbackFirst');
    expect(await desk.submit(first)).toMatchObject({ duplicate: false });
    expect((await toldOf(first.clientRequestId, 1))[0]).toBe('3');
    expect(await toldOf(lost.clientRequestId, 0)).toEqual([]);
  });

  it.each([
    ['a password that is wrong', { account: { ...ACCOUNT, accountPass: 'sai' } }, 'mã 9.'],
    [
      'a key that is not its own',
      { cipher: cipherOf('aes-256-gcm', Buffer.from(Buffer.alloc(32, 8).toString('base64'))) },
      'mã 109.',
    ],
    ['a unit that is not there', { account: { ...ACCOUNT, issueUnit: 1 } }, 'VO-104'],
  ])('refuses %s', async (_what, changes, said) => {
    const cipher = cipherOf('aes-256-gcm', Buffer.from(KEY));
    const stranger = aDesk(`${simulator.url}/voffice/Vo2AutoSignSystemImpl`, { cipher, ...changes });
    await expect(stranger.desk.submit(await letter(9))).rejects.toThrow(said);
    stranger.close();
  });

  it('serves its WSDL with its address', async () => {
    const wsdl = await (await fetch(`${simulator.url}/voffice/Vo2AutoSignSystemImpl?wsdl`)).text();
    expect(wsdl).toContain(`location="${simulator.url}/voffice/Vo2AutoSignSystemImpl"`);
  });
});
