import {
  AcceptTicket,
  AssignTicket,
  HandOverTickets,
  RemindHolder,
  ReopenTicket,
  UndoAct,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { Tickets } from '../../src/tickets/application/tickets.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { UnitsHeard1765000000024 } from '../../src/platform/database/migrations/0024-units-heard.js';
import { Database } from '../../src/platform/database/database.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, stranger } = PARTIES;
const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };

let life: LifeOfATicket;

beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const heardAt = async () => (await life.now()).heardAt;
const assign = (to = TO_DIVISION) => life.get(AssignTicket).assign(clerk, { ticketId: life.id, ...to });
const write = (by: typeof officer) =>
  life
    .get(UnitOfWork)
    .run((tx) => life.get(Tickets).addLine(tx, by, life.id, { kind: 'progress', title: 'Đã gọi điện' }));

describe('when the unit that leads was last heard', () => {
  it('is when the ticket was given to it, then when somebody of it last wrote', async () => {
    await life.get(AcceptTicket).accept(clerk, life.id);
    expect(await heardAt()).toBeNull();
    await assign();
    expect(await heardAt()).toEqual(life.app.clock.now());
    const given = life.app.clock.now();
    life.app.clock.advance(DAY);
    await write(stranger);
    await write(clerk);
    expect(await heardAt()).toEqual(given);
    await life.get(WorkOnTicket).accept(officer, life.id);
    expect(await heardAt()).toEqual(life.app.clock.now());
  });

  it('is not when its head reminds, or somebody of it takes something back', async () => {
    await assign();
    await life.get(WorkOnTicket).accept(officer, life.id);
    const said = { field: 'progress', audience: 'internal', text: 'Đã hẹn làm việc với nhà trường.' } as const;
    const lineId = await life.get(WorkOnTicket).note(officer, life.id, said);
    const written = await heardAt();
    life.app.clock.advance(DAY);
    await life.get(UndoAct).undo(officer, { ticketId: life.id, lineId });
    await life.get(RemindHolder).remind(head, { ticketId: life.id, text: 'Đề nghị xử lý trong hôm nay.' });
    expect(await heardAt()).toEqual(written);
  });

  it('changes with the unit, and leaves the version of the ticket as it is', async () => {
    await assign();
    life.app.clock.advance(DAY);
    await assign({ unitId: 'nui-voi', officerId: 'luc' });
    expect(await heardAt()).toEqual(life.app.clock.now());
    const { version } = await life.now();
    life.app.clock.advance(DAY);
    await write(officer);
    await write(stranger);
    expect(await life.now()).toMatchObject({ heardAt: life.app.clock.now(), version });
  });

  it('is when the ticket comes back to the unit, whoever opens it again', async () => {
    await life.answered();
    life.app.clock.advance(DAY);
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Nhà trường vẫn thu tiền học thêm.');
    expect(await life.now()).toMatchObject({ leadUnitId: 'gdtrh', heardAt: life.app.clock.now() });
  });

  it('is when the work of another unit is handed over to it', async () => {
    await assign();
    life.app.clock.advance(DAY);
    const to = { unitId: 'nui-voi', officerId: 'luc' };
    const ticket = await life.now();
    await life
      .get(UnitOfWork)
      .run((tx) => life.get(HandOverTickets).one(tx, clerk, ticket, { to, because: 'Sáp nhập.' }));
    expect(await life.now()).toMatchObject({ leadUnitId: 'nui-voi', heardAt: life.app.clock.now() });
  });

  it('is found out for tickets that were there before it was kept', async () => {
    await assign();
    life.app.clock.advance(DAY);
    await life.get(WorkOnTicket).accept(officer, life.id);
    const written = await heardAt();
    life.app.clock.advance(DAY);
    await write(stranger);
    const runner = life.get(Database).writer.createQueryRunner();
    const migration = new UnitsHeard1765000000024();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await heardAt()).toEqual(written);
  });
});
