import { jest } from '@jest/globals';
import { EnterPaper } from '../../src/correspondence/index.js';
import { CheckRegister, CloseRegister, IncomingDocumentEntity, LostNumbers } from '../../src/documents/index.js';
import { RegisterRows } from '../../src/documents/application/register-rows.js';
import { wholeYear } from '../../src/documents/domain/register-span.js';
import { ClerkTasks } from '../../src/exchange/application/incoming/clerk-tasks.js';
import { MirrorIncoming } from '../../src/exchange/application/incoming/mirror-incoming.js';
import { AskArrivalNumber, EnterArrivalNumber } from '../../src/exchange/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketSearchEntity } from '../../src/tickets/persistence/search.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { decideIncomingOwner } from '../support/order-of-acts.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.open();
  await decideIncomingOwner(app, 'eOffice');
});
afterEach(() => app.close());

const stored = () => app.nest.get(Database).reader.manager;

const line = (id: string): Promise<IncomingDocumentEntity> => stored().findOneByOrFail(IncomingDocumentEntity, { id });

const check = (year = 2026) => app.nest.get(CheckRegister).check({ book: 'incoming', year });

const types = (id: string, number: string, arrivalDate = '2026-03-18'): Promise<void> =>
  app.nest.get(EnterArrivalNumber).enter(PARTIES.clerk, id, { number, arrivalDate, confirmed: '' });

/** Number and notes of each line, as the register is printed and exported. */
async function printed(): Promise<readonly (readonly (string | undefined)[])[]> {
  const lines: (readonly (string | undefined)[])[] = [];
  for await (const page of app.nest.get(RegisterRows).of(wholeYear('incoming', 2026)))
    lines.push(...page.map(({ cells }) => [cells[1], cells.at(-1)]));
  return lines;
}

/** This e-office gives no numbers over the wire. */
function byHand(): void {
  const abilities = [...app.transport.abilities].filter((ability) => ability !== 'numberIncoming');
  Object.assign(app.transport, { abilities: new Set(abilities) });
}

