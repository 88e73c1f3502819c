import PizZip from 'pizzip';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { DocumentFileEntity, IncomingDocumentEntity } from '../../src/documents/index.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { Attachment, DocumentMessage } from '../../src/exchange/ports/message.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { VerifyEvidence } from '../../src/signing/index.js';
import { SignatureEvidenceEntity } from '../../src/signing/persistence/signature-evidence.entity.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { openTestAuthority, type TestAuthority } from '../support/test-authority/authority.js';
import { preparedLetter, sealAsAgency, signAsLeader } from '../support/test-authority/letter.js';
import { save } from '../support/test-authority/pdf-writer.js';
import { DEPARTMENT, TestApp } from '../support/test-app.js';
import type { TestTrust } from '../support/test-outside.js';
import { textOf } from '../support/web-visitor.js';

const SENDER = { id: '000.00.07.H24', name: 'Sở Nội vụ' };

const pdf = (content: Buffer, name = 'công văn.pdf'): Attachment => ({ name, contentType: 'application/pdf', content });

describe('rule 46: an electronic document that comes in', () => {
  let authority: TestAuthority;
  let sound: Buffer;
  let app: TestApp;
  beforeAll(() => {
    authority = openTestAuthority();
    const chain = [authority.sub];
    sound = sealAsAgency(signAsLeader(preparedLetter(), { signer: authority.leader, chain }), {
      signer: authority.agency,
      chain,
    });
  });
  beforeEach(async () => {
    app = await TestApp.open();
    app.nest.get<TrustAnchors, TestTrust>(TrustAnchors).trusted.push(authority.root.der);
  });
  afterEach(() => app.close());

  const signedOnce = (wish: Partial<Parameters<typeof signAsLeader>[1]> = {}): Buffer =>
    signAsLeader(preparedLetter(), { signer: authority.leader, chain: [authority.sub], ...wish });
  const arrive = async (
    attachments: readonly Attachment[],
    change: Partial<DocumentMessage> = {},
    messageId = 'm-1',
  ): Promise<void> => {
    const documentId = 'NV,2026/03/18,1/SNV';
    const letter = { ...REPLY, from: SENDER, to: [DEPARTMENT], documentId, attachments, ...change };
    app.transport.put(messageId, new EdxmlCodec().write(letter), app.clock.now(), SENDER.id);
    await app.nest.get(ReceivePending).receive();
    await app.work();
  };
  const rows = () => app.nest.get(Database).reader;
  const inbox = () => rows().getRepository(InboxMessageEntity).findOneByOrFail({ remoteId: 'm-1' });
  const lines = () => rows().getRepository(IncomingDocumentEntity).find();
  const files = () =>
    rows()
      .getRepository(DocumentFileEntity)
      .find({ order: { position: 'ASC' } });
  const kept = async (): Promise<string[]> =>
    (await rows().getRepository(SignatureEvidenceEntity).find()).map(({ subjectKind, fileName, verdict }) =>
      [subjectKind, fileName, verdict].join(' '),
    );
  const statuses = (): (string | null)[] =>
    app.transport.sent.map(({ bytes }) => {
      const { message } = new EdxmlCodec().read(bytes);
      return message?.kind === 'status' ? `${message.status} ${message.description ?? ''}` : null;
    });

  it('is registered with what the signatures of each file are worth, and its clerk reads it at the line', async () => {
    await arrive([
      pdf(sound),
      pdf(preparedLetter(), 'phụ lục.pdf'),
      { name: 'bảng.csv', contentType: 'text/csv', content: Buffer.from('a,b\n') },
    ]);
    expect((await inbox()).state).toBe('registered');
    expect((await files()).map(({ signature }) => signature)).toEqual([
      expect.objectContaining({ verdict: 'valid', signers: ['Đỗ Quốc Khánh', DEPARTMENT.name] }),
      expect.objectContaining({ verdict: 'unsigned', signers: [] }),
      null,
    ]);
    const page = (await (await app.browserOf('vanthu')).get('/so-van-ban/den')).body;
    expect(textOf(page)).toContain('Chữ ký số: Hợp lệ');
  });

  it('rule 52: keeps what each verdict rests on, for those who may take it out', async () => {
    await arrive([pdf(sound), pdf(preparedLetter(), 'phụ lục.pdf')]);
    expect(await kept()).toEqual(['incoming công văn.pdf valid']);

    const [signed, unsigned] = await files();
    const address = (id = ''): string => `/tep/van-ban/${id}/chung-cu.zip`;
    const clerk = await app.browserOf('vanthu');
    const { rawPayload } = await clerk.get(address(signed?.id));
    const names = Object.keys(new PizZip(rawPayload).files);
    expect(names).toEqual(expect.arrayContaining(['bao-cao.html', 'SHA256SUMS', 'tep/tep-da-kiem-tra.pdf']));
    expect((await clerk.get(address(unsigned?.id))).statusCode).toBe(404);
    expect((await (await app.browserOf('ngoc')).get(address(signed?.id))).statusCode).toBe(403);
    expect(await app.nest.get(VerifyEvidence).verify()).toEqual([]);
  });

  it('rule 52: keeps what a verdict rests on also of a document that goes back', async () => {
    await arrive([pdf(tampered(sound))]);
    expect(await kept()).toEqual(['incoming công văn.pdf invalid']);
  });

  it('is registered as doubtful when nobody vouches for its signer', async () => {
    app.nest.get<TrustAnchors, TestTrust>(TrustAnchors).trusted.splice(0);
    await arrive([pdf(sound)]);
    expect((await inbox()).state).toBe('registered');
    expect((await files()).map(({ signature }) => signature?.verdict)).toEqual(['unknown']);
  });

  it.each([
    ['a byte of what was signed is another', tampered, 'giá trị băm không khớp'],
    [
      'something was put behind the signature',
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]),
      'Có dữ liệu',
    ],
    ['its structure was broken', (bytes: Buffer) => bytes.subarray(0, bytes.length - 600), 'Có chữ ký nằm ngoài'],
  ])('goes back before it is registered when %s', async (_what, change, reason) => {
    await arrive([pdf(change(sound))]);
    expect(await lines()).toEqual([]);
    expect(await inbox()).toMatchObject({
      state: 'refused',
      returnedAt: app.clock.now(),
      reason: expect.stringContaining(reason) as string,
    });
    expect(statuses()).toEqual([expect.stringMatching(/^02 Chữ ký số của “công văn.pdf” không đạt kiểm tra/u)]);
    const acts = await rows().getRepository(JournalEntryEntity).findBy({ action: 'message.return' });
    expect(acts).toHaveLength(1);

    const page = textOf((await (await app.browserOf('vanthu')).get('/tin-loi')).body);
    expect(page).toContain('Đã trả lại nơi gửi');
    expect(page).toContain(reason);
  });

  it('is registered and marked with the true reason where nothing is proven', async () => {
    const rows: readonly (readonly [Buffer, string])[] = [
      [signedOnce({ subFilter: 'adbe.pkcs7.sha1' }), 'Kiểu chữ ký'],
      [signedOnce({ cms: { timestamp: () => Buffer.from('0500', 'hex') } }), 'Dấu thời gian hỏng'],
      [save(signedOnce(), { 12: '<< /Title (Khac) >>' }), 'mô tả'],
      [Buffer.concat([signedOnce(), Buffer.alloc(99)]), 'Có dữ liệu'],
    ];
    for (const [at, [content]] of rows.entries()) {
      await arrive(
        [pdf(content, `${String(at)}.pdf`)],
        { documentId: `NV,2026/03/18,${String(at + 1)}/SNV` },
        `m-${String(at)}`,
      );
    }
    expect(await lines()).toHaveLength(rows.length);
    expect(statuses().some((status) => status?.startsWith('02'))).toBe(false);
    const told = new Map((await files()).map(({ name, signature }) => [name, signature]));
    for (const [at, [, reason]] of rows.entries()) {
      const signature = told.get(`${String(at)}.pdf`);
      expect([signature?.verdict === 'valid', signature?.reasons.join(' ')]).toEqual([
        false,
        expect.stringContaining(reason),
      ]);
    }
  });

  it('goes back when it names another agency as its receiver', async () => {
    await arrive([pdf(sound)], { to: [{ id: '000.00.08.H24', name: 'Sở Xây dựng' }] });
    expect(await lines()).toEqual([]);
    expect(statuses()).toEqual([expect.stringMatching(/^02 Văn bản gửi Sở Xây dựng/u)]);
  });

  it('is registered when it comes again mended, under the same name', async () => {
    await arrive([pdf(tampered(sound))]);
    await arrive([pdf(sound)], {}, 'm-2');
    expect(await lines()).toHaveLength(1);
  });

  it('is acknowledged on the day on which it was fetched, also when it goes back', async () => {
    app.clock.advance(Date.parse('2026-03-18T16:58:00Z') - app.clock.now().getTime());
    await arrive([pdf(tampered(sound))]);
    const { receivedAt, acknowledgedAt } = await inbox();
    expect(acknowledgedAt && civilDateOf(acknowledgedAt)).toBe(civilDateOf(receivedAt));
    expect(app.transport.acknowledged).toEqual([{ messageId: 'm-1', outcome: 'done' }]);
  });

  it('as feedback of the hotline becomes a ticket whatever its files are worth, and its clerk sees what they are worth', async () => {
    const ticket = await app.receive({}, [pdf(tampered(sound), 'đơn có chữ ký.pdf')]);
    expect((await files()).find(({ name }) => name === 'đơn có chữ ký.pdf')?.signature?.verdict).toBe('invalid');
    const page = textOf((await (await app.browserOf('vanthu')).get(`/phieu/${ticket.id}`)).body);
    expect(page).toContain('Chữ ký số: Không hợp lệ');
    expect(statuses().some((status) => status?.startsWith('02'))).toBe(false);
  });
});

function tampered(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed.write('ngay 26/3/2026', changed.indexOf('ngay 25/3/2026'), 'latin1');
  return changed;
}
