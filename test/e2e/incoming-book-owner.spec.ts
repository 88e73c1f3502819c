import { jest } from '@jest/globals';
import { CheckRegister, IncomingDocumentEntity } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { MessageTransport } from '../../src/exchange/ports/message-transport.port.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { decideIncomingOwner } from '../support/order-of-acts.js';
import { FEEDBACK } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestProgram } from '../support/test-program.js';
import { textOf } from '../support/web-visitor.js';

let there: AppAtOffice;
let clerk: TestBrowser;
beforeAll(async () => {
  there = await AppAtOffice.open();
  await decideIncomingOwner(there.app, 'eOffice');
});
beforeEach(async () => {
  clerk = await there.app.browserOf('vanthu');
});
afterAll(() => there.close());
afterEach(() => jest.restoreAllMocks());

const rows = () => there.app.nest.get(Database).reader.manager;

const lines = (): Promise<IncomingDocumentEntity[]> =>
  rows().find(IncomingDocumentEntity, { order: { year: 'ASC', arrivalNumber: 'ASC' } });

const check = () => there.app.nest.get(CheckRegister).check({ book: 'incoming', year: 2026 });

/** Feedback comes through the e-office, and what follows is done. @returns its line */
async function comes(): Promise<IncomingDocumentEntity> {
  const hotlineCode = await there.received();
  await there.app.work();
  const { incomingDocumentId: id } = await rows().findOneByOrFail(TicketEntity, { hotlineCode });
  return rows().findOneByOrFail(IncomingDocumentEntity, { id });
}

const register = async (): Promise<string> => textOf((await clerk.get('/so-van-ban/den')).body);

const WAITING = '/so-van-ban/den/cho-so';

async function enters({ id }: IncomingDocumentEntity, number: string, arrivalDate: string): Promise<string> {
  await clerk.get(`${WAITING}/${id}`);
  const answer = await clerk.post(`${WAITING}/${id}`, { number, arrivalDate, confirmed: '' });
  return textOf((await clerk.follow(answer)).body);
}

/** A document that the e-office numbered and that did not come through this system. */
async function entersOther(number: string): Promise<string> {
  await clerk.get('/so-van-ban/den');
  const answer = await clerk.post('/so-van-ban/den/van-ban-khac', {
    ...{ number, arrivalDate: '2026-03-18', senderName: 'Sở Tài chính', code: '88/STC-QLNS', confirmed: '' },
    ...{ issuedDate: '2026-03-16', typeName: 'Công văn', subject: 'lập dự toán năm 2027', handler: 'Phòng KHTC' },
  });
  return textOf((await clerk.follow(answer)).body);
}