describe('a book of incoming documents that the e-office owns', () => {
  it('gives number and day over the wire; they stand in the register with their source', async () => {
    app.transport.arrivals.next = '512';
    const { incomingDocumentId } = await app.receive();
    expect(await line(incomingDocumentId)).toMatchObject({
      ...{ arrivalNumber: 512, arrivalDate: civilDate('2026-03-18'), givenBy: { by: 'eOffice' }, eOfficeId: 'IN-1' },
    });
    const { chain, awaiting, flaws } = await check();
    expect({ chain, awaiting }).toEqual({ chain: 'intact', awaiting: undefined });
    expect(new Set(flaws.map(({ code }) => code))).toEqual(new Set(['number-missing']));
  });

  it('lets ticket and clock begin while the number is awaited, and is told of without one', async () => {
    byHand();
    const { incomingDocumentId, dueAt } = await app.receive();
    expect(dueAt).toBeInstanceOf(Date);
    expect(await line(incomingDocumentId)).toMatchObject({ arrivalNumber: -1, givenBy: null, eOfficeId: '' });
    const told = await stored().findOneByOrFail(DispatchEntity, { status: '03' });
    expect(told.description).toBe('Đã vào Sổ văn bản đến.');
    expect(await check()).toMatchObject({ accept: true, awaiting: 1, to: 0 });

    await types(incomingDocumentId, '1');
    expect(await line(incomingDocumentId)).toMatchObject({
      ...{ arrivalNumber: 1, givenBy: { by: 'clerk', name: 'vanthu' }, eOfficeId: '' },
    });
    expect(await check()).toMatchObject({ accept: true, to: 1, present: 1, givenThere: 1 });
  });

  it('lets its ticket be found by the number once it is known, and not by the place that it kept', async () => {
    byHand();
    const { id: ticketId, incomingDocumentId } = await app.receive();
    const words = async (): Promise<readonly string[]> =>
      (await stored().findOneByOrFail(TicketSearchEntity, { ticketId })).codeWords.trim().split(' ');
    const before = await words();
    await types(incomingDocumentId, '17');
    await app.work();
    expect(new Set(await words())).toEqual(new Set([...before, '17']));
  });

  it('changes nothing that a person may be deciding of the ticket when the number comes', async () => {
    byHand();
    const { id, version, incomingDocumentId } = await app.receive();
    await types(incomingDocumentId, '17');
    await app.work();
    expect((await stored().findOneByOrFail(TicketEntity, { id })).version).toBe(version);
  });

  it('takes no number twice: the second stops, with the document that has it, and nothing is lost', async () => {
    const first = await app.receive();
    app.transport.arrivals.next = '1';
    const second = await app.receive();
    const holder = 'đã thuộc về';
    const stopped = await line(second.incomingDocumentId);
    expect(stopped).toMatchObject({ arrivalNumber: -1, numberProblem: expect.stringContaining(holder) as string });
    expect((await stored().find(NoticeEntity)).some(({ words }) => words.includes('chưa có số đến'))).toBe(true);
    await expect(types(second.incomingDocumentId, '1')).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await check()).toMatchObject({ accept: true, present: 1, awaiting: 1 });

    app.transport.arrivals.setRight('1', '2');
    await app.nest.get(AskArrivalNumber).ask(PARTIES.clerk, second.incomingDocumentId);
    await app.work();
    expect(await line(first.incomingDocumentId)).toMatchObject({ arrivalNumber: 1 });
    expect(await line(second.incomingDocumentId)).toMatchObject({ arrivalNumber: 2, numberProblem: null });
    expect(await check()).toMatchObject({ accept: true, present: 2 });
  });

  it('names in no notice who wrote a paper whose number stopped, or has that number', async () => {
    const entered = async (at: number, senderName: string): Promise<void> => {
      app.transport.arrivals.next = '1';
      await app.nest.get(EnterPaper).enter(PARTIES.clerk, {
        key: `${String(at).repeat(8)}-1111-4111-8111-111111111111`,
        paper: {
          ...{ senderCode: '', senderName, code: '', issuedDate: civilDate('2026-03-16'), typeName: 'Đơn' },
          ...{ subject: 'Xin xác nhận hồ sơ', priority: 0, person: { wroteBy: 'inPerson', address: '' } },
        },
        files: [],
      });
      await app.work();
    };
    await entered(1, 'Lò Thị Mai');
    await entered(2, 'Vàng A Sử');
    const stopped = await stored().findOneByOrFail(IncomingDocumentEntity, { senderName: 'Vàng A Sử' });
    expect(stopped.numberProblem).toContain('Lò Thị Mai');
    const words = (await stored().find(NoticeEntity)).map((notice) => notice.words).join(' ');
    expect(words).toContain('Đơn chưa có số đến');
    expect(words).not.toMatch(/Lò Thị Mai|Vàng A Sử/u);
  });

  it('is printed and exported with what waits at its end, and is not closed before that has its number', async () => {
    byHand();
    const waiting = await app.receive();
    const numbered = await app.receive();
    await types(numbered.incomingDocumentId, '7');
    expect(await printed()).toEqual([
      ['7', 'Số do hệ thống quản lý văn bản cấp, vanthu ghi vào'],
      ['chờ số', ''],
    ]);

    app.clock.set('2027-01-04T02:00:00.000Z');
    const close = app.nest.get(CloseRegister).close(PARTIES.clerk, { book: 'incoming', year: 2026 });
    await expect(close).rejects.toMatchObject({ code: 'register-not-whole' });
    expect((await line(waiting.incomingDocumentId)).year).toBe(2026);
  });

  it('takes what waited over the turn of the year into the book of the year in which it was numbered', async () => {
    byHand();
    const { incomingDocumentId } = await app.receive();
    app.clock.set('2027-01-04T02:00:00.000Z');
    await types(incomingDocumentId, '3', '2027-01-04');
    expect(await line(incomingDocumentId)).toMatchObject({ year: 2027, arrivalNumber: 3 });
    expect(await check(2026)).toMatchObject({ accept: true, to: 0, present: 0 });
    expect(await check(2027)).toMatchObject({ chain: 'intact', present: 1, gaps: [1, 2] });
  });

  it('keeps no line for a number that it gave before a restore, for that may be any document’s', async () => {
    const known = new Map([[3, { year: 2026, number: 3 }]]);
    const filled = app.nest
      .get(UnitOfWork)
      .run((tx) => app.nest.get(LostNumbers).fill(tx, 'incoming', { year: 2026, to: 4 }, known));
    expect(await filled).toBe(0);
    expect(await check()).toMatchObject({ to: 4, present: 0, gaps: [1, 2, 3, 4] });
  });

  it('is asked for what came while it could not be asked', async () => {
    const { abilities } = app.transport;
    byHand();
    const { incomingDocumentId } = await app.receive();
    const ask = () => app.nest.get(AskArrivalNumber).ask(PARTIES.clerk, incomingDocumentId);
    await expect(ask()).rejects.toMatchObject({ code: 'forbidden' });
    Object.assign(app.transport, { abilities });
    await ask();
    await app.work();
    expect(await line(incomingDocumentId)).toMatchObject({ arrivalNumber: 1, eOfficeId: 'IN-1' });
    await expect(ask()).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('is not told its own number by a job that another worker has done', async () => {
    const { incomingDocumentId } = await app.receive();
    const entered = jest.spyOn(app.transport, 'registerIncoming');
    await app.nest.get(MirrorIncoming).handle({ incomingDocumentId });
    expect(entered).not.toHaveBeenCalled();
    expect(await line(incomingDocumentId)).toMatchObject({ arrivalNumber: 1, eOfficeId: 'IN-1' });
  });

  it('holds no letter back once a clerk has typed the number that the e-office refused to give', async () => {
    app.transport.registerIncoming = () => Promise.reject(new OutsideRefused('EO-FORBIDDEN', 'Không được vào sổ.'));
    const { incomingDocumentId } = await app.receive();
    expect(await line(incomingDocumentId)).toMatchObject({ eOfficeId: null, numberProblem: 'Không được vào sổ.' });
    await types(incomingDocumentId, '1');
    expect(await line(incomingDocumentId)).toMatchObject({ eOfficeId: '', numberProblem: null });
  });

  it('counts what waits as newer than what has its number, where a sender speaks of one of the two', async () => {
    byHand();
    const [first, second] = [await app.receive(), await app.receive()];
    await types(first.incomingDocumentId, '4');
    const { senderCode: id, code, issuedDate } = await line(second.incomingDocumentId);
    const meant = await app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.update(IncomingDocumentEntity, { id: first.incomingDocumentId }, { code, issuedDate });
      const from = { id, name: '' };
      const responseFor = [{ organId: '', code, promulgationDate: issuedDate, documentId: '' }];
      return app.nest.get(ClerkTasks).meant(tx, { from, documentId: '', responseFor });
    });
    expect(meant?.id).toBe(second.incomingDocumentId);
  });

  it('writes no place that a line keeps into the journal', async () => {
    byHand();
    for (const at of ['1', '2', '3'])
      await app.nest.get(EnterPaper).enter(PARTIES.clerk, {
        key: `${at.repeat(8)}-1111-4111-8111-111111111111`,
        paper: {
          ...{ senderCode: '', senderName: 'Sở Nội vụ', code: '41/SNV-CCHC', issuedDate: civilDate('2026-03-16') },
          ...{ typeName: 'Công văn', subject: 'cải cách hành chính', priority: 0, person: null },
        },
        files: [],
        ...(at === '1' ? { arrival: { number: '7', arrivalDate: '', confirmed: '' } } : {}),
      });
    const told = await stored().findBy(JournalEntryEntity, { action: 'incoming.sameNumber' });
    expect(told.map(({ detail }) => detail)).toEqual([
      { code: '41/SNV-CCHC', arrivalNumbers: [7] },
      { code: '41/SNV-CCHC', arrivalNumbers: [7] },
    ]);
  });
});
