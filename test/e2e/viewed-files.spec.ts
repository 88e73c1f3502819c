import { randomUUID } from 'node:crypto';
import { RegisterQueries } from '../../src/documents/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { KeepEvidence } from '../../src/tickets/index.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import { LifeOfATicket, PARTIES, PDF } from '../support/life-of-a-ticket.js';
import { jpegOf } from '../support/picture-writer.js';
import { releasedLetter } from '../support/released-letter.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const PEOPLE = ['vanthu', 'ngoc', 'thang', 'luc', 'khanh', 'giamsat', 'quantri'] as const;
const PHOTO = { name: 'ảnh sân trường.jpg', contentType: 'image/jpeg', content: jpegOf(4000, 3000) };
const LETTER = { name: 'đơn.pdf', contentType: 'application/pdf', content: PDF };
const PAGES = '/trang/1.jpg';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(() => app.close());

async function attachmentsOf(ticket: { readonly incomingDocumentId: string }): Promise<Record<string, string>> {
  const files = await app.nest.get(RegisterQueries).filesOf(ticket.incomingDocumentId);
  return Object.fromEntries(files.map(({ name, id }) => [name, id]));
}

/** What each person is answered where the file is downloaded, where it is shown, and where its first page is. */
async function answersTo(download: string, view: string): Promise<Record<string, readonly number[]>> {
  const answers: [string, readonly number[]][] = [];
  for (const username of PEOPLE) {
    const browser = await app.browserOf(username);
    const codes: number[] = [];
    for (const path of [download, view, view + PAGES]) codes.push((await browser.get(path)).statusCode);
    answers.push([username, codes]);
  }
  return Object.fromEntries(answers);
}

const unlike = (answers: Record<string, readonly number[]>): readonly string[] =>
  Object.entries(answers).flatMap(([who, codes]) => (new Set(codes).size === 1 ? [] : [`${who}: ${codes.join(' ')}`]));
const seenBy = (answers: Record<string, readonly number[]>): readonly string[] =>
  Object.entries(answers).flatMap(([who, codes]) => (codes[0] === 200 ? [who] : []));

