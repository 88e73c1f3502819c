import { RegisterRows } from '../../src/documents/application/register-rows.js';
import { wholeYear, type PrintedBook } from '../../src/documents/domain/register-span.js';
import { HandDeliveryEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { printedCode } from '../../src/documents/domain/register.js';
import { RecordReceipt } from '../../src/exchange/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AssignTicket, WorkOnTicket } from '../../src/tickets/index.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { releasedLetter } from '../support/released-letter.js';

describe('registers of a document that goes its way, each step on another day', () => {
  it('say of every step the day on which it was done, and who signed for it', async () => {
    const life = await LifeOfATicket.begin('2026-03-16T02:00:00Z');
    const rows = async (book: PrintedBook): Promise<readonly string[]> => {
      for await (const lines of life.get(RegisterRows).of(wholeYear(book, 2026))) return lines[0]?.cells ?? [];
      return [];
    };
    expect((await rows('incoming')).slice(6)).toEqual(['', '', '', '']);
    life.app.clock.advance(DAY);
    await life.get(AssignTicket).assign(PARTIES.clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' });
    life.app.clock.advance(DAY);
    await life.get(WorkOnTicket).accept(PARTIES.officer, life.id);
    life.app.clock.advance(DAY);
    const letter = await releasedLetter(life.app, { id: life.id, incomingDocumentId: life.documentId });
    await life.app.work();

    const [arrived, , , , issued, , unit, routed, receipt, note] = await rows('incoming');
    expect([arrived, routed, receipt, note]).toEqual([
      '16/03/2026',
      '17/03/2026',
      'ngoc, 18/03/2026',
      'Trả lời ngày 19/03/2026',
    ]);
    expect(issued).toMatch(/^\d\d\/\d\d\/2026$/u);
    expect(unit).toContain('Giáo dục Trung học');
    expect((await rows('tracking')).slice(4, 6)).toEqual(['Đã trả lời, 19/03/2026', '01/SGDĐT-GDTrH, 19/03/2026']);

    const sent = { way: 'post', sentOn: civilDate('2026-03-20'), doneByName: 'Phạm Minh Tuệ' } as const;
    const delivery = {
      ...{
        id: newId(),
        outgoingDocumentId: letter,
        incomingDocumentId: life.documentId,
        ...sent,
        note: 'RR123456789VN',
      },
      ...{ receiver: 'Cá nhân gửi đơn, văn bản đến số 1', owedSince: life.app.clock.now(), envelopes: 2 },
      ...{ doneAt: life.app.clock.now(), receivedOn: null },
    };
    const issuedDate = civilDate('2026-03-13');
    await life.get(UnitOfWork).run(async (tx) => {
      await tx.insert(HandDeliveryEntity, delivery);
      await tx.update(OutgoingDocumentEntity, { id: letter }, { issuedDate });
    });
    life.app.clock.advance(4 * DAY);
    const back = { receivedOn: civilDate('2026-03-22'), note: 'Báo phát số 7' };
    const receipts = life.get(RecordReceipt);
    await expect(receipts.record(PARTIES.officer, delivery.id, back)).rejects.toMatchObject({ code: 'forbidden' });
    const early = { ...back, receivedOn: civilDate('2026-03-19') };
    await expect(receipts.record(PARTIES.clerk, delivery.id, early)).rejects.toMatchObject({
      details: { field: 'receivedOn' },
    });
    await receipts.record(PARTIES.clerk, delivery.id, back);
    await expect(receipts.record(PARTIES.clerk, delivery.id, back)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });

    const { number, notation } = await life.rows.findOneByOrFail(OutgoingDocumentEntity, { id: letter });
    const [, written, , , , , copies, released, signed] = await rows('outgoing');
    expect([written, copies, released, signed]).toEqual([
      ...['13/03/2026', '01', '20/03/2026', 'Báo phát số 7, ký nhận 22/03/2026'],
    ]);
    expect(await rows('postal')).toEqual([
      ...['20/03/2026', printedCode(number, notation), 'Cá nhân gửi đơn, văn bản đến số 1', '02'],
      ...['Báo phát số 7, ký nhận 22/03/2026', ''],
    ]);
    await life.end();
  });

  it('name a postal item once, though its number stands in the form again when it was signed for', async () => {
    const life = await LifeOfATicket.begin('2026-03-18T02:00:00Z');
    await life.inHand();
    const letter = await releasedLetter(life.app, { id: life.id, incomingDocumentId: life.documentId });
    const now = life.app.clock.now();
    const sent = { way: 'post', sentOn: civilDate('2026-03-18'), note: 'RR123456789VN', envelopes: 1 } as const;
    const delivery = {
      ...{ id: newId(), outgoingDocumentId: letter, incomingDocumentId: life.documentId, receivedOn: null, ...sent },
      ...{ receiver: 'Cá nhân gửi đơn, văn bản đến số 1', owedSince: now, doneAt: now, doneByName: 'Phạm Minh Tuệ' },
    };
    const receipt = 'Gửi qua bưu điện 18/03/2026, RR123456789VN';
    await life.get(UnitOfWork).run(async (tx) => {
      await tx.insert(HandDeliveryEntity, delivery);
      await tx.update(OutgoingDocumentEntity, { id: letter }, { receipt });
    });
    life.app.clock.advance(DAY);
    const given = { receivedOn: civilDate('2026-03-19'), note: 'RR123456789VN' };
    await life.get(RecordReceipt).record(PARTIES.clerk, delivery.id, given);
    const line = await life.rows.findOneByOrFail(OutgoingDocumentEntity, { id: letter });
    expect(line.receipt).toBe(`${receipt}; ký nhận 19/03/2026`);
    await life.end();
  });
});
