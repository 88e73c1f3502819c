import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { SignedAnchor } from '../../src/documents/domain/anchor.js';
import { DocumentFileEntity } from '../../src/documents/index.js';
import { chainHash } from '../../src/journal/domain/chain.js';
import { JournalEntryEntity, JournalHeadEntity } from '../../src/journal/persistence/journal.entities.js';
import { CHAIN_START } from '../../src/kernel/hash-chain.js';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { ChainedApp } from '../support/chained-app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { unguard } from '../support/unguarded.js';

interface Tamper {
  readonly what: string;
  readonly how: (manager: EntityManager, app: ChainedApp) => Promise<unknown>;
  /** What the proof says, with the last anchor at hand. */
  readonly named: readonly string[];
}

const line = (manager: EntityManager, seq: number): Promise<JournalEntryEntity> =>
  manager.findOneByOrFail(JournalEntryEntity, { seq });

/** The head as it would be if the journal ended with that line. */
const endWith = async (manager: EntityManager, seq: number): Promise<void> => {
  await manager.query('DELETE FROM "journal_entry" WHERE "seq" > ?', [seq]);
  const { hash } = await line(manager, seq);
  await manager.update(JournalHeadEntity, { id: 1 }, { seq, hash });
};

const YESTERDAY = 3;
const LAST = 6;

const TAMPERS: readonly Tamper[] = [
  {
    what: '1. a field edited',
    how: (manager) => manager.update(JournalEntryEntity, { seq: 2 }, { address: '10.9.9.9' }),
    named: ['journal chain-broken 2'],
  },
  {
    what: '2. a line edited and given the hash that fits it',
    how: async (manager) => {
      const edited = Object.assign(await line(manager, 2), { actorName: 'Ai đó' });
      const { actorName, previousHash } = edited;
      await manager.update(JournalEntryEntity, { seq: 2 }, { actorName, hash: chainHash(previousHash, edited) });
    },
    named: ['journal chain-broken 3'],
  },
  {
    what: '3. a line deleted from the middle',
    how: (manager) => manager.query('DELETE FROM "journal_entry" WHERE "seq" = 3'),
    named: ['journal chain-broken 4'],
  },
  {
    what: '4. the tail deleted, and the head with it',
    how: (manager) => endWith(manager, LAST - 1),
    named: [`journal before-anchor ${String(LAST)}`],
  },
  {
    what: '5. a line put in',
    how: async (manager) => {
      await manager.query('UPDATE "journal_entry" SET "seq" = "seq" + 100 WHERE "seq" > 2');
      await manager.query('UPDATE "journal_entry" SET "seq" = "seq" - 99 WHERE "seq" > 100');
      const put = Object.assign(await line(manager, 2), { seq: 3, action: 'ticket.close' });
      const previousHash = (await line(manager, 2)).hash;
      await manager.insert(
        JournalEntryEntity,
        Object.assign(put, { previousHash, hash: chainHash(previousHash, put) }),
      );
    },
    named: [
      'journal chain-broken 4',
      `journal end-unknown ${String(LAST + 1)}`,
      `journal anchor-differs ${String(LAST)}`,
    ],
  },
  {
    what: '6. two lines swapped',
    how: async (manager) => {
      await manager.query('UPDATE "journal_entry" SET "seq" = 100 WHERE "seq" = 2');
      await manager.query('UPDATE "journal_entry" SET "seq" = 2 WHERE "seq" = 3');
      await manager.query('UPDATE "journal_entry" SET "seq" = 3 WHERE "seq" = 100');
    },
    named: ['journal chain-broken 2'],
  },
  {
    what: '7. a time changed',
    how: (manager) => manager.update(JournalEntryEntity, { seq: 4 }, { at: new Date('2026-03-15T02:00:00Z') }),
    named: ['journal chain-broken 4'],
  },
  {
    what: '8. the database cut back to yesterday',
    how: async (manager) => {
      await endWith(manager, YESTERDAY);
      await manager.query('DROP TRIGGER "tr_register_entry_no_delete"');
      await manager.query('DELETE FROM "incoming_document" WHERE "arrivalNumber" > ?', [YESTERDAY]);
      await manager.query('DELETE FROM "register_entry" WHERE "seq" > ?', [YESTERDAY]);
      await manager.query('UPDATE "register_book" SET "last" = ?', [YESTERDAY]);
    },
    named: [`incoming before-anchor ${String(LAST)}`, `journal before-anchor ${String(LAST)}`],
  },
  {
    what: '11. the triggers taken away, before anything is changed',
    how: () => Promise.resolve(),
    named: ['journal unguarded'],
  },
  {
    what: '12. the whole chain written anew',
    how: async (manager) => {
      let previousHash = CHAIN_START;
      for (const said of await manager.find(JournalEntryEntity, { order: { seq: 'ASC' } })) {
        const actorName = said.seq === 1 ? 'Ai đó' : said.actorName;
        const hash = chainHash(previousHash, Object.assign(said, { actorName }));
        await manager.update(JournalEntryEntity, { seq: said.seq }, { actorName, previousHash, hash });
        previousHash = hash;
      }
      await manager.update(JournalHeadEntity, { id: 1 }, { hash: previousHash });
    },
    named: [`journal anchor-differs ${String(LAST)}`],
  },
  // Last, for all copies share the files.
  {
    what: '10. a file edited that an act brought in',
    how: async (manager, app) => {
      const [file] = await manager.find(DocumentFileEntity, { order: { sha256: 'ASC' } });
      const path = app.files.pathOf(file?.sha256 ?? '');
      await chmod(path, 0o600);
      await writeFile(path, 'khác');
    },
    named: [expect.stringMatching(/^incoming file-damaged \d$/u) as string],
  },
];

