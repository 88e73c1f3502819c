import { Test, type TestingModule } from '@nestjs/testing';
import { JOBS } from '../../src/bootstrap/jobs.js';
import { readSettings } from '../../src/config/settings.js';
import { DailyMail, NoticesModule } from '../../src/notices/index.js';
import { Mailer } from '../../src/notices/ports/mailer.port.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { Remind, TicketsBackgroundModule } from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { TestMailer, TestMessageTransport, TestOutsideModule, TestSigningDesk } from '../support/test-outside.js';
import { settle } from '../support/test-people.js';

const at = (local: string): Date => new Date(`${local}:00+07:00`);

/** Reminding and mail as a worker holds them, on Wednesday 18/03/2026, 08:00; their timers stay off. */
describe('what a worker tells people by itself', () => {
  let test: TestDatabase;
  let module: TestingModule;
  let mailer: TestMailer;

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    const settings = readSettings({
      NODE_ENV: 'test',
      HOI_AM_DATA: test.directory,
      HOI_AM_LOG: 'silent',
      HOI_AM_PUBLIC_URL: 'https://hoi-am.example',
    });
    const clock = new FixedClock('2026-03-18T01:00:00Z');
    const appContext = { settings, database: test.database, clock, jobs: JOBS };
    const outside = TestOutsideModule.with({ transport: new TestMessageTransport(clock), desk: new TestSigningDesk() });
    module = await Test.createTestingModule({
      imports: [PlatformModule.on(appContext), outside, TicketsBackgroundModule, NoticesModule],
    }).compile();
    mailer = module.get<TestMailer>(Mailer, { strict: false });
    mailer.available = true;
    await module.init();
  });
  afterEach(async () => {
    await module.close();
    await test.close();
  });

  const write = (work: Parameters<UnitOfWork['run']>[0]): Promise<unknown> =>
    module.get(UnitOfWork, { strict: false }).run(work);

  async function tickets(...rows: readonly (Partial<TicketEntity> & { readonly id: string })[]): Promise<void> {
    await write(async (tx) => {
      for (const row of rows) {
        const held = { leadUnitId: 'gdtrh', officerId: 'ngoc', state: 'processing' as const };
        await tx.insert(TicketEntity, aTicket({ ...held, legalEndAt: endOf(row.dueAt), ...row }));
      }
    });
  }
  const endOf = (dueAt = at('2026-03-18T17:30')): Date => new Date(dueAt.getTime() + (6 * 60 + 29) * 60_000 + 59_000);

  async function mailTo(username: string): Promise<string> {
    await write((tx) => tx.update(StaffEntity, { username }, { email: `${username}@so.example` }));
    await module.get(DailyMail, { strict: false }).run();
    await module.get(OutboxWorker, { strict: false }).runChannel('mail');
    return mailer.sent.find(({ to }) => to === `${username}@so.example`)?.text ?? '';
  }

  it('the officer’s mail names what is late, due today and due soon, by code, unit and date alone', async () => {
    await tickets(
      { id: 'a', code: 'PAKN.20260310.0001', dueAt: at('2026-03-17T17:30') },
      { id: 'b', code: 'PAKN.20260311.0001', dueAt: at('2026-03-18T17:30') },
      { id: 'c', code: 'PAKN.20260312.0001', dueAt: at('2026-03-20T17:30') },
      { id: 'd', code: 'PAKN.20260312.0002', dueAt: at('2026-03-23T17:30') },
      { id: 'e', code: 'PAKN.20260312.0003', dueAt: at('2026-03-17T17:30'), state: 'waitingCitizenInfo' },
      { id: 'f', code: 'PAKN.20260312.0004', dueAt: at('2026-03-17T17:30'), leadUnitId: 'nui-voi', officerId: 'luc' },
    );
    const text = await mailTo('ngoc');
    expect(text).toContain(
      'Quá hạn (1)\n- PAKN.20260310.0001: Phòng Giáo dục Trung học, hạn 17:30 ngày 17/03/2026, quá hạn 1 ngày\n  https://hoi-am.example/phieu/a',
    );
    expect(text).toContain('Đến hạn hôm nay (1)\n- PAKN.20260311.0001');
    expect(text).toContain('Đến hạn trong hai ngày làm việc tới (1)\n- PAKN.20260312.0001');
    for (const absent of ['.0002', '.0003', '.0004', 'dạy thêm', 'Hạnh', '0912345678', 'Lê Chân']) {
      expect(text).not.toContain(absent);
    }
  });

  it('who leads or watches the agency reads what is late in every unit, and nothing else', async () => {
    await tickets(
      { id: 'a', code: 'PAKN.20260310.0001', dueAt: at('2026-03-17T17:30') },
      { id: 'b', code: 'PAKN.20260311.0001', dueAt: at('2026-03-18T17:30') },
      { id: 'f', code: 'PAKN.20260312.0004', dueAt: at('2026-03-17T17:30'), leadUnitId: 'nui-voi', officerId: 'luc' },
    );
    const text = await mailTo('giamsat');
    expect(text).toContain('Quá hạn (2)');
    expect(text).not.toContain('PAKN.20260311.0001');
  });

  it('counts everything, lists twenty, and what is late hides nothing of today', async () => {
    const late = Array.from({ length: 250 }, (_, index) => `late-${String(index).padStart(3, '0')}`);
    const first = at('2026-03-10T17:30').getTime();
    await tickets(...late.map((id, index) => ({ id, code: `PAKN.${id}`, dueAt: new Date(first + index) })), {
      id: 'b',
      code: 'PAKN.20260311.0001',
      dueAt: at('2026-03-18T17:30'),
    });
    const text = await mailTo('ngoc');
    expect(text).toContain('Quá hạn (250)\n- PAKN.late-000:');
    expect(text).toContain('- PAKN.late-019:');
    expect(text).not.toContain('PAKN.late-020');
    expect(text).toContain('- và 230 việc nữa');
    expect(text).toContain('Đến hạn hôm nay (1)\n- PAKN.20260311.0001');
  });

  it('counts a ticket once for one who holds several offices', async () => {
    await write((tx) =>
      tx.update(StaffEntity, { username: 'ngoc' }, { roles: ['registryClerk', 'unitHead', 'contactOfficer'] }),
    );
    const dueAt = at('2026-03-17T17:30');
    await tickets(
      { id: 'own', code: 'PAKN.20260310.0001', dueAt },
      { id: 'unit', code: 'PAKN.20260310.0002', dueAt, officerId: 'thang' },
      { id: 'again', code: 'PAKN.20260310.0003', dueAt, state: 'reopened' },
      { id: 'new', code: 'PAKN.20260310.0004', dueAt, state: 'received', leadUnitId: null, officerId: null },
      { id: 'other', code: 'PAKN.20260310.0005', dueAt, leadUnitId: 'nui-voi', officerId: 'luc' },
    );
    const text = await mailTo('ngoc');
    expect(text).toContain('Quá hạn (4)');
    expect(text.match(/PAKN\.\d+\.\d+/gu)).toHaveLength(4);
  });

  it('rules 8 and 15: a coordinating unit that keeps silent is reminded itself, and its silence reaches supervision', async () => {
    await tickets({ id: 'a', code: 'PAKN.20260310.0001', state: 'waitingCoordination' });
    const [startedAt, dueAt] = [at('2026-03-13T08:00'), at('2026-03-17T17:30')];
    await write(async (tx) => {
      await tx.insert(TicketCoordinationEntity, {
        ...{ id: 'k', ticketId: 'a', cycle: 1, unitId: 'nui-voi', question: 'Lịch học buổi hai?', askedById: 'ngoc' },
        ...{ askedAt: startedAt, dueAt, legalEndAt: endOf(dueAt), endedAt: null, reply: null, repliedById: null },
      });
      await tx.insert(TicketDeadlineEntity, {
        ...{ id: 'd', ticketId: 'a', duty: 'coordinationReply', amount: 3, unit: 'workingDays', startedAt, dueAt },
        ...{
          legalEndAt: endOf(dueAt),
          policyVersion: 1,
          calendarVersion: 1,
          countedForUnitId: null,
          cycle: 1,
          revision: 1,
        },
        ...{ reason: 'coordination', extendedBy: null, pauses: [], proof: [], supersededAt: null, metAt: null },
      });
    });
    await module.get(Remind, { strict: false }).run();
    const told = await test.database.reader.getRepository(NoticeEntity).find({ order: { staffId: 'ASC' } });
    expect(told.map(({ staffId, words }) => [staffId, words])).toEqual([
      ['giamsat', 'Đơn vị phối hợp trả lời: quá hạn 1 ngày, hạn 17:30 ngày 17/03/2026, Trường THPT Núi Voi.'],
      ['luc', 'Đơn vị phối hợp trả lời: quá hạn 1 ngày, hạn 17:30 ngày 17/03/2026.'],
    ]);
  });
});
