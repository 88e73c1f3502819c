import { jest } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../../integrations/e-office/simulator/authority/authority.js';
import { sealFile } from '../../integrations/e-office/simulator/signer/seal-file.js';
import { MakeCertifiedCopy } from '../../src/copies/index.js';
import {
  CheckRegister,
  CopyDocumentEntity,
  DocumentFileEntity,
  OutgoingDocumentEntity,
} from '../../src/documents/index.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { ClassifyTicket } from '../../src/tickets/index.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { LettersOf } from '../support/letters-of.js';
import { DEPARTMENT, TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const SCAN = {
  form: 'SY',
  typeName: 'Quyết định',
  code: '12/QĐ-UBND',
  originalDate: '2026-03-02',
  issuer: 'UBND thành phố Hải Phòng',
  subject: 'về kế hoạch thời gian năm học',
  recipients: 'Trường THPT Núi Voi',
};

let directory: string;
let authority: Awaited<ReturnType<typeof openAuthority>>;
let app: TestApp;
let pdf: Buffer;
const { actor, submitted } = new LettersOf(() => app);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'copies-'));
  const clock = { now: () => new Date('2026-03-18T01:00:00Z') };
  authority = await openAuthority(directory, { clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' });
  const document = await PDFDocument.create();
  for (let page = 1; page <= 3; page += 1) document.addPage([500 + page, 800]).drawText('.');
  pdf = Buffer.from(await document.save());
});
afterAll(() => rm(directory, { recursive: true }));

