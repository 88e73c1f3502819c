import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { MarkSeals } from '../../src/journal/application/mark-seals.js';
import {
  AccessChanges,
  Journal,
  noteTampers,
  SealOlderRecords,
  sealRecords,
  VerifyRecords,
  type SealedRecords,
} from '../../src/journal/index.js';
import type { RecordFlaw } from '../../src/journal/domain/record-seal.js';
import type { Actor } from '../../src/kernel/actor.js';
import { CHAIN_START, linkHash } from '../../src/kernel/hash-chain.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SEALED_RECORDS } from '../../src/bootstrap/sealed-records.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { unguarding } from '../support/unguarded.js';

const ADMINISTRATOR: Actor = { id: 'qt-1', name: 'Quản trị', unitId: null, roles: ['administrator'] };
const CONFIRMER: Actor = {
  id: 'qt-2',
  name: 'Quản trị khác',
  unitId: null,
  roles: ['administrator', 'leader', 'supervisor'],
};

/** A row of a table with something in every column that must hold something. */
async function insertRow(tx: EntityManager, { entity, key }: SealedRecords, id: string): Promise<void> {
  const { columns } = tx.dataSource.getMetadata(entity);
  const values = columns
    .filter(({ isGenerated, isNullable }) => !isGenerated && !isNullable)
    .map(({ propertyName, type, transformer }) => [
      propertyName,
      valueFor(String(type), transformer !== undefined) ?? id,
    ]);
  const row: Readonly<Record<string, unknown>> = Object.fromEntries(values) as Record<string, unknown>;
  await tx.insert(entity, { ...row, ...FITTING[entity.name], [key]: id });
}

/** @returns null for a text, which may have to be the only one of its sort */
function valueFor(type: string, isJson: boolean): unknown {
  if (isJson) return [];
  if (type === 'datetime' || type === 'datetime2') return new Date('2026-03-16T02:00:00Z');
  if (type === 'integer' || type === 'int') return 1;
  return type === 'boolean' || type === 'bit' ? false : null;
}

/** Where a table takes some words alone. */
const FITTING: Readonly<Record<string, object>> = {
  TicketEntity: { state: 'received', nature: 'feedback' },
  SignatureRequestEntity: { state: 'pending' },
  SigningAuthorityEntity: { form: 'KT' },
  StaffRoleEntity: { role: 'leader', source: 'hand' },
  TrustCertificateEntity: { kind: 'anchor', origin: 'people' },
  WebhookEndpointEntity: { direction: 'out' },
};

