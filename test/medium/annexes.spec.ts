import { jest } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { DocumentFileEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { ChangeAnnexes, ReviewDraft } from '../../src/drafting/index.js';
import { DraftRevisionEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { newId } from '../../src/kernel/ids.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { NumberAndSeal, SignatureQueries, type SignatureRequestEntity } from '../../src/signing/index.js';
import { LetterSealed } from '../../src/signing/application/numbering/letter-sealed.js';
import { SignatureEvidenceEntity } from '../../src/signing/persistence/signature-evidence.entity.js';
import { SealAnnexes } from '../../src/signing/application/numbering/seal-annexes.js';
import { UploadSealedAnnexes } from '../../src/signing/application/upload-sealed-annexes.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { AgencyPen, unsignedPdf } from '../support/agency-pen.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';

const CODE = '01/SGDĐT-GDTrH';

let app: TestApp;
let pen: AgencyPen;
let table: Buffer;
let list: Buffer;
const { actor, approved, begin, draftOf, request, save, sendOn, ticketInHand } = new LettersOf(() => app);

beforeAll(async () => {
  pen = await AgencyPen.open();
  [table, list] = [await unsignedPdf(501), await unsignedPdf(502)];
});
afterAll(() => pen.close());
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const rows = () => app.nest.get(Database).reader.manager;
const annexesOf = (id: string) => app.nest.get(SignatureQueries).annexesOf(id);
const files = () =>
  rows().find(DocumentFileEntity, { where: { contentType: 'application/pdf' }, order: { position: 'ASC' } });

async function add(draftId: string, name: string, content: Buffer, { reason = '', version = 0 } = {}): Promise<void> {
  const change = { reason, version: version || (await draftOf(draftId)).version };
  await app.nest.get(ChangeAnnexes).add(await actor('ngoc'), draftId, { ...change, files: [{ name, content }] });
}

/** A letter with these annexes, approved and submitted. */
async function submittedWith(annexes: readonly (readonly [string, Buffer])[]): Promise<SignatureRequestEntity> {
  const draftId = await begin(await ticketInHand());
  await save(draftId, 'ngoc');
  for (const [name, content] of annexes) await add(draftId, name, content);
  await app.work();
  await sendOn(draftId);
  await app.nest.get(ReviewDraft).approve(await actor('thang'), draftId, 'content');
  await app.nest.get(ReviewDraft).approve(await actor('vanthu'), draftId, 'format');
  const id = await app.nest.get(SubmitReply).submit(await actor('ngoc'), draftId);
  await app.work();
  return request(id);
}

/**
 * Its leader's signature and the agency's have come back and are proved.
 *
 * @param deadlocks how many runs of that are rolled back first
 */
async function sealed(letter: SignatureRequestEntity, { deadlocks = 0 } = {}): Promise<void> {
  await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
  await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
  const sealedSha256 = await app.nest.get(FileStore).put(Buffer.from('%PDF-1.7 sealed'));
  const loaded = await request(letter.id);
  let left = deadlocks;
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const proof = { lines: [], passed: true, verdict: 'valid', signedAt: null };
    await app.nest.get(LetterSealed).proved(tx, loaded, { sealedSha256, proof });
    left -= 1;
    if (left >= 0) throw new QueryFailedError('', [], Object.assign(new Error(), { number: 1205 }));
  });
}

const letterSent = () => {
  const { bytes } = app.transport.sent.find(({ kind }) => kind === 'document')!;
  const { message } = new EdxmlCodec().read(bytes);
  return message?.kind === 'document' ? message.attachments : [];
};

