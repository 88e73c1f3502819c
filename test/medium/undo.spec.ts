import type { Actor } from '../../src/kernel/actor.js';
import { UNDO_WORDS } from '../../src/tickets/domain/undo.js';
import { RemindHolder, UndoAct, WorkOnTicket } from '../../src/tickets/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { officer, supervisor, stranger, head } = PARTIES;
const NOTE = { field: 'progress', audience: 'internal', text: 'Đã hẹn làm việc với nhà trường.' } as const;
const WORDS = 'Đề nghị xử lý và ghi tiến độ trong hôm nay.';
const SECOND = 1000;

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
});
afterEach(() => life.end());

const note = (change: Partial<typeof NOTE | { audience: 'hotline' }> = {}): Promise<string> =>
  life.get(WorkOnTicket).note(officer, life.id, { ...NOTE, ...change });
const remind = (by: Actor = supervisor): Promise<string> =>
  life.get(RemindHolder).remind(by, { ticketId: life.id, text: WORDS });
const undo = (actor: Actor, lineId: string): Promise<void> =>
  life.get(UndoAct).undo(actor, { ticketId: life.id, lineId });
const told = async (): Promise<readonly string[]> =>
  (await life.rows.findBy(NoticeEntity, { ticketId: life.id, kind: 'reminder' }))
    .filter(({ key }) => key.startsWith('ticket.reminded:'))
    .map(({ staffId }) => staffId)
    .toSorted();
const refusedFor = (message: string) => ({ code: 'ticket-act-barred', details: { message } });

describe('a note of progress', () => {
  it('is taken back by its writer: the line stays, and another says so, in the journal too', async () => {
    await undo(officer, await note());
    const [latest, before] = await life.course();
    expect(latest).toMatchObject({ kind: 'undone', title: 'Hoàn tác: Tiến độ nội bộ', toHotline: false });
    expect(before).toMatchObject({ kind: 'progress', text: NOTE.text });
    expect(await life.journalled('ticket.undo')).toBe(1);
    expect((await life.now()).state).toBe('verifying');
  });

  it('stays where the hotline hears it, where somebody else wrote it, and once something has followed', async () => {
    await expect(undo(officer, await note({ audience: 'hotline' }))).rejects.toMatchObject(
      refusedFor(UNDO_WORDS.toldOutside),
    );
    const lineId = await note();
    await expect(undo(head, lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.byAnother));
    await expect(undo(stranger, lineId)).rejects.toMatchObject({ code: 'not-found' });
    await note();
    await expect(undo(officer, lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.followed));
  });

  it('is taken back once', async () => {
    const lineId = await note();
    await undo(officer, lineId);
    await expect(undo(officer, lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.followed));
  });

  it('is not written on a ticket that has moved on since it was seen', async () => {
    const { version } = await life.now();
    await note();
    const late = life.get(WorkOnTicket).note(officer, life.id, { ...NOTE, seen: version });
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});

describe('a reminder', () => {
  it('stands in the course at once, and is told to officer and heads after eight seconds', async () => {
    await remind();
    expect((await life.course())[0]).toMatchObject({ kind: 'reminded', text: WORDS });
    life.app.clock.advance(7 * SECOND);
    await life.app.work();
    expect(await told()).toEqual([]);
    life.app.clock.advance(SECOND);
    await life.app.work();
    await life.app.work();
    expect(await told()).toEqual([officer.id, head.id].toSorted());
  });

  it('is told to nobody once it was taken back', async () => {
    await undo(supervisor, await remind());
    life.app.clock.advance(60 * SECOND);
    await life.app.work();
    expect(await told()).toEqual([]);
  });

  it('is not taken back once it was told', async () => {
    const lineId = await remind();
    life.app.clock.advance(8 * SECOND);
    await life.app.work();
    await expect(undo(supervisor, lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.sent));
    expect((await life.course())[0]).toMatchObject({ kind: 'reminded' });
  });

  it('comes from those who watch over tickets, and from the head of the unit, who does not hear it', async () => {
    await expect(remind(officer)).rejects.toMatchObject({ code: 'forbidden' });
    await remind(head);
    life.app.clock.advance(8 * SECOND);
    await life.app.work();
    expect(await told()).toEqual([officer.id]);
  });

  it('is told to nobody where the ticket has ended meanwhile', async () => {
    await remind();
    await life.set({ open: false });
    life.app.clock.advance(8 * SECOND);
    await life.app.work();
    expect(await told()).toEqual([]);
  });
});
