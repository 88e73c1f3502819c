import { jest } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { RegisterQueries, IncomingDocumentEntity } from '../../src/documents/index.js';
import { DraftQueries, ReviewDraft } from '../../src/drafting/index.js';
import { MakePage } from '../../src/drafting/application/make-page.js';
import { PdfMaker } from '../../src/drafting/ports/pdf-maker.port.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { SigningAuthorities, SigningAuthorityEntity } from '../../src/delegation/index.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PollSignatures } from '../../src/signing/index.js';
import { SignatureRequestEntity as Requests } from '../../src/signing/persistence/signing.entities.js';
import type { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { BeginReply, SubmitReply, WorkOnTicket } from '../../src/tickets/index.js';
import { aSigner } from '../support/a-signer.js';
import { TestApp } from '../support/test-app.js';
import { LettersOf } from '../support/letters-of.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
const letters = new LettersOf(() => app);
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});
const {
  actor,
  draftOf,
  ticketOf,
  titles,
  assign,
  ticketInHand,
  begin,
  save,
  writtenAndSent,
  approved,
  submitted,
  request,
  says,
} = letters;

describe('a ticket has one letter', () => {
  it('refuses a second one while the first is under way, and shows the first', async () => {
    const ticketId = await ticketInHand();
    const draftId = await begin(ticketId);
    await expect(begin(ticketId)).rejects.toMatchObject({ code: 'letter-under-way' });
    const officer = await app.browserOf('ngoc');
    await officer.get(`/phieu/${ticketId}`);
    const again = await officer.follow(await officer.post(`/phieu/${ticketId}/du-thao`));
    expect(textOf(again.body)).toContain('đã có công văn trả lời đang làm');
    const { body } = await officer.get(`/phieu/${ticketId}`);
    expect(body).toContain(`/du-thao/${draftId}`);
    expect(await app.nest.get(DraftQueries).ofCase(ticketId)).toHaveLength(1);
  });

  it('makes one of two that are begun at the same moment', async () => {
    const ticketId = await ticketInHand();
    const results = await Promise.allSettled([begin(ticketId), begin(ticketId), begin(ticketId)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is withdrawn, with a line, when the ticket goes to another unit before it is sent', async () => {
    const ticketId = await ticketInHand();
    const draftId = await begin(ticketId);
    await assign(ticketId, 'nui-voi', 'luc');
    expect((await draftOf(draftId)).state).toBe('withdrawn');
    expect(await titles(ticketId)).toContain('Rút bản thảo 1 khi giao đơn vị khác');
    await expect(save(draftId, 'ngoc')).rejects.toMatchObject({ code: 'forbidden' });

    const school = await actor('luc');
    await app.nest.get(WorkOnTicket).accept(school, ticketId);
    const second = await app.nest.get(BeginReply).begin(school, ticketId);
    expect((await draftOf(second)).unitId).toBe('nui-voi');
  });

  it('holds the ticket in its unit once it was sent for approval', async () => {
    const ticketId = await ticketInHand();
    const draftId = await begin(ticketId);
    await save(draftId, 'ngoc');
    await app.nest.get(ReviewDraft).send(await actor('ngoc'), draftId);
    await expect(assign(ticketId, 'nui-voi', 'luc')).rejects.toMatchObject({ code: 'letter-under-way' });
    expect((await ticketOf(ticketId)).leadUnitId).toBe('gdtrh');
  });

  it('has one page a revision: a second run that comes late changes nothing that may be approved', async () => {
    const draftId = await begin(await ticketInHand());
    await save(draftId, 'ngoc', { page: false });
    const prepare = jest.spyOn(app.nest.get(PdfMaker), 'prepare');
    prepare.mockImplementationOnce(() => setTimeout(500, { pdf: Buffer.from('another page'), places: [] }));
    prepare.mockResolvedValueOnce({ pdf: Buffer.from('the page'), places: [] });
    const run = { draftId, revision: '2' };
    const late = app.nest.get(MakePage, { strict: false }).handle(run);
    await setTimeout(100);
    await app.nest.get(MakePage, { strict: false }).handle(run);
    const { pdfSha256 } = await draftOf(draftId);
    await late;
    expect(prepare).toHaveBeenCalledTimes(2);
    expect(pdfSha256).not.toBeNull();
    expect((await draftOf(draftId)).pdfSha256).toBe(pdfSha256);
  });
});

describe('two approvals by two people who did not write', () => {
  it('lets no unit head approve what he saved last himself', async () => {
    const ticketId = await ticketInHand();
    const draftId = await begin(ticketId);
    await save(draftId, 'thang');
    const send = async (): Promise<void> => app.nest.get(ReviewDraft).send(await actor('ngoc'), draftId);
    await expect(send()).rejects.toMatchObject({ code: 'draft-approver-missing' });
    await app.nest.get(UnitOfWork).run(async (tx) => {
      const head = await tx.findOneByOrFail(StaffEntity, { id: 'thang' });
      await tx.insert(StaffEntity, Object.assign(head, { id: 'another-head', username: 'another-head' }));
    });
    await send();
    const approval = app.nest.get(ReviewDraft).approve(await actor('thang'), draftId, 'content');
    await expect(approval).rejects.toMatchObject({ code: 'draft-approver-same-person' });
  });

  it('lets nobody give both', async () => {
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(StaffEntity, { id: 'thang' }, { roles: ['unitHead', 'formatChecker'] }));
    const draftId = await writtenAndSent(await ticketInHand());
    const [head, review] = [await actor('thang'), app.nest.get(ReviewDraft)];
    await review.approve(head, draftId, 'content');
    await expect(review.approve(head, draftId, 'format')).rejects.toMatchObject({ code: 'draft-approver-same-person' });
    await review.approve(await actor('vanthu'), draftId, 'format');
    expect((await draftOf(draftId)).state).toBe('approved');
  });
});

describe('a letter at the e-office', () => {
  it('goes there only with the e-office’s own name of what it answers, the same at every try', async () => {
    const ticketId = await ticketInHand();
    const draftId = await approved(ticketId);
    const { incomingDocumentId: id } = await ticketOf(ticketId);
    const incoming = (await app.nest.get(RegisterQueries).incomingById(id))!;
    const mirrored = (eOfficeId: string | null) =>
      app.nest.get(UnitOfWork).run((tx) => tx.update(IncomingDocumentEntity, { id }, { eOfficeId }));
    await mirrored(null);
    await app.nest.get(SubmitReply).submit(await actor('ngoc'), draftId);
    await app.work();
    expect(app.desk.submitted).toEqual([]);
    await mirrored(incoming.eOfficeId);
    app.clock.advance(3_600_000);
    await app.work();
    expect(app.desk.submitted.map(({ replyToIncomingId }) => replyToIncomingId)).toEqual([incoming.eOfficeId]);
  });

  it('is taken back from the leader’s desk when its submission is given up', async () => {
    const desk: SigningDesk = app.desk;
    const cancel = jest.spyOn(desk, 'cancel').mockRejectedValue(new OutsideRefused('EO-NOT-FOUND', 'Không có.'));
    jest.spyOn(app.desk, 'submit').mockRejectedValueOnce(new OutsideRefused('EO-CONFLICT', 'Nội dung khác.'));
    const { state, clientRequestId } = await submitted();
    expect(state).toBe('failed');
    expect(cancel.mock.calls.map(([id]) => id)).toEqual([clientRequestId]);
  });

  it('tells its author and the registry why the e-office refuses it, wherever they look', async () => {
    const why = 'Phần tử recipient có nội dung mà hợp đồng không cho phép.';
    jest.spyOn(app.desk, 'submit').mockRejectedValueOnce(new OutsideRefused('EO-VALIDATION', why));
    const { draftId, caseId, state } = await submitted();
    expect(state).toBe('failed');
    const [officer, clerk] = [await app.browserOf('ngoc'), await app.browserOf('vanthu')];
    const reads = async (browser: typeof officer, path: string) => textOf((await browser.get(path)).body);
    for (const browser of [officer, clerk])
      expect(await reads(browser, '/thong-bao')).toContain(`không trình ký được: ${why}`);
    expect(await reads(officer, '/trinh-ky')).toContain(
      '1 văn bản hệ thống quản lý văn bản không nhận, đã về người soạn',
    );
    expect(await reads(officer, `/du-thao/${draftId}`)).toContain(`Hệ thống quản lý văn bản không nhận: ${why}`);
    expect(await reads(officer, `/phieu/${caseId}`)).toContain('Hệ thống quản lý văn bản không nhận bản trình ký');
    const exchange = await reads(clerk, '/trao-doi');
    for (const words of [
      '1 giao dịch gửi không thành công đã dừng',
      'Trình ký qua hệ thống quản lý văn bản',
      why,
      'có việc không thành công',
    ])
      expect(exchange).toContain(words);
  });

  it('is asked for, however many wait before it', async () => {
    const first = await submitted();
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (let at = 1; at <= 205; at += 1) {
        await tx.insert(
          Requests,
          Object.assign(new Requests(), first, { id: `r-${at}`, clientRequestId: `SGDDT-${at}` }),
        );
      }
    });
    const desk: SigningDesk = app.desk;
    const states = jest.spyOn(desk, 'states');
    await app.nest.get(PollSignatures).poll();
    const asked = states.mock.calls.map(([ids]) => ids);
    expect(asked.map((ids) => ids.length)).toEqual([100, 100, 6]);
    expect(asked.flat()).toContain(first.clientRequestId);
  });

  it('waits for the file when the news comes without it', async () => {
    const letter = await submitted();
    says(letter, { status: 'signed', revision: 3 });
    await app.nest.get(PollSignatures).poll();
    expect((await request(letter.id)).state).toBe('submitted');
    says(letter, { status: 'signed', revision: 3, signedFile: { fileId: 'cong-van', sha256: 'a' } });
    await app.nest.get(PollSignatures).poll();
    expect((await request(letter.id)).state).toBe('signed');
  });
});

