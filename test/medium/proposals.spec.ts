import { FollowArrivals, ProposalQueries, TrainModel } from '../../src/proposals/index.js';
import { ProposalModelEntity, TicketProposalEntity } from '../../src/proposals/persistence/proposal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { RoutingLineEntity } from '../../src/routing-table/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { AssignTicket, ClassifyTicket, ReturnTicket, UndoAct } from '../../src/tickets/index.js';
import { heldFor, MOST_TOGETHER } from '../../src/tickets/domain/undo.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { FEEDBACK, TestApp } from '../support/test-app.js';

const { clerk } = PARTIES;

/** Fees go to the division of secondary schools; buildings to the school that is named. */
const LINE = {
  ...{ schoolLevel: null, area: null, coordinators: [], basis: '125/QĐ-SGDĐT', validFrom: civilDate('2026-01-01') },
  ...{ validTo: null, createdById: 'vanthu', createdByName: 'Phạm Minh Tuệ', createdAt: new Date('2026-01-01') },
  ...{ endedBecause: null, endedByName: null, endedAt: null },
} as const;
const LINES: readonly RoutingLineEntity[] = [
  { ...LINE, coordinators: [], id: 'r1', no: 1, category: 'fees', leadUnitId: 'gdtrh', officerId: 'ngoc' },
  { ...LINE, coordinators: [], id: 'r2', no: 2, category: 'facilities', leadUnitId: null, officerId: null },
];

