import { createHash } from 'node:crypto';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import type { RegisterIncomingRequest } from '../contract.js';
import { ACK, aClient, envelope, failure, Line, listenBehindDoor, OK, PASSWORD, says } from './soap-client.fixture.js';
import type { SoapClientOptions } from './soap-client.js';
import { bytesFor } from '../../../../test/support/chance.js';

const NOT_LET_IN = {
  name: 'OutsideUnavailable',
  options: { reason: expect.stringContaining('kiểm tra tài khoản và đồng hồ') as string },
};
const line = new Line();
afterEach(() => line.hangUp());

describe('client and door together', () => {
  const incoming: RegisterIncomingRequest = {
    clientRequestId: 'SGDDT-1-in',
    bookCode: 'DEN',
    fromName: 'Tổng đài 1022',
    subject: '<![CDATA[a]]></e:subject><e:externalRef>x</e:externalRef><e:subject><![CDATA[b]]>',
    receivedAt: new Date('2026-11-24T01:00:00.123Z'),
    file: [],
  };

  it.each(['1.1', '1.2'] as const)('speak SOAP %s and understand each other to the letter', async (version) => {
    const heard: RegisterIncomingRequest[] = [];
    const registeredAt = new Date('2026-11-24T01:00:01Z');
    const result = { incomingId: 'i-1', incomingNumber: '1284', bookYear: 2026, registeredAt, duplicate: false };
    const peer = await line.peer(
      listenBehindDoor({
        RegisterIncoming: (request) => {
          heard.push(request);
          return Promise.resolve(result);
        },
      }),
    );
    expect(await line.client(peer.url, { version }).call('RegisterIncoming', incoming)).toEqual(result);
    expect(heard).toEqual([incoming]);
    expect(peer.seen[0]?.path).toBe('/eoffice/v1');
    expect(peer.seen[0]?.body.toString()).not.toContain(PASSWORD);
  });

  it('carry ten megabytes both ways', async () => {
    const edxml = new MemoryBytes(Buffer.alloc(10 * 2 ** 20, 'Công văn trả lời. '));
    const sha256 = await edxml.sha256();
    const peer = await line.peer(
      listenBehindDoor({
        SendMessage: async (request) => {
          expect(await request.edxml.sha256()).toBe(sha256);
          return { receiptId: 'r', messageId: 'm', duplicate: false, acceptedAt: new Date(0) };
        },
        GetMessage: () => Promise.resolve({ messageId: 'm', totalSize: edxml.size, sha256, offset: 0, edxml }),
      }),
    );
    const client = line.client(peer.url, { timeoutMs: 10_000 });
    await client.call('SendMessage', { consignmentId: 'SGDDT-1-out', kind: 'document', sha256, edxml });
    const got = await client.call('GetMessage', { messageId: 'm' });
    expect(await got.edxml.sha256()).toBe(sha256);
    await got.edxml.release();
  });

  it('keep calls at the same time apart', async () => {
    const peer = await line.peer(
      listenBehindDoor({
        AcknowledgeMessage: ({ messageId }) => Promise.resolve({ receiptId: `r-${messageId}` }),
      }),
    );
    const client = line.client(peer.url, { timeoutMs: 10_000 });
    const ids = Array.from({ length: 20 }, (_, n) => `m-${n}`);
    const receipts = await Promise.all(
      ids.map((messageId) => client.call('AcknowledgeMessage', { ...ACK, messageId })),
    );
    expect(receipts.map(({ receiptId }) => receiptId)).toEqual(ids.map((id) => `r-${id}`));
  });

  it('keep what the contract cannot carry at home', async () => {
    const peer = await line.peer(listenBehindDoor({}));
    const client = line.client(peer.url);
    await expect(client.call('AcknowledgeMessage', { ...ACK, reason: 'chuông \u0007' })).rejects.toBeInstanceOf(
      OutsideRefused,
    );
    await expect(client.call('AcknowledgeMessage', { ...ACK, sha256: 'x' })).rejects.toMatchObject({
      code: 'EO-VALIDATION',
    });
    expect(peer.seen).toEqual([]);
  });

  it('are turned away for a wrong password, say so, and come again', async () => {
    const peer = await line.peer(listenBehindDoor({}));
    expect(await failure(line.client(peer.url, { password: 'sai' }))).toMatchObject(NOT_LET_IN);
  });
});

