import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { isUnder, type TreeUnit } from '../domain/unit-tree.js';
import { WorkInHand } from './work-in-hand.js';

/** Keeps what only units of the department may hold from going to a commune together with the unit that holds it. */
@Injectable()
export class CommandedWork {
  constructor(private readonly work: WorkInHand) {}

  /**
   * @param id of the unit that goes to a commune, with all that stands under it
   * @param field of the form, where it is said
   * @throws DomainError `input-invalid` that names what is to be handed over first
   */
  async requireNone(
    tx: EntityManager,
    units: readonly TreeUnit[],
    { id, field }: { readonly id: string; readonly field: string },
  ): Promise<void> {
    const held: string[] = [];
    for (const unit of units.filter((one) => isUnder(units, one.id, id))) {
      const work = (await this.work.lyingWith(tx, { unitId: unit.id })).filter((one) => one.commanded && one.count > 0);
      held.push(...work.map(({ words, count }) => `${unit.name}: ${words.toLocaleLowerCase('vi')} (${count})`));
    }
    if (held.length === 0) return;
    const message = `Đơn vị thuộc Ủy ban nhân dân cấp xã không giữ việc Sở giao. Giao lại cho đơn vị của Sở trước: ${held.join('; ')}.`;
    throw new DomainError('input-invalid', { field, message });
  }
}
