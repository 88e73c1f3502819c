import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import {
  DECIDING_OFFICES,
  powersOf,
  type DecidingOffice,
  type DecisionPowers,
} from '../../src/delegation/domain/decision-authority.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';

const SINCE = civilDate('2024-01-01');

/** A line by which an office decides what is in its hands, since 2024. */
export function anAuthorisedOffice(office: DecidingOffice): DecisionAuthorityEntity {
  return Object.assign(new DecisionAuthorityEntity(), {
    ...{ id: `office-${office}`, personId: null, office, matters: [...DECIDING_OFFICES[office]], scope: null },
    ...{ validFrom: SINCE, validTo: null, basis: '15/QĐ-SGDĐT', basisDate: SINCE, fileName: null, fileSha256: null },
    ...{ createdById: 'vanthu', createdByName: 'Phạm Minh Tuệ', createdAt: new Date('2024-01-01T02:00:00Z') },
    ...{ endedFrom: null, endedBecause: null, endedByName: null, endedAt: null },
  });
}

/** A department whose work regulation lets every office decide what is in its hands. */
export const SHORT_WAY: readonly DecisionAuthorityEntity[] = (Object.keys(DECIDING_OFFICES) as DecidingOffice[]).map(
  anAuthorisedOffice,
);

export function shortWayOf(actor: Actor): DecisionPowers {
  return powersOf(SHORT_WAY, actor, SINCE);
}
