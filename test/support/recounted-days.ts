import { civilDateOf } from '../../src/kernel/civil-date.js';
import type { Database } from '../../src/platform/database/database.js';
import { TicketDayCountEntity } from '../../src/tickets/persistence/days/ticket-day-count.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

/** Of each day, unit and category the numbers received, still open and answered, by one name; days of which all are nought fall away. */
export type DayNumbersByName = Readonly<
  Record<string, readonly [received: number, stillOpen: number, answered: number]>
>;

export async function keptDays(database: Database): Promise<DayNumbersByName> {
  const rows = await database.reader.getRepository(TicketDayCountEntity).find();
  return named(
    rows.map(({ day, unitId, category, received, stillOpen, answered }) => ({
      name: `${day} ${unitId} ${category}`,
      numbers: [received, stillOpen, answered],
    })),
  );
}

/** From the tickets themselves, all of which are read. */
export async function recountedDays(database: Database): Promise<DayNumbersByName> {
  const tickets = await database.reader.getRepository(TicketEntity).find();
  return named(
    tickets.flatMap(({ startedAt, answeredAt, open, leadUnitId, category }) => {
      const nameOn = (at: Date): string => `${civilDateOf(at)} ${leadUnitId ?? ''} ${category}`;
      const came = { name: nameOn(startedAt), numbers: [1, open ? 1 : 0, 0] };
      return answeredAt === null ? [came] : [came, { name: nameOn(answeredAt), numbers: [0, 0, 1] }];
    }),
  );
}

function named(rows: readonly { readonly name: string; readonly numbers: readonly number[] }[]): DayNumbersByName {
  const days = new Map<string, [number, number, number]>();
  for (const { name, numbers } of rows) {
    const [one, two, three] = days.get(name) ?? [0, 0, 0];
    const [more = 0, waiting = 0, answered = 0] = numbers;
    days.set(name, [one + more, two + waiting, three + answered]);
  }
  const some = [...days].filter(([, numbers]) => numbers.some((number) => number !== 0));
  return Object.fromEntries(some.sort(([one], [other]) => (one < other ? -1 : 1)));
}
