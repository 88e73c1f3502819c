import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { packed } from './edoc-message.js';
import { EdocPeer } from './edoc-peer.fixture.js';
import { edoc, type EdocAction, type EdocMessage } from './wire.js';

const XML = 'text/xml; charset=utf-8';

let peer: EdocPeer;
beforeAll(async () => {
  peer = await EdocPeer.open();
});
afterAll(() => peer.close());
beforeEach(() => peer.answers.clear());

/** @param content of the response */
const message = (action: EdocAction, ...content: EdocMessage['body']): EdocMessage => ({
  header: [],
  body: [edoc(`${action}Response`, content)],
  files: [],
});
const report = (said: string, ...errors: readonly (readonly [code: string, description: string])[]) =>
  edoc('Report', [
    edoc('IsSuccess', said),
    edoc(
      'ErrorList',
      errors.map(([code, description]) => edoc('Error', [edoc('Code', code), edoc('Description', description)])),
    ),
  ]);

const STACK = 'java.lang.NullPointerException: at com.bkav.edoc.Dao.find(Dao.java:42)';
const whole = packed('1.1', message('CheckPermission', report('true')));
const html = Buffer.from('<html><body>Đăng nhập</body></html>');

async function failureOf(answer: { status?: number; contentType: string; body: Buffer }): Promise<unknown> {
  peer.answers.set('CheckPermission', answer);
  return peer.transport.serviceInfo().catch((error: unknown) => error);
}

describe('an answer that is no success', () => {
  it.each([
    ['a wrong boundary', { ...whole, contentType: whole.contentType.replace('HoiAm_', 'Khac_') }],
    ['a message cut off', { ...whole, body: whole.body.subarray(0, -20) }],
    ['no boundary', { ...whole, contentType: 'multipart/related' }],
    ['a login page', { contentType: 'text/html', body: html }],
    ['a login page in parts', { contentType: whole.contentType, body: html }],
    ['nothing', { contentType: XML, body: Buffer.alloc(0) }],
    ['a DOCTYPE', { contentType: XML, body: Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }],
    ['a report that says nothing', packed('1.1', message('CheckPermission', edoc('Report', [edoc('ErrorList', '')])))],
    ['no report', packed('1.1', message('CheckPermission'))],
    [
      'two responses',
      packed('1.1', {
        ...message('CheckPermission', report('true')),
        body: [edoc('CheckPermissionResponse', [report('true')]), edoc('A', '')],
      }),
    ],
    ['the answer to something else', packed('1.1', message('GetTraces', report('true')))],
    ['an account that is not let in', { status: 401, contentType: XML, body: Buffer.alloc(0) }],
    ['a no without any reason, as to a wrong token', packed('1.1', message('CheckPermission', report('false')))],
    ['a server that fails', { status: 500, contentType: XML, body: Buffer.from('x') }],
    ['a stack trace for a reason', packed('1.1', message('CheckPermission', report('false', ['M.System', STACK])))],
    ['more than any answer may be', { contentType: XML, body: Buffer.alloc(80 * 2 ** 20, 0x20) }],
  ])('%s may pass by itself', async (_what, answer) => {
    expect(await failureOf(answer)).toBeInstanceOf(OutsideUnavailable);
  });

  it.each([
    [
      'a missing element',
      report('false', ['N.MessageHeader.From.OrganId', 'x']),
      'N.MessageHeader.From.OrganId',
      /thiếu phần tử/u,
    ],
    ['a code without a family', report('false', ['Permission', '<script>']), 'Permission', /mã Permission/u],
  ])('%s is a refusal', async (_what, said, code, reason) => {
    const error = await failureOf(packed('1.1', message('CheckPermission', said)));
    expect(error).toBeInstanceOf(OutsideRefused);
    expect(error).toMatchObject({ code });
    expect((error as OutsideRefused).reason).toMatch(reason);
  });

  it('shows nobody what the server describes', async () => {
    const error = await failureOf(
      packed('1.1', message('CheckPermission', report('false', ['M.Exception.Sql', 'mật khẩu sa']))),
    );
    expect(JSON.stringify(error)).not.toContain('mật khẩu');
  });
});

