import { createServer, type Server } from 'node:http';
import { rm } from 'node:fs/promises';
import { sha256Of } from '../../../src/kernel/sha256.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import type { NotifyEventRequest } from '../soap/contract.js';
import type { SubmitForSignatureRequest } from '../soap/signature-contract.js';
import { E_OFFICE_CONTRACT } from '../soap/e-office-contract.js';
import { send } from '../soap/client/soap-client.fixture.js';
import { SoapDoor } from '../soap/door/soap-door.js';
import {
  aDirectory,
  aSimulator,
  aSubmission,
  CLERK,
  LEADER,
  post,
  type StartedSimulator,
  TickingClock,
} from './simulator.fixture.js';

describe('the simulated signing room, over SOAP', () => {
  let directory: string;
  let simulator: StartedSimulator;
  let submission: SubmitForSignatureRequest;

  beforeAll(async () => {
    submission = await aSubmission();
  });
  beforeEach(async () => {
    directory = await aDirectory();
    simulator = await aSimulator(directory);
  });
  afterEach(async () => {
    await simulator.stop();
    await rm(directory, { recursive: true });
  });

  const submit = async (): Promise<string> =>
    (await simulator.client.call('SubmitForSignature', submission)).signatureRequestId;
  const act = (what: 'sign' | 'return' | 'seal', body: unknown = {}): ReturnType<typeof post> =>
    post(`${simulator.url}/api/signature-requests/${submission.clientRequestId}/${what}`, body);
  const state = async (): Promise<Awaited<ReturnType<typeof stateOf>>> =>
    stateOf(simulator, submission.clientRequestId);
  const sealOrder = async (signatureRequestId: string) => {
    const [file] = (await state()).signedFile;
    return {
      clientRequestId: 'SGDDT-0001-0001-dau',
      signatureRequestId,
      fileId: file?.fileId ?? '',
      sha256: file?.sha256 ?? '',
      documentNumber: '513',
      documentNotation: 'SGDĐT-GDTrH',
      issuedDate: civilDate('2026-11-25'),
    };
  };

  it('lays a letter before the person who initials it first; initials put no signature into the file', async () => {
    await simulator.stop();
    const head = { userCode: 'thangvd', name: 'Vũ Đức Thắng', position: 'Trưởng phòng' };
    simulator = await aSimulator(directory, { initials: [head] });
    const [sign, seal] = submission.signer;
    const signer = [
      { order: 1, userCode: head.userCode, action: 'initial' as const, fileId: [] },
      ...[
        { ...sign!, order: 2 },
        { ...seal!, order: 3 },
      ],
    ];
    await simulator.client.call('SubmitForSignature', { ...submission, signer });
    expect(await act('sign')).toMatchObject({ status: 200, body: { status: 'inProgress', lastActor: head.name } });
    const initialed = await state();
    expect(initialed.step.map(({ status }) => status)).toEqual(['done', 'waiting', 'waiting']);
    expect(initialed.signedFile).toEqual([]);
    expect(await act('sign')).toMatchObject({ body: { status: 'signed', lastActor: LEADER.name } });
    const wrong = [{ ...signer[0]!, action: 'sign' as const }];
    const asked = { ...submission, clientRequestId: 'SGDDT-0001-0002-r1', signer: wrong };
    await expect(simulator.client.call('SubmitForSignature', asked)).rejects.toThrow('EO-UNKNOWN-SIGNER');
  });

  it('carries a letter from submission over the leader’s signature to the agency’s seal', async () => {
    const id = await submit();
    expect(await state()).toMatchObject({ signatureRequestId: id, status: 'received', signedFile: [] });

    expect(await act('sign')).toMatchObject({ status: 200, body: { status: 'signed', lastActor: LEADER.name } });
    const signed = await state();
    const order = await sealOrder(id);
    expect(await simulator.client.call('ApplySeal', order)).toEqual({ status: 'signed', duplicate: false });
    expect(await simulator.client.call('ApplySeal', order)).toEqual({ status: 'signed', duplicate: true });

    expect(await act('seal')).toMatchObject({ status: 200, body: { status: 'sealed' } });
    const sealed = await state();
    expect(sealed).toMatchObject({ documentNumber: '513', issuedDate: '2026-11-25', lastActor: CLERK.name });
    expect(sealed.revision).toBeGreaterThan(signed.revision);
    expect(sealed.step.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(await simulator.client.call('ApplySeal', order)).toEqual({ status: 'sealed', duplicate: true });

    const [ref] = sealed.signedFile;
    const { file } = await simulator.client.call('GetSignedFile', {
      signatureRequestId: id,
      fileId: ref?.fileId ?? '',
    });
    const [content, letter] = [await file.content.read(), await submission.file[0]!.content.read()];
    expect(sha256Of(content)).toBe(ref?.sha256);
    expect(content.subarray(0, letter.length).equals(letter)).toBe(true);
    expect(content.toString('latin1').match(/\/ByteRange/gu)).toHaveLength(2);
  });

  it('takes a submission once, and refuses another under its id', async () => {
    const first = await simulator.client.call('SubmitForSignature', submission);
    const second = await simulator.client.call('SubmitForSignature', submission);
    expect(second).toEqual({ ...first, duplicate: true });
    const other = simulator.client.call('SubmitForSignature', { ...submission, subject: 'Khác' });
    await expect(other).rejects.toMatchObject({ code: 'EO-CONFLICT' });
  });

  it('gives a letter back with the leader’s words, and never without', async () => {
    await submit();
    expect(await act('return', { comment: ' ' })).toMatchObject({ status: 409 });
    expect(await act('return', { comment: 'Sửa mốc thời gian ở đoạn 2.' })).toMatchObject({ status: 200 });
    expect(await state()).toMatchObject({ status: 'returned', comment: 'Sửa mốc thời gian ở đoạn 2.', signedFile: [] });
    expect(await act('sign')).toMatchObject({ status: 409 });
  });

  it('withdraws a letter, also twice, and not once it is to be sealed', async () => {
    const withdrawal = { clientRequestId: submission.clientRequestId, reason: 'Trình nhầm tệp' };
    const id = await submit();
    await act('sign');
    const order = await sealOrder(id);
    await simulator.client.call('ApplySeal', order);
    await expect(simulator.client.call('CancelSignature', withdrawal)).rejects.toMatchObject({ code: 'EO-STATE' });

    const next = { ...submission, clientRequestId: 'SGDDT-0001-0001-r2' };
    await simulator.client.call('SubmitForSignature', next);
    const second = { ...withdrawal, clientRequestId: next.clientRequestId };
    expect(await simulator.client.call('CancelSignature', second)).toEqual({ status: 'cancelled' });
    expect(await simulator.client.call('CancelSignature', second)).toEqual({ status: 'cancelled' });
    const unknown = simulator.client.call('CancelSignature', { ...withdrawal, clientRequestId: 'SGDDT-khong-co' });
    await expect(unknown).rejects.toMatchObject({ code: 'EO-NOT-FOUND' });
  });

  it('feeds changes by a cursor, each request with its last state', async () => {
    await submit();
    const seen = await simulator.client.call('GetSignatureStates', { changedSince: {} });
    await act('sign');
    const news = await simulator.client.call('GetSignatureStates', { changedSince: { cursor: seen.nextCursor } });
    expect(news.state).toMatchObject([{ status: 'signed' }]);
    const calm = await simulator.client.call('GetSignatureStates', { changedSince: { cursor: news.nextCursor } });
    expect(calm).toMatchObject({ state: [], more: false });
  });

  it('leaves out what it never received', async () => {
    const asked = await simulator.client.call('GetSignatureStates', { clientRequestId: ['SGDDT-khong-co'] });
    expect(asked.state).toEqual([]);
  });

  it.each<[string, Partial<SubmitForSignatureRequest>, string]>([
    [
      'a signer nobody knows',
      { signer: [{ order: 1, userCode: 'ai-do', action: 'sign', fileId: [] }] },
      'EO-UNKNOWN-SIGNER',
    ],
    [
      'a route without a signature',
      { signer: [{ order: 1, userCode: CLERK.userCode, action: 'seal', fileId: [] }] },
      'EO-VALIDATION',
    ],
    ['a recipient nobody knows', { recipient: ['H99.1'] }, 'EO-UNKNOWN-AGENCY'],
    ['an incoming document nobody registered', { replyToIncomingId: 'den-1' }, 'EO-NOT-FOUND'],
  ])('refuses %s', async (_what, change, code) => {
    const call = simulator.client.call('SubmitForSignature', { ...submission, ...change });
    await expect(call).rejects.toMatchObject({ code });
  });

  it('refuses a file that is no PDF', async () => {
    const content = Buffer.from('PK\u0003\u0004');
    const file = [
      { ...submission.file[0]!, content: new MemoryBytes(content), size: content.length, sha256: sha256Of(content) },
    ];
    const call = simulator.client.call('SubmitForSignature', { ...submission, file });
    await expect(call).rejects.toMatchObject({ code: 'EO-VALIDATION' });
  });

  it('does not sign a file without a place for it, and leaves the letter where it was', async () => {
    const content = Buffer.from('%PDF-1.7\n%%EOF\n');
    submission = await aSubmission({
      clientRequestId: 'SGDDT-0001-0002-r1',
      file: [
        { ...submission.file[0]!, content: new MemoryBytes(content), size: content.length, sha256: sha256Of(content) },
      ],
    });
    await submit();
    expect(await act('sign')).toMatchObject({ status: 409 });
    expect(await state()).toMatchObject({ status: 'received' });
    submission = await aSubmission();
  });

  it.each([
    ['an unsigned letter', false, {}, 'EO-STATE'],
    ['a letter without number and date', true, { documentNumber: undefined, issuedDate: undefined }, 'EO-VALIDATION'],
    ['another file than the signed one', true, { sha256: '0'.repeat(64) }, 'EO-HASH'],
  ])('does not seal %s', async (_what, signFirst, change, code) => {
    const id = await submit();
    if (signFirst) await act('sign');
    const order = {
      ...(await sealOrder(id)),
      ...(signFirst ? {} : { fileId: 'x', sha256: '0'.repeat(64) }),
      ...change,
    };
    await expect(simulator.client.call('ApplySeal', order)).rejects.toMatchObject({ code });
    expect(await act('seal')).toMatchObject({ status: 409 });
  });

  it('in order (b) seals without number and date, and refuses them', async () => {
    submission = await aSubmission({ documentNumber: '513', issuedDate: civilDate('2026-11-25') });
    const id = await submit();
    await act('sign');
    const order = await sealOrder(id);
    await expect(simulator.client.call('ApplySeal', order)).rejects.toMatchObject({ code: 'EO-VALIDATION' });
    const sealOnly = { ...order, documentNumber: undefined, issuedDate: undefined };
    await simulator.client.call('ApplySeal', sealOnly);
    expect(await act('seal')).toMatchObject({ status: 200, body: { status: 'sealed', documentNumber: '513' } });
    submission = await aSubmission();
  });
});

describe('notices to the department', () => {
  it('arrive once each, after as many tries as it takes and across a restart', async () => {
    const directory = await aDirectory();
    const heard: NotifyEventRequest[] = [];
    const office = await aDepartment(heard);
    const clock = new TickingClock();
    const callback = { url: office.url, username: 'e-office', password: 'goi-lai' };
    const submission = await aSubmission();

    office.open = false;
    let simulator = await aSimulator(directory, { callback, clock });
    const { body } = await post(`${simulator.url}/api/feedback`, { sample: 3 });
    await simulator.client.call('SubmitForSignature', submission);
    await simulator.stop();

    office.open = true;
    simulator = await aSimulator(directory, { callback, clock });
    await post(`${simulator.url}/api/signature-requests/${submission.clientRequestId}/sign`);
    await waitFor(() => heard.length >= 3);
    const told = heard.map((event) => event.pendingMessageId ?? event.signatureState.status);
    expect(told.sort()).toEqual([body['messageId'], 'received', 'signed']);
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(3);

    await simulator.stop();
    office.server.close();
    await rm(directory, { recursive: true });
  });
});

async function stateOf(simulator: StartedSimulator, clientRequestId: string) {
  const { state } = await simulator.client.call('GetSignatureStates', { clientRequestId: [clientRequestId] });
  return state[0]!;
}

/** The department's callback door; shut, it answers like a machine that is being restarted. */
async function aDepartment(heard: NotifyEventRequest[]): Promise<{ url: string; server: Server; open: boolean }> {
  const door = new SoapDoor({
    contract: E_OFFICE_CONTRACT,
    operations: {
      NotifyEvent: (request) => {
        heard.push(request);
        return Promise.resolve({ receiptId: `r-${heard.length}`, duplicate: false });
      },
    },
    authenticate: (username) => (username === 'e-office' ? 'goi-lai' : null),
    clock: new TickingClock(),
    maxBytes: 1_000_000,
  });
  const department = { url: '', open: true, server: createServer() };
  department.server.on('request', (request, response) => {
    if (!department.open) return response.writeHead(503).end('<html>Bảo trì</html>');
    return void door.handle(request, request.headers).then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve) => department.server.listen(0, '127.0.0.1', resolve));
  const address = department.server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  department.url = `http://127.0.0.1:${address.port}/`;
  return department;
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let left = 100; !condition() && left > 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 50));
}