const BY_SQL: readonly (readonly [what: string, statement: string, flaw: string])[] = [
  ['the words of a ticket', `UPDATE "ticket" SET "words" = 'loi khac'`, 'record-changed ticket r'],
  ['the sender of a ticket', `UPDATE "ticket" SET "senderName" = 'nguoi khac'`, 'record-changed ticket r'],
  ['the state of a ticket', `UPDATE "ticket" SET "state" = 'closed'`, 'record-changed ticket r'],
  ['the due date of a ticket', `UPDATE "ticket" SET "dueAt" = '2027-01-01 00:00:00.000'`, 'record-changed ticket r'],
  ['the category of a ticket', `UPDATE "ticket" SET "category" = 'facilities'`, 'record-changed ticket r'],
  [
    'nobody said to be complained of',
    `UPDATE "ticket" SET "aboutNoUnitAt" = '2026-03-16 03:00:00.000'`,
    'record-changed ticket r',
  ],
  ['a unit said to help with a ticket', `UPDATE "ticket" SET "coordinators" = '["x"]'`, 'record-changed ticket r'],
  ['a ticket taken away', `DELETE FROM "ticket"`, 'record-missing ticket r'],
  [
    'a deadline moved',
    `UPDATE "ticket_deadline" SET "legalEndAt" = '2027-01-01 00:00:00.000'`,
    'record-changed ticketDeadline r',
  ],
  [
    'a duty said to be done in time',
    `UPDATE "ticket_deadline" SET "metAt" = '2026-03-16 03:00:00.000'`,
    'record-changed ticketDeadline r',
  ],
  ['a line of the course edited', `UPDATE "ticket_entry" SET "text" = 'da lam xong'`, 'record-changed ticketEntry r'],
  ['a line of the course taken away', `DELETE FROM "ticket_entry"`, 'record-missing ticketEntry r'],
  ['a password exchanged', `UPDATE "staff" SET "passwordHash" = 'cua ke khac'`, 'record-changed staff r'],
  ['a person moved to another unit', `UPDATE "staff" SET "unitId" = 'khac'`, 'record-changed staff r'],
  ['an account opened again', `UPDATE "staff" SET "active" = 1 - "active"`, 'record-changed staff r'],
  ['a role given in the account', `UPDATE "staff" SET "roles" = '["administrator"]'`, 'record-changed staff r'],
  ['a role that lasts longer', `UPDATE "staff_role" SET "validTo" = '2099-12-31'`, 'record-changed staffRole r'],
  ['a role made another', `UPDATE "staff_role" SET "role" = 'administrator'`, 'record-changed staffRole r'],
  [
    'a substitution said to be agreed to',
    `UPDATE "substitution" SET "agreedAt" = '2026-03-16 03:00:00.000'`,
    'record-changed substitution r',
  ],
  ['a token of somebody else', `UPDATE "api_token" SET "ownerId" = 'khac'`, 'record-changed apiToken r'],
  [
    'a token without end',
    `UPDATE "api_token" SET "expiresAt" = '2099-01-01 00:00:00.000'`,
    'record-changed apiToken r',
  ],
  [
    'a power to sign of somebody else',
    `UPDATE "signing_authority" SET "personId" = 'khac'`,
    'record-changed authority r',
  ],
  [
    'another file said to be the signed one',
    `UPDATE "signature_request" SET "signedSha256" = 'khac'`,
    'record-changed signatureRequest r',
  ],
  [
    'another certificate that is believed',
    `UPDATE "trust_certificate" SET "der" = 'cua ke khac'`,
    'record-changed trustCertificate r',
  ],
  [
    'a certificate believed for more',
    `UPDATE "trust_certificate" SET "purposes" = '["person"]'`,
    'record-changed trustCertificate r',
  ],
  [
    'an address that hears of tickets made another',
    `UPDATE "webhook_endpoint" SET "url" = 'https://example.com'`,
    'record-changed webhookEndpoint r',
  ],
  [
    'a change of rights said to be confirmed',
    `UPDATE "access_change" SET "confirmedAt" = '2026-03-16 03:00:00.000', "confirmedById" = 'ai do' WHERE "confirmedAt" IS NULL`,
    'record-changed accessChange 1',
  ],
  [
    'somebody else said to have confirmed a change of rights',
    `UPDATE "access_change" SET "confirmedById" = 'ai do' WHERE "confirmedAt" IS NOT NULL`,
    'record-changed accessChange 2',
  ],
];

const clock = new FixedClock('2026-03-16T02:00:00Z');

const TRIGGERS = unguarding('record_seal');

