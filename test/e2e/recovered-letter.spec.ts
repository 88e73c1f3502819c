import { jest } from '@jest/globals';
import { CheckRegister, LostNumbers, OutgoingDocumentEntity, type LostNumber } from '../../src/documents/index.js';
import { ReconciliationDifferenceEntity } from '../../src/exchange/persistence/reconciliation.entities.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { LettersOf } from '../support/letters-of.js';
import { decideOrder } from '../support/order-of-acts.js';
import { SigningOffice } from '../support/signing-office.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const DAY = civilDate('2026-03-18');
const KNOWN: LostNumber = { year: 2026, number: 1, notation: 'SGDĐT-GDTrH', day: DAY, said: 'văn bản SGDĐT-GDTrH' };

/** Letters that left, by where number and date stand; made once, in an installation that is gone since. */
let office: SigningOffice;
let inFields: Buffer;
let printed: Buffer;
let signedAlone: Buffer;
let app: TestApp;
const { ticketInHand, ticketOf, begin } = new LettersOf(() => app);

async function sealedLetter(order: 'fields' | 'printed'): Promise<Buffer> {
  app = await TestApp.open();
  office.serve(app);
  if (order === 'printed') await decideOrder(app, 'numberThenSign');
  const letters = new LettersOf(() => app);
  await app.nest.get(SubmitReply).submit(await letters.actor('ngoc'), await letters.approved(await ticketInHand()));
  await app.work();
  const signed = await office.sign(app.desk.submitted.at(-1)!.file.content, NOW);
  if (order === 'printed') signedAlone = signed;
  const entry = { number: '01', issuedDate: DAY };
  const sealed = order === 'printed' ? office.seal(signed, NOW) : office.sealInFields(signed, entry, NOW);
  const pdf = await sealed;
  jest.restoreAllMocks();
  await app.close();
  return pdf;
}

beforeAll(async () => {
  office = await SigningOffice.open({ now: () => NOW });
  inFields = await sealedLetter('fields');
  printed = await sealedLetter('printed');
});
afterAll(() => office.close());

