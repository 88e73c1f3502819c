import { IncomingDocumentEntity, RegisterQueries } from '../../src/documents/index.js';
import { civilDateOf, yearOf } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { LinesOfBooks } from '../../src/documents/persistence/lines-of-books.js';
import { TestApp } from '../support/test-app.js';

describe('how many lines a book holds', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
    for (let time = 0; time < 3; time += 1) await app.receive();
  });
  afterEach(() => app.close());

  const database = () => app.nest.get(Database);
  const rows = () => database().writer.getRepository(IncomingDocumentEntity);
  const year = () => yearOf(civilDateOf(app.clock.now()));
  const number = (from: number, to: number) =>
    rows().update({ year: year(), arrivalNumber: from }, { arrivalNumber: to });

  it('counts of a run that it found whole only what was entered since', async () => {
    const registers = new RegisterQueries(database());
    expect(await registers.linesOf('incoming', year())).toBe(3);
    await app.receive();
    expect(await registers.linesOf('incoming', year())).toBe(4);
    // Not looked at again for ten minutes: the program takes no line away.
    await number(2, -9);
    expect(await registers.linesOf('incoming', year())).toBe(4);
  });

  it('misses after ten minutes what somebody took out by hand', async () => {
    let now = 0;
    const lines = new LinesOfBooks(database(), () => now);
    expect(await lines.count('incoming', year())).toBe(3);
    await number(2, -9);
    now = 599_000;
    expect(await lines.count('incoming', year())).toBe(3);
    now = 601_000;
    expect(await lines.count('incoming', year())).toBe(2);
  });

  it('counts everything again while a number has no line', async () => {
    await number(2, -9);
    const registers = new RegisterQueries(database());
    expect(await registers.linesOf('incoming', year())).toBe(2);
    await number(-9, 2);
    expect(await registers.linesOf('incoming', year())).toBe(3);
  });

  it('counts what gets a number below the first that it found', async () => {
    await number(1, -9);
    const registers = new RegisterQueries(database());
    expect(await registers.linesOf('incoming', year())).toBe(2);
    await number(-9, 1);
    expect(await registers.linesOf('incoming', year())).toBe(3);
  });

  it('counts the lines beyond a gap', async () => {
    const registers = new RegisterQueries(database());
    expect(await registers.linesOf('incoming', year())).toBe(3);
    await app.receive();
    await number(4, 6);
    expect(await registers.linesOf('incoming', year())).toBe(4);
    await app.receive();
    await number(5, 4);
    expect(await registers.linesOf('incoming', year())).toBe(5);
  });
});