describe('what was decided, and changed behind the program’s back', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let verifyRecords: VerifyRecords;

  beforeAll(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    verifyRecords = new VerifyRecords(test.database, SEALED_RECORDS);
    const journal = new Journal(clock);
    await uow.run(async (tx) => {
      for (const of of SEALED_RECORDS.filter(({ kind }) => kind !== 'accessChange')) {
        await insertRow(tx, of, 'r');
        await sealRecords(tx, of, ['r']);
      }
      const give = { action: 'staff.giveRole', objectKind: 'staff', objectId: 'r' } as const;
      await journal.record(tx, ADMINISTRATOR, give);
      await journal.record(tx, ADMINISTRATOR, give);
    });
    await new AccessChanges(test.database, clock, journal, uow).confirm(CONFIRMER, 2);
    await new MarkSeals(uow, journal).mark();
  });
  afterAll(() => test.close());

  const said = (flaw: RecordFlaw): string => ('kind' in flaw ? `${flaw.code} ${flaw.kind} ${flaw.id}` : flaw.code);

  /** What the proof says after statements of somebody who has the file of the database; then all is as it was. */
  const named = (...statements: readonly string[]): Promise<readonly string[]> =>
    namedAfter(() => Promise.resolve(), ...statements);

  const namedAfter = async (
    act: (tx: EntityManager) => Promise<void>,
    ...statements: readonly string[]
  ): Promise<readonly string[]> => {
    const flaws: string[] = [];
    class Undone extends Error {}
    await uow
      .run(async (tx) => {
        for (const statement of statements) await tx.query(statement);
        await act(tx);
        flaws.push(...(await verifyRecords.verify()).map(said));
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return flaws;
  };

  it('is no reason for doubt where nobody did', async () => {
    expect(await named()).toEqual([]);
  });

  it.each(BY_SQL)('is named: %s', async (_what, statement, flaw) => {
    expect(await named(statement)).toEqual([flaw]);
  });

  it.each(BY_SQL.filter(([, , flaw]) => flaw.startsWith('record-changed')))(
    'is named though the program has decided of it since: %s',
    async (_what, statement, flaw) => {
      const [, kind = '', id = ''] = flaw.split(' ');
      const [of] = SEALED_RECORDS.filter((one) => one.kind === kind);
      if (of === undefined) throw new Error(`Unknown kind: ${kind}`);
      const decided = async (tx: EntityManager): Promise<void> => {
        await noteTampers(tx, of, [id]);
        await sealRecords(tx, of, [id]);
      };
      expect(await namedAfter(decided)).toEqual([]);
      expect(await namedAfter(decided, statement)).toEqual([`record-was-changed ${kind} ${id}`]);
    },
  );

  it('is looked for by every use case that decides of such a record again', () => {
    const rows = SEALED_RECORDS.map(({ entity }) => `\\.update\\(\\s*${entity.name}`).join('|');
    const deciding = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map((path) => ({ path, source: readFileSync(join('src', path), 'utf8') }))
      .filter(({ source }) => source.includes('sealRecords(tx') && new RegExp(rows, 'u').test(source));
    expect(deciding.length).toBeGreaterThan(10);
    expect(deciding.filter(({ source }) => !source.includes('noteTampers(')).map(({ path }) => path)).toEqual([]);
  });

  it.each(SEALED_RECORDS)('is named where it was put in: $kind', async (of) => {
    const flaws: string[] = [];
    class Undone extends Error {}
    const tampered = uow.run(async (tx) => {
      await new SealOlderRecords(test.database, uow, new Journal(clock), SEALED_RECORDS).seal();
      await insertRow(tx, of, '77');
      flaws.push(...(await verifyRecords.verify()).map(said));
      throw new Undone();
    });
    await expect(tampered).rejects.toThrow(Undone);
    expect(flaws).toEqual([`record-unsealed ${of.kind} 77`]);
  });

  it('is no reason for doubt where it was there before seals were kept', async () => {
    const flaws: string[] = [];
    class Undone extends Error {}
    const sealed = uow.run(async (tx) => {
      for (const of of SEALED_RECORDS) await insertRow(tx, of, '77');
      flaws.push(...(await verifyRecords.verify()).map(said));
      await new SealOlderRecords(test.database, uow, new Journal(clock), SEALED_RECORDS).seal();
      flaws.push(...(await verifyRecords.verify()).map(said));
      await tx.query(`UPDATE "staff" SET "roles" = '["administrator"]' WHERE "id" = '77'`);
      flaws.push(...(await verifyRecords.verify()).map(said));
      throw new Undone();
    });
    await expect(sealed).rejects.toThrow(Undone);
    expect(flaws).toEqual(['record-changed staff 77']);
  });

  it('is named where the seals do not guard themselves any more', async () => {
    expect(await named(...TRIGGERS)).toEqual(['unguarded']);
  });

  it('is refused by the database itself for a seal', async () => {
    for (const act of [`UPDATE "record_seal" SET "sha256" = 'x'`, `DELETE FROM "record_seal"`])
      await expect(uow.run((tx) => tx.query(act))).rejects.toThrow('append-only');
  });

  it('is named where the seal was made to fit', async () => {
    const fits = `UPDATE "record_seal" SET "sha256" = 'x' WHERE "seq" = 1`;
    expect(await named(...TRIGGERS, fits)).toEqual(expect.arrayContaining(['unguarded', 'chain-broken']));
  });

  it('is named where the last seals were cut off', async () => {
    const cut = `DELETE FROM "record_seal" WHERE "seq" = (SELECT MAX("seq") FROM "record_seal")`;
    expect(await named(...TRIGGERS, cut)).toEqual([
      ...['unguarded', 'record-changed accessChange 2', 'end-differs', 'mark-differs'],
    ]);
  });

  it('is named by the journal where all seals were written anew', async () => {
    const { manager } = test.database.reader;
    const seals = await manager.query<{ seq: number; kind: string; id: string; sha256: string }[]>(
      'SELECT * FROM "record_seal" ORDER BY "seq"',
    );
    let previousHash = CHAIN_START;
    const rewritten = seals.map(({ seq, kind, id, sha256 }) => {
      const seal = { kind, id, sha256: seq === 1 ? 'x'.repeat(64) : sha256 };
      const hash = linkHash(previousHash, seal);
      const statement = `UPDATE "record_seal" SET "sha256" = '${seal.sha256}', "previousHash" = '${previousHash}', "hash" = '${hash}' WHERE "seq" = ${String(seq)}`;
      previousHash = hash;
      return statement;
    });
    const head = `UPDATE "journal_head" SET "hash" = '${previousHash}' WHERE "id" = 2`;
    expect(await named(...TRIGGERS, ...rewritten, head)).toEqual([
      ...['unguarded', 'record-changed ticket r', 'mark-differs'],
    ]);
  });
});