onSqlite('tampers with copies of its file').describe(
  'rule 54: twelve tampers with the journal, with the last anchor at hand',
  () => {
    const clock = new FixedClock('2026-03-16T02:00:00Z');
    let test: TestDatabase;
    let anchor: SignedAnchor;
    let copies = 0;
    const [yesterday, whole] = [
      (): string => join(test.directory, 'hom-qua.db'),
      (): string => join(test.directory, 'du.db'),
    ];

    beforeAll(async () => {
      test = await openTestDatabase();
      const app = new ChainedApp(test.database, test.directory, clock);
      for (let number = 1; number <= LAST; number += 1) {
        await app.receive(`${String(number)}/TĐ1022`);
        if (number === YESTERDAY) await test.database.writer.query(`VACUUM INTO '${yesterday()}'`);
      }
      await test.database.writer.query(`VACUUM INTO '${whole()}'`);
      anchor = JSON.parse(await readFile((await app.anchors.write()) ?? '', 'utf8')) as SignedAnchor;
    });
    afterAll(() => test.close());

    /** What the proof says of a copy of a database after something was done to it behind the program's back. */
    const named = async (from: string, how?: Tamper['how']): Promise<readonly string[]> => {
      copies += 1;
      const path = join(test.directory, `ban-${String(copies)}.db`);
      await copyFile(from, path);
      const database = await Database.open(`sqlite:${path}`, SCHEMA);
      try {
        const app = new ChainedApp(database, test.directory, clock);
        if (how) {
          await unguard(database, 'journal_entry');
          await how(database.writer.manager, app);
        }
        const broken = await app.flaws(anchor);
        const { flaws } = await app.journal.verify();
        const isUnguarded = flaws.some(({ code }) => code === 'unguarded');
        expect(isUnguarded).toBe(how !== undefined);
        return broken.length === 0 && isUnguarded ? ['journal unguarded'] : broken;
      } finally {
        await database.close();
      }
    };

    it('leave no doubt where there is none', async () => {
      expect(await named(whole())).toEqual([]);
    });

    it('9. name an old copy of the database put back', async () => {
      expect(await named(yesterday())).toEqual([
        `incoming before-anchor ${String(LAST)}`,
        `journal before-anchor ${String(LAST)}`,
      ]);
    });

    it.each(TAMPERS.map(({ what, ...rest }) => [what, rest] as const))(
      'name %s',
      async (_what, { how, named: expected }) => {
        expect(await named(whole(), how)).toEqual(expected);
      },
    );
  },
);