beforeEach(async () => {
  app = await TestApp.open();
  jest.spyOn(app.nest.get(TrustAnchors), 'anchors').mockResolvedValue([new X509Certificate(authority.rootPem()).raw]);
  jest.spyOn(app.nest.get(CrlSource), 'fetch').mockImplementation(() => authority.crl());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

/** The e-office signs as the agency. */
async function agencySigns(): Promise<void> {
  const identity = await authority.agencyIdentity(DEPARTMENT.id, DEPARTMENT.name);
  jest
    .spyOn(app.desk, 'sealFile')
    .mockImplementation(({ content, text }) => sealFile(content, { identity, text, at: app.clock.now() }));
}

const copies = (): Promise<CopyDocumentEntity[]> =>
  app.nest.get(Database).reader.manager.find(CopyDocumentEntity, { order: { number: 'ASC' } });
const register = () => app.nest.get(CheckRegister).check({ book: 'copies', year: 2026 });

async function scanned(username = 'vanthu', change: Partial<typeof SCAN> & Record<string, string> = {}, content = pdf) {
  const clerk = await app.browserOf(username);
  await clerk.get('/so-van-ban/sao');
  const file = { field: 'file', name: 'quet.pdf', content: new Uint8Array(content) };
  return { clerk, answer: await clerk.postFile('/so-van-ban/sao', { ...SCAN, ...change }, file) };
}

describe('a certified copy of paper', () => {
  it('is numbered by the clerk, signed by the agency, proved, and stands in its register', async () => {
    await agencySigns();
    const { clerk, answer } = await scanned();
    expect(textOf((await clerk.follow(answer)).body)).toContain(
      'Đã vào sổ bản sao và lấy số; hệ thống quản lý văn bản đang ký số.',
    );
    await app.work();
    const [copy] = await copies();
    expect(copy).toMatchObject({ number: 1, notation: 'SY-SGDĐT', state: 'sealed', failure: null, source: 'scan' });
    const page = textOf((await clerk.get('/so-van-ban/sao?nam=2026')).body);
    for (const words of ['01/SY-SGDĐT', 'Sao y', SCAN.code, SCAN.issuer, 'Đã ký số', 'Số tiếp theo 2']) {
      expect(page).toContain(words);
    }
    const signed = (await clerk.get(`/tep/ban-sao/${copy!.id}.pdf`)).rawPayload;
    expect(signed.subarray(0, pdf.length)).toEqual(pdf);
    expect(await register()).toMatchObject({ present: 1, accept: true });
    const sheet = await clerk.get('/so-van-ban/sao.xlsx?nam=2026');
    expect([sheet.statusCode, sheet.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('so-van-ban-sao-2026.xlsx'),
    ]);
  });

  it('that was not signed, or not as it should be, is not given out; it is signed again or loses its number with a reason', async () => {
    const { clerk } = await scanned();
    await scanned();
    await app.work();
    const [first, second] = await copies();
    expect(first).toMatchObject({ state: 'numbered', sealedSha256: null });
    expect((await clerk.get(`/tep/ban-sao/${first!.id}.pdf`)).statusCode).toBe(404);
    const page = textOf((await clerk.get('/so-van-ban/sao')).body);
    expect(page).toContain('Đúng tệp đã gửi ký: Tệp trả về không bắt đầu bằng tệp đã gửi.');

    const silent = await clerk.follow(await clerk.post(`/ban-sao/${second!.id}/huy-so`, { reason: ' ' }));
    expect(textOf(silent.body)).toContain('Viết lý do hủy số');
    await clerk.post(`/ban-sao/${second!.id}/huy-so`, { reason: 'quét nhầm' });
    await agencySigns();
    await clerk.post(`/ban-sao/${first!.id}/ky-lai`);
    await app.work();
    expect(await copies()).toMatchObject([
      { number: 1, state: 'sealed', sealTries: 2 },
      { number: 2, state: 'voided', voidReason: 'quét nhầm' },
    ]);
    expect(await register()).toMatchObject({ present: 2, voided: 1, accept: true });
  });

  it('tells the clerk why the e-office refused', async () => {
    jest.spyOn(app.desk, 'sealFile').mockRejectedValue(new OutsideRefused('EO-STATE', 'Ô này đã có chữ ký.'));
    const { clerk } = await scanned();
    await app.work();
    expect(textOf((await clerk.get('/so-van-ban/sao')).body)).toContain('Ô này đã có chữ ký.');
  });

  it.each([
    ['an old PDF', {}, Buffer.from('%PDF-1.3\n%%EOF'), 'phiên bản 1.4 trở lên'],
    ['an extract that names no pages', { form: 'TrS', askedBy: 'Ông An' }, undefined, 'Trích sao cần ghi trang nào'],
    ['an extract for nobody', { form: 'TrS', pages: '1' }, undefined, 'Trích sao cần ghi ai đề nghị'],
    ['some pages as a true copy', { pages: '1' }, undefined, 'Sao y, sao lục lấy mọi trang'],
    ['pages that are not there', { form: 'TrS', pages: '9', askedBy: 'Ông An' }, undefined, 'không có trong tệp'],
    ['no abstract', { subject: ' ' }, undefined, 'Ghi trích yếu văn bản được sao.'],
  ])('is not made of %s', async (_rule, change, content, words) => {
    const { clerk, answer } = await scanned('vanthu', change, content);
    expect(textOf((await clerk.follow(answer)).body)).toContain(words);
    expect(await copies()).toEqual([]);
  });

  it('takes no file that the inspection refuses', async () => {
    const { clerk, answer } = await scanned(
      'vanthu',
      {},
      Buffer.from('%PDF-1.7\n1 0 obj<</S/JavaScript/JS(x)>>endobj'),
    );
    expect(textOf((await clerk.follow(answer)).body)).toContain('Chưa nhận tệp “quet.pdf”.');
    expect(await copies()).toEqual([]);
  });

  it('is made by the registry alone', async () => {
    const { answer } = await scanned('ngoc');
    expect(answer.statusCode).toBe(303);
    const original = { kind: 'outgoing' as const, id: 'x' };
    const request = { form: 'SY' as const, pages: '', askedBy: '', recipients: [], original };
    await expect(app.nest.get(MakeCertifiedCopy).make(await actor('khanh'), request)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await copies()).toEqual([]);
  });
});

describe('the book of copies at the end of its year (rule 48)', () => {
  it('is closed on its page once every copy is signed or void, and printed', async () => {
    await scanned();
    await app.work();
    app.clock.set('2027-01-05T01:10:00Z');
    const clerk = await app.browserOf('vanthu');
    const open = (await clerk.get('/so-van-ban/sao?nam=2026')).body;
    expect(textOf(open)).toContain('Sổ năm 2026 chưa khóa. Khóa sổ năm 2026');
    expect(textOf(open)).not.toContain('Số tiếp theo');
    expect(open).toContain('href="/so-van-ban/sao/in?nam=2026"');
    const early = await clerk.follow(await clerk.post('/so-van-ban/sao/khoa', { nam: '2026' }));
    expect(textOf(early.body)).toContain('còn bản sao đã lấy số mà chưa ký số: 01/SY-SGDĐT.');
    await clerk.post(`/ban-sao/${(await copies())[0]!.id}/huy-so`, { reason: 'quét nhầm' });
    const closed = await clerk.follow(await clerk.post('/so-van-ban/sao/khoa', { nam: '2026' }));
    expect(textOf(closed.body)).toContain('Đã khóa sổ ngày 05/01/2027, 08:10, bởi Phạm Minh Tuệ.');
    await app.work();
    const { body } = await clerk.get('/so-van-ban/sao?nam=2026');
    expect(textOf(body)).toContain('Bản in giữ lại (PDF) Số 1 đến 1, 1 dòng, 1 số hủy.');
    const [, href = ''] = /href="(\/so-van-ban\/ban-in\/[^"]+)"/u.exec(body) ?? [];
    expect((await clerk.get(href)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(textOf((await clerk.get('/so-van-ban/sao/in?nam=2026')).body)).toContain('Sổ đăng ký văn bản sao');
    expect(await register()).toMatchObject({ accept: true, flaws: [] });
  });
});

describe('an extract of a released letter', () => {
  it('has the chosen pages alone, in the words of the register', async () => {
    await agencySigns();
    const letter = await submitted();
    await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    const sealedSha256 = await app.nest.get(FileStore).put(pdf);
    const change = { state: 'released', sealedSha256 } as const;
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { number: 1 }, change));
    const { id } = await app.nest.get(Database).reader.manager.findOneByOrFail(OutgoingDocumentEntity, { number: 1 });

    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/ban-in/van-ban-di/${id}`);
    const form = { form: 'TrS', pages: '2-3', askedBy: 'Ông Bùi Văn An', recipients: 'Ông Bùi Văn An' };
    await clerk.post(`/ban-sao/van-ban-di/tu/${id}`, form);
    await app.work();
    const [copy] = await copies();
    expect(copy).toMatchObject({
      ...{ notation: 'TrS-SGDĐT', state: 'sealed', source: 'outgoing', sourceId: id, pages: '2-3' },
      ...{ code: '01/SGDĐT-GDTrH', issuer: DEPARTMENT.name, originalDate: civilDate('2026-03-18') },
    });
    const signed = await PDFDocument.load((await clerk.get(`/tep/ban-sao/${copy!.id}.pdf`)).rawPayload);
    expect(signed.getPages().map((page) => page.getWidth())).toEqual([502, 503]);

    const refusedFor = async (change: Record<string, string>): Promise<string> =>
      textOf((await clerk.follow(await clerk.post(`/ban-sao/van-ban-di/tu/${id}`, { ...form, ...change }))).body);
    expect(await refusedFor({ form: 'SL', pages: '' })).toContain('văn bản này là bản gốc của cơ quan');
    const recalled = { recalledAt: app.clock.now(), recallReason: 'nhầm nơi nhận' };
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { id }, recalled));
    expect(await refusedFor({})).toContain('Văn bản này đã thu hồi nên không sao y, sao lục, trích sao');
    expect(await copies()).toHaveLength(1);
  });
});

describe('rule 21: a copy of what a citizen sent', () => {
  it('is open to people who may read the original, and not in the unit complained about, whatever the role', async () => {
    await agencySigns();
    const attached = { name: 'don.pdf', contentType: 'application/pdf', content: pdf };
    const ticket = await app.receive({}, [attached]);
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'fees' } as const;
    const clerk = await app.browserOf('vanthu');
    await app.nest
      .get(ClassifyTicket)
      .classify(await actor('vanthu'), ticket.id, { ...about, complainedUnitId: 'nui-voi' });
    const { id: fileId } = await app.nest
      .get(Database)
      .reader.manager.findOneByOrFail(DocumentFileEntity, { documentId: ticket.incomingDocumentId, name: 'don.pdf' });
    await clerk.get(`/ban-in/tep-den/${fileId}`);
    await clerk.post(`/ban-sao/tep-den/tu/${fileId}`, { form: 'SY', recipients: 'UBND thành phố' });
    await app.work();
    const [copy] = await copies();
    expect(copy).toMatchObject({ state: 'sealed', source: 'incoming', sourceId: fileId });
    expect((await clerk.get(`/tep/ban-sao/${copy!.id}.pdf`)).statusCode).toBe(200);

    const roles = ['contactOfficer', 'formatChecker'] as StaffEntity['roles'];
    await app.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: 'luc' }, { roles }));
    const complainedAbout = await app.browserOf('luc');
    expect((await complainedAbout.get(`/tep/van-ban/${fileId}`)).statusCode).toBe(404);
    expect((await complainedAbout.get(`/tep/ban-sao/${copy!.id}.pdf`)).statusCode).toBe(404);
  });
});
