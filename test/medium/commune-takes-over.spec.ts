import type { Actor } from '../../src/kernel/actor.js';
import { UnitEntity, WriteUnits } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { CloseUnit } from '../../src/succession/index.js';
import { AssignTicket } from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: 'van-phong', roles: ['administrator'] };
const COMMUNE = { id: 'an-lao', code: 'AnLao', name: 'Phòng Văn hóa - Xã hội xã An Lão', symbol: 'AL', parentId: null };
const SCHOOL = 'nui-voi';

describe('a unit that goes to a commune', () => {
  let life: LifeOfATicket;

  beforeEach(async () => {
    life = await LifeOfATicket.begin();
    await life.get(UnitOfWork).run((tx) => tx.insert(UnitEntity, { ...COMMUNE, kind: 'communeDivision' }));
  });
  afterEach(() => life.end());

  const unit = () => life.rows.findOneByOrFail(UnitEntity, { id: SCHOOL });
  const goes = {
    closed: () => {
      const draft = { successorId: COMMUNE.id, from: '2026-03-18', reason: 'Quyết định 12/QĐ-UBND' };
      return life.get(CloseUnit).close(ADMINISTRATOR, SCHOOL, draft);
    },
    placed: () => life.get(WriteUnits).place(ADMINISTRATOR, SCHOOL, { kind: 'school', parentId: COMMUNE.id }),
  };

  it.each([
    ['closed', 'successorId'],
    ['placed', 'parentId'],
  ] as const)('is not %s while it leads a ticket: that is handed over first', async (how, field) => {
    await life.get(AssignTicket).assign(PARTIES.clerk, { ticketId: life.id, unitId: SCHOOL, officerId: 'luc' });
    await expect(goes[how]()).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field, message: expect.stringContaining('Trường THPT Núi Voi: phiếu đang xử lý (1)') as unknown },
    });
    expect(await life.now()).toMatchObject({ leadUnitId: SCHOOL });
    expect(await unit()).toMatchObject({ validTo: null, parentId: null });
    await life.get(AssignTicket).assign(PARTIES.clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' });
    await goes[how]();
    expect((await unit())[how === 'closed' ? 'successorId' : 'parentId']).toBe(COMMUNE.id);
  });

  it('takes along what it is asked', async () => {
    const coordinators = [{ unitId: SCHOOL, question: 'Báo cáo việc thu tiền học thêm.' }];
    const given = { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc', coordinators };
    await life.get(AssignTicket).assign(PARTIES.clerk, given);
    await goes.closed();
    const requests = await life.rows.findBy(TicketCoordinationEntity, { ticketId: life.id });
    expect(requests.filter(({ endedAt }) => endedAt === null).map(({ unitId }) => unitId)).toEqual([COMMUNE.id]);
  });
});
