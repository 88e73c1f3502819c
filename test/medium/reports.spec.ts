import { jest } from '@jest/globals';
import { civilDate, instantOf } from '../../src/kernel/civil-date.js';
import { POLICY_SETS } from '../../src/law/index.js';
import { UnitEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PublishPolicy } from '../../src/policies/index.js';
import { CheckReport, KeepReport, MakeReport, ReportQueries } from '../../src/reports/index.js';
import { ReportHistory } from '../../src/reports/application/report-history.js';
import { balances, cellsIn, figuresOf, numberIn, type Cell } from '../../src/reports/domain/figures.js';
import { CURRENT_INDICATORS } from '../../src/reports/domain/indicators.js';
import { CUT_OFFS, periodWith, type ReportPeriod } from '../../src/reports/domain/period.js';
import { spansOf } from '../../src/reports/domain/record.js';
import { ReportFactEntity } from '../../src/reports/persistence/report.entities.js';
import { TicketStandingEntity } from '../../src/tickets/persistence/ticket-standing.entity.js';
import { TicketStandings } from '../../src/tickets/persistence/ticket-standings.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { countedOtherwise } from '../support/counted-otherwise.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { SimulatedYear, writeYear } from '../support/simulated-year.js';
import { TestApp } from '../support/test-app.js';
import { Database } from '../../src/platform/database/database.js';

const YEAR = civilDate('2026-06-30');
/** A year is much for a machine that has other things to do. */
jest.setTimeout(300_000);
const { supervisor } = PARTIES;

let app: TestApp;

const get: typeof app.nest.get = (part: never) => app.nest.get(part, { strict: false });

beforeAll(async () => {
  app = await TestApp.open();
  const units = (await app.nest.get(Database).reader.getRepository(UnitEntity).find()).map(({ id }) => id);
  const year = new SimulatedYear(units, instantOf(civilDate('2026-01-01'), 0), 8).live(5000);
  await get(UnitOfWork).run((tx) => writeYear(tx, year));
  app.clock.set('2027-01-05T02:00:00.000Z');
});

afterAll(() => app.close());

/** Of each kind and cut-off those of the year; of weeks some. */
function periods(): readonly ReportPeriod[] {
  const months = Array.from({ length: 12 }, (_, at) => civilDate(`2026-${String(at + 1).padStart(2, '0')}-10`));
  return CUT_OFFS.flatMap((cutOff) => [
    ...months.map((day) => periodWith('monthly', cutOff, day)),
    ...[0, 3, 6, 9].map((at) => periodWith('quarterly', cutOff, months[at] ?? YEAR)),
    ...[0, 6].map((at) => periodWith('halfYear', cutOff, months[at] ?? YEAR)),
    ...[0, 5].map((at) => periodWith('weekly', cutOff, months[at] ?? YEAR)),
    periodWith('yearly', cutOff, YEAR),
  ]);
}

const BALANCE = ['carried', 'received', 'closed', 'returned', 'rejected', 'merged', 'open'] as const;

function shownIn(cell: Cell): object {
  const balance = Object.fromEntries(BALANCE.map((code) => [code, numberIn(cell, code)]));
  return { ...balance, onTime: numberIn(cell, 'answeredOnTime'), overdue: numberIn(cell, 'openOverdue') };
}

