import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { CheckRegister, OutgoingDocumentEntity, OutgoingRegister, RegisterQueries } from '../../src/documents/index.js';
import { registerNote } from '../../src/documents/domain/after-release.js';
import type { Amendment } from '../../src/documents/domain/register.js';
import { ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { RecallDocument } from '../../src/exchange/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import {
  BeginAmendment,
  DiscardAmendment,
  DiscardReply,
  KeepEvidence,
  SendReply,
  SubmitReply,
} from '../../src/tickets/index.js';
import { LifeOfATicket, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';
import { releasedLetter } from '../support/released-letter.js';
import { textOf } from '../support/web-visitor.js';
import { RELEASE_LETTER } from '../../src/signing/jobs/jobs.js';

const { clerk, officer, head, stranger, leader } = PARTIES;
const WRONG = {
  noi_dung_sai: 'Tại phần Nơi nhận đã ghi: “Trường THPT Nuí Voi”.',
  noi_dung_dung: 'Đính chính là: “Trường THPT Núi Voi”.',
};

let life: LifeOfATicket;
let original: string;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
  original = await releasedLetter(life.app, { id: life.id, incomingDocumentId: life.documentId });
  await life.app.work();
});
afterEach(() => life.end());

const begin = (as: Amendment, actor = officer) => life.get(BeginAmendment).begin(actor, original, as);
const draftOf = (id: string) => life.rows.findOneByOrFail(DraftEntity, { id });
const document = (id: string) => life.rows.findOneByOrFail(OutgoingDocumentEntity, { id });

/** Written, approved twice, submitted and signed: it waits for the registry. */
async function signed(draftId: string, written: object = {}): Promise<string> {
  const { fields, signerId, version } = await draftOf(draftId);
  await life.get(WriteDraft).save(officer, draftId, { fields: { ...fields, ...written }, signerId, version });
  await life.app.work();
  if ((await life.now()).evidence === null) await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
  await life.get(SendReply).send(officer, draftId);
  await life.get(ReviewDraft).approve(head, draftId, 'content');
  await life.get(ReviewDraft).approve(clerk, draftId, 'format');
  const requestId = await life.get(SubmitReply).submit(officer, draftId);
  await life.app.work();
  const { submittedSha256 } = await life.rows.findOneByOrFail(SignatureRequestEntity, { id: requestId });
  await life.app.setSignature(requestId, { state: 'verified', signedSha256: submittedSha256 });
  return requestId;
}

/** Numbered by the registry, sealed and proved, and released. @returns the id of its line */
async function released(requestId: string): Promise<string> {
  await life.get(NumberAndSeal).numberAndSeal(clerk, requestId);
  const { outgoingDocumentId } = await life.rows.findOneByOrFail(SignatureRequestEntity, { id: requestId });
  const id = outgoingDocumentId ?? '';
  const sealedSha256 = await life.get(FileStore).put(Buffer.from(`%PDF-1.7\n% ${requestId}\n%%EOF\n`));
  await life.app.setSignature(requestId, { state: 'sealed', sealedSha256 });
  await life.get(UnitOfWork).run(async (tx) => {
    await life.get(OutgoingRegister).markSealed(tx, SYSTEM, id, sealedSha256);
    const { draftId } = await tx.findOneByOrFail(SignatureRequestEntity, { id: requestId });
    await life.get(ReviewDraft).finish(tx, SYSTEM, draftId);
    await life.get(Outbox).enqueue(tx, RELEASE_LETTER.of({ requestId }));
  });
  await life.app.work();
  return id;
}

async function noteOf(id: string): Promise<string> {
  const line = await document(id);
  return registerNote(line, (await life.get(RegisterQueries).amendmentLinks([line])).of(line));
}

