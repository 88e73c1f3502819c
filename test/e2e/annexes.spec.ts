import { jest } from '@jest/globals';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { ReviewDraft } from '../../src/drafting/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { LetterSealed } from '../../src/signing/application/numbering/letter-sealed.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { AgencyPen, unsignedPdf } from '../support/agency-pen.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
let pen: AgencyPen;
let pdf: Buffer;
let officer: TestBrowser;
let draftId: string;
let here: string;
const letters = new LettersOf(() => app);
const { actor, request } = letters;

beforeAll(async () => {
  [pen, pdf] = [await AgencyPen.open(), await unsignedPdf(501)];
});
afterAll(() => pen.close());
beforeEach(async () => {
  app = await TestApp.open();
  draftId = await letters.begin(await letters.ticketInHand());
  await letters.save(draftId, 'ngoc');
  here = `/du-thao/${draftId}`;
  officer = await app.browserOf('ngoc');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const version = async () => String((await letters.draftOf(draftId)).version);

async function bring(name: string, content: Buffer): Promise<string> {
  await officer.get(here);
  const file = { field: 'files', name, content: new Uint8Array(content) };
  const answer = await officer.postFile(`${here}/phu-luc`, { version: await version(), reason: '' }, file);
  return textOf((await officer.follow(answer)).body);
}

/** Approved, signed, numbered and sealed; its annexes are waited for. */
async function sealed(): Promise<string> {
  await letters.sendOn(draftId);
  await app.nest.get(ReviewDraft).approve(await actor('thang'), draftId, 'content');
  await app.nest.get(ReviewDraft).approve(await actor('vanthu'), draftId, 'format');
  const id = await app.nest.get(SubmitReply).submit(await actor('ngoc'), draftId);
  await app.work();
  await app.setSignature(id, { state: 'verified', signedSha256: (await request(id)).submittedSha256 });
  await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), id);
  const sealedSha256 = await app.nest.get(FileStore).put(Buffer.from('%PDF-1.7 sealed'));
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const proof = { lines: [], passed: true, verdict: 'valid', signedAt: null };
    await app.nest.get(LetterSealed).proved(tx, await request(id), { sealedSha256, proof });
  });
  await app.work();
  return id;
}

describe('annexes that are files of their own, in the browser', () => {
  it('are added and removed on the page of the draft, each time as a revision', async () => {
    expect(textOf((await officer.get(here)).body)).toContain('Thêm phụ lục…');
    const added = await bring('Bảng thu chi.pdf', pdf);
    expect(added).toContain('Đã thêm phụ lục thành một bản mới.');
    expect(added).toContain('Bảng thu chi.pdf');
    const annex = await officer.get(`${here}/ban/3/phu-luc/1.pdf`);
    expect([annex.statusCode, annex.rawPayload.equals(pdf)]).toEqual([200, true]);
    expect((await officer.get(`${here}/ban/3/phu-luc/2.pdf`)).statusCode).toBe(404);

    const refused = await bring('ghi-chu.docx', Buffer.from('PK'));
    expect(refused).toContain('Phụ lục là tệp PDF phiên bản 1.4 trở lên');

    await app.work();
    const form = { version: await version(), position: '1', reason: '' };
    const removed = textOf((await officer.follow(await officer.post(`${here}/bo-phu-luc`, form))).body);
    expect(removed).toContain('Đã bỏ phụ lục');
    expect(removed).not.toContain('Bỏ phụ lục…');
    const compared = (await officer.get(`${here}/so-sanh?tu=3&den=4`)).body;
    expect(compared).toMatch(/<del>[^]*?Bảng thu chi\.pdf/u);
    expect(textOf((await officer.get(`${here}/ban/3`)).body)).toContain('Bảng thu chi.pdf');
  });

  it('are closed to a person who may not see the letter', async () => {
    await bring('bang.pdf', pdf);
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`${here}/ban/3/phu-luc/1.pdf`)).statusCode).toBe(404);
    const form = { version: await version(), position: '1', reason: '' };
    await stranger.post(`${here}/bo-phu-luc`, form);
    expect((await letters.draftOf(draftId)).revision).toBe(3);
  });

  it('stop the release where the agency did not sign one, until the clerk orders it again; then they lie with the document', async () => {
    await pen.signFor(app, { unsigned: ['bang.pdf'] });
    await bring('bang.pdf', pdf);
    await app.work();
    const id = await sealed();
    const clerk = await app.browserOf('vanthu');
    const stopped = textOf((await clerk.get(`/so-van-ban/di?phat-hanh=${id}`)).body);
    expect(stopped).toContain('Ký số của cơ quan lên 1 phụ lục');
    expect(stopped).toContain('Phụ lục “bang.pdf”: Đúng tệp đã gửi ký');
    expect(textOf((await clerk.get(`/trinh-ky/${id}`)).body)).toContain('bang.pdf · cơ quan chưa ký');

    jest.restoreAllMocks();
    await pen.signFor(app);
    await clerk.get(`/so-van-ban/di?phat-hanh=${id}`);
    await clerk.post(`/phat-hanh/${id}/dong-dau-lai`);
    await app.work();
    expect((await request(id)).state).toBe('released');
    expect(textOf((await clerk.get(`/trinh-ky/${id}`)).body)).toContain('bang.pdf · cơ quan đã ký số');

    const [outgoing] = await app.nest.get(Database).reader.manager.find(OutgoingDocumentEntity);
    const page = (await officer.get(`/van-ban-di/${outgoing!.id}`)).body;
    expect(textOf(page)).toContain('Ký số phụ lục, kiểm tra đạt');
    const [href = ''] = /\/tep\/van-ban-di\/[^"]+\/phu-luc\/[^"]+/u.exec(page) ?? [];
    const file = await officer.get(href);
    expect([file.statusCode, file.rawPayload.subarray(0, pdf.length).equals(pdf)]).toEqual([200, true]);
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(href)).statusCode).toBe(404);
  });
});
