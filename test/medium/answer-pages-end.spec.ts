import { Calendars, ConfirmCalendar, ProposeCalendar, type CalendarChange } from '../../src/calendar/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { AskedSchool } from '../support/asked-school.js';

const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
const WORDS = { reason: 'Thành phố cho nghỉ thêm', source: 'Công văn 12/UBND' };

describe('the end of an answer page', () => {
  let school: AskedSchool;

  beforeEach(async () => {
    school = await AskedSchool.open();
  });
  afterEach(() => school.app.close());

  /** The last day of the request becomes a holiday. */
  const giveMoreTime = async (): Promise<void> => {
    const { nest } = school.app;
    const date = civilDateOf((await school.request()).legalEndAt);
    const dayOff = { kind: 'holiday', date, name: 'Nghỉ thêm', source: WORDS.source, confidence: 'confirmed' } as const;
    const change: CalendarChange = { kind: 'day', date, dayOff, makeUp: null };
    const proposalId = await nest.get(ProposeCalendar).propose(ADMINISTRATOR, { change, ...WORDS });
    const against = await nest.get(Calendars).inForce();
    await nest.get(ConfirmCalendar).confirm(ADMINISTRATOR, { proposalId, against });
    await school.app.work();
  };

  it('follows that of its request when it is counted again', async () => {
    const secret = await school.issue();
    const { legalEndAt: before } = await school.request();
    await giveMoreTime();
    const { legalEndAt: after } = await school.request();
    expect(after.getTime()).toBeGreaterThan(before.getTime());
    school.app.clock.set(new Date(before.getTime() + 1).toISOString());
    expect(await school.read(secret)).toMatchObject({ standing: 'open', endsAt: after });
    await school.answer(secret);
    expect((await school.read(secret))?.standing).toBe('answered');
    school.app.clock.set(after.toISOString());
    expect((await school.read(secret))?.standing).toBe('past');
  });
});
