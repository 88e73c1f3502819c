import { In, type EntityManager } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { beginningOf } from '../../kernel/beginning-of.js';
import { clean } from '../../kernel/vietnamese.js';
import { agencyWords, isForTests } from '../domain/agency-directory.js';
import type { Agency } from '../ports/message-transport.port.js';
import { AgencyEntity, AgencyWordEntity } from './agency.entities.js';

const NAME_LONGEST = 300;
/** Rows of one statement: SQL Server takes 2,100 parameters, and an agency has eight. */
const ROWS = 200;
const WORD_ROWS = 800;
const LOOKED_UP = 500;

/**
 * Writes one page of the directory in the transaction given: new lines and changed ones; of the rest, that this run has seen them.
 *
 * @returns how many lines were new or changed
 */
export async function writeAgencies(tx: EntityManager, runId: string, given: readonly Agency[]): Promise<number> {
  const agencies = [...new Map(given.filter(isKeepable).map((one) => [one.code, rowOf(one, runId)])).values()];
  const known = await knownOf(
    tx,
    agencies.map(({ code }) => code),
  );
  const changed = agencies.filter((one) => !isSame(one, known.get(one.code)));
  const same = agencies.filter((one) => isSame(one, known.get(one.code))).map(({ code }) => code);
  for (const part of parts(same, LOOKED_UP)) await tx.update(AgencyEntity, { code: In(part) }, { seenInRun: runId });
  await replace(tx, changed, known);
  return changed.length;
}

async function replace(
  tx: EntityManager,
  changed: readonly AgencyEntity[],
  known: ReadonlyMap<string, AgencyEntity>,
): Promise<void> {
  const old = changed.filter(({ code }) => known.has(code)).map(({ code }) => code);
  for (const part of parts(old, LOOKED_UP)) {
    await tx.delete(AgencyWordEntity, { code: In(part) });
    await tx.delete(AgencyEntity, { code: In(part) });
  }
  for (const part of parts(changed, ROWS)) await tx.insert(AgencyEntity, part);
  const words = changed.flatMap(({ code, legacyCode, name }) =>
    agencyWords(name, code, legacyCode ?? '').map((word) => ({ word, code })),
  );
  for (const part of parts(words, WORD_ROWS)) await tx.insert(AgencyWordEntity, part);
}

async function knownOf(tx: EntityManager, codes: readonly string[]): Promise<ReadonlyMap<string, AgencyEntity>> {
  const known = new Map<string, AgencyEntity>();
  for (const part of parts(codes, LOOKED_UP)) {
    for (const row of await tx.findBy(AgencyEntity, { code: In(part) })) known.set(row.code, row);
  }
  return known;
}

/** What identifies is never cut: a code that is too long is no code of the axis. */
function isKeepable({ code }: Agency): boolean {
  return code !== '' && code.length <= REGISTER_LENGTHS.agencyCode;
}

function rowOf({ code, legacyCode, parentCode, name, active }: Agency, seenInRun: string): AgencyEntity {
  return {
    code,
    legacyCode: codeOrNull(legacyCode),
    parentCode: codeOrNull(parentCode),
    active,
    seenInRun,
    name: beginningOf(clean(name).trim(), NAME_LONGEST),
    forTests: isForTests(code),
  };
}

function codeOrNull(code: string | undefined): string | null {
  return code === undefined || code === '' || code.length > REGISTER_LENGTHS.agencyCode ? null : code;
}

function isSame(one: AgencyEntity, other: AgencyEntity | undefined): boolean {
  return (
    other !== undefined &&
    one.name === other.name &&
    one.active === other.active &&
    one.legacyCode === other.legacyCode &&
    one.parentCode === other.parentCode
  );
}

function* parts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
