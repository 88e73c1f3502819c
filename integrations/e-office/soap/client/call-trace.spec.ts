import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { EdocClient } from '../../profiles/bkav-edoc/edoc-client.js';
import { tokenRequest } from '../../profiles/bkav-edoc/wire.js';
import { loadProfile } from '../../profiles/load-profile.js';
import { redactSecrets } from '../redact-secrets.js';
import {
  ACK,
  fault,
  KeptCalls,
  Line,
  listenBehindDoor,
  OK,
  PASSWORD,
  RunningClock,
  says,
} from './soap-client.fixture.js';
import { envelope } from './soap-client.fixture.js';

const line = new Line();
afterEach(() => line.hangUp());

const watching = (): {
  readonly calls: KeptCalls;
  readonly watch: { observer: KeptCalls; channel: string; clock: RunningClock };
} => {
  const calls = new KeptCalls();
  return { calls, watch: { observer: calls, channel: 'exchange', clock: new RunningClock() } };
};

describe('what a call leaves as evidence', () => {
  it('is both envelopes as they went, each file as its hash, and no password', async () => {
    const { calls, watch } = watching();
    const edxml = new MemoryBytes(Buffer.alloc(5000, 'Công văn. '));
    const sha256 = await edxml.sha256();
    const peer = await line.peer(
      listenBehindDoor({
        SendMessage: () =>
          Promise.resolve({ receiptId: 'biên-nhận', messageId: 'm', duplicate: false, acceptedAt: new Date(0) }),
        GetMessage: () => Promise.resolve({ messageId: 'm', totalSize: edxml.size, sha256, offset: 0, edxml }),
      }),
    );
    const client = line.client(peer.url, { watch });
    await client.call('SendMessage', { consignmentId: 'SGDDT-1-out', kind: 'document', sha256, edxml });
    await client.call('GetMessage', { messageId: 'm' });
    const [sent, got] = calls.kept;
    expect(sent).toMatchObject({ direction: 'toThem', channel: 'exchange', operation: 'SendMessage', status: '200' });
    expect(sent?.request.size).toBe(peer.seen[0]?.body.length);
    const base64 = edxml.content.toString('base64');
    const asSent = redactSecrets(
      Buffer.from(peer.seen[0]?.body.toString('utf8').replace(base64, `sha256:${sha256}`) ?? ''),
    );
    expect(sent?.request.kept.toString('utf8')).toBe(asSent.toString('utf8'));
    expect(sent?.request.kept.toString('utf8')).toMatch(/Password [^>]*>\*\*\*<|Password>\*\*\*</u);
    expect(sent?.request.kept.toString('utf8')).not.toContain(PASSWORD);
    expect(sent?.response?.kept.toString('utf8')).toContain('biên-nhận');
    expect(got?.response?.kept.toString('utf8')).toContain(`edxml>sha256:${sha256}</`);
    expect(got?.response?.size).toBeGreaterThan(base64.length);
  });

  it('names the question by what was asked, not by when', async () => {
    const { calls, watch } = watching();
    const peer = await line.peerThat(says(envelope(OK)));
    const client = line.client(peer.url, { watch });
    for (const messageId of ['m-1', 'm-1', 'm-2']) await client.call('AcknowledgeMessage', { ...ACK, messageId });
    const [first, again, other] = calls.kept;
    expect(again?.request.kept.equals(first?.request.kept ?? Buffer.alloc(0))).toBe(false);
    expect(again?.question).toBe(first?.question);
    expect(other?.question).not.toBe(first?.question);
  });

  it.each([
    ['a fault, by its code', says(fault('EO-VALIDATION'), 500), 'EO-VALIDATION', 'EO-VALIDATION'],
    ['a login page, by its beginning', says('<html>Đăng nhập</html>', 200), '200', 'Đăng nhập'],
    ['a good answer', says(envelope(OK)), '200', 'r-1'],
  ])('names %s', async (_what, answer, status, holds) => {
    const { calls, watch } = watching();
    const peer = await line.peerThat(answer);
    await line
      .client(peer.url, { watch })
      .call('AcknowledgeMessage', ACK)
      .catch(() => undefined);
    expect(calls.kept.map((call) => call.status)).toEqual([status]);
    expect(calls.kept[0]?.response?.kept.toString('utf8')).toContain(holds);
  });

  it('says that no answer came', async () => {
    const { calls, watch } = watching();
    await line
      .client('http://127.0.0.1:9/eoffice', { watch })
      .call('AcknowledgeMessage', ACK)
      .catch(() => undefined);
    expect(calls.kept).toMatchObject([{ operation: 'AcknowledgeMessage', status: 'none', response: null }]);
    expect(calls.kept[0]?.request.kept.toString('utf8')).toContain('<e:messageId>m-1</e:messageId>');
  });

  it('is the envelope of Bkav eDoc without its token, and the hash of each part', async () => {
    const { calls, watch } = watching();
    const content = Buffer.from('Nội dung tệp kèm theo');
    const peer = await line.peerThat(says('không phải SOAP'));
    const client = new EdocClient({ endpoint: peer.url, timeoutMs: 1000, watch }, loadProfile('bkav-edoc'));
    const message = tokenRequest(
      'GetDocument',
      { token: 'mã-bí-mật', organId: '000.00.03.H24' },
      { DocumentId: 'd-1' },
    );
    const files = [{ contentId: 'tep-1', contentType: 'application/pdf', name: 'a.pdf', content }];
    await client.call('GetDocument', { ...message, files }).catch(() => undefined);
    client.close();
    const kept = calls.kept[0]?.request.kept.toString('utf8') ?? '';
    expect(kept).toContain('<DocumentId>d-1</DocumentId>');
    expect(kept).toContain(`content-id: <tep-1>\r\n\r\nsha256:${await new MemoryBytes(content).sha256()}`);
    expect(kept).not.toMatch(/mã-bí-mật/u);
    expect(kept).not.toContain(content.toString('base64'));
  });

  it('shows no account of vOffice', () => {
    const sent =
      '<arg0><accountName>ký</accountName><accountPass>a</accountPass><appCode>b</appCode><appPass>c</appPass></arg0>';
    const kept = redactSecrets(Buffer.from(sent)).toString('utf8');
    expect(kept).toBe(
      '<arg0><accountName>***</accountName><accountPass>***</accountPass><appCode>***</appCode><appPass>***</appPass></arg0>',
    );
  });
});
