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

  /** In the order of codes, after the one given. */
  after(code: string, limit: number, parentCode: string | null = null): ListedAgency[] {
    return this.database.all(
      agency,
      'select * from agency where code > ? and (? is null or parentCode = ?) order by code limit ?',
      code,
      parentCode,
      parentCode,
      limit,
    );
  }
}
