import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { SEND_DISPATCH } from '../../src/exchange/jobs/jobs.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';

/** What other agencies were promised, in that order: the clock of a test stands, but no two jobs have the same number. */
export async function promised(
  rows: EntityManager,
  where: FindOptionsWhere<DispatchEntity>,
): Promise<readonly DispatchEntity[]> {
  const [sent, jobs] = [
    await rows.findBy(DispatchEntity, where),
    await rows.findBy(OutboxEntity, { kind: SEND_DISPATCH.kind }),
  ];
  const places = new Map(jobs.map(({ payload, seq }) => [payload['dispatchId'], seq]));
  const placeOf = ({ id }: DispatchEntity): number => places.get(id) ?? 0;
  return sent.toSorted((a, b) => placeOf(a) - placeOf(b));
}