/** 18/03/2026. */
describe('what is proposed for an arrived paper', () => {
  let app: TestApp;
  // One app for all of them: each looks at tickets of its own, and what changes later proposals comes last.
  beforeAll(async () => {
    app = await TestApp.open();
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(RoutingLineEntity, [...LINES]));
  });
  afterAll(() => app.close());

  const follow = () => app.nest.get(FollowArrivals).run();
  /** Once an assignment can no longer be taken back. */
  const followLater = (): Promise<number> => {
    app.clock.advance(heldFor(MOST_TOGETHER));
    return follow();
  };
  const kept = (ticketId: string) =>
    app.nest.get(Database).reader.manager.findOneByOrFail(TicketProposalEntity, { ticketId });
  const pageOf = async (path: string) => (await (await app.browserOf('vanthu')).get(path)).body;

  it('stands with its reason in the list and in the forms, and is told right once it was taken', async () => {
    const ticket = await app.receive();
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
    expect((await kept(ticket.id)).content).toMatchObject({
      category: { category: 'fees' },
      units: [
        {
          ...{ unitId: 'gdtrh', officerId: 'ngoc' },
          reason: expect.stringContaining('Theo bảng phân công (125/QĐ-SGDĐT), dòng 1') as unknown,
        },
      ],
      agency: null,
    });
    expect(await pageOf('/')).toContain('Đề xuất: Phòng Giáo dục Trung học');
    const page = await pageOf(`/phieu/${ticket.id}`);
    expect(page).toContain('dòng 1: lĩnh vực Thu chi, dạy thêm. Trường được nêu: Trường THPT Núi Voi.');
    expect(page).toMatch(/<option value="gdtrh" selected/u);
    expect(page).toMatch(/<option value="ngoc" selected/u);
    expect(page).toContain('Đề xuất: Thu chi, dạy thêm.');

    await app.nest.get(AssignTicket).assign(clerk, { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' });
    await followLater();
    expect(await kept(ticket.id)).toMatchObject({ month: '2026-03', unitRight: 1, officerRight: 1, fieldRight: 1 });
    expect(await app.nest.get(ProposalQueries).hitsSince(new Date(0))).toEqual([
      { month: '2026-03', unitId: 'gdtrh', decided: 1, unitRight: 1, officerRight: 1, fieldRight: 1 },
    ]);
    expect((await (await app.browserOf('giamsat')).get('/giam-sat')).body).toContain('1 (100%)');
    expect(await pageOf(`/phieu/${ticket.id}`)).not.toContain('Đề xuất.');
  });

  it('is the school that the words name where the table says so, and wrong where somebody else was chosen', async () => {
    const ticket = await app.receive({
      ...{ category: '', subject: 'Nhà vệ sinh học sinh xuống cấp', place: '' },
      text: 'Nhà vệ sinh và phòng học trường cấp 3 núi voi dột, xuống cấp, bàn ghế hỏng.',
    });
    await follow();
    expect((await kept(ticket.id)).content.units[0]).toMatchObject({ unitId: 'nui-voi', officerId: 'luc' });
    await app.nest.get(AssignTicket).assign(clerk, { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' });
    await followLater();
    expect(await kept(ticket.id)).toMatchObject({ decidedUnitId: 'gdtrh', unitRight: 0, officerRight: 0 });
  });

  it('names the agency that is competent for what is not ours', async () => {
    const ticket = await app.receive({
      ...{ category: '', subject: 'Mất điện liên tục', place: '' },
      text: 'Khu tôi mất điện liên tục, điện lực cắt điện không báo trước, tiền điện tăng.',
    });
    await follow();
    const page = await pageOf(`/phieu/${ticket.id}`);
    expect(page).toContain('cơ quan có thẩm quyền: Công ty Điện lực');
    expect(page).toContain('value="Công ty Điện lực"');
    await app.nest.get(ReturnTicket).return(clerk, ticket.id, {
      ...{
        agency: 'Công ty Điện lực',
        text: 'Việc cung cấp điện do Công ty Điện lực giải quyết; Sở không có thẩm quyền.',
      },
    });
    await follow();
    expect(await kept(ticket.id)).toMatchObject({ decidedUnitId: null, unitRight: 1 });
  });

  it('rests on the field that a clerk has chosen since, and on none while that is not known', async () => {
    const ticket = await app.receive();
    await follow();
    await app.nest.get(ClassifyTicket).classify(clerk, ticket.id, {
      ...{ category: 'facilities', level: 'normal', nature: 'feedback', kind: 'feedback', complainedUnitId: null },
    });
    expect(await pageOf(`/phieu/${ticket.id}`)).not.toContain('Đề xuất. Theo bảng');
    await follow();
    expect(await kept(ticket.id)).toMatchObject({
      ...{ category: 'fees', content: { basis: 'facilities', units: [{ unitId: 'nui-voi', officerId: 'luc' }] } },
    });
    expect(await pageOf(`/phieu/${ticket.id}`)).toMatch(/<option value="nui-voi" selected/u);
  });

  it('is judged by no assignment that was taken back, also where it was seen before', async () => {
    const ticket = await app.receive();
    await follow();
    const given = { ticketId: ticket.id, unitId: 'nui-voi', officerId: 'luc' };
    const lineId = (await app.nest.get(AssignTicket).assign(clerk, given)) ?? '';
    await follow();
    await app.nest.get(UndoAct).undo(clerk, { ticketId: ticket.id, lineId });
    await followLater();
    expect(await kept(ticket.id)).toMatchObject({ month: null, decidedAt: null });
  });

  it('is not made again, nor for what a unit has', async () => {
    const ticket = await app.receive({ ...FEEDBACK });
    await app.nest.get(AssignTicket).assign(clerk, { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' });
    expect(await follow()).toBe(0);
    expect(await app.nest.get(ProposalQueries).shownOf(ticket.id)).toBeNull();
  });

  it('rests on what was decided of papers like it, learnt without anybody', async () => {
    const answered = Array.from({ length: 12 }, (_none, at) =>
      aTicket({
        ...{ id: `t-${String(at)}`, state: 'answered', leadUnitId: 'nui-voi', officerId: 'luc', category: 'other' },
        ...{ answeredAt: new Date(Date.parse('2026-02-01') + at * 60_000) },
        ...{
          subject: 'Sân bóng chuyền cho thuê',
          words: 'Sân bóng chuyền của xã cho thuê, ông Nguyễn Quang Bỉnh thu 0912 345 678.',
        },
      }),
    );
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(TicketEntity, answered));
    const denounced = { state: 'answered', nature: 'denunciation', answeredAt: new Date('2026-02-02') } as const;
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.insert(TicketEntity, [aTicket({ ...denounced, id: 't-secret', leadUnitId: 'nui-voi' })]));
    // Those, and the one that was returned above; not the denunciation.
    expect([await app.nest.get(TrainModel).train(), await app.nest.get(TrainModel).train()]).toEqual([13, 13]);
    const [model, ...others] = await app.nest.get(Database).reader.manager.find(ProposalModelEntity);
    expect([model?.no, others]).toEqual([2, []]);
    const learnt = JSON.stringify(model?.model);
    expect(learnt).toContain('bong chuyen');
    for (const word of ['binh', 'quang', '0912', 'hanh']) expect(learnt).not.toContain(`"${word}`);

    const ticket = await app.receive({
      ...{ category: '', subject: 'Cho thuê sân bóng chuyền', place: '' },
      text: 'Sân bóng chuyền cho thuê cả buổi tối.',
    });
    await follow();
    const [unit] = (await kept(ticket.id)).content.units;
    expect(unit).toMatchObject({ unitId: 'nui-voi', reason: 'Theo các phiếu tương tự Sở đã giao.' });
    expect(unit?.earlier).toHaveLength(3);
    expect(await pageOf(`/phieu/${ticket.id}`)).toContain('Phiếu tương tự:');
  });

  it('is kept back while too few of the last ones were right', async () => {
    const decided = Array.from({ length: 40 }, (_none, at): TicketProposalEntity => ({
      ...{ ticketId: `old-${String(at)}`, madeAt: new Date('2026-03-01'), shown: true, unitId: 'gdtrh' },
      ...{
        content: { category: null, level: null, basis: null, units: [], agency: null },
        category: null,
        agency: null,
      },
      ...{ decidedAt: new Date('2026-03-02'), month: '2026-03', decidedUnitId: 'nui-voi' },
      ...{ unitRight: at < 20 ? 1 : 0, officerRight: 0, fieldRight: 0 },
    }));
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(TicketProposalEntity, decided));
    const ticket = await app.receive();
    await follow();
    expect(await kept(ticket.id)).toMatchObject({ shown: false, unitId: 'gdtrh' });
    expect(await app.nest.get(ProposalQueries).shownAmong([ticket.id])).toEqual(new Map());
    expect(await pageOf(`/phieu/${ticket.id}`)).not.toContain('Đề xuất');
  });
});