describe('a file shown in a page', () => {
  it('is seen by those who may download it, and by nobody else: what came with a ticket', async () => {
    const ticket = await app.receive({}, [PHOTO, LETTER]);
    const files = await attachmentsOf(ticket);
    for (const { name } of [PHOTO, LETTER]) {
      const id = files[name] ?? '';
      const answers = await answersTo(`/tep/van-ban/${id}`, `/xem/van-ban/${id}`);
      expect({ unlike: unlike(answers), seen: seenBy(answers).includes('vanthu') }).toEqual({ unlike: [], seen: true });
      expect(seenBy(answers).filter((who) => who === 'luc' || who === 'quantri')).toEqual([]);
    }
  });

  it('is not there for the unit complained about, as its download is not', async () => {
    const ticket = await app.receive({}, [PHOTO]);
    await app.nest
      .get(UnitOfWork)
      .run((tx) =>
        tx.update(
          TicketEntity,
          { id: ticket.id },
          { state: 'verifying', leadUnitId: 'gdtrh', officerId: 'ngoc', complainedUnitId: 'nui-voi' },
        ),
      );
    const id = (await attachmentsOf(ticket))[PHOTO.name] ?? '';
    const answers = await answersTo(`/tep/van-ban/${id}`, `/xem/van-ban/${id}`);
    expect(seenBy(answers)).toEqual(expect.arrayContaining(['vanthu', 'ngoc']));
    expect({ unlike: unlike(answers), seen: seenBy(answers).includes('luc') }).toEqual({ unlike: [], seen: false });
  });

  it('is a letter that left, and the file of its signing, for those who see what it answers', async () => {
    const ticket = await app.receive();
    const outgoing = await releasedLetter(app, ticket);
    const requests = app.nest.get(Database).reader.getRepository(SignatureRequestEntity);
    const { id: request } = await requests.findOneByOrFail({ outgoingDocumentId: outgoing });
    const roads = [
      [`/tep/van-ban-di/${outgoing}.pdf`, `/xem/van-ban-di/${outgoing}`],
      [`/tep/trinh-ky/${request}/ban-dau.pdf`, `/xem/ban-dau/${request}`],
      [`/tep/trinh-ky/${request}/ban-ky.pdf`, `/xem/ban-ky/${request}`],
      [`/tep/van-ban-di/${outgoing}/phu-luc/none`, `/xem/phu-luc/${outgoing}~none`],
    ] as const;
    const answers = [];
    for (const [download, view] of roads) answers.push(await answersTo(download, view));
    expect(answers.flatMap(unlike)).toEqual([]);
    expect(answers.map((one) => [seenBy(one).includes('vanthu'), seenBy(one).includes('luc')])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  it('is offered where it is listed, beside its download', async () => {
    const note = {
      name: 'ghi chú.txt',
      contentType: 'text/plain',
      content: Buffer.from('Kính gửi Sở Giáo dục và Đào tạo'),
    };
    const ticket = await app.receive({}, [PHOTO, note]);
    const id = (await attachmentsOf(ticket))[PHOTO.name] ?? '';
    const { body } = await (await app.browserOf('vanthu')).get(`/phieu/${ticket.id}`);
    expect(body).toContain(`href="/xem/van-ban/${id}" data-view`);
    expect(body).toContain(`href="/tep/van-ban/${id}"`);
    expect(textOf(body)).toMatch(/ghi chú\.txt \d+ byte, chỉ tải về/u);
  });

  it('comes as pictures that we made, kept by no cache, and no further than its pages', async () => {
    const ticket = await app.receive({}, [LETTER]);
    const id = (await attachmentsOf(ticket))[LETTER.name] ?? '';
    const clerk = await app.browserOf('vanthu');
    const page = await clerk.get(`/xem/van-ban/${id}`);
    expect(textOf(page.body)).toContain('2 trang');
    expect(page.body).toContain(`src="/xem/van-ban/${id}/trang/2.jpg"`);
    const { headers } = await clerk.get(`/xem/van-ban/${id}/trang/2.jpg`);
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' });
    const codes = [];
    for (const path of [`/xem/van-ban/${id}/trang/3.jpg`, `/xem/van-ban/${id}/trang/0.jpg`, `/xem/khac/${id}`])
      codes.push((await clerk.get(path)).statusCode);
    expect(codes).toEqual([404, 404, 422]);
  });

  it('is written down as opened, also by who asks for a page of it alone', async () => {
    const ticket = await app.receive({}, [LETTER]);
    const id = (await attachmentsOf(ticket))[LETTER.name] ?? '';
    await (await app.browserOf('vanthu')).get(`/xem/van-ban/${id}/trang/1.jpg`);
    const lines = app.nest.get(Database).reader.getRepository(JournalEntryEntity);
    expect(await lines.countBy({ action: 'ticket.fileRead', objectId: id })).toBe(1);
  });
});

describe('a letter that is about to leave', () => {
  it('shows its first page to who may release it, and to nobody else', async () => {
    const ticket = await app.receive();
    const signedSha256 = await app.nest.get(FileStore).put(PDF);
    const id = randomUUID();
    const letter = Object.assign(new SignatureRequestEntity(), {
      ...{ id, caseId: ticket.id, clientRequestId: id, draftId: randomUUID(), draftRevision: 1, remoteRevision: 0 },
      ...{ caseKind: 'ticket' as const, subject: 'trả lời kiến nghị', notation: 'SGDĐT-GDTrH', keeper: 'VT' },
      ...{ state: 'verified' as const, recipients: [], createdAt: app.clock.now(), version: 1 },
      ...{ leaderId: 'khanh', leaderName: 'Đỗ Quốc Khánh', leaderCode: 'KHANH' },
      ...{ submittedById: 'ngoc', submittedSha256: 'a'.repeat(64), signedSha256 },
    });
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(SignatureRequestEntity, letter));
    const page = `/xem/ban-ky/${id}/trang/1.jpg`;
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/so-van-ban/di')).body).toContain(`src="${page}"`);
    expect((await clerk.get(page)).headers['content-type']).toBe('image/jpeg');
    expect((await (await app.browserOf('ngoc')).get('/so-van-ban/di')).body).not.toContain(page);
  });
});

describe('a file that cannot be shown', () => {
  it.each([
    ['HEIC', 'anh.heic', isoFile('heic'), 'Ảnh HEIC của điện thoại chưa xem được ở đây.'],
    ['a video', 'phim.mp4', isoFile('isom'), 'Đoạn phim không xem được ở đây.'],
    ['a locked PDF', 'khoa.pdf', Buffer.concat([PDF, Buffer.from('%/Encrypt\n')]), 'có thể bị hỏng hoặc đặt mật khẩu'],
  ])('says so and is offered for download: %s', async (_what, name, content, words) => {
    const life = await LifeOfATicket.begin();
    try {
      await life.inHand();
      await life.get(KeepEvidence).add(PARTIES.officer, life.id, [{ name, content }]);
      const [file] = await life.rows.findBy(TicketFileEntity, { ticketId: life.id });
      const browser = await life.app.browserOf('ngoc');
      const { body, statusCode } = await browser.get(`/xem/tai-lieu/${file?.id ?? ''}`);
      expect([statusCode, textOf(body).includes(words)]).toEqual([200, true]);
      expect(body).toContain(`href="/tep/tai-lieu/${file?.id ?? ''}"`);
      expect((await browser.get(`/xem/tai-lieu/${file?.id ?? ''}/trang/1.jpg`)).statusCode).toBe(404);
    } finally {
      await life.end();
    }
  });
});

/** A file of ISO base media by its first box; its picture has a size. */
function isoFile(brand: string): Buffer<ArrayBuffer> {
  const box = (kind: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length + 8);
    return Buffer.concat([length, Buffer.from(kind), content]);
  };
  const size = Buffer.from([0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 30]);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0`)),
    box('meta', Buffer.concat([Buffer.alloc(4), properties])),
  ]);
}