describe('a document that is not whole', () => {
  const documentWith = (parts: (text: Buffer) => Buffer): ReturnType<typeof packed> => {
    const reference = {
      ...edoc('Reference', [edoc('AttachmentName', 'a.pdf')]),
      attributes: { 'xlink:href': 'cid:1' },
    };
    const file = {
      contentId: '1',
      contentType: 'application/pdf',
      name: 'a.pdf',
      content: Buffer.from('%PDF-1.7 thử nghiệm'),
    };
    const { body, contentType } = packed('1.1', {
      header: [edoc('MessageHeader', [edoc('From', [edoc('OrganId', 'H99')])])],
      body: [edoc('GetDocumentResponse', [report('true'), edoc('Manifest', [reference])])],
      files: [file],
    });
    return { body: parts(body), contentType };
  };
  const replaced = (from: string, to: string) => (body: Buffer) =>
    Buffer.from(body.toString('latin1').replace(from, to), 'latin1');

  it.each([
    ['a part is missing', replaced('Content-ID: <1>', 'Content-ID: <2>')],
    ['its base64 holds junk', replaced('JVBERi0x', 'JVB@Ri0x')],
  ])('%s', async (_what, spoil) => {
    peer.answers.set('GetDocument', documentWith(spoil));
    await expect(peer.transport.getMessage('1')).rejects.toMatchObject({ code: 'EO-HASH' });
  });
});

it('a document longer than any answer may be is not asked for without end', async () => {
  peer.answers.set('GetDocument', { contentType: XML, body: Buffer.alloc(80 * 2 ** 20, 0x20) });
  await expect(peer.transport.getMessage('1')).rejects.toMatchObject({
    code: 'EO-SIZE',
    reason: 'Văn bản dài hơn 72 MiB, vượt mức phần mềm nhận.',
  });
});

describe('what is pending', () => {
  it('is asked for by its ids alone, however many they are', async () => {
    const ids = Array.from({ length: 150 }, (_one, at) => edoc('DocumentId', String(at)));
    const listed = message('GetPendingDocumentIds', report('true'), edoc('DocumentIds', ids));
    peer.answers.set('GetPendingDocumentIds', packed('1.1', listed));
    peer.heard.length = 0;
    const items = await peer.transport.listPending();
    expect([items.length, items[149]]).toEqual([150, { messageId: '149', kind: 'document' }]);
    expect(peer.heard.map(({ action }) => action)).toEqual(['GetPendingDocumentIds', 'GetTraces']);
  });
});

describe('statuses that are handed out once', () => {
  it('are on disk before they are read, and what cannot be read is set aside', async () => {
    peer.answers.set('GetPendingDocumentIds', packed('1.1', message('GetPendingDocumentIds', report('true'))));
    peer.answers.set('GetTraces', { contentType: 'text/html', body: html });
    expect(await peer.transport.listPending()).toEqual([]);
    expect([await peer.spool.names('raw'), await peer.spool.names('trace')]).toEqual([[], []]);

    // As a process leaves it that was killed between keeping and reading.
    const status = edoc('Status', [edoc('From', [edoc('OrganId', 'H99')]), edoc('StatusCode', '15')]);
    await peer.spool.keep(packed('1.1', message('GetTraces', report('true'), edoc('Traces', [status]))).body, 'raw');
    const [item] = await peer.transport.listPending();
    expect(item).toMatchObject({ kind: 'status', fromAgency: 'H99' });
    const { bytes } = await peer.transport.getMessage(item?.messageId ?? '');
    expect(String(await bytes.read())).toContain('StatusCode>15<');
  });
});

describe('what was done before', () => {
  it('counts as done', async () => {
    peer.answers.set(
      'ConfirmReceived',
      packed('1.1', message('ConfirmReceived', report('false', ['M.ConfirmReceived', '']))),
    );
    await expect(peer.transport.acknowledge({ messageId: '1', outcome: 'done', sha256: '' })).resolves.toBeDefined();
    await expect(peer.transport.acknowledge({ messageId: '1', outcome: 'fail', sha256: '' })).rejects.toMatchObject({
      code: 'not-offered',
    });
  });
});
