import { z } from 'zod';
import { storedInstant, type SimulatorDatabase } from './database.js';

const agency = z.object({
  code: z.string(),
  legacyCode: z.string().nullable(),
  parentCode: z.string().nullable(),
  name: z.string(),
  active: z.int().transform((flag) => flag === 1),
  modifiedAt: storedInstant,
});

export type ListedAgency = z.output<typeof agency>;

/** The directory of agencies that messages can be sent to. */
export class AgencyBook {
  constructor(private readonly database: SimulatorDatabase) {}

  /** Adds the agency, or corrects its name; an unchanged entry keeps its date. */
  list(entry: { readonly code: string; readonly name: string }, at: Date): void {
    this.database.run(
      `insert into agency values (?, null, null, ?, 1, ?)
       on conflict (code) do update set name = excluded.name, modifiedAt = excluded.modifiedAt
       where name <> excluded.name`,
      entry.code,
      entry.name,
      at.toISOString(),
    );
  }

  find(code: string): ListedAgency | undefined {
    return this.database.first(agency, 'select * from agency where code = ?', code);
  }

  /** In the order of codes, after the one given; of one parent, and changed from an instant on, where that is asked. */
  after(
    code: string,
    limit: number,
    only: { readonly parentCode?: string; readonly since?: Date } = {},
  ): ListedAgency[] {
    const { parentCode = null, since } = only;
    return this.database.all(
      agency,
      `select * from agency where code > ? and (? is null or parentCode = ?) and modifiedAt >= ? order by code limit ?`,
      code,
      parentCode,
      parentCode,
      since?.toISOString() ?? '',
      limit,
    );
  }

  /** Lists so many made-up bodies of the whole country, as the national directory has them; those that are there stay. */
  fill(count: number, at: Date): void {
    this.database.run(
      `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)
       insert or ignore into agency
       select 'H' || printf('%02d', 1 + i % 63) || '.' || (i / 63 / 40) || '.' || (i / 63 % 40),
         printf('%03d.%02d.%02d.H%02d', i / 63 / 40, i / 63 % 40, 0, 1 + i % 63),
         'H' || printf('%02d', 1 + i % 63),
         'Cơ quan thử số ' || i || ', đơn vị ' || (i / 63 % 40) || ', tỉnh thứ ' || (1 + i % 63), 1, ?
       from n`,
      count,
      at.toISOString(),
    );
  }
}
