import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { EdxmlCodec } from '../../edxml/edxml-codec.js';
import { REPLY } from '../../edxml/golden/messages.js';
import type { StatusMessage } from '../../../../src/exchange/ports/message.js';
import { EdocPeer } from './edoc-peer.fixture.js';
import { packed, unpacked } from './edoc-message.js';
import { documentToWire, statusToWire } from './translate.js';
import { loadProfile } from '../load-profile.js';
import { ACTIONS, edoc, type EdocAction, type EdocMessage } from './wire.js';

const codec = new EdxmlCodec();
const { codes } = loadProfile('bkav-edoc');
const STATUS: StatusMessage = {
  kind: 'status',
  from: REPLY.from,
  responseFor: REPLY.responseFor[0]!,
  status: '05',
  description: 'Đang xác minh tại trường.',
  at: new Date('2026-03-13T02:00:00Z'),
};

const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.http`);

interface Sent {
  readonly contentType: string;
  readonly body: Buffer;
}

/** A message as it stands in its file: the content type, an empty line, the body. */
function kept(name: string): Sent {
  const bytes = readFileSync(golden(name));
  const end = bytes.indexOf('\r\n\r\n');
  const contentType = bytes.toString('latin1', 'Content-Type: '.length, end);
  return { contentType, body: bytes.subarray(end + 4) };
}

function requireSame(name: string, { contentType, body }: Sent): void {
  const bytes = Buffer.concat([Buffer.from(`Content-Type: ${contentType}\r\n\r\n`, 'latin1'), body]);
  expect(bytes.toString('utf8')).toBe(readFileSync(golden(name), 'utf8'));
}

const DONE = edoc('Report', [edoc('IsSuccess', 'true'), edoc('ErrorList', '')]);
const plain = (action: EdocAction, ...more: EdocMessage['body']): EdocMessage => ({
  header: [],
  body: [edoc(`${action}Response`, [DONE, ...more])],
  files: [],
});
const document = documentToWire(codec.write(REPLY), codes);

/** What the other side answers, written by us after the public code of its clients and servers. */
const ANSWERS: Readonly<Record<EdocAction, EdocMessage>> = {
  CheckPermission: plain('CheckPermission'),
  GetOrganizations: plain(
    'GetOrganizations',
    edoc('Organizations', [
      edoc('Organization', [edoc('OrganId', '000.00.22.H99'), edoc('OrganName', 'Tổng đài 1022 & Sở')]),
    ]),
  ),
  GetPendingDocumentIds: plain('GetPendingDocumentIds', edoc('DocumentIds', [edoc('DocumentId', '4711')])),
  GetDocument: { ...plain('GetDocument', ...document.body), header: document.header, files: document.files },
  SendDocument: plain('SendDocument', edoc('DocumentId', '4712')),
  ConfirmReceived: plain('ConfirmReceived'),
  GetTraces: plain('GetTraces', edoc('Traces', [statusToWire(codec.write(STATUS), codes)])),
  UpdateTraces: plain('UpdateTraces'),
};

let peer: EdocPeer;
beforeAll(async () => {
  peer = await EdocPeer.open();
});
afterAll(() => peer.close());

describe('messages of Bkav eDoc, byte for byte', () => {
  it.each(ACTIONS)('the answer to %s is packed as it was, and unpacked again', (action) => {
    const sent = packed('1.1', ANSWERS[action]);
    requireSame(`${action}.answer`, sent);
    const { body, parts } = unpacked(kept(`${action}.answer`).body, { 'content-type': sent.contentType });
    expect([body.map(({ name }) => name), parts.size]).toEqual([[`${action}Response`], ANSWERS[action].files.length]);
    peer.answers.set(action, kept(`${action}.answer`));
  });

  it('each request is what it was, and each answer is read', async () => {
    const { transport } = peer;
    expect(await transport.serviceInfo()).toMatchObject({ serverTime: new Date('2026-11-25T05:00:30Z') });
    expect(await transport.listAgencies()).toEqual({
      agencies: [{ code: '000.00.22.H99', name: 'Tổng đài 1022 & Sở', active: true }],
    });
    const [letter, status] = await transport.listPending();
    expect(letter).toEqual({ messageId: '4711', kind: 'document' });
    const { head } = await transport.getMessage('4711');
    expect(head).toEqual({ fromAgency: '000.00.03.H99', queuedAt: REPLY.trace[0]?.at });
    expect(status).toMatchObject({ kind: 'status', queuedAt: STATUS.at });

    const fetched = async (id: string): Promise<unknown> =>
      codec.read(await (await transport.getMessage(id)).bytes.read()).message;
    expect(await fetched('4711')).toEqual(REPLY);
    expect(await fetched(status?.messageId ?? '')).toEqual(STATUS);

    await transport.acknowledge({ messageId: '4711', outcome: 'done', sha256: '' });
    await transport.acknowledge({ messageId: status?.messageId ?? '', outcome: 'done', sha256: '' });
    expect(await peer.spool.names('trace')).toEqual([]);
    const sending = { consignmentId: 'SGDDT-1', kind: 'document' as const, bytes: new MemoryBytes(codec.write(REPLY)) };
    expect(await transport.send(sending)).toEqual({ receiptId: '4712', messageId: '4712', duplicate: false });
    await transport.send({ consignmentId: 'SGDDT-2', kind: 'status', bytes: new MemoryBytes(codec.write(STATUS)) });

    for (const action of ACTIONS) {
      const heard = peer.heard.find((one) => one.action === action);
      if (heard === undefined) throw new Error(`No ${action} was sent`);
      requireSame(`${action}.request`, heard);
    }
  });
});
