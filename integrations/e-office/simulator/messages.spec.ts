import { rm } from 'node:fs/promises';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { EdxmlCodec } from '../edxml/edxml-codec.js';
import { JsonFeedbackReader } from '../edxml/feedback.js';
import { SoapMessageTransport } from '../soap/client/soap-message-transport.adapter.js';
import {
  aDirectory,
  aReply,
  aSimulator,
  aStatus,
  consignment,
  DEPARTMENT,
  HOTLINE,
  post,
  type StartedSimulator,
} from './simulator.fixture.js';

describe('the message operations of the simulator, over SOAP', () => {
  let directory: string;
  let simulator: StartedSimulator;

  const pending = async (): Promise<readonly { messageId: string; deliveryCount?: number }[]> =>
    (await simulator.client.call('ListPending', { agencyCode: DEPARTMENT.agencyCode })).item;
  const sendSample = async (sample = 0): Promise<{ messageId: string; hotlineCode: string; documentId: string }> => {
    const { body } = await post(`${simulator.url}/api/feedback`, { sample, sampleFiles: ['giay-bao-thu.png'] });
    const { messageId, hotlineCode, documentId } = body;
    return { messageId: String(messageId), hotlineCode: String(hotlineCode), documentId: String(documentId) };
  };

  beforeEach(async () => {
    directory = await aDirectory();
    simulator = await aSimulator(directory);
  });
  afterEach(async () => {
    await simulator.stop();
    await rm(directory, { recursive: true });
  });

  it('says what it is and what it takes', async () => {
    expect(await simulator.client.call('GetServiceInfo', {})).toMatchObject({ contractVersion: '1.0' });
    const { agency } = await simulator.client.call('ListAgencies', {});
    expect(agency.map(({ code }) => code)).toEqual([DEPARTMENT.agencyCode, HOTLINE.agencyCode]);
  });

  it('takes no message that is longer than it says', async () => {
    const edxml = new MemoryBytes(Buffer.alloc(50 * 2 ** 20 + 1));
    const request = { ...consignment(aReply('d-1'), 'SGDDT-OUT-LONG'), edxml };
    await expect(simulator.client.call('SendMessage', request)).rejects.toMatchObject({ code: 'EO-SIZE' });
  });

  it('hands a citizen’s feedback over, whole and in ranges, until it is acknowledged', async () => {
    const sent = await sendSample();
    expect(sent.hotlineCode).toBe('1022-20261125-0001');
    expect(await pending()).toMatchObject([{ messageId: sent.messageId, deliveryCount: 0 }]);

    const whole = await simulator.client.call('GetMessage', { messageId: sent.messageId });
    const tail = await simulator.client.call('GetMessage', { messageId: sent.messageId, offset: 100 });
    const bytes = await whole.edxml.read();
    expect((await tail.edxml.read()).equals(bytes.subarray(100))).toBe(true);
    expect(whole.totalSize).toBe(bytes.length);

    const { message, errors, warnings } = new EdxmlCodec().read(bytes);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    if (message?.kind !== 'document') throw new Error('not a document');
    expect(message.attachments.map(({ name }) => name)).toEqual(['phan-anh.json', 'giay-bao-thu.png']);
    const { feedback, doubts } = new JsonFeedbackReader().read(message);
    expect(doubts).toEqual([]);
    expect(feedback).toMatchObject({ hotlineCode: sent.hotlineCode, kind: 'petition', sender: { keepSecret: true } });

    expect(await pending()).toMatchObject([{ deliveryCount: 1 }]);
    const ack = { messageId: sent.messageId, outcome: 'done', sha256: whole.sha256 } as const;
    const first = await simulator.client.call('AcknowledgeMessage', ack);
    expect(await simulator.client.call('AcknowledgeMessage', ack)).toEqual(first);
    expect(await pending()).toEqual([]);
  });

  it('keeps a message in the list when the acknowledgement speaks of other bytes', async () => {
    const { messageId } = await sendSample();
    const ack = { messageId, outcome: 'done', sha256: '0'.repeat(64) } as const;
    await expect(simulator.client.call('AcknowledgeMessage', ack)).rejects.toMatchObject({ code: 'EO-HASH' });
    expect(await pending()).toHaveLength(1);
  });

  it('pages through the list by its cursor', async () => {
    const sent = [await sendSample(0), await sendSample(1), await sendSample(2)];
    const agencyCode = DEPARTMENT.agencyCode;
    const first = await simulator.client.call('ListPending', { agencyCode, page: { maxItems: 2 } });
    const rest = await simulator.client.call('ListPending', { agencyCode, page: { cursor: first.nextCursor } });
    expect([...first.item, ...rest.item].map(({ messageId }) => messageId)).toEqual(sent.map((one) => one.messageId));
    expect([first.more, rest.more]).toEqual([true, false]);
  });

  it('lists what it queued and what it took, acknowledged or not, as the adapter reads them', async () => {
    const [taken, waiting] = [await sendSample(0), await sendSample(1)];
    const { sha256, edxml } = await simulator.client.call('GetMessage', { messageId: taken.messageId });
    await simulator.client.call('AcknowledgeMessage', { messageId: taken.messageId, outcome: 'done', sha256 });
    await simulator.client.call('RegisterIncoming', {
      clientRequestId: 'SGDDT-IN-1',
      bookCode: 'incoming',
      fromName: HOTLINE.name,
      subject: 'Phản ánh',
      file: [],
      receivedAt: new Date('2026-11-25T01:00:00Z'),
      messageId: taken.messageId,
      arrivalNumber: '1285',
    });
    const reply = consignment(aReply(taken.documentId), 'SGDDT-tra-loi-1');
    const { messageId } = await simulator.client.call('SendMessage', reply);

    const transport = new SoapMessageTransport(simulator.client, DEPARTMENT.agencyCode);
    const from = new Date('2026-11-25T00:00:00Z');
    const [first, second, none] = await transport.listMessages({ direction: 'toUs', from });
    expect(first).toMatchObject({
      messageId: taken.messageId,
      fromAgency: HOTLINE.agencyCode,
      documentId: taken.documentId,
      sha256,
      size: edxml.size,
      acknowledged: true,
      mirrored: { number: 1285, year: 2026 },
    });
    expect([second?.messageId, second?.acknowledged, second?.mirrored, none]).toEqual([
      ...[waiting.messageId, false, undefined, undefined],
    ]);
    expect(await transport.listMessages({ direction: 'fromUs', from })).toMatchObject([
      { messageId, consignmentId: 'SGDDT-tra-loi-1', sha256: reply.sha256, acknowledged: true },
    ]);
    expect(await transport.listMessages({ direction: 'fromUs', from: new Date('2026-11-26T00:00:00Z') })).toEqual([]);
    expect(await transport.documentStates([aReply(taken.documentId).documentId])).toMatchObject([
      { agencyCode: HOTLINE.agencyCode, status: '01' },
    ]);
    expect(await transport.serviceInfo()).toMatchObject({
      contractVersion: '1.0',
      serverTime: expect.any(Date) as Date,
    });
  });

  it('shows no one else’s letters', async () => {
    const stranger = simulator.client.call('ListPending', { agencyCode: HOTLINE.agencyCode });
    await expect(stranger).rejects.toMatchObject({ code: 'EO-FORBIDDEN' });
    const nobody = simulator.client.call('ListPending', { agencyCode: 'X.Y' });
    await expect(nobody).rejects.toMatchObject({ code: 'EO-UNKNOWN-AGENCY' });
    const missing = simulator.client.call('GetMessage', { messageId: 'msg-1' });
    await expect(missing).rejects.toMatchObject({ code: 'EO-NOT-FOUND' });
  });

  it('delivers once more when asked: the same message, or its bytes under a new id', async () => {
    const { messageId } = await sendSample();
    const { sha256 } = await simulator.client.call('GetMessage', { messageId });
    await simulator.client.call('AcknowledgeMessage', { messageId, outcome: 'done', sha256 });
    const same = await post(`${simulator.url}/api/messages/${messageId}/redeliver`);
    const copy = await post(`${simulator.url}/api/messages/${messageId}/redeliver?as=copy`);
    expect((await pending()).map((one) => one.messageId)).toEqual([messageId, copy.body['messageId']]);
    expect(same.body['messageId']).toBe(messageId);
    expect(await simulator.client.call('GetMessage', { messageId: String(copy.body['messageId']) })).toMatchObject({
      sha256,
    });
  });

  it('takes each consignment once, counts its repetitions and refuses another under its id', async () => {
    const { documentId } = await sendSample();
    const request = consignment(aStatus(documentId, '03', 'Đã vào sổ văn bản đến'), 'SGDDT-trang-thai-03');
    const first = await simulator.client.call('SendMessage', request);
    const second = await simulator.client.call('SendMessage', request);
    expect([first.duplicate, second.duplicate]).toEqual([false, true]);
    expect(second).toEqual({ ...first, duplicate: true });

    const other = consignment(aStatus(documentId, '04'), 'SGDDT-trang-thai-03');
    await expect(simulator.client.call('SendMessage', other)).rejects.toMatchObject({ code: 'EO-CONFLICT' });

    const ledger = (await (await fetch(`${simulator.url}/api/ledger`)).json()) as Record<string, unknown>;
    expect(ledger['received']).toMatchObject([
      { consignmentId: 'SGDDT-trang-thai-03', attempts: 2, answers: [documentId] },
    ]);
    expect(ledger['totals']).toEqual({ documents: 0, statuses: { '03': 1 }, repetitions: 1 });
  });

  it('tells what became of a document sent', async () => {
    const { documentId } = await sendSample();
    const reply = aReply(documentId);
    await simulator.client.call('SendMessage', consignment(reply, 'SGDDT-tra-loi-0001'));
    const asked = await simulator.client.call('GetDocumentStates', { documentId: [reply.documentId] });
    expect(asked.state).toMatchObject([{ agencyCode: HOTLINE.agencyCode, status: '01' }]);
    const feed = await simulator.client.call('GetDocumentStates', { changedSince: {} });
    expect(feed.state).toEqual(asked.state);
  });

  it.each([
    ['accept', '15', true],
    ['refuse', '16', false],
  ] as const)('answers a recall as it is told to: %s', async (answer, status, givenUp) => {
    const { documentId, hotlineCode } = await sendSample();
    const reply = aReply(documentId);
    await simulator.client.call('SendMessage', consignment(reply, 'SGDDT-tra-loi-0001'));
    await post(`${simulator.url}/api/recalls`, { answer });
    const responseFor = [{ ...reply.responseFor[0]!, organId: DEPARTMENT.agencyCode, documentId: reply.documentId }];
    const recall = { ...reply, business: 'revoke' as const, responseFor, attachments: [] };
    for (const time of [1, 2]) {
      const { duplicate } = await simulator.client.call('SendMessage', consignment(recall, 'SGDDT-thu-hoi-0001'));
      expect([time, duplicate]).toEqual([time, time === 2]);
    }
    const { item } = await simulator.client.call('ListPending', { agencyCode: DEPARTMENT.agencyCode, kind: 'status' });
    expect(item).toMatchObject([{ kind: 'status', fromAgency: HOTLINE.agencyCode }]);
    const { edxml } = await simulator.client.call('GetMessage', { messageId: item[0]?.messageId ?? '' });
    expect(new EdxmlCodec().read(await edxml.read()).message).toMatchObject({
      kind: 'status',
      status,
      from: { id: HOTLINE.agencyCode },
      responseFor: { documentId: reply.documentId, organId: DEPARTMENT.agencyCode },
    });
    const page = await (await fetch(`${simulator.url}/tong-dai/${hotlineCode}`)).text();
    expect(page.includes('ĐÃ THU HỒI')).toBe(givenUp);
  });

  it.each([
    ['bytes that are no edXML', { edxml: new MemoryBytes(Buffer.from('<edXML/>')) }, 'EO-VALIDATION'],
    ['a kind that the message is not', { kind: 'document' as const }, 'EO-VALIDATION'],
    ['a hash of other bytes', { sha256: '0'.repeat(64) }, 'EO-HASH'],
  ])('refuses %s', async (_what, change, code) => {
    const whole = { ...consignment(aStatus('D', '03'), 'SGDDT-trang-thai-03'), ...change };
    const sha256 = 'edxml' in change ? await whole.edxml.sha256() : whole.sha256;
    await expect(simulator.client.call('SendMessage', { ...whole, sha256 })).rejects.toMatchObject({ code });
  });

  it('refuses a sender who is not the account’s agency, and an addressee nobody knows', async () => {
    const forged = { ...aStatus('D', '03'), from: { id: HOTLINE.agencyCode, name: HOTLINE.name } };
    const send = (message: typeof forged): Promise<unknown> =>
      simulator.client.call('SendMessage', consignment(message, 'SGDDT-trang-thai-03'));
    await expect(send(forged)).rejects.toMatchObject({ code: 'EO-FORBIDDEN' });
    const lost = aStatus('D', '03');
    await expect(send({ ...lost, responseFor: { ...lost.responseFor, organId: 'H99.1' } })).rejects.toMatchObject({
      code: 'EO-UNKNOWN-AGENCY',
    });
  });

  it('mirrors the incoming register: an entry once, a number once', async () => {
    const entry = {
      clientRequestId: 'SGDDT-den-1284',
      bookCode: 'van-ban-den',
      fromName: HOTLINE.name,
      subject: 'Thu tiền học thêm môn Toán',
      receivedAt: new Date('2026-11-25T01:00:00Z'),
      arrivalNumber: '1284',
      file: [],
    };
    const first = await simulator.client.call('RegisterIncoming', entry);
    expect(first).toMatchObject({ incomingNumber: '1284', bookYear: 2026, duplicate: false });
    expect(await simulator.client.call('RegisterIncoming', entry)).toEqual({ ...first, duplicate: true });
    const changed = simulator.client.call('RegisterIncoming', { ...entry, subject: 'Khác' });
    await expect(changed).rejects.toMatchObject({ code: 'EO-CONFLICT' });
    const taken = simulator.client.call('RegisterIncoming', { ...entry, clientRequestId: 'SGDDT-den-9999' });
    await expect(taken).rejects.toMatchObject({ code: 'EO-CONFLICT' });
  });

  it('goes on after a restart where it stopped', async () => {
    const { messageId, documentId } = await sendSample();
    await simulator.client.call('SendMessage', consignment(aStatus(documentId, '01'), 'SGDDT-trang-thai-01'));
    const root = simulator.rootPem;
    await simulator.stop();
    simulator = await aSimulator(directory);
    expect(await pending()).toMatchObject([{ messageId }]);
    const again = consignment(aStatus(documentId, '01'), 'SGDDT-trang-thai-01');
    expect(await simulator.client.call('SendMessage', again)).toMatchObject({ duplicate: true });
    expect((await sendSample()).hotlineCode).toBe('1022-20261125-0002');
    expect(simulator.rootPem).toBe(root);
  });
});
