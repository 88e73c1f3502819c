import { jest } from '@jest/globals';
import type { Actor } from '../../src/kernel/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { POLICY_SETS, type PolicySet } from '../../src/law/index.js';
import { PublishPolicy } from '../../src/policies/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { ImportFeedback } from '../../src/tickets/index.js';
import {
  TicketImportEntity,
  TicketIntakeEntity,
  TicketRefusalEntity,
} from '../../src/tickets/persistence/intake.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const HEAD = 'Mã phản ánh;Kênh;Thời điểm nhận;Nội dung;Lĩnh vực;Họ và tên;Điện thoại';
const SOUND =
  'Đơn thư;17/03/2026 08:30;Nhà trường thu tiền học thêm mỗi tháng.;Thu chi, dạy thêm;Nguyễn Văn A;0900000142';

let app: TestApp;
let imports: ImportFeedback;

beforeEach(async () => {
  app = await TestApp.open();
  imports = app.nest.get(ImportFeedback);
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const fileOf = (...lines: readonly string[]) => ({
  name: 'Phản ánh tháng 3.csv',
  content: Buffer.from([HEAD, ...lines].join('\n')),
});

async function enter(...lines: readonly string[]): Promise<TicketImportEntity> {
  const id = await imports.bring(CLERK, fileOf(...lines));
  await imports.confirm(CLERK, id);
  await app.work();
  return rows().findOneByOrFail(TicketImportEntity, { id });
}

describe('a file of feedback', () => {
  it('is looked at without a ticket, a number or a job', async () => {
    const id = await imports.bring(CLERK, fileOf(`DT-1;${SOUND}`, `DT-2;${SOUND}`));
    const { fresh, flawed, encoding } = await imports.review(CLERK, id);
    expect([fresh.length, flawed.length, encoding]).toEqual([2, 0, 'UTF-8']);
    for (const entity of [TicketEntity, IncomingDocumentEntity, TicketIntakeEntity, OutboxEntity])
      expect(await rows().count(entity)).toBe(0);
  });

  it('becomes tickets and lines of the register once it is confirmed', async () => {
    const file = await enter(`DT-1;${SOUND}`, `DT-2;${SOUND}`);
    expect(file).toMatchObject({ total: 2, entered: 2, skipped: 0, confirmedById: 'vanthu' });
    expect(file.finishedAt).not.toBeNull();
    const tickets = await rows().find(TicketEntity, { order: { code: 'ASC' } });
    expect(tickets).toMatchObject([
      {
        code: 'PAKN.20260317.0001',
        state: 'received',
        channel: 'letter',
        senderPhone: '0900000142',
        hotlineCode: null,
      },
      {
        code: 'PAKN.20260317.0002',
        startedAt: new Date('2026-03-17T01:30:00Z'),
        takenById: 'vanthu',
        keepSecret: true,
      },
    ]);
    expect(await rows().count(IncomingDocumentEntity)).toBe(2);
    expect(await rows().findBy(TicketIntakeEntity, { importId: file.id })).toMatchObject([{ line: 2 }, { line: 3 }]);
  });

  it('rule 1: brought and confirmed twice changes nothing', async () => {
    await enter(`DT-1;${SOUND}`, `;${SOUND}`);
    const id = await imports.bring(CLERK, fileOf(`DT-1;${SOUND}`, `;${SOUND}`));
    const { fresh, rows: again } = await imports.review(CLERK, id);
    expect(fresh).toEqual([]);
    expect(again.every(({ ticketId }) => ticketId !== null)).toBe(true);
    await expect(imports.confirm(CLERK, id)).rejects.toMatchObject({ details: { field: 'file' } });
    expect(await rows().count(TicketEntity)).toBe(2);
  });

  it('rule 1: a row that comes twice in the file is entered once', async () => {
    expect(await enter(`DT-1;${SOUND}`, `DT-1;${SOUND}`, `DT-2;${SOUND}`)).toMatchObject({ entered: 2, skipped: 1 });
  });

  it('rule 1: a ticket that the hotline sent before is known by its number', async () => {
    const { hotlineCode } = await app.receive();
    const known = `${hotlineCode ?? ''};${SOUND.replace('Đơn thư', 'Tổng đài 1022')}`;
    const other = `TD.2026.9;${SOUND.replace('Đơn thư', 'Tổng đài 1022')}`;
    expect(await enter(known, other)).toMatchObject({ entered: 1, skipped: 1 });
    expect(await rows().countBy(TicketEntity, { hotlineCode: 'TD.2026.9' })).toBe(1);
  });

  it('rule 1: confirmed twice at once, it is entered once', async () => {
    const id = await imports.bring(CLERK, fileOf(`DT-1;${SOUND}`));
    await Promise.all([imports.confirm(CLERK, id), imports.confirm(CLERK, id)]);
    await app.work();
    expect(await rows().count(TicketEntity)).toBe(1);
  });

  it('with rows whose periods reach a year without calendar is flawed before anything is entered', async () => {
    app.clock.advance(Date.parse('2027-12-30T02:00:00Z') - app.clock.now().getTime());
    const on = (day: string): string => SOUND.replace('17/03/2026', day);
    const lines = Array.from({ length: 20 }, (_, at) => `DT-${at};${on(at < 10 ? '20/12/2027' : '29/12/2027')}`);
    const id = await imports.bring(CLERK, fileOf(...lines));
    const { flawed, fresh } = await imports.review(CLERK, id);
    expect([flawed.map(({ line }) => line), fresh.length]).toEqual([
      Array.from({ length: 10 }, (_, at) => at + 12),
      10,
    ]);
    expect(flawed[0]?.flaws).toEqual([
      'Thời điểm nhận: chưa tính được hạn vì lịch làm việc chưa có năm 2028. Báo quản trị nhập lịch, hoặc bỏ dòng này khỏi tệp.',
    ]);
    await expect(imports.confirm(CLERK, id)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await rows().count(TicketEntity)).toBe(0);
    expect(await enter(...lines.slice(0, 10))).toMatchObject({ entered: 10, total: 10 });
  });

  it('with rows that would be refused at once is flawed where the windows after the refusal cannot be counted', async () => {
    app.clock.advance(Date.parse('2027-12-24T02:00:00Z') - app.clock.now().getTime());
    const unknown = 'Đơn thư;20/12/2027 08:30;Nhà trường thu tiền học thêm mỗi tháng.;Thu chi, dạy thêm;;';
    const id = await imports.bring(
      CLERK,
      fileOf(`DT-1;${unknown}`, `DT-2;${SOUND.replace('17/03/2026', '20/12/2027')}`),
    );
    expect((await imports.review(CLERK, id)).flawed.map(({ line }) => line)).toEqual([2]);
  });

  it('is judged row by row by the rules of the day of receipt', async () => {
    const [shipped] = POLICY_SETS as readonly [PolicySet];
    const { fees } = shipped.categories;
    const categories = { ...shipped.categories, fees: { ...fees, anonymous: 'accept' as const } };
    const draft = { ...shipped, validFrom: civilDate('2026-03-18'), categories };
    const actor = { ...CLERK, roles: ['administrator' as const] };
    const command = { draft, reason: 'Theo kết luận họp giao ban.', basedOn: 1, latest: 1 };
    await app.nest.get(PublishPolicy, { strict: false }).publish(actor, command);
    const unknown = (day: string): string =>
      `Đơn thư;${day} 08:30;Nhà trường thu tiền học thêm mỗi tháng.;Thu chi, dạy thêm;;`;
    const id = await imports.bring(CLERK, fileOf(`DT-1;${unknown('17/03/2026')}`, `DT-2;${unknown('18/03/2026')}`));
    const { fresh } = await imports.review(CLERK, id);
    expect(fresh.map(({ outcome }) => outcome.decision)).toEqual(['reject', 'accept']);
  });

  it('with one flawed row is not entered at all', async () => {
    const id = await imports.bring(CLERK, fileOf(`DT-1;${SOUND}`, `DT-2;${SOUND.replace('17/03', '31/02')}`));
    const { flawed } = await imports.review(CLERK, id);
    expect(flawed).toMatchObject([{ line: 3, flaws: [expect.stringContaining('không phải ngày có thật')] }]);
    await expect(imports.confirm(CLERK, id)).rejects.toMatchObject({ code: 'input-invalid' });
    await app.work();
    expect(await rows().count(TicketEntity)).toBe(0);
  });

  it('rule 2: a row without a sender is refused by rule with its ground, never dropped', async () => {
    const nameless = SOUND.replace('Nguyễn Văn A;0900000142', ';');
    const mute = SOUND.replace('Nhà trường thu tiền học thêm mỗi tháng.', 'Alo');
    expect(await enter(`DT-1;${nameless}`, `DT-2;${mute}`)).toMatchObject({ entered: 2 });
    expect(await rows().find(TicketRefusalEntity, { order: { reason: 'ASC' } })).toMatchObject([
      { reason: 'insufficientContent' },
      { reason: 'noContact' },
    ]);
    expect(await rows().countBy(TicketEntity, { state: 'rejected' })).toBe(2);
  });

  it('goes on where it was cut off, and enters no row twice', async () => {
    const lines = Array.from({ length: 45 }, (_, at) => `DT-${String(at)};${SOUND}`);
    const id = await imports.bring(CLERK, fileOf(...lines));
    await imports.confirm(CLERK, id);
    const uow = app.nest.get(UnitOfWork);
    let turns = 0;
    const run = uow.run.bind(uow);
    const cut = jest.spyOn(uow, 'run').mockImplementation((work) =>
      run(async (tx) => {
        const result = await work(tx);
        if ((await tx.count(TicketEntity)) === 40 && (turns += 1) === 1) throw new Error('Power is gone.');
        return result;
      }),
    );
    await app.work();
    cut.mockRestore();
    expect(await rows().count(TicketEntity)).toBe(30);
    app.clock.advance(3_600_000);
    await app.work();
    expect(await rows().count(TicketEntity)).toBe(45);
    expect(await rows().findOneByOrFail(TicketImportEntity, { id })).toMatchObject({ entered: 45, total: 45 });
  });

  it.each([
    ['of 50,000 rows', Buffer.from(`${HEAD}\n${`x;${SOUND}\n`.repeat(50_000)}`), 'Tệp có hơn 5.000 dòng.'],
    ['without its headings', Buffer.from(`DT-1;${SOUND}`), 'Dòng đầu phải là tên cột'],
    ['with nothing under its headings', Buffer.from(HEAD), 'không có dòng phản ánh nào'],
    ['in an old encoding', Buffer.from([0x4e, 0xe9, 0x69, 0x20, 0x64, 0x75, 0x6e, 0x67]), 'Có thể tệp dùng bảng mã cũ'],
  ])('%s is refused with a sentence and nothing is kept', async (_rule, content, sentence) => {
    await expect(imports.bring(CLERK, { name: 'x.csv', content })).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'file', message: expect.stringContaining(sentence) as string },
    });
    expect(await rows().count(TicketImportEntity)).toBe(0);
  });

  it('is brought by the registry alone', async () => {
    const officer: Actor = { ...CLERK, roles: ['contactOfficer'] };
    await expect(imports.bring(officer, fileOf(`DT-1;${SOUND}`))).rejects.toMatchObject({ code: 'forbidden' });
  });
});