describe('rule 45: separate annexes carry the signature of the agency', () => {
  it('with number, symbol and ISO time, after the letter is sealed; they go out after it', async () => {
    const sent = await pen.signFor(app);
    const letter = await submittedWith([
      ['bang-1.pdf', table],
      ['danh-sach.pdf', list],
    ]);
    await sealed(letter);
    expect([(await request(letter.id)).state, sent.length]).toEqual(['sealing', 0]);
    await app.work();

    expect(sent.map(({ text, fileName }) => [text, fileName])).toEqual([
      [`Số: ${CODE}`, 'bang-1.pdf'],
      [`Số: ${CODE}`, 'danh-sach.pdf'],
    ]);
    expect((await request(letter.id)).state).toBe('released');
    const evidence = { subjectKind: 'annex', subjectId: letter.id, passed: true } as const;
    expect(await rows().countBy(SignatureEvidenceEntity, evidence)).toBe(2);
    const [first] = await files();
    const signed = await app.nest.get(FileStore).get(first!.sha256);
    expect(signed.subarray(0, table.length).equals(table)).toBe(true);
    const [outgoing] = await rows().find(OutgoingDocumentEntity);
    expect(await files()).toMatchObject([
      { documentId: outgoing?.id, position: 1, name: 'bang-1.pdf', size: signed.length },
      { documentId: outgoing?.id, position: 2, name: 'danh-sach.pdf' },
    ]);
    expect(letterSent().map(({ name }) => name)).toEqual(['01-SGDĐT-GDTrH.pdf', 'bang-1.pdf', 'danh-sach.pdf']);
    expect(letterSent()[1]?.content.equals(signed)).toBe(true);
  });

  it('and a letter without any goes out as before, also where the database had to run its unit of work again', async () => {
    const sent = await pen.signFor(app);
    const letter = await submittedWith([]);
    await sealed(letter, { deadlocks: 1 });
    expect((await request(letter.id)).state).toBe('sealed');
    await app.work();
    expect([(await request(letter.id)).state, sent, await files()]).toEqual(['released', [], []]);
    expect(letterSent().map(({ name }) => name)).toEqual(['01-SGDĐT-GDTrH.pdf']);
  });

  it('holds the letter back when one does not prove itself; ordered again, only what lacks its signature is signed', async () => {
    await pen.signFor(app, { unsigned: ['danh-sach.pdf'] });
    const letter = await submittedWith([
      ['bang-1.pdf', table],
      ['danh-sach.pdf', list],
    ]);
    await sealed(letter);
    await app.work();
    const stopped = await request(letter.id);
    expect(stopped.state).toBe('sealFailed');
    expect(stopped.comment).toBe(
      'Phụ lục “danh-sach.pdf”: Đúng tệp đã gửi ký: Tệp trả về không bắt đầu bằng tệp đã gửi.',
    );
    expect(app.transport.sent.filter(({ kind }) => kind === 'document')).toEqual([]);
    const [before] = await annexesOf(letter.id);
    expect(await files()).toEqual([]);

    jest.restoreAllMocks();
    const sent = await pen.signFor(app);
    const ordered = app.desk.sealed.length;
    await app.nest.get(NumberAndSeal).sealAgain(await actor('vanthu'), letter.id);
    await app.work();
    expect([(await request(letter.id)).state, app.desk.sealed.length]).toEqual(['released', ordered]);
    expect(sent.map(({ fileName, clientRequestId }) => [fileName, clientRequestId.slice(-3)])).toEqual([
      ['danh-sach.pdf', '-l2'],
    ]);
    expect((await annexesOf(letter.id))[0]?.sealedSha256).toBe(before?.sealedSha256);
    expect(await files()).toHaveLength(2);
  });

  it('holds it back when the e-office refuses, with its reason', async () => {
    const letter = await submittedWith([['bang-1.pdf', table]]);
    jest.spyOn(app.desk, 'sealFile').mockRejectedValue(new OutsideRefused('EO-STATE', 'Khóa của cơ quan hết hạn.'));
    await sealed(letter);
    await app.work();
    expect(await request(letter.id)).toMatchObject({ state: 'sealFailed' });
    expect((await request(letter.id)).comment).toContain('Khóa của cơ quan hết hạn.');
  });

  it('doubles nothing when the job is done twice, or was cut off between two annexes', async () => {
    const letter = await submittedWith([
      ['bang-1.pdf', table],
      ['danh-sach.pdf', list],
    ]);
    const sent = await pen.signFor(app);
    const put = jest.spyOn(app.nest.get(FileStore), 'put');
    await sealed(letter);
    put.mockRejectedValueOnce(new Error('killed'));
    const job = { requestId: letter.id, time: '1' };
    await expect(app.nest.get(SealAnnexes).handle(job)).rejects.toThrow('killed');
    await app.nest.get(SealAnnexes).handle(job);
    await app.nest.get(SealAnnexes).handle(job);
    expect(new Set(sent.map(({ clientRequestId }) => clientRequestId)).size).toBe(2);
    await app.work();
    expect([(await request(letter.id)).state, (await files()).length]).toEqual(['released', 2]);
    expect(app.transport.sent.filter(({ kind }) => kind === 'document')).toHaveLength(1);
  });

  it('brought by a clerk one by one, they let the letter go on though nothing ran behind the last but its own unit of work', async () => {
    const letter = await submittedWith([
      ['bang-1.pdf', table],
      ['danh-sach.pdf', list],
    ]);
    await pen.signFor(app);
    await sealed(letter);
    jest.replaceProperty(app.desk, 'abilities', new Set());
    const clerk = await actor('vanthu');
    const bring = async (name: string, content: Buffer): Promise<number> => {
      const file = { clientRequestId: newId(), text: `Số: ${CODE}`, fileName: name, content };
      const files = [{ name, content: await app.desk.sealFile(file) }];
      return app.nest.get(UploadSealedAnnexes).upload(clerk, letter.id, files);
    };
    expect(await bring('bang-1.pdf', table)).toBe(1);
    await app.work();
    expect((await request(letter.id)).state).toBe('sealing');
    jest.spyOn(app.nest.get(LetterSealed), 'release').mockRejectedValueOnce(new Error('killed'));
    expect(await bring('danh-sach.pdf', list).catch(String)).toBe(0);
    await app.work();
    app.clock.advance(10 * 60_000);
    await app.work();
    expect([(await request(letter.id)).state, (await files()).length]).toEqual(['released', 2]);
    expect(await rows().countBy(JournalEntryEntity, { action: 'signature.bringAnnex', objectId: letter.id })).toBe(2);
  });

  it('brought by a clerk and refused, one stays owed; that it was judged stays on record', async () => {
    const letter = await submittedWith([['bang-1.pdf', table]]);
    await sealed(letter);
    jest.replaceProperty(app.desk, 'abilities', new Set());
    const files = [{ name: 'chua-ky.pdf', content: table }];
    const brought = app.nest.get(UploadSealedAnnexes).upload(await actor('vanthu'), letter.id, files);
    await expect(brought).rejects.toMatchObject({ code: 'input-invalid' });
    expect([(await request(letter.id)).state, (await annexesOf(letter.id))[0]?.sealedSha256]).toEqual([
      'sealing',
      null,
    ]);
    const evidence = { subjectKind: 'annex', subjectId: letter.id, fileName: 'bang-1.pdf', passed: false } as const;
    const kept = await rows().findOneByOrFail(SignatureEvidenceEntity, evidence);
    const line = { action: 'signature.refuseBrought', objectId: letter.id, actorId: 'vanthu' };
    expect(await rows().findOneBy(JournalEntryEntity, line)).toMatchObject({
      detail: { position: 1, name: 'bang-1.pdf', sha256: kept.fileSha256 },
    });
  });

  it('and those that were submitted are those that are signed', async () => {
    const letter = await submittedWith([['bang-1.pdf', table]]);
    expect(await annexesOf(letter.id)).toMatchObject([{ position: 1, name: 'bang-1.pdf', sealedSha256: null }]);
    const late = add(letter.draftId, 'sau.pdf', list, { reason: 'Thêm.' });
    await expect(late).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('annexes of a draft', () => {
  it('are a change: approvals are void, and the reason is asked for', async () => {
    const draftId = await approved(await ticketInHand());
    await expect(add(draftId, 'bang-1.pdf', table)).rejects.toMatchObject({ details: { field: 'reason' } });
    await add(draftId, 'bang-1.pdf', table, { reason: 'Thêm bảng thu chi.' });
    await app.work();
    expect(await draftOf(draftId)).toMatchObject({ state: 'editing', revision: 3, contentApproverId: null });
    await sendOn(draftId);
    await app.nest.get(ReviewDraft).approve(await actor('thang'), draftId, 'content');
    await app.nest.get(ReviewDraft).approve(await actor('vanthu'), draftId, 'format');
    const reason = 'Bỏ bảng.';
    const { version } = await draftOf(draftId);
    await app.nest.get(ChangeAnnexes).remove(await actor('ngoc'), draftId, { position: 1, version, reason });
    const submit = app.nest.get(SubmitReply).submit(await actor('ngoc'), draftId);
    await expect(submit).rejects.toMatchObject({ code: 'forbidden' });
    const kept = await rows().find(DraftRevisionEntity, { where: { draftId }, order: { revision: 'ASC' } });
    expect(kept.slice(1).map(({ annexes }) => (annexes ?? []).map(({ name }) => name))).toEqual([
      [],
      ['bang-1.pdf'],
      [],
    ]);
  });

  it('stay with the letter when its text is saved', async () => {
    const draftId = await begin(await ticketInHand());
    await add(draftId, 'bang-1.pdf', table);
    await save(draftId, 'ngoc');
    const { revision } = await draftOf(draftId);
    expect(await rows().findOneBy(DraftRevisionEntity, { draftId, revision })).toMatchObject({
      annexes: [{ name: 'bang-1.pdf', size: table.length }],
    });
  });

  it.each<[string, string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['no PDF', 'bang.docx', () => Buffer.from('PK'), /là tệp PDF phiên bản 1\.4/u],
    ['what only calls itself one', 'bang.pdf', () => Buffer.from('<html>'), /là tệp PDF phiên bản 1\.4/u],
    [
      'what somebody has signed',
      'ky.pdf',
      () => Buffer.concat([list, Buffer.from('/ByteRange [0 1 2 3]')]),
      /đã có chữ ký số/u,
    ],
    ['a second file of the same name', 'BANG-1.pdf', () => list, /Đã có phụ lục “bang-1\.pdf”/u],
    ['the same file again', 'khac.pdf', () => table, /Đã có phụ lục/u],
    [
      'a PDF that runs something',
      'chay.pdf',
      () => Buffer.concat([list, Buffer.from('\n9 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n')]),
      /Chưa nhận tệp “chay\.pdf”/u,
    ],
  ])('refuse %s', async (_what, name, content, words) => {
    const draftId = await begin(await ticketInHand());
    await add(draftId, 'bang-1.pdf', table);
    const refused = add(draftId, name, await content());
    await expect(refused).rejects.toMatchObject({
      code: 'input-invalid',
      details: { message: expect.stringMatching(words) as string },
    });
    expect((await draftOf(draftId)).revision).toBe(2);
  });

  it('are ten at most, and nobody overwrites what he has not seen', async () => {
    const draftId = await begin(await ticketInHand());
    const eleven = await Promise.all(
      Array.from({ length: 11 }, async (_, at) => ({
        name: `${String(at)}.pdf`,
        content: await unsignedPdf(600 + at),
      })),
    );
    const { version } = await draftOf(draftId);
    const all = app.nest.get(ChangeAnnexes).add(await actor('ngoc'), draftId, { files: eleven, version, reason: '' });
    await expect(all).rejects.toMatchObject({
      details: { message: expect.stringContaining('nhiều nhất 10 phụ lục') as string },
    });
    await expect(add(draftId, 'a.pdf', table, { version: version + 7 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });
});