describe('rule 44: a correction, by công văn', () => {
  it('names number, symbol, date and abstract of the letter that it sets right, and is filled in as its kind asks', async () => {
    const id = await begin('correction');
    expect(await draftOf(id)).toMatchObject({
      ...{ template: 'cong-van-dinh-chinh', amendment: 'correction', amendsId: original, round: 1, state: 'editing' },
      fields: {
        trich_yeu: 'đính chính Công văn số 01/SGDĐT-GDTrH ngày 18/3/2026',
        van_ban_goc: expect.stringContaining('V/v trả lời phản ánh') as string,
        loi_ket: 'Các nội dung khác của Công văn số 01/SGDĐT-GDTrH ngày 18/3/2026 không thay đổi./.',
      },
    });
    const browser = await life.app.browserOf('ngoc');
    const page = textOf((await browser.get(`/du-thao/${id}`)).body);
    expect(page).toContain('Công văn đính chính, bản thảo 1');
    expect(page).toContain('Nội dung đính chính');
    expect(page).not.toContain('Kết quả xác minh');
    const revision = textOf((await browser.get(`/du-thao/${id}/ban/1`)).body);
    expect(revision).toContain('Công văn đính chính, bản thảo 1');
    expect(revision).toContain('Nội dung đính chính');
    expect(textOf((await browser.get(`/du-thao/${id}/so-sanh`)).body)).toContain('với bản 1, công văn đính chính');
    expect(textOf((await browser.get(`/van-ban-di/${original}`)).body)).toContain('Công văn đính chính: bản thảo 1');
  });

  it('goes out as a new document; both lines show the link, and the ticket stays answered', async () => {
    const before = await document(original);
    const correction = await released(await signed(await begin('correction'), WRONG));
    expect(await document(original)).toEqual(before);
    expect(await document(correction)).toMatchObject({ number: 2, amendment: 'correction', amendsId: original });
    expect(await noteOf(original)).toBe('Đính chính bởi 02/SGDĐT-GDTrH');
    expect(await noteOf(correction)).toBe('Đính chính 01/SGDĐT-GDTrH');
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1 });
    expect(await life.rows.findOneByOrFail(DispatchEntity, { outgoingDocumentId: correction })).toMatchObject({
      business: null,
    });
    const replies = await life.get(RegisterQueries).repliesInYears(2026);
    expect(replies.get(life.documentId)).toBe('01/SGDĐT-GDTrH, 18/03/2026');
    expect(await life.get(CheckRegister).check({ book: 'outgoing', year: 2026 })).toMatchObject({ accept: true });
  });
});

describe('rule 44: a replacement, by a document of the same kind', () => {
  it('begins with what the letter said, and says that it stands in its place', async () => {
    const { fields, ...draft } = await draftOf(await begin('replacement'));
    expect(draft).toMatchObject({ template: 'cong-van-tra-loi', amendment: 'replacement', amendsId: original });
    expect(fields).toMatchObject({
      bien_phap_xu_ly: expect.stringContaining('yêu cầu nhà trường dừng') as string,
      loi_ket: expect.stringContaining('thay thế Công văn số 01/SGDĐT-GDTrH ngày 18/3/2026') as string,
    });
  });

  it('tells the receivers of the letter that it falls away, and becomes the answer', async () => {
    const replacement = await released(await signed(await begin('replacement')));
    const sent = life.app.transport.sent.filter(({ kind }) => kind === 'document').at(-1);
    expect(new EdxmlCodec().read(sent?.bytes ?? Buffer.alloc(0)).message).toMatchObject({
      ...{ business: 'replace', codeNumber: '02', documentId: '000.00.03.H24,2026/03/18,02/SGDĐT-GDTrH' },
      businessDetail: {
        replaces: [{ documentId: '000.00.03.H24,2026/03/18,01/SGDĐT-GDTrH', organIds: ['000.00.22.H24'] }],
      },
    });
    expect(await noteOf(original)).toBe('Thay thế bởi 02/SGDĐT-GDTrH');
    expect(await noteOf(replacement)).toBe('Thay thế 01/SGDĐT-GDTrH');
    expect((await life.get(RegisterQueries).repliesInYears(2026)).get(life.documentId)).toBe(
      '02/SGDĐT-GDTrH, 18/03/2026',
    );
    const told = await life.rows.findBy(DispatchEntity, { aboutDocumentId: life.documentId, status: '06' });
    expect(told.map(({ description }) => description)).toContain(
      'Đã trả lời bằng văn bản số 02/SGDĐT-GDTrH (thay thế 01/SGDĐT-GDTrH).',
    );
    await expect(begin('correction')).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });
});

