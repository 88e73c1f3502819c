import { KeepEvidence } from '../../src/tickets/index.js';
import { TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { AnswerPageGate } from '../../src/web/public-site/answer-page-gate.js';
import { ANSWER, AskedSchool, OFFICER, pdf } from '../support/asked-school.js';

describe('an answer that is sent again', () => {
  let school: AskedSchool;

  beforeEach(async () => {
    school = await AskedSchool.open();
  });
  afterEach(() => school.app.close());

  const lines = () => school.rows.findBy(TicketEntryEntity, { ticketId: school.ticketId, kind: 'coordinated' });
  const FILES = [pdf('so-thu.pdf'), pdf('danh-sach.pdf', 'danh sách')];

  it('is done: nothing is written twice', async () => {
    const secret = await school.issue();
    await school.answer(secret, { files: FILES });
    school.app.clock.advance(60_000);
    await school.answer(secret, { files: FILES.toReversed(), reply: ` ${ANSWER.reply}\n` });
    expect(await lines()).toHaveLength(1);
    expect(await school.rows.countBy(TicketFileEntity, { ticketId: school.ticketId })).toBe(2);
  });

  it('is done also where both come at once', async () => {
    const secret = await school.issue();
    await Promise.all([school.answer(secret, { files: FILES }), school.answer(secret, { files: FILES })]);
    expect(await lines()).toHaveLength(1);
  });

  it.each([
    ['other words', { reply: 'Một câu trả lời khác hẳn câu trước.' }],
    ['another name', { name: 'Phạm Văn Tân' }],
    ['a file less', { files: FILES.slice(0, 1) }],
    ['another file of the same name', { files: [pdf('so-thu.pdf', 'bản khác'), FILES[1] ?? pdf('')] }],
  ])('is refused with %s', async (_what, change) => {
    const secret = await school.issue();
    await school.answer(secret, { files: FILES });
    await expect(school.answer(secret, { files: FILES, ...change })).rejects.toMatchObject({
      code: 'ticket-act-barred',
    });
  });

  it('is not taken for done by a page that was taken back', async () => {
    const [first, second] = [await school.issue(), await school.issue()];
    await school.answer(second);
    await expect(school.answer(first)).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('brings files to a page that is open, else texts alone; a stranger brings nothing', async () => {
    const gate = school.app.nest.get(AnswerPageGate, { strict: false });
    const [first, second] = [await school.issue(), await school.issue()];
    const admitted = (token: string) => gate.admit({ params: { token } });
    expect([await admitted(first), await admitted(second)]).toEqual(['texts', 'whole']);
    await school.answer(second);
    expect(await admitted(second)).toBe('texts');
    await expect(admitted('a'.repeat(32))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names every file that was sent, in the course and on the page, also what the ticket had or came twice', async () => {
    await school.app.nest.get(KeepEvidence).add(OFFICER, school.ticketId, [pdf('da-co.pdf')]);
    const secret = await school.issue();
    const names = ['so-thu.pdf', 'so-thu-ban-sao.pdf', 'danh-sach.pdf'];
    await school.answer(secret, { files: [pdf('so-thu.pdf'), pdf('so-thu-ban-sao.pdf'), pdf('danh-sach.pdf', '2')] });
    expect((await lines())[0]?.text).toContain(`Tệp gửi kèm: ${names.join('; ')}.`);
    expect((await school.read(secret))?.answer?.files.toSorted()).toEqual(names.toSorted());
  });
});
