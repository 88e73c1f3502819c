import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Tickets } from '../../src/tickets/application/tickets.js';
import { NOTE_FIELDS, NOTE_WORDS, WorkOnTicket, type NoteField } from '../../src/tickets/application/work-on-ticket.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { textOf } from '../support/web-visitor.js';
import { traceOf } from '../support/walk-trace.js';

const { officer } = PARTIES;
const MINUTE = 60_000;
const TEXTS: Readonly<Record<NoteField, string>> = {
  progress: 'Đã làm việc với Ban giám hiệu sáng nay.',
  measure: 'Yêu cầu trường dừng thu và trả lại tiền.',
  result: 'Trường đã trả đủ tiền cho cha mẹ học sinh.',
};

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
});
afterEach(() => life.end());

const note = (field: NoteField, audience: 'internal' | 'hotline' = 'hotline') =>
  life.get(WorkOnTicket).note(officer, life.id, { field, audience, text: TEXTS[field] });
const noted = async () =>
  (await life.course())
    .filter(({ kind }) => NOTE_FIELDS.some((field) => field === kind))
    .toReversed()
    .map(({ kind, title, text, at, toHotline }) => ({ kind, title, text, at, toHotline }));
const pageOfTicket = async (): Promise<string> =>
  textOf((await (await life.app.browserOf('ngoc')).get(`/phieu/${life.id}`)).body);

describe('rule 10: progress, measure and result', () => {
  it('are three fields, each with its own kind, its own time and its own word to the hotline', async () => {
    const times = new Map<NoteField, Date>();
    for (const field of NOTE_FIELDS) {
      life.app.clock.advance(7 * MINUTE);
      times.set(field, life.app.clock.now());
      await note(field);
    }
    expect(await noted()).toEqual(
      NOTE_FIELDS.map((field) => ({
        kind: field,
        title: `${NOTE_WORDS[field]} gửi Tổng đài 1022`,
        text: TEXTS[field],
        at: times.get(field),
        toHotline: true,
      })),
    );
    expect((await life.told('05')).slice(-3)).toEqual([
      'Tiến độ: Đã làm việc với Ban giám hiệu sáng nay.',
      'Biện pháp: Yêu cầu trường dừng thu và trả lại tiền.',
      'Kết quả: Trường đã trả đủ tiền cho cha mẹ học sinh.',
    ]);
  });

  it('are said inside the app without a word to the hotline', async () => {
    const before = await life.told('05');
    for (const field of NOTE_FIELDS) await note(field, 'internal');
    expect((await noted()).map(({ kind, title, toHotline }) => [kind, title, toHotline])).toEqual([
      ['progress', 'Tiến độ nội bộ', false],
      ['measure', 'Biện pháp nội bộ', false],
      ['result', 'Kết quả nội bộ', false],
    ]);
    expect(await life.told('05')).toEqual(before);
  });

  it('that cannot be sent now stay queued, are shown on the ticket, and go out by themselves', async () => {
    await life.app.work();
    life.app.transport.notTaken.set('status', new OutsideUnavailable('No answer'));
    await note('measure');
    await life.app.work();
    const queued = () =>
      life.rows.findOneByOrFail(DispatchEntity, {
        aboutDocumentId: life.documentId,
        description: `Biện pháp: ${TEXTS.measure}`,
      });
    expect(await queued()).toMatchObject({ sentAt: null, failure: null });
    expect(await pageOfTicket()).toContain('1 tin đang chờ');
    expect(await pageOfTicket()).toContain('hệ thống tự gửi lại');

    life.app.transport.notTaken.clear();
    life.app.clock.advance(60 * MINUTE);
    await life.app.work();
    expect((await queued()).sentAt).toEqual(life.app.clock.now());
    expect(await pageOfTicket()).not.toContain('tin đang chờ');
  });

  it('that the e-office refuses say so on the ticket', async () => {
    await life.app.work();
    life.app.transport.notTaken.set('status', new OutsideRefused('EO-SIZE', 'Tin quá dài.'));
    await note('progress');
    await life.app.work();
    expect(await pageOfTicket()).toContain('Không gửi được: Tin quá dài.');
  });
});

describe('an act on a ticket that somebody else moved between reading and writing', () => {
  it('is refused and leaves nothing behind', async () => {
    const before = await traceOf(life.rows);
    const tickets = life.get(Tickets);
    const act = life.get(UnitOfWork).run(async (tx) => {
      const ticket = await tickets.forActor(tx, officer, life.id);
      await tx.increment(TicketEntity, { id: life.id }, 'version', 1);
      const entry = { kind: 'progress', title: 'Tiến độ gửi Tổng đài 1022', text: TEXTS.progress };
      await tickets.perform(tx, officer, ticket, { act: 'note', entry, word: TEXTS.progress });
    });
    await expect(act).rejects.toMatchObject({ code: 'changed-meanwhile', details: { what: 'ticket', id: life.id } });
    expect(await traceOf(life.rows)).toBe(before);
  });
});
