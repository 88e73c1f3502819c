import type { EntityManager } from 'typeorm';
import { noteTampers, sealRecords } from '../../journal/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { newId } from '../../kernel/ids.js';
import type { StaffMember, SyncLine } from '../domain/directory/sync-line.js';
import type { SyncUnit } from '../domain/directory/wanted-facts.js';
import { administersOn } from '../domain/roles-by-date.js';
import { StaffEntity, StaffRoleEntity, UnitEntity } from './organisation.entities.js';
import { SEALED_ACCOUNT } from './sealed-accounts.js';

/** A row of staff has some 17 values, a statement takes some 2,000 on SQL Server. */
const ROWS_AT_ONCE = 100;

/** All accounts, those of people who left too, and the units of a day, as a plan needs them. */
export async function staffAndUnits(
  tx: EntityManager,
  day: CivilDate,
): Promise<{ readonly staff: readonly StaffMember[]; readonly units: readonly SyncUnit[] }> {
  const [staff, units] = [await tx.find(StaffEntity), await tx.find(UnitEntity)];
  const administrating = await tx.findBy(StaffRoleEntity, { role: 'administrator' });
  return {
    staff: staff.map(({ passwordHash, ...member }) => ({
      ...member,
      hasPassword: passwordHash !== null,
      administersOn: administersOn(
        member.roles,
        administrating.filter(({ staffId }) => staffId === member.id),
      ),
    })),
    units: units.filter(({ validTo }) => validTo === null || day <= validTo),
  };
}

/** A line with the account that it is about, new ones included. */
export type WrittenLine = SyncLine & { readonly staffId: string };

/**
 * Carries out the lines of a plan, but for roles. User names that change are given up first, so that one may take what another had.
 *
 * @returns what was written; lines that are refused write nothing
 */
export async function writeLines(
  tx: EntityManager,
  lines: readonly SyncLine[],
  now: Date,
): Promise<readonly WrittenLine[]> {
  const written = lines
    .filter(({ act }) => act !== 'refuse')
    .map((line): WrittenLine => ({ ...line, staffId: line.staffId ?? newId() }));
  const renamed = written.filter(
    ({ act, facts, username }) => act !== 'add' && facts !== null && facts.username !== username,
  );
  await noteTampersOf(tx, written);
  for (const { staffId } of renamed) await tx.update(StaffEntity, { id: staffId }, { username: `~${staffId}` });
  for (const line of written.filter(({ act }) => act !== 'add')) await writeChange(tx, line, now);
  const added = written.filter(({ act }) => act === 'add').map((line) => newRow(line, now));
  for (let from = 0; from < added.length; from += ROWS_AT_ONCE) {
    await tx.insert(StaffEntity, added.slice(from, from + ROWS_AT_ONCE));
  }
  const ids = written.map(({ staffId }) => staffId);
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    await sealRecords(tx, SEALED_ACCOUNT, ids.slice(from, from + ROWS_AT_ONCE));
  }
  return written;
}

async function noteTampersOf(tx: EntityManager, written: readonly WrittenLine[]): Promise<void> {
  const ids = written.filter(({ act }) => act !== 'add').map(({ staffId }) => staffId);
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE)
    await noteTampers(tx, SEALED_ACCOUNT, ids.slice(from, from + ROWS_AT_ONCE));
}

async function writeChange(tx: EntityManager, line: WrittenLine, now: Date): Promise<void> {
  const { staffId: id, act, directoryId, facts } = line;
  if (act === 'disable') {
    await tx.update(StaffEntity, { id }, { active: false, leftAt: now, directorySeenAt: now });
    return;
  }
  await tx.update(StaffEntity, { id }, { ...facts, directoryId, active: true, leftAt: null, directorySeenAt: now });
}

function newRow({ staffId: id, directoryId, facts }: WrittenLine, now: Date): Partial<StaffEntity> {
  return {
    ...facts,
    id,
    directoryId,
    roles: [],
    passwordHash: null,
    active: true,
    directorySeenAt: now,
    leftAt: null,
  };
}