describe('an incoming book that the e-office owns', () => {
  it('gives what comes its number and day, which stand in the register with their source', async () => {
    expect(await comes()).toMatchObject({ arrivalNumber: 1, arrivalDate: '2026-03-18', givenBy: { by: 'eOffice' } });
    expect(await register()).toContain('Số do hệ thống quản lý văn bản cấp');
    expect(await check()).toMatchObject({ accept: true, to: 1, givenThere: 1 });
  });

  it('gives the number under which its clerk entered the message before we fetched it', async () => {
    const { messageId } = (await there.robot('/api/feedback', FEEDBACK)) as { messageId: string };
    await there.robot(`/api/messages/${messageId}/arrival`);
    await there.app.nest.get(ReceivePending).receive();
    await there.app.work();
    expect((await lines()).find((line) => line.messageId === messageId)).toMatchObject({ arrivalNumber: 2 });
  });

  it('stops at a number that another document has, names it, and takes the one that is set right there', async () => {
    const first = await rows().findOneByOrFail(IncomingDocumentEntity, { arrivalNumber: 1 });
    await there.robot(`/api/arrivals/${first.eOfficeId ?? ''}`, { incomingNumber: '90' });
    await there.robot('/api/arrivals', { year: 2026, next: 1 });
    const waiting = await comes();
    expect(waiting).toMatchObject({ arrivalNumber: -1, givenBy: null });
    const said = `Số 01 đã thuộc về ${first.typeName} số ${first.code} của ${first.senderName}`;
    expect(waiting.numberProblem).toContain(said);
    expect(await register()).toMatch(/1 văn bản chờ số đến.*chờ số/u);
    expect(textOf((await clerk.get(WAITING)).body)).toContain(said);
    expect(await check()).toMatchObject({ accept: true, to: 2, awaiting: 1 });
    const program = await TestProgram.of(there.app, 'ngoc');
    const told = (await program.get('registers/incoming?year=2026')).body;
    expect(told).toMatchObject({ lines: [{ arrivalNumber: null }, { arrivalNumber: 2 }, { arrivalNumber: 1 }] });

    await there.robot(`/api/arrivals/${waiting.eOfficeId ?? ''}`, { incomingNumber: '3' });
    await clerk.get(`${WAITING}/${waiting.id}`);
    const asked = await clerk.follow(await clerk.post(`${WAITING}/${waiting.id}/hoi-lai`));
    expect(textOf(asked.body)).toContain('Đã hỏi lại hệ thống quản lý văn bản');
    await there.app.work();
    expect((await lines()).map(({ arrivalNumber }) => arrivalNumber)).toEqual([1, 2, 3]);
    expect(await check()).toMatchObject({ accept: true, to: 3, gaps: [] });
  });

  it('keeps ticket and clock going while the e-office is away, and is asked once it is back', async () => {
    await there.robot('/api/arrivals', { year: 2026, next: 4 });
    const hotlineCode = await there.received();
    await there.fails();
    await there.app.work();
    const ticket = await rows().findOneByOrFail(TicketEntity, { hotlineCode });
    expect(ticket.dueAt).toBeInstanceOf(Date);
    expect(textOf((await clerk.get(`/phieu/${ticket.id}`)).body)).toContain('Văn bản đến chờ số');
    await there.returns();
    there.app.clock.advance(3_600_000);
    expect(await there.unfinishedJobs()).toEqual([]);
    expect((await lines()).at(-1)).toMatchObject({ id: ticket.incomingDocumentId, arrivalNumber: 4 });
  });

  it('is followed by hand where it gives no numbers over the wire', async () => {
    const transport = there.app.nest.get(MessageTransport);
    const abilities = new Set([...transport.abilities].filter((ability) => ability !== 'numberIncoming'));
    jest.replaceProperty(transport, 'abilities', abilities);
    const waiting = await comes();
    expect(textOf((await clerk.get(WAITING)).body)).toContain('xem số, ngày đến ở đó rồi ghi vào đây');
    expect(await enters(waiting, '2', '2026-03-18')).toContain('Số 02 đã thuộc về');
    expect(await enters(waiting, '5/SGDĐT', '2026-03-18')).toContain('Ghi số đến bằng chữ số');
    expect(await enters(waiting, '5', '2024-12-31')).toContain('Ngày đến 31/12/2024 thuộc năm khác');
    expect(await enters(waiting, '5', '2026-12-31')).toContain('chưa tới');
    expect(await enters(waiting, '200', '2026-03-18')).toContain('bỏ qua 195 số. Xem lại số');
    const other = await there.app.browserOf('vanthu');
    await other.get(`${WAITING}/${waiting.id}`);
    expect(await enters(waiting, '5', '2026-03-18')).toContain('Đã ghi số đến vào sổ.');
    expect((await lines()).at(-1)).toMatchObject({
      ...{ arrivalNumber: 5, arrivalDate: civilDate('2026-03-18'), givenBy: { by: 'clerk', name: 'Phạm Minh Tuệ' } },
    });
    expect(await register()).toContain('Phạm Minh Tuệ ghi vào');
    const late = await other.follow(
      await other.post(`${WAITING}/${waiting.id}`, { number: '6', arrivalDate: '2026-03-18' }),
    );
    expect(late.statusCode).toBe(200);
    expect(textOf(late.body)).toMatch(/Người khác vừa cập nhật trước.*Văn bản đến số 5.*Phạm Minh Tuệ ghi vào/u);
    expect(textOf((await clerk.get(WAITING)).body)).toContain('Mọi văn bản đã có số đến.');
    expect(await check()).toMatchObject({ accept: true, to: 5, givenThere: 5 });
  });

  it('takes number and day of a paper at the counter, or lets it wait', async () => {
    const paper = {
      ...{ typeName: 'Công văn', subject: 'Kế hoạch cải cách hành chính', priority: '0', senderName: 'Sở Nội vụ' },
      ...{ senderCode: '', code: '41/SNV-CCHC', issuedDate: '2026-03-16', wroteBy: '', address: '', confirmed: '' },
    };
    const entersPaper = async (key: string, number: string): Promise<string> => {
      await clerk.get('/van-ban-den/moi');
      const said = { ...paper, key, number, arrivalDate: '2026-03-17' };
      return textOf((await clerk.follow(await clerk.post('/van-ban-den/moi', said))).body);
    };
    const key = '11111111-1111-4111-8111-111111111111';
    expect(await entersPaper(key, '5')).toContain('Số 05 đã thuộc về');
    expect(await entersPaper(key, '6')).toContain('Văn bản đến số 6');
    expect((await lines()).at(-1)).toMatchObject({ arrivalNumber: 6, arrivalDate: '2026-03-17' });
    expect(await check()).toMatchObject({ accept: true, to: 6 });
  });

  it('is filled with the numbers of others, so that the register has no gap', async () => {
    expect(await entersOther('5')).toContain('Số 05 đã thuộc về');
    expect(await entersOther('8')).toContain('Đã ghi văn bản vào sổ theo hệ thống quản lý văn bản.');
    expect(await register()).toContain('Chưa có dòng: số 7.');
    expect(await check()).toMatchObject({ accept: false, gaps: [7] });
    await entersOther('7');
    expect(await register()).toContain('Ghi theo hệ thống quản lý văn bản');
    expect(textOf((await clerk.get('/so-van-ban/theo-doi')).body)).toContain('Theo hệ thống quản lý văn bản');
    expect(await check()).toMatchObject({ accept: true, to: 8, givenThere: 8 });
  });

  it('goes on here with the next number, once the book is ours again', async () => {
    await decideIncomingOwner(there.app, 'here');
    expect(await comes()).toMatchObject({ arrivalNumber: 9, givenBy: null });
    expect(await check()).toMatchObject({ accept: true, to: 9, givenThere: 8 });
  });
});