describe('rule 44: a letter is amended', () => {
  it.each([
    ['another unit', stranger, 'not-found'],
    ['the registry', clerk, 'forbidden'],
  ])('not by %s', async (_who, actor, code) => {
    await expect(begin('correction', actor)).rejects.toMatchObject({ code });
  });

  it('by one letter at a time', async () => {
    await begin('correction');
    await expect(begin('replacement')).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('by another, once the one that was being written is given up', async () => {
    const id = await begin('correction');
    const drop = (actor = officer) => life.get(DiscardAmendment).discard(actor, id);
    await expect(drop(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(drop(clerk)).rejects.toMatchObject({ code: 'forbidden' });
    await drop();
    expect(await draftOf(id)).toMatchObject({ state: 'withdrawn' });
    expect((await life.course()).at(0)).toMatchObject({ title: 'Bỏ dự thảo: Đính chính 01/SGDĐT-GDTrH' });
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1 });
    await expect(drop()).rejects.toMatchObject({ code: 'letter-under-way' });
    await expect(begin('replacement')).resolves.toMatch(/^[0-9a-f-]{36}$/u);
  });

  it('and given up on its page, by those who may write it', async () => {
    const id = await begin('correction');
    const [hers, theirs] = [await life.app.browserOf('ngoc'), await life.app.browserOf('vanthu')];
    expect((await theirs.get(`/du-thao/${id}`)).body).not.toContain(`/du-thao/${id}/bo"`);
    expect((await hers.get(`/du-thao/${id}`)).body).toContain(`/du-thao/${id}/bo"`);
    const page = textOf((await hers.follow(await hers.post(`/du-thao/${id}/bo`))).body);
    expect(page).toContain('Đã bỏ bản thảo; văn bản gốc giữ nguyên.');
    expect(page).toContain('Đính chính bằng công văn…');
    const reply = await life.rows.findOneByOrFail(DraftEntity, { caseId: life.id, state: 'done' });
    await expect(life.get(DiscardAmendment).discard(officer, reply.id)).rejects.toThrow(/bỏ ở trang của phiếu/u);
  });

  it('and given up no more once it is before its approver', async () => {
    const id = await begin('replacement');
    await life.app.work();
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    await life.get(SendReply).send(officer, id);
    await expect(life.get(DiscardAmendment).discard(officer, id)).rejects.toMatchObject({ code: 'letter-under-way' });
    await expect(life.get(DiscardReply).discard(officer, life.id)).rejects.toMatchObject({
      code: 'ticket-transition-refused',
    });
  });

  it('by a second correction, once the first has gone out', async () => {
    await released(await signed(await begin('correction'), WRONG));
    await expect(begin('correction')).resolves.toMatch(/^[0-9a-f-]{36}$/u);
  });

  it('not once it is recalled, even by what was signed before', async () => {
    const draftId = await begin('correction');
    const requestId = await signed(draftId, WRONG);
    await life.get(RecallDocument).propose(clerk, original, 'Gửi nhầm nơi nhận, phải thu hồi.');
    await life.get(RecallDocument).grant(leader, original);
    await expect(begin('replacement')).rejects.toMatchObject({ code: 'ticket-act-barred' });
    await expect(life.get(NumberAndSeal).numberAndSeal(clerk, requestId)).rejects.toMatchObject({
      code: 'signing-not-allowed',
    });
    expect(await draftOf(draftId)).toMatchObject({
      state: 'editing',
      returnReason: 'Văn bản số 01/SGDĐT-GDTrH mà công văn này đính chính, thay thế đã thu hồi.',
    });
    await life.get(DiscardAmendment).discard(officer, draftId);
    expect(await draftOf(draftId)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('rule 44: the ticket of a recalled document', () => {
  const recall = async (id: string): Promise<void> => {
    await life.get(RecallDocument).propose(clerk, id, 'Ghi sai nội dung, phải thu hồi.');
    await life.get(RecallDocument).grant(leader, id);
    await life.app.work();
  };

  it('stays answered when the correction alone is recalled, for the letter stands', async () => {
    await recall(await released(await signed(await begin('correction'), WRONG)));
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1 });
    expect((await life.now()).latest).toBe('Thu hồi văn bản; văn bản trả lời vẫn còn');
  });

  it('stays answered when a letter is recalled whose place another has taken', async () => {
    await released(await signed(await begin('replacement')));
    await recall(original);
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1 });
  });

  it('goes on when the letter is recalled that took the place of the first', async () => {
    await recall(await released(await signed(await begin('replacement'))));
    expect(await life.now()).toMatchObject({ cycle: 2 });
  });
});