describe('the order of things', () => {
  it('tells a ticket’s course in the order of happening, however short the time between', async () => {
    const ticketId = await ticketInHand();
    await begin(ticketId);
    expect(await titles(ticketId)).toEqual([
      'Bắt đầu dự thảo công văn trả lời',
      'Phòng Giáo dục Trung học nhận việc',
      'Giao Phòng Giáo dục Trung học chủ trì',
      'Nhận từ Tổng đài 1022',
    ]);
  });

  it('names those who may sign a deputy first, then by name', async () => {
    const head = { username: 'a-phuc', fullName: 'Đặng Vĩnh Phúc', position: 'Giám đốc' };
    const deputy = { username: 'z-nguyet', fullName: 'Bùi Thị Nguyệt', position: 'Phó Giám đốc' };
    await app.nest.get(UnitOfWork).run(async (tx) => {
      const khanh = await tx.findOneByOrFail(StaffEntity, { id: 'khanh' });
      for (const person of [head, deputy])
        await tx.insert(StaffEntity, Object.assign(new StaffEntity(), khanh, person, { id: person.username }));
      await tx.insert(SigningAuthorityEntity, [aSigner(head.username, 'head'), aSigner(deputy.username, 'KT')]);
    });
    const signers = await app.nest
      .get(SigningAuthorities, { strict: false })
      .signersOf({ template: 'cong-van-tra-loi', unitId: 'gdtrh' });
    const names = signers.map(({ person }) => person.fullName);
    expect(names).toEqual(['Đỗ Quốc Khánh', 'Bùi Thị Nguyệt', 'Đặng Vĩnh Phúc']);
  });

  it('shows an administrator no ticket of his unit, in no list', async () => {
    const { id, code } = await app.receive();
    await app.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: 'luc' }, { unitId: 'van-phong' }));
    await assign(id, 'van-phong', 'luc');
    const administrator = await app.browserOf('quantri');
    expect((await administrator.get('/tim-kiem?tim=hoc+them')).body).not.toContain(code);
    expect((await (await app.browserOf('luc')).get('/tim-kiem?tim=hoc+them')).body).toContain(code);
  });
});
