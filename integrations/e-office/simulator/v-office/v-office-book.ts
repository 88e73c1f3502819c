import { z } from 'zod';
import type { SimulatorDatabase } from '../store/database.js';

const letter = z.object({ requestId: z.string(), registerNumber: z.string(), issuesItself: z.int() });

export type VOfficeLetter = z.output<typeof letter>;

/** Letters that came over the wire of vOffice. */
export class VOfficeBook {
  constructor(private readonly database: SimulatorDatabase) {}

  note({ requestId, registerNumber, issuesItself }: VOfficeLetter): void {
    this.database.run('insert into vOfficeLetter values (?, ?, ?)', requestId, registerNumber, issuesItself);
  }

  find(requestId: string): VOfficeLetter | undefined {
    return this.database.first(letter, 'select * from vOfficeLetter where requestId = ?', requestId);
  }
}
