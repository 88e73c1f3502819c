import type { Actor } from '../../kernel/actor.js';
import { instantText, joinSql, sql, type Sql } from '../../platform/database/sql.js';
import { DISSATISFIED_STARS, type Watched, type WatchMoments } from '../domain/deadlines/watched.js';

/** One sort of watched tickets, at its moments. */
export interface WatchWish {
  readonly what: Watched;
  readonly moments: WatchMoments;
}

/** How many tickets of one sort a unit has in a category; the tickets of nobody yet stand under no unit. */
export interface WatchCell {
  readonly what: Watched;
  readonly unitId: string | null;
  readonly category: string;
  readonly held: number;
  /** The stars that they got, added up. */
  readonly stars: number;
}

/** A cell as the driver gives it. */
export type RawWatchCell = Omit<WatchCell, 'held' | 'stars'> & {
  readonly held: number | string;
  readonly stars: number | string;
};

/** What makes a ticket one of each sort. */
const CONDITIONS: Readonly<Record<Watched, (moments: WatchMoments) => Sql>> = {
  inTime: ({ now }) => sql`"open" = 1 AND ("legalEndAt" >= ${instantText(now)} OR "pausedAt" <= "legalEndAt")`,
  overdue: ({ now }) =>
    sql`"open" = 1 AND "legalEndAt" < ${instantText(now)} AND ("pausedAt" IS NULL OR "pausedAt" > "legalEndAt")`,
  notAccepted: ({ now }) => sql`"open" = 1 AND "state" = 'assigned' AND "acceptBy" < ${instantText(now)}`,
  silent: (moments) => sql`"open" = 1 AND "leadUnitId" IS NOT NULL AND "pausedAt" IS NULL AND ${nothingSince(moments)}`,
  stuckInExchange: ({ stuckSince }) =>
    sql`"incomingDocumentId" IN (SELECT "aboutDocumentId" FROM "dispatch" WHERE "sentAt" IS NULL AND "cancelledAt" IS NULL AND ("failure" IS NOT NULL OR "createdAt" < ${instantText(stuckSince)}))`,
  signatureFailed: () =>
    sql`"open" = 1 AND "id" IN (SELECT s."caseId" FROM "signature_request" s WHERE s."state" IN ('failed', 'proofFailed', 'sealFailed') AND NOT EXISTS (SELECT 1 FROM "signature_request" later WHERE later."draftId" = s."draftId" AND later."createdAt" > s."createdAt"))`,
  reopened: () => sql`"open" = 1 AND "cycle" > 1`,
  answeredInTime: (moments) => sql`${answeredWithin(moments)} AND "answeredAt" <= "legalEndAt"`,
  answeredLate: (moments) => sql`${answeredWithin(moments)} AND "answeredAt" > "legalEndAt"`,
  rated: (moments) => sql`${answeredWithin(moments)} AND "rating" IS NOT NULL`,
  dissatisfied: (moments) => sql`${answeredWithin(moments)} AND "rating" <= ${DISSATISFIED_STARS}`,
};

/** The condition that makes a ticket one of those: the same for a number and for the list that the number opens. */
export function isWatched({ what, moments }: WatchWish): Sql {
  return CONDITIONS[what](moments);
}

/** All the numbers at once. @param conditions of one sort: what each of its tickets fulfils, besides that the actor sees it */
export function watchStatement(
  actor: Actor,
  wishes: readonly WatchWish[],
  conditions: (actor: Actor, wish: WatchWish) => Sql,
): Sql {
  const counts = wishes.map((wish) => {
    const where = conditions(actor, wish);
    return sql`SELECT ${wish.what} AS "what", "leadUnitId" AS "unitId", "category", COUNT(*) AS "held", SUM(COALESCE("rating", 0)) AS "stars" FROM "ticket" WHERE ${where} GROUP BY "leadUnitId", "category"`;
  });
  return joinSql(counts, ' UNION ALL ');
}

/** Nobody of the unit that leads has written a line, and it was not given the ticket since. */
function nothingSince({ silentSince }: WatchMoments): Sql {
  const since = instantText(silentSince);
  return sql`NOT EXISTS (SELECT 1 FROM "ticket_assignment" a WHERE a."ticketId" = "ticket"."id" AND a."assignedAt" >= ${since}) AND NOT EXISTS (SELECT 1 FROM "ticket_entry" e JOIN "staff" p ON p."id" = e."actorId" WHERE e."ticketId" = "ticket"."id" AND e."at" >= ${since} AND p."unitId" = "ticket"."leadUnitId")`;
}

function answeredWithin({ answeredFrom, answeredBefore }: WatchMoments): Sql {
  return sql`"answeredAt" >= ${instantText(answeredFrom)} AND "answeredAt" < ${instantText(answeredBefore)}`;
}
