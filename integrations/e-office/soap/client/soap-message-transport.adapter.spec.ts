import { createHash } from 'node:crypto';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import type { GetMessageResponse, Operations, PendingMessage } from '../contract.js';
import { Line, listenBehindDoor } from './soap-client.fixture.js';
import type { SoapDoorOptions } from '../door/soap-door.js';
import { SoapMessageTransport } from './soap-message-transport.adapter.js';
import { SoapRefusal } from '../door/soap-refusal.js';

const line = new Line();
afterEach(() => line.hangUp());

async function transportOf(operations: SoapDoorOptions['operations']): Promise<SoapMessageTransport> {
  const peer = await line.peer(listenBehindDoor(operations));
  return new SoapMessageTransport(line.client(peer.url, { timeoutMs: 10_000 }), '000.00.03.H24');
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const refuse = (code: 'EO-DUPLICATE' | 'EO-STATE', correlationId?: string) => (): Promise<never> =>
  Promise.reject(new SoapRefusal(code, 'Đã có', { correlationId }));

const pending = (n: number): PendingMessage => ({
  messageId: `m-${n}`,
  kind: 'document',
  fromAgency: 'H24.1022',
  size: 10,
  queuedAt: new Date(Date.UTC(2026, 10, 24, 0, 0, n)),
});

describe('the pending list', () => {
  it('is asked for our agency, page by page, and given oldest first', async () => {
    const asked: Operations['ListPending']['request'][] = [];
    const transport = await transportOf({
      ListPending: (request) => {
        asked.push(request);
        const last = request.page?.cursor === 'c2';
        return Promise.resolve(
          last ? { item: [pending(1)], more: false } : { item: [pending(2)], more: true, nextCursor: 'c2' },
        );
      },
    });
    expect((await transport.listPending()).map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2']);
    expect(asked).toEqual([
      { agencyCode: '000.00.03.H24', page: { maxItems: 200 } },
      { agencyCode: '000.00.03.H24', page: { cursor: 'c2', maxItems: 200 } },
    ]);
  });

  it.each([
    ['without a next cursor', undefined],
    ['that lead in a circle', 'same'],
  ])('gives up on pages %s', async (_what, nextCursor) => {
    const transport = await transportOf({
      ListPending: () => Promise.resolve({ item: [pending(1)], more: true, nextCursor }),
    });
    await expect(transport.listPending()).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it('stops at 5,000, however much there is', async () => {
    let calls = 0;
    const item = Array.from({ length: 150 }, (_, n) => pending(n));
    const transport = await transportOf({
      ListPending: () => Promise.resolve({ item, more: true, nextCursor: `c${(calls += 1)}` }),
    });
    expect(await transport.listPending()).toHaveLength(5000);
    expect(calls).toBe(34);
  });
});

describe('a message', () => {
  const bytes = Buffer.alloc(9 * 2 ** 20, 'edXML ');
  const whole = { messageId: 'm', totalSize: bytes.length, sha256: sha256(bytes) };
  const part = ({ offset = 0, length = bytes.length }: Operations['GetMessage']['request']): GetMessageResponse => ({
    ...whole,
    offset,
    edxml: new MemoryBytes(bytes.subarray(offset, offset + length)),
  });

  it('comes in parts of 4 MiB', async () => {
    const offsets: (number | undefined)[] = [];
    const transport = await transportOf({
      GetMessage: (request) => {
        offsets.push(request.offset);
        return Promise.resolve(part(request));
      },
    });
    const message = await transport.getMessage('m');
    expect((await message.bytes.read()).equals(bytes)).toBe(true);
    await message.bytes.release();
    expect(message.sha256).toBe(whole.sha256);
    expect(offsets).toEqual([0, 4 * 2 ** 20, 8 * 2 ** 20]);
  });

  it('comes whole from a peer that knows no parts', async () => {
    const transport = await transportOf({ GetMessage: () => Promise.resolve(part({ messageId: 'm' })) });
    const message = await transport.getMessage('m');
    expect((await message.bytes.read()).equals(bytes)).toBe(true);
    await message.bytes.release();
  });

  it.each<[string, Partial<GetMessageResponse>]>([
    ['of another message', { messageId: 'n' }],
    ['from another place', { offset: 7 }],
    ['with other bytes than its sha256 says', { sha256: '0'.repeat(64) }],
    ['with nothing in them', { edxml: new MemoryBytes(Buffer.alloc(0)) }],
    ['beyond its end', { totalSize: 5 }],
  ])('is not put together from parts %s', async (_what, changed) => {
    const transport = await transportOf({ GetMessage: (request) => Promise.resolve({ ...part(request), ...changed }) });
    await expect(transport.getMessage('m')).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it('is refused above 50 MiB before it is fetched', async () => {
    const transport = await transportOf({
      GetMessage: (request) => Promise.resolve({ ...part(request), totalSize: 51 * 2 ** 20 }),
    });
    await expect(transport.getMessage('m')).rejects.toMatchObject({ name: 'OutsideRefused', code: 'EO-SIZE' });
  });
});

describe('what we send', () => {
  const bytes = new MemoryBytes(Buffer.from('<edXML/>'));

  it('carries its own sha256 and gives the receipt', async () => {
    const transport = await transportOf({
      SendMessage: (request) =>
        Promise.resolve({
          receiptId: request.sha256.slice(0, 8),
          messageId: request.consignmentId,
          duplicate: false,
          acceptedAt: new Date(0),
        }),
    });
    expect(await transport.send({ consignmentId: 'SGDDT-OUT-1', kind: 'document', bytes })).toEqual({
      receiptId: (await bytes.sha256()).slice(0, 8),
      messageId: 'SGDDT-OUT-1',
      duplicate: false,
    });
  });

  it('is as good as sent when it was sent before', async () => {
    const known = await transportOf({
      SendMessage: refuse('EO-DUPLICATE', 'r-7'),
      AcknowledgeMessage: refuse('EO-DUPLICATE'),
    });
    expect(await known.send({ consignmentId: 'SGDDT-OUT-1', kind: 'status', bytes })).toEqual({
      receiptId: 'r-7',
      messageId: 'r-7',
      duplicate: true,
    });
    expect(await known.acknowledge({ messageId: 'm', outcome: 'done', sha256: await bytes.sha256() })).toEqual({
      receiptId: 'm',
    });
  });

  it('is a refusal when it is one', async () => {
    const transport = await transportOf({ SendMessage: refuse('EO-STATE') });
    await expect(transport.send({ consignmentId: 'SGDDT-OUT-1', kind: 'status', bytes })).rejects.toBeInstanceOf(
      OutsideRefused,
    );
  });
});

describe('the mirror of our register', () => {
  const entry = {
    clientRequestId: 'SGDDT-IN-1',
    bookCode: 'incoming',
    fromName: 'Tổng đài 1022',
    subject: 'Phản ánh '.repeat(100),
    receivedAt: new Date('2026-11-24T01:00:00Z'),
    arrivalNumber: '1284',
    arrivalDate: civilDate('2026-11-24'),
  };

  it('shows the beginning of a subject that is too long', async () => {
    const subjects: string[] = [];
    const transport = await transportOf({
      RegisterIncoming: ({ subject }) => {
        subjects.push(subject);
        const registeredAt = new Date(0);
        return Promise.resolve({ incomingId: 'i', incomingNumber: '1', bookYear: 2026, registeredAt, duplicate: true });
      },
    });
    expect(await transport.registerIncoming(entry)).toEqual({
      ...{ incomingId: 'i', duplicate: true, given: { number: '1', day: '1970-01-01' } },
    });
    expect(subjects[0]).toHaveLength(500);
    expect(subjects[0]?.endsWith('…')).toBe(true);
  });

  it('takes a duplicate for success only when it learns which line it is', async () => {
    const telling = await transportOf({ RegisterIncoming: refuse('EO-DUPLICATE', 'i-9') });
    expect(await telling.registerIncoming(entry)).toEqual({ incomingId: 'i-9', duplicate: true });
    const silent = await transportOf({ RegisterIncoming: refuse('EO-DUPLICATE') });
    await expect(silent.registerIncoming(entry)).rejects.toMatchObject({ code: 'EO-DUPLICATE' });
  });
});

describe('the directory', () => {
  it('is read page by page, and in part from an instant on', async () => {
    const asked: unknown[] = [];
    const transport = await transportOf({
      ListAgencies: ({ page, modifiedSince }) => {
        asked.push(modifiedSince);
        const n = Number(page?.cursor ?? 0);
        const agency = [{ code: `H24.${n}`, name: `Cơ quan ${n}`, active: true, modifiedAt: new Date(0) }];
        return Promise.resolve({ agency, more: n < 4, nextCursor: n < 4 ? String(n + 1) : undefined });
      },
    });
    const since = new Date('2026-03-18T02:00:00Z');
    const first = await transport.listAgencies({ since });
    expect(first).toMatchObject({ agencies: [{ code: 'H24.0', name: 'Cơ quan 0' }], nextCursor: '1' });
    const last = await transport.listAgencies({ cursor: '4' });
    expect(last.agencies.map(({ code }) => code)).toEqual(['H24.4']);
    expect(last).not.toHaveProperty('nextCursor');
    expect(asked).toEqual([since, undefined]);
  });
});
