import type { EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { codeKey } from '../domain/person-facts.js';
import { StaffEntity } from '../persistence/organisation.entities.js';

/**
 * Asked after the act's lines stand in the journal: its head is held until the end of the transaction, so that of two who give the same code to two
 * people at once the second sees what the first wrote.
 *
 * @param staffIds whose codes were written
 * @throws DomainError `input-invalid` when another person who works here has the code of one of them
 */
export async function requireUniqueCodes(tx: EntityManager, staffIds: readonly string[]): Promise<void> {
  if (staffIds.length === 0) return;
  const select = { id: true, fullName: true, eOfficeCode: true } as const;
  const people = await tx.find(StaffEntity, { select, where: { active: true } });
  const written = new Set(staffIds);
  const holders = new Map<string, (typeof people)[number]>();
  for (const person of people.toSorted((one, other) => Number(written.has(one.id)) - Number(written.has(other.id)))) {
    if (person.eOfficeCode === null) continue;
    const holder = holders.get(codeKey(person.eOfficeCode));
    if (holder !== undefined && written.has(person.id)) throw taken(person.eOfficeCode, holder.fullName);
    holders.set(codeKey(person.eOfficeCode), person);
  }
}

/** The same of one person. */
export function requireUniqueCode(tx: EntityManager, staffId: string): Promise<void> {
  return requireUniqueCodes(tx, [staffId]);
}

function taken(code: string, holder: string): DomainError {
  return new DomainError('input-invalid', {
    field: 'eOfficeCode',
    message: `Mã trên hệ thống quản lý văn bản ${code} đang là của ${holder}; mỗi người một mã.`,
  });
}