/** As a restore leaves the installation: the number is kept, the ticket open. */
beforeEach(async () => {
  app = await TestApp.open();
  office.serve(app);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const rows = () => app.nest.get(Database).reader.manager;
const line = () => rows().findOneByOrFail(OutgoingDocumentEntity, { year: 2026, number: 1 });

async function kept(known: LostNumber = KNOWN): Promise<string> {
  const lost = app.nest.get(LostNumbers, { strict: false });
  const to = { year: known.year, to: known.number };
  await app.nest.get(UnitOfWork).run((tx) => lost.fill(tx, 'outgoing', to, new Map([[known.number, known]])));
  const { id } = await rows().findOneByOrFail(OutgoingDocumentEntity, { year: known.year, number: known.number });
  return id;
}

const SAID = { typeName: 'Công văn', subject: 'V/v trả lời phản ánh', recipients: 'Như trên\nLưu: VT', ticketCode: '' };

async function bring(id: string, content: Buffer, said: Partial<typeof SAID> = {}): Promise<string> {
  const clerk = await app.browserOf('vanthu');
  await clerk.get(`/van-ban-di/${id}`);
  const file = { field: 'file', name: '01-SGDDT.pdf', content: Uint8Array.from(content) };
  return textOf(
    (await clerk.follow(await clerk.postFile(`/van-ban-di/${id}/dua-lai`, { ...SAID, ...said }, file))).body,
  );
}

const register = async () => {
  const { accept, voided, gaps } = await app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
  return { accept, voided, gaps };
};

describe('a letter released after the backup that was restored', () => {
  it('comes back under its number and date, closes its ticket and is known at the public look-up; nobody gets it twice', async () => {
    const ticket = await ticketOf(await ticketInHand());
    await begin(ticket.id);
    const id = await kept();
    await app.work();
    const sentBefore = app.transport.sent.length;
    const clerk = await app.browserOf('vanthu');
    const open = textOf((await clerk.get('/trao-doi/doi-chieu')).body);
    expect(open).toContain('Văn bản đi chờ đưa trở lại sổ');
    expect(open).toContain('Số đi 01 năm 2026 SGDĐT-GDTrH, ngày 18/03/2026');
    expect((await app.browser().get(`/tra-cuu?ma=${sha256Of(inFields)}`)).statusCode).toBe(404);

    expect(await bring(id, inFields, { ticketCode: ticket.code.toLowerCase() })).toContain('Đã đưa văn bản trở lại sổ');
    await app.work();
    expect(await line()).toMatchObject({
      ...{ id, state: 'released', notation: 'SGDĐT-GDTrH', issuedDate: '2026-03-18', signerName: 'Đỗ Quốc Khánh' },
      ...{ replyToId: ticket.incomingDocumentId, sealedSha256: sha256Of(inFields), voidReason: null, releasedAt: NOW },
      recipients: ['Như trên', 'Lưu: VT'],
    });
    expect(await register()).toEqual({ accept: true, voided: 0, gaps: [] });
    expect(await ticketOf(ticket.id)).toMatchObject({ state: 'answered', answerMode: 'letter', answeredAt: NOW });
    expect(app.transport.sent.slice(sentBefore)).toEqual([]);
    const found = textOf((await app.browser().get(`/tra-cuu?ma=${sha256Of(inFields)}`)).body);
    expect(found).toContain('Tệp này đúng là bản đã phát hành');
    expect(found).toContain('Hợp lệ khi phát hành: 4 trên 4 mục đạt');
    const page = await clerk.get(`/van-ban-di/${id}`);
    expect(textOf(page.body)).toContain('Đưa trở lại sổ từ tệp đã phát hành');
    expect((await clerk.get(`/tep/van-ban-di/${id}.pdf`)).rawPayload.equals(inFields)).toBe(true);
    expect(textOf((await clerk.get('/trao-doi/doi-chieu')).body)).not.toContain('chờ đưa trở lại sổ');
  });

  it('comes back where number and date were printed before signing, and nothing was known but the number', async () => {
    const id = await kept({ year: 2026, number: 1 });
    const difference = Object.assign(new ReconciliationDifferenceEntity(), {
      ...{ id: 'khac', name: 'unknownHere x', kind: 'unknownHere', direction: 'fromUs', subject: 'x', at: NOW },
      ...{ documentId: '000.00.03.H24,2026/03/18,01/SGDĐT-GDTrH', inboxId: null, dispatchId: null, facts: {} },
      ...{ sha256There: null, sha256Here: null, state: 'open', foundAt: NOW, reason: null, settledAt: null },
      settledByName: null,
    });
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(ReconciliationDifferenceEntity, difference));
    expect(await bring(id, printed)).toContain('Đã đưa văn bản trở lại sổ');
    expect(await line()).toMatchObject({ state: 'released', notation: 'SGDĐT-GDTrH', replyToId: null });
    expect(await register()).toMatchObject({ accept: true });
    expect(await rows().findOneBy(ReconciliationDifferenceEntity, { id: 'khac' })).toMatchObject({
      state: 'explained',
      settledByName: 'Phạm Minh Tuệ',
    });
    expect(await bring(id, printed)).toContain('Người khác vừa cập nhật trước');
  });

  it('is refused unless its own signatures, number and date fit the kept line, and then moves nothing', async () => {
    const id = await kept();
    const refusals = [
      [Buffer.concat([inFields, Buffer.from('\n% thêm')]), 'Chữ ký hợp lệ, phủ hết tệp'],
      [Buffer.from('%PDF-1.7\n%%EOF\n'), 'Chưa đưa lại được tệp này'],
      [signedAlone, 'Dấu của cơ quan: Chưa có chữ ký số của'],
    ] as const;
    for (const [file, why] of refusals) expect(await bring(id, file)).toContain(why);
    expect(await bring(id, inFields, { ticketCode: 'PAKN.20200101.9999' })).toContain('Không có phiếu mang mã này');
    app.clock.advance(60_000);
    const younger = await ticketOf(await ticketInHand());
    expect(await bring(id, inFields, { ticketCode: younger.code })).toContain(
      'Phiếu này đến sau khi văn bản đóng dấu, nên văn bản không thể trả lời phiếu.',
    );
    expect(await line()).toMatchObject({ state: 'voided', sealedSha256: null });
    const other = await kept({ ...KNOWN, number: 2 });
    expect(await bring(other, inFields)).toContain('Dòng này giữ số 2 năm 2026');
  });
});
