import { JournalQueries } from '../../journal/index.js';
import type { Database } from '../../platform/database/database.js';
import type { Anchor } from '../domain/anchor.js';
import { RegisterCheckQueries } from '../persistence/register-check-queries.js';

/** How an anchor stands to the database: whether its chains still hold what it saw, and whether they have grown since. */
export async function anchorStanding(
  database: Database,
  { journal, registers }: Anchor,
): Promise<{ readonly chain: 'stands' | 'takenBack'; readonly isBehind: boolean }> {
  const [lines, books] = [new JournalQueries(database), new RegisterCheckQueries(database)];
  const isBehind = (await lines.head()).seq > journal.seq;
  if ((await lines.hashAt(journal.seq)) !== journal.hash) return { chain: 'takenBack', isBehind };
  for (const register of registers)
    if ((await books.hashAt(register, register.seq)) !== register.hash) return { chain: 'takenBack', isBehind };
  return { chain: 'stands', isBehind };
}
