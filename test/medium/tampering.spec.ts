import { chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedAnchor } from '../../src/documents/domain/anchor.js';
import { isSigned } from '../../src/documents/domain/signed.js';
import { saidByEntry } from '../../src/documents/domain/register-line.js';
import { DocumentFileEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { RegisterEntryEntity } from '../../src/documents/persistence/register-entry.entity.js';
import { chainHash } from '../../src/journal/domain/chain.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { CHAIN_START, linkHash } from '../../src/kernel/hash-chain.js';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { ChainedApp } from '../support/chained-app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { unguard } from '../support/unguarded.js';

describe('registers and journal that somebody tampers with behind the program’s back', () => {
  let test: TestDatabase;
  let app: ChainedApp;
  let clock: FixedClock;
  let anchor: SignedAnchor;

  const sql = (statement: string): Promise<unknown> => test.database.writer.query(statement);

  /** A person who can write the file of the database can also remove its triggers. */
  const withoutTriggers = (): Promise<void> => unguard(test.database, 'register_entry', 'journal_entry');

  const anchored = async (): Promise<SignedAnchor> => {
    clock.advance(60 * 60_000);
    return JSON.parse(await readFile((await app.anchors.write()) ?? '', 'utf8')) as SignedAnchor;
  };

  /** Five documents came, four letters went through the register; then where all stood was anchored. */
  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new FixedClock('2026-03-16T02:00:00Z');
    app = new ChainedApp(test.database, test.directory, clock);
    for (const code of ['1', '2', '3', '4', '5']) await app.receive(`${code}/TĐ1022`);
    const [first, second, third] = [await app.number(), await app.number(), await app.number()];
    await app.number();
    await app.seal(first);
    await app.release(first);
    await app.seal(second);
    await app.voidNumber(third, 'Lãnh đạo ký nhầm bản');
    anchor = await anchored();
  });
  afterEach(() => test.close());

  it('prove themselves as long as nobody does', async () => {
    expect(await app.flaws(anchor)).toEqual([]);
    expect(await app.checkRegister.check({ book: 'outgoing', year: 2026 })).toMatchObject({
      ...{ from: 1, to: 4, present: 4, voided: 1, gaps: [], duplicates: [], chain: 'intact', brokenAt: null },
      accept: true,
    });
  });

  it('refuse in the database itself to be changed', async () => {
    for (const table of ['register_entry', 'journal_entry']) {
      await expect(sql(`UPDATE "${table}" SET "hash" = 'x'`)).rejects.toThrow('append-only');
      await expect(sql(`DELETE FROM "${table}"`)).rejects.toThrow('append-only');
    }
  });

  describe('name', () => {
    it('1. a line whose subject was edited', async () => {
      await sql(`UPDATE "outgoing_document" SET "subject" = 'viec khac' WHERE "number" = 2`);
      expect(await app.flaws()).toEqual(['outgoing line-changed 2']);
    });

    it('2. an entry that was edited and given a hash that fits it', async () => {
      await withoutTriggers();
      const { manager } = test.database.writer;
      const entry = await manager.findOneByOrFail(RegisterEntryEntity, { book: 'incoming', seq: 2 });
      const facts = { ...entry.facts, subject: 'viec khac' };
      const hash = linkHash(entry.previousHash, saidByEntry(Object.assign(entry, { facts })));
      await manager.update(RegisterEntryEntity, { book: 'incoming', seq: 2 }, { facts, hash });
      await sql(`UPDATE "incoming_document" SET "subject" = 'viec khac' WHERE "arrivalNumber" = 2`);
      expect(await app.flaws()).toEqual(['incoming chain-broken 3']);
    });

    it('3. a line removed from the middle', async () => {
      await sql(`DELETE FROM "incoming_document" WHERE "arrivalNumber" = 3`);
      expect(await app.flaws()).toEqual(['incoming line-missing 3', 'incoming number-missing 3']);
    });

    it('4. a tail cut off: the last line, its entry, and the count', async () => {
      await withoutTriggers();
      await sql(`DELETE FROM "incoming_document" WHERE "arrivalNumber" = 5`);
      await sql(`DELETE FROM "register_entry" WHERE "book" = 'incoming' AND "seq" = 5`);
      await sql(`UPDATE "register_book" SET "last" = 4 WHERE "book" = 'incoming'`);
      expect(await app.flaws(anchor)).toEqual(['incoming before-anchor 5']);
    });

    it('5. a line that was put in', async () => {
      const { manager } = test.database.writer;
      const line = await manager.findOneByOrFail(OutgoingDocumentEntity, { number: 4 });
      await manager.insert(
        OutgoingDocumentEntity,
        Object.assign(line, { id: 'chen', number: 5, signatureRequestId: 'chen' }),
      );
      await sql(`UPDATE "register_book" SET "last" = 5 WHERE "book" = 'outgoing'`);
      expect(await app.flaws()).toEqual(['outgoing line-not-entered 5']);
    });

    it('6. two lines that changed their numbers', async () => {
      await sql(`UPDATE "incoming_document" SET "arrivalNumber" = 99 WHERE "arrivalNumber" = 1`);
      await sql(`UPDATE "incoming_document" SET "arrivalNumber" = 1 WHERE "arrivalNumber" = 2`);
      await sql(`UPDATE "incoming_document" SET "arrivalNumber" = 2 WHERE "arrivalNumber" = 99`);
      expect(await app.flaws()).toEqual(['incoming line-changed 1', 'incoming line-changed 2']);
    });

    it('7. a time that was changed in the journal', async () => {
      await withoutTriggers();
      await sql(`UPDATE "journal_entry" SET "at" = '2026-03-15 02:00:00.000' WHERE "seq" = 4`);
      expect(await app.flaws()).toEqual(['journal chain-broken 4']);
    });

    it('8. a journal cut off, and its head with it', async () => {
      await withoutTriggers();
      const { rows } = await app.journal.verify();
      await sql(`DELETE FROM "journal_entry" WHERE "seq" = ${String(rows)}`);
      expect(await app.flaws()).toEqual([`journal end-missing ${String(rows)}`]);
      const last = await test.database.writer.manager.findOneByOrFail(JournalEntryEntity, { seq: rows - 1 });
      await sql(`UPDATE "journal_head" SET "seq" = ${String(last.seq)}, "hash" = '${last.hash}'`);
      expect(await app.flaws(anchor)).toEqual([`journal before-anchor ${String(rows)}`]);
    });

    onSqlite('puts an old copy of its file back').it('9. an old copy of the database put back', async () => {
      const path = join(test.directory, 'hoi-am.db');
      const old = join(test.directory, 'cu.db');
      await sql(`VACUUM INTO '${old}'`);
      await app.receive('6/TĐ1022');
      const later = await anchored();
      await test.database.close();
      await copyFile(old, path);
      test = { ...test, database: await Database.open(`sqlite:${path}`, SCHEMA) };
      app = new ChainedApp(test.database, test.directory, new FixedClock('2026-03-16T03:00:00Z'));
      expect(await app.flaws(later)).toEqual(['incoming before-anchor 6', 'journal before-anchor 14']);
    });

    it('10. a file of the store that was edited, or taken away', async () => {
      const [file] = await test.database.reader.manager.find(DocumentFileEntity, { order: { sha256: 'ASC' } });
      const path = app.files.pathOf(file?.sha256 ?? '');
      await chmod(path, 0o600);
      await writeFile(path, 'khác');
      const [damaged] = await app.flaws();
      expect(damaged).toMatch(/^incoming file-damaged \d$/u);
      await rm(path);
      expect(await app.flaws()).toEqual([damaged?.replace('damaged', 'missing')]);
    });

    it('11. a file that was exchanged in the register for another one', async () => {
      const other = await app.files.put(Buffer.from('tệp khác'));
      await sql(
        `UPDATE "document_file" SET "sha256" = '${other}' WHERE "documentId" IN
        (SELECT "id" FROM "incoming_document" WHERE "arrivalNumber" = 4)`,
      );
      expect(await app.flaws()).toEqual(['incoming line-changed 4']);
    });

    it('12. chains that were written anew from their start, triggers taken away first', async () => {
      await withoutTriggers();
      await sql(`UPDATE "outgoing_document" SET "subject" = 'viec khac' WHERE "number" = 1`);
      await rewriteRegister(test.database);
      await rewriteJournal(test.database);
      expect(await app.flaws()).toEqual([]);
      expect(await app.flaws(anchor)).toEqual(['outgoing anchor-differs 8', 'journal anchor-differs 13']);
      await expect(app.anchors.write()).rejects.toThrow('không còn như lúc ghi mốc');
    });
  });

  it.each([
    ['no JSON', '{"subject": '],
    ['JSON of nothing', 'null'],
    ['JSON of another sort', '"a"'],
  ])('name the line whose content is %s, and go on', async (_what, text) => {
    await withoutTriggers();
    await sql(`UPDATE "register_entry" SET "facts" = '${text}' WHERE "book" = 'incoming' AND "seq" = 2`);
    await sql(`UPDATE "journal_entry" SET "detail" = '${text}' WHERE "seq" = 3`);
    await sql(`UPDATE "outgoing_document" SET "recipients" = '${text}' WHERE "number" = 4`);
    const flaws = await app.flaws();
    expect(flaws).toEqual(
      expect.arrayContaining(['incoming chain-broken 2', 'journal chain-broken 3', 'outgoing line-changed 4']),
    );
  });

  onSqlite('keeps text where a moment should be').it('name the line whose moment is none, and go on', async () => {
    await withoutTriggers();
    await sql(`UPDATE "register_entry" SET "at" = 'hom qua' WHERE "book" = 'incoming' AND "seq" = 2`);
    await sql(`UPDATE "journal_entry" SET "at" = 'hom qua' WHERE "seq" = 3`);
    expect(await app.flaws()).toEqual(['incoming chain-broken 2', 'journal chain-broken 3']);
  });

  it('name an entry that was put at the end of a chain for an act that the program does not allow', async () => {
    const { manager } = test.database.writer;
    await sql(`UPDATE "outgoing_document" SET "subject" = 'viec khac' WHERE "number" = 4`);
    const entries = await manager.find(RegisterEntryEntity, { where: { book: 'outgoing' }, order: { seq: 'ASC' } });
    const [last, about] = [entries.at(-1), entries.find(({ number }) => number === 4)];
    const facts = { ...about?.facts, subject: 'viec khac' };
    const entry = Object.assign(new RegisterEntryEntity(), about, { seq: entries.length + 1, act: 'amended', facts });
    const previousHash = last?.hash ?? '';
    const hash = linkHash(previousHash, saidByEntry(entry));
    await manager.insert(RegisterEntryEntity, Object.assign(entry, { previousHash, hash }));
    expect(await app.flaws()).toEqual(['outgoing act-impossible 4']);
  });

  it('name lines below the first number and files that cannot be', async () => {
    await sql(`UPDATE "incoming_document" SET "arrivalNumber" = -2 WHERE "arrivalNumber" = 5`);
    await sql(`UPDATE "document_file" SET "sha256" = 'x' WHERE "documentId" IN
      (SELECT "id" FROM "incoming_document" WHERE "arrivalNumber" = 4)`);
    expect(await app.flaws()).toEqual([
      ...['incoming number-below-one -2', 'incoming line-changed -2', 'incoming line-changed 4'],
      ...['incoming file-missing 4', 'incoming number-missing 5'],
    ]);
  });

  it('are not anchored again once they were taken back', async () => {
    await withoutTriggers();
    await sql(`DELETE FROM "register_entry" WHERE "book" = 'incoming' AND "seq" = 5`);
    await expect(app.anchors.write()).rejects.toThrow('không còn như lúc ghi mốc');
  });

  it('are anchored on although the last anchor was cut off while it was written', async () => {
    await writeFile(join(test.directory, 'moc', 'moc-2026-03-16T04-00-00.000Z.json'), '{"at":');
    expect(await app.anchors.write()).toBeNull();
    await app.receive('6/TĐ1022');
    clock.advance(2 * 60 * 60_000);
    expect(await app.anchors.write()).toContain('moc-2026-03-16T05-00-00.000Z.json');
  });

  it('are anchored by a signature that holds for these facts alone', async () => {
    expect(isSigned(anchor)).toBe(true);
    expect(isSigned({ ...anchor, journal: { ...anchor.journal, seq: 1 } })).toBe(false);
    expect(await app.anchors.write()).toBeNull();
  });
});

async function rewriteRegister({ writer: { manager } }: Database): Promise<void> {
  let previousHash = CHAIN_START;
  for (const entry of await manager.find(RegisterEntryEntity, { where: { book: 'outgoing' }, order: { seq: 'ASC' } })) {
    const facts = entry.number === 1 ? { ...entry.facts, subject: 'viec khac' } : entry.facts;
    const hash = linkHash(previousHash, saidByEntry(Object.assign(entry, { facts })));
    await manager.update(RegisterEntryEntity, { book: 'outgoing', seq: entry.seq }, { facts, previousHash, hash });
    previousHash = hash;
  }
}

async function rewriteJournal({ writer: { manager } }: Database): Promise<void> {
  let previousHash = CHAIN_START;
  for (const line of await manager.find(JournalEntryEntity, { order: { seq: 'ASC' } })) {
    const said = Object.assign(line, { actorName: line.seq === 1 ? 'Ai đó' : line.actorName });
    const hash = chainHash(previousHash, said);
    await manager.update(JournalEntryEntity, { seq: line.seq }, { actorName: said.actorName, previousHash, hash });
    previousHash = hash;
  }
  await manager.query(`UPDATE "journal_head" SET "hash" = '${previousHash}'`);
}