describe('reports of a year of 5,000 tickets', () => {
  it('rule 65: balance in each period and cell, and say what another count of the same history says', async () => {
    for (const period of periods()) {
      const until = instantOf(period.lastDay, 24 * 60);
      const { now } = spansOf(period, until);
      const { facts } = await factsOf(period);
      const figures = figuresOf(CURRENT_INDICATORS, facts, now.window);
      expect(cellsIn(figures).filter((cell) => !balances(cell))).toEqual([]);
      const counted = await countedOtherwise(app.nest.get(Database), { from: new Date(now.window.from), until });
      const cells = Object.fromEntries(
        Object.entries(figures.by.unitCategory)
          .map(([name, cell]) => [name, shownIn(cell)] as const)
          .filter(([, cell]) => Object.values(cell).some((number) => number !== 0)),
      );
      expect(cells).toEqual(
        Object.fromEntries(counted.map(({ unit, category, ...cell }) => [`${unit}|${category}`, cell])),
      );
      expect(numberIn(figures.total, 'received')).toBeGreaterThan(0);
    }
  });

  it('rule 65: begin with what the period before ended with', async () => {
    for (const cutOff of CUT_OFFS) {
      let open: number | null = null;
      for (let month = 1; month <= 12; month += 1) {
        const period = periodWith('monthly', cutOff, civilDate(`2026-${String(month).padStart(2, '0')}-10`));
        const { facts, window } = await factsOf(period);
        const { total } = figuresOf(CURRENT_INDICATORS, facts, window);
        if (open !== null) expect(numberIn(total, 'carried')).toBe(open);
        open = numberIn(total, 'open');
      }
    }
  });

  it('freeze, and come out byte for byte the same a year later though rules, names and tickets are others', async () => {
    const id = await get(MakeReport).of(supervisor, periodWith('yearly', 'calendar', YEAR));
    const { snapshotSha256 } = await get(ReportQueries).one(id);
    await get(KeepReport).write(supervisor, id, {
      addressee: 'UBND thành phố',
      assessment: 'Đúng hạn.',
      proposals: '',
    });
    await get(KeepReport).freeze(supervisor, id, snapshotSha256);
    expect(await get(CheckReport).check(id)).toEqual(ALL_HOLD);

    await changeEverything();
    app.clock.set('2028-01-10T02:00:00.000Z');
    expect(await get(CheckReport).check(id)).toEqual(ALL_HOLD);
    const again = await get(MakeReport).of(supervisor, periodWith('yearly', 'calendar', YEAR));
    const [kept, anew] = await Promise.all([get(ReportQueries).one(id), get(ReportQueries).one(again)]);
    expect(anew.figures).toEqual(kept.figures);
    // The names of units and categories are those of their day.
    expect(anew.snapshotSha256).not.toBe(kept.snapshotSha256);
    await expect(get(KeepReport).drop(supervisor, id)).rejects.toMatchObject({ code: 'report-act-barred' });
  });

  it('tell when a row, a number or the history itself was changed behind their back', async () => {
    const id = await get(MakeReport).of(supervisor, periodWith('monthly', 'day15', civilDate('2026-05-10')));
    const { figures, figuresBefore } = await get(ReportQueries).one(id);
    const { manager } = app.nest.get(Database).writer;
    const check = () => get(CheckReport).check(id);

    await manager.update(ReportFactEntity, { reportId: id, span: 'now', no: 3 }, { fact: '{}' });
    expect(await check()).toMatchObject({ rows: false, figures: true, history: true });

    const total = { ...figures.total, answeredOnTime: numberIn(figures.total, 'answeredOnTime') + 1 };
    await manager.update('report', { id }, { figures: { ...figures, total }, figuresBefore });
    expect(await check()).toMatchObject({ figures: false, history: true });

    const [fact] = await get(ReportQueries).rows(id, { span: 'now', mark: 'answeredLate' }, { after: 0, size: 1 });
    const { ticketId, legalEndAt } = fact?.fact ?? { ticketId: '', legalEndAt: '' };
    await manager.update(TicketStandingEntity, { ticketId }, { legalEndAt: new Date('2026-12-31T00:00:00.000Z') });
    expect(await check()).toMatchObject({ history: false });
    await manager.update(TicketStandingEntity, { ticketId }, { legalEndAt: new Date(legalEndAt) });
  });

  it('open the rows behind each number, page by page', async () => {
    const id = await get(MakeReport).of(supervisor, periodWith('quarterly', 'calendar', civilDate('2026-05-10')));
    const { figures } = await get(ReportQueries).one(id);
    for (const [unitId, cell] of Object.entries(figures.by.unit)) {
      for (const mark of ['carried', 'answeredLate', 'rated'] as const) {
        let after = 0;
        let found = 0;
        for (;;) {
          const rows = await get(ReportQueries).rows(id, { span: 'now', mark, unitId }, { after, size: 50 });
          found += rows.length;
          after = rows.at(-1)?.no ?? after;
          if (rows.length < 50) break;
        }
        expect(found).toBe(numberIn(cell, mark));
      }
    }
  });
});

const ALL_HOLD = {
  ...{ snapshot: true, figures: true, balance: true, carried: true, rows: true, history: true, frozen: true },
};

async function factsOf(period: ReportPeriod) {
  const { now, before } = spansOf(period, instantOf(period.lastDay, 24 * 60));
  const { now: facts } = await get(ReportHistory).facts({
    now,
    before: { ...before, window: { from: '1', until: '0' } },
  });
  return { facts, window: now.window };
}

/** A simulated year goes by: other limits, other names, tickets that come back, are judged and measured anew. */
async function changeEverything(): Promise<void> {
  app.clock.set('2027-03-01T02:00:00.000Z');
  const [shipped] = POLICY_SETS;
  if (shipped === undefined) throw new Error('No rules ship');
  const { categories } = shipped;
  const renamed = { ...categories, fees: { ...categories.fees, name: 'Các khoản thu' } };
  const draft = { ...shipped, name: 'Bộ mới', validFrom: civilDate('2027-03-01'), categories: renamed };
  await get(PublishPolicy).publish(PARTIES.leader, {
    draft,
    reason: 'Theo kết luận họp giao ban.',
    basedOn: 1,
    latest: 1,
  });
  await get(UnitOfWork).run(async (tx) => {
    await tx.update(UnitEntity, { id: 'gdtrh' }, { name: 'Phòng Giáo dục Phổ thông' });
    const tickets = await tx.find(TicketEntity, { order: { id: 'ASC' }, take: 300 });
    for (const before of tickets) {
      const reopened = before.open ? {} : { state: 'reopened' as const, open: true, cycle: before.cycle + 1 };
      const legalEndAt = new Date('2027-04-01T00:00:00.000Z');
      const change = { ...reopened, leadUnitId: 'nui-voi', category: 'other' as const, policyVersion: 2, legalEndAt };
      await tx.update(TicketEntity, { id: before.id }, change);
      await get(TicketStandings).keep(tx, before, Object.assign(new TicketEntity(), before, change));
    }
  });
}
