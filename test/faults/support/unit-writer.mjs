// Does one unit of work for each line that it is told, and says what came of it. A process of its own: the driver knows its errors by their class.
import { createInterface } from 'node:readline';
import { isDatabaseUnwell } from '../../../dist/src/platform/database/database-errors.js';
import { Database } from '../../../dist/src/platform/database/database.js';
import { UnitOfWork } from '../../../dist/src/platform/database/unit-of-work.js';

const database = await Database.open(process.argv[2] ?? '', { entities: [], migrations: [] });
const uow = new UnitOfWork(database);

/** Two lines that belong together. */
async function write() {
  let runs = 0;
  try {
    await uow.run(async (tx) => {
      runs += 1;
      await tx.query(`INSERT INTO "so" VALUES (N'ticket')`);
      await tx.query(`INSERT INTO "so" VALUES (N'number')`);
    });
    return { end: 'written', runs };
  } catch (error) {
    return { end: isDatabaseUnwell(error) ? 'database unwell' : `${error.name} ${error.code}`, runs };
  }
}

for await (const _ of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await write())}\n`);
await database.close();
