import type { EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { codeKey } from '../domain/person-facts.js';
import { StaffEntity } from '../persistence/organisation.entities.js';

/**
 * Asked after the act's line stands in the journal: its head is held until the end of the transaction, so that of two who give the same code to two
 * people at once the second sees what the first wrote.
 *
 * @throws DomainError `input-invalid` when another person who works here has the code of this one
 */
export async function requireUniqueCode(tx: EntityManager, staffId: string): Promise<void> {
  const select = { id: true, fullName: true, eOfficeCode: true } as const;
  const people = await tx.find(StaffEntity, { select, where: { active: true } });
  const own = people.find(({ id }) => id === staffId)?.eOfficeCode ?? null;
  if (own === null) return;
  const other = people.find(
    ({ id, eOfficeCode }) => id !== staffId && eOfficeCode !== null && codeKey(eOfficeCode) === codeKey(own),
  );
  if (other === undefined) return;
  const message = `Mã e-office ${own} đang là của ${other.fullName}; mỗi người một mã.`;
  throw new DomainError('input-invalid', { field: 'eOfficeCode', message });
}