describe('an answer that is no success', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['an empty 200', says('')],
    ['a 204', (response) => response.writeHead(204).end()],
    ['a 202 with the right envelope', says(envelope(OK), 202)],
    ['a 500 with the right envelope', says(envelope(OK), 500)],
    ['a login page with 200', says('<html><body>Đăng nhập</body></html>', 200, { 'content-type': 'text/html' })],
    ['a login page that calls itself XML', says('<html><body>Đăng nhập</body></html>')],
    ['HTML with 502', says('<html>Bad Gateway</html>', 502, { 'content-type': 'text/html' })],
    ['JSON', says('{}', 200, { 'content-type': 'application/json' })],
    ['an empty Body', says(envelope(''))],
    ['two Bodies', says(envelope(`${OK}</s:Body><s:Body>${OK}`))],
    ['two answers', says(envelope(OK + OK))],
    [
      'the answer to something else',
      says(
        envelope(
          '<e:ApplySealResponse><e:status>sealed</e:status><e:duplicate>false</e:duplicate></e:ApplySealResponse>',
        ),
      ),
    ],
    [
      'the right name in no namespace',
      says(envelope('<AcknowledgeMessageResponse><receiptId>r</receiptId></AcknowledgeMessageResponse>')),
    ],
    ['an answer without its receipt', says(envelope('<e:AcknowledgeMessageResponse/>'))],
    ['an answer with an empty receipt', says(envelope(OK.replace('r-1', '')))],
    ['XML cut short', says(envelope(OK).slice(0, -30))],
    ['a DOCTYPE', says(`<!DOCTYPE a [<!ENTITY b "c">]>${envelope(OK)}`)],
    ['no envelope', says(OK)],
    ['compressed bytes', says(envelope(OK), 200, { 'content-encoding': 'gzip' })],
    ['MTOM', says('--x', 200, { 'content-type': 'multipart/related; type="application/xop+xml"' })],
    [
      'a body shorter than its Content-Length',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '5000' });
        response.write(envelope(OK));
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      'chunks that break off',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.write(envelope(OK).slice(0, 100));
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['a reset', (response) => response.destroy()],
    ['silence', () => undefined],
    [
      'one byte at a time without end',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
    ['more than any answer may be, announced', says(Buffer.alloc(70_000, 32))],
    [
      'more than any answer may be, unannounced',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        for (let n = 0; n < 10; n += 1) response.write(Buffer.alloc(10_000, 32));
        response.end(envelope(OK));
      },
    ],
    ['404', says('', 404)],
  ])('%s: try again later', async (_what, answer) => {
    const peer = await line.peerThat(answer);
    const error = await failure(line.client(peer.url, { timeoutMs: 300, maxResponseBytes: 64 * 1024 }));
    expect(error).toBeInstanceOf(OutsideUnavailable);
    expect(peer.seen).toHaveLength(1);
  });

  it('follows no redirect, not even to itself', async () => {
    const trap = await line.peerThat(says(envelope(OK)));
    for (const status of [301, 302, 303, 307, 308]) {
      const peer = await line.peerThat(says('', status, { location: trap.url }));
      expect(await failure(line.client(peer.url))).toBeInstanceOf(OutsideUnavailable);
      expect(peer.seen).toHaveLength(1);
    }
    expect(trap.seen).toEqual([]);
  });

  it('gives up on a peer that is not there, or takes the connection and nothing more', async () => {
    expect(await failure(line.client('http://127.0.0.1:9/eoffice'))).toBeInstanceOf(OutsideUnavailable);
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const started = performance.now();
    expect(await failure(line.client(`http://127.0.0.1:${String(port)}/`, { timeoutMs: 200 }))).toBeInstanceOf(
      OutsideUnavailable,
    );
    expect(performance.now() - started).toBeLessThan(2_000);
    mute.close();
  });

  it.each([
    [429, '120', 120],
    [503, '7', 7],
    [503, '999999999', 86_400],
    [503, 'Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('status %s waits as asked: %s', async (status, after, seconds) => {
    const peer = await line.peerThat(says('', status, { 'retry-after': after }));
    const error = await failure(line.client(peer.url));
    expect(error).toBeInstanceOf(OutsideUnavailable);
    expect(error instanceof OutsideUnavailable && error.options.retryAfterSeconds).toBe(seconds);
  });

  it.each([
    [401, NOT_LET_IN],
    [403, NOT_LET_IN],
    [413, { name: 'OutsideRefused', code: 'EO-SIZE' }],
  ])('status %s without SOAP is a refusal of the message, or of the account', async (status, meant) => {
    const peer = await line.peerThat(says('<html/>', status, { 'content-type': 'text/html' }));
    expect(await failure(line.client(peer.url))).toMatchObject(meant);
  });
});

describe('the address', () => {
  it.each(['ftp://e-office/', 'file:///etc/passwd', 'http://user:secret@e-office/', 'không phải địa chỉ'])(
    '%s is refused',
    (endpoint) => {
      expect(() => aClient(endpoint)).toThrow(TypeError);
    },
  );
});

describe('long files in parts beside the envelope', () => {
  const file = bytesFor('a long file', 300_000);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const request = { consignmentId: 'SGDDT-OUT-1', kind: 'document', sha256, edxml: new MemoryBytes(file) } as const;

  it.each<[Partial<SoapClientOptions>, string]>([
    [{ attachments: 'mtom' }, 'multipart/related; type="application/xop+xml"'],
    [{ attachments: 'mtom', version: '1.2' }, 'multipart/related; type="application/xop+xml"'],
    [{}, 'text/xml'],
  ])('leave and come so when the profile says it: %j', async (options, contentType) => {
    const peer = await line.peer(
      listenBehindDoor({
        SendMessage: async ({ edxml, sha256: announced }) => ({
          receiptId: (await edxml.sha256()) === announced ? 'whole' : 'damaged',
          messageId: 'm-1',
          duplicate: false,
          acceptedAt: new Date(0),
        }),
        GetMessage: ({ messageId }) =>
          Promise.resolve({ messageId, totalSize: file.length, sha256, offset: 0, edxml: new MemoryBytes(file) }),
      }),
    );
    const client = line.client(peer.url, { timeoutMs: 10_000, ...options });
    expect(await client.call('SendMessage', request)).toMatchObject({ receiptId: 'whole' });
    const { edxml } = await client.call('GetMessage', { messageId: 'm-1' });
    expect(await edxml.sha256()).toBe(sha256);
    const [sent, asked] = peer.seen;
    expect(sent?.headers['content-type']?.startsWith(contentType)).toBe(true);
    expect(sent?.body.includes(file)).toBe(options.attachments === 'mtom');
    expect((asked?.headers.accept ?? '').includes('multipart/related')).toBe(options.attachments === 'mtom');
  });
});
