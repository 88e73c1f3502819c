import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { UnitEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AskCoordination,
  AssignTicket,
  BeginReply,
  BeginTicketDocument,
  RevokeAnswerPage,
} from '../../src/tickets/index.js';
import { AnswerPageEntity } from '../../src/tickets/persistence/answer-page.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { AskedSchool, CLERK, OFFICER, SCHOOL } from '../support/asked-school.js';
import type { TestApp } from '../support/test-app.js';

let school: AskedSchool;
let app: TestApp;

beforeEach(async () => {
  school = await AskedSchool.open();
  ({ app } = school);
});

afterEach(() => app.close());

describe('a page that goes by mail', () => {
  it('goes once, to the address that was given, without a word about the matter', async () => {
    const secret = await school.issue('saomai@haiphong.edu.vn');
    await app.work();
    await app.work();
    expect(school.mailer.sent).toMatchObject([{ to: 'saomai@haiphong.edu.vn' }]);
    const [mail] = school.mailer.sent;
    expect(mail?.text).toContain(`https://hoi-am.example/tra-loi/${secret}`);
    for (const told of ['Bùi Văn Khải', 'dạy thêm môn Toán']) expect(mail?.text).not.toContain(told);
    expect(await school.rows.findOneByOrFail(AnswerPageEntity, { ticketId: school.ticketId })).toMatchObject({
      ...{ mail: 'sent', secretSealed: null },
    });
  });

  it('is not sent when it was taken back meanwhile', async () => {
    await school.issue('saomai@haiphong.edu.vn');
    await app.nest.get(RevokeAnswerPage).revoke(OFFICER, school.ticketId, (await school.request()).id);
    await app.work();
    expect(school.mailer.sent).toEqual([]);
  });

  it('says on the ticket that the mail server did not take it; the page itself stays', async () => {
    school.mailer.refuses = true;
    const secret = await school.issue('saomai@haiphong.edu.vn');
    await app.work();
    expect(await school.rows.findOneByOrFail(AnswerPageEntity, { ticketId: school.ticketId })).toMatchObject({
      mail: 'refused',
    });
    await school.answer(secret);
    expect((await app.nest.get(TicketQueries).entriesOf(school.ticketId)).map(({ title }) => title)).toContain(
      `${SCHOOL.name} trả lời phối hợp`,
    );
  });

  it.each(['không phải thư', 'a@b', `${'a'.repeat(100)}@haiphong.edu.vn`])(
    'refuses an address like %s',
    async (mailTo) => {
      await expect(school.issue(mailTo)).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'mailTo' } });
    },
  );
});

describe('a unit of a commune', () => {
  const COMMUNE = { id: 'le-chan', code: 'LeChan', name: 'Phòng Văn hóa - Xã hội phường Lê Chân', symbol: 'LC' };
  const OF_COMMUNE = { id: 'hoa-gao', code: 'HoaGao', name: 'Trường Tiểu học Hoa Gạo', symbol: 'HG' };

  beforeEach(() =>
    app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.insert(UnitEntity, { ...COMMUNE, kind: 'communeDivision', parentId: null });
      await tx.insert(UnitEntity, { ...OF_COMMUNE, kind: 'school', parentId: COMMUNE.id });
    }),
  );

  it.each([COMMUNE, OF_COMMUNE])('never leads: $name', async ({ id: unitId }) => {
    const given = { ticketId: school.ticketId, unitId, officerId: 'ngoc' };
    await expect(app.nest.get(AssignTicket).assign(CLERK, given)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'unitId' },
    });
  });

  describe('is asked by a letter', () => {
    const question = 'Đề nghị cung cấp danh sách khoản thu của nhà trường.';
    const begin = (unitId: string | null) =>
      app.nest.get(BeginTicketDocument).begin(OFFICER, school.ticketId, 'cong-van-chuyen', unitId);
    const fieldsOf = async (id: string) => (await school.rows.findOneByOrFail(DraftEntity, { id })).fields;

    beforeEach(async () => {
      app.clock.advance(60_000);
      const asks = [{ unitId: OF_COMMUNE.id, question }];
      await app.nest.get(AskCoordination).ask(OFFICER, { ticketId: school.ticketId, asks });
    });

    it('to the People’s Committee, begun from what it is asked', async () => {
      const fields = await fieldsOf(await begin(OF_COMMUNE.id));
      expect(fields).toMatchObject({
        kinh_gui: ['Ủy ban nhân dân phường Lê Chân'],
        noi_nhan: ['Như trên', OF_COMMUNE.name, expect.stringContaining('Lưu:') as unknown],
        de_nghi: `${question}\nĐề nghị Ủy ban nhân dân phường Lê Chân chỉ đạo ${OF_COMMUNE.name} phối hợp.`,
      });
      expect(JSON.stringify(fields)).not.toContain('Bùi Văn Khải');
    });

    it('of its own: no unit reads what another was asked', async () => {
      const [ofCommune, ofSchool] = [await begin(OF_COMMUNE.id), await begin(SCHOOL.id)];
      expect(await fieldsOf(ofSchool)).toMatchObject({
        kinh_gui: [SCHOOL.name],
        noi_nhan: [expect.anything(), expect.stringContaining('Lưu:')],
      });
      expect(JSON.stringify(await fieldsOf(ofSchool))).not.toContain(question);
      expect(JSON.stringify(await fieldsOf(ofCommune))).not.toContain(SCHOOL.name);
      expect([await begin(OF_COMMUNE.id), await begin(SCHOOL.id)]).toEqual([ofCommune, ofSchool]);
    });

    it.each([null, 'gdtrh', 'nowhere'])('not where nothing is asked of it by letter: %s', async (unitId) => {
      await expect(begin(unitId)).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'template' } });
    });

    it('rule 21: without those whose tickets were merged into this one, as the answer to its sender', async () => {
      const { id } = await app.receive();
      await app.nest.get(UnitOfWork).run(async (tx) => {
        await tx.update(TicketEntity, { id }, { mergedIntoId: school.ticketId, senderName: 'Lò Văn Khoái' });
        const told = { state: 'processing', subject: 'Khoản thu tiền của trường, Khoái có nộp không' } as const;
        await tx.update(TicketEntity, { id: school.ticketId }, told);
      });
      const reply = await app.nest.get(BeginReply).begin(OFFICER, school.ticketId);
      const minutes = await app.nest.get(BeginTicketDocument).begin(OFFICER, school.ticketId, 'bien-ban');
      for (const letter of [await begin(SCHOOL.id), reply, minutes]) {
        const written = JSON.stringify(await fieldsOf(letter));
        expect([written.includes('thu tiền của trường'), written.includes('Khoái')]).toEqual([true, false]);
      }
    });
  });
});
