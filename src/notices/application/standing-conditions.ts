import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { NoticeConditionEntity } from '../persistence/notices.entities.js';

/** Most ids in one statement, well below what SQL Server takes. */
const BATCH = 500;

/** What lasts until somebody corrects it, such as a unit without a contact officer: told when it begins, and again when it comes back. */
@Injectable()
export class StandingConditions {
  constructor(private readonly clock: Clock) {}

  /**
   * Records which objects are in a condition now; those that no longer are may begin again.
   *
   * @param kind name of the condition, `officers.missing`
   * @param present ids of all objects that are in it now
   * @returns the ids for which it has begun since the last call
   */
  async begun(tx: EntityManager, kind: string, present: readonly string[]): Promise<readonly string[]> {
    const recorded = await tx.find(NoticeConditionEntity, { where: { kind }, select: { objectId: true } });
    const before = new Set(recorded.map(({ objectId }) => objectId));
    const now = new Set(present);
    const over = [...before].filter((id) => !now.has(id));
    for (let at = 0; at < over.length; at += BATCH) {
      await tx.delete(NoticeConditionEntity, { kind, objectId: In(over.slice(at, at + BATCH)) });
    }
    const begun = [...now].filter((id) => !before.has(id));
    const begunAt = this.clock.now();
    for (const objectId of begun) await tx.insert(NoticeConditionEntity, { kind, objectId, begunAt });
    return begun;
  }
}
