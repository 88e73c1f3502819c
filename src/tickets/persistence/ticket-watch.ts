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
  /** The stars that they got, added up; of what was rated. */
  readonly stars: number;
}

/** All numbers of a unit in a category, by the names of their sorts, as the driver gives them. */
export interface RawWatchRow extends Partial<Record<Watched, number | string>> {
  readonly unitId: string | null;
  readonly category: string;
  readonly stars: number | string;
}

/** Tickets of which several sorts are counted in one walk along one index. */
type Among = (moments: WatchMoments) => Sql;

interface Sort {
  readonly among: Among;
  /** What makes one of those a ticket of the sort; left out where all of them are. */
  readonly is?: (moments: WatchMoments) => Sql;
}

const OPEN: Among = () => sql`"open" = 1`;
const ANSWERED: Among = ({ answeredFrom, answeredBefore }) =>
  sql`"answeredAt" >= ${instantText(answeredFrom)} AND "answeredAt" < ${instantText(answeredBefore)}`;

/** What makes a ticket one of each sort. */
const SORTS: Readonly<Record<Watched, Sort>> = {
  inTime: {
    among: OPEN,
    is: ({ now }) => sql`("legalEndAt" >= ${instantText(now)} OR "pausedAt" <= "legalEndAt")`,
  },
  overdue: {
    among: OPEN,
    is: ({ now }) => sql`"legalEndAt" < ${instantText(now)} AND ("pausedAt" IS NULL OR "pausedAt" > "legalEndAt")`,
  },
  notAccepted: { among: OPEN, is: ({ now }) => sql`"state" = 'assigned' AND "acceptBy" < ${instantText(now)}` },
  silent: {
    among: OPEN,
    is: ({ silentSince }) =>
      sql`"leadUnitId" IS NOT NULL AND "pausedAt" IS NULL AND ("heardAt" IS NULL OR "heardAt" < ${instantText(silentSince)})`,
  },
  stuckInExchange: {
    among: ({ stuckSince }) =>
      sql`"incomingDocumentId" IN (SELECT "aboutDocumentId" FROM "dispatch" WHERE "sentAt" IS NULL AND "cancelledAt" IS NULL AND ("failure" IS NOT NULL OR "createdAt" < ${instantText(stuckSince)}))`,
  },
  signatureFailed: {
    among: () =>
      sql`"open" <> 0 AND "id" IN (SELECT s."caseId" FROM "signature_request" s WHERE s."state" IN ('failed', 'proofFailed', 'sealFailed') AND NOT EXISTS (SELECT 1 FROM "signature_request" later WHERE later."draftId" = s."draftId" AND later."createdAt" > s."createdAt"))`,
  },
  reopened: { among: OPEN, is: () => sql`"cycle" > 1` },
  answeredInTime: { among: ANSWERED, is: () => sql`"answeredAt" <= "legalEndAt"` },
  answeredLate: { among: ANSWERED, is: () => sql`"answeredAt" > "legalEndAt"` },
  rated: { among: ANSWERED, is: () => sql`"rating" IS NOT NULL` },
  dissatisfied: { among: ANSWERED, is: () => sql`"rating" <= ${DISSATISFIED_STARS}` },
};

/** The condition that makes a ticket one of those: the same for a number and for the list that the number opens. */
export function isWatched({ what, moments }: WatchWish): Sql {
  const { among, is } = SORTS[what];
  return is === undefined ? among(moments) : sql`${among(moments)} AND ${is(moments)}`;
}

/**
 * All the numbers at once: what is counted among the same tickets in one walk.
 *
 * @param within what each ticket fulfils besides: that the actor sees it, above all
 */
export function watchStatement(wishes: readonly WatchWish[], within: Sql): Sql {
  const walks = wishes.flatMap((wish) => {
    const { among } = SORTS[wish.what];
    const together = wishes.filter(({ what }) => SORTS[what].among === among);
    return together[0] === wish ? [walkOf(wishes, together, sql`${within} AND ${among(wish.moments)}`)] : [];
  });
  return joinSql(walks, ' UNION ALL ');
}

/** The cells of those rows that hold any tickets. */
export function cellsOf(rows: readonly RawWatchRow[], wishes: readonly WatchWish[]): readonly WatchCell[] {
  return rows.flatMap(({ unitId, category, stars, ...held }) =>
    wishes
      .map(({ what }) => ({ what, unitId, category, held: Number(held[what]), stars: starsOf(what, stars) }))
      .filter((cell) => cell.held > 0),
  );
}

function starsOf(what: Watched, stars: number | string): number {
  return what === 'rated' ? Number(stars) : 0;
}

/** One row a unit and category, with a column for every wish: those that are counted elsewhere hold none here. */
function walkOf(wishes: readonly WatchWish[], together: readonly WatchWish[], where: Sql): Sql {
  const counts = wishes.map((wish) => sql`${together.includes(wish) ? countOf(wish) : sql`0`} AS ${nameOf(wish)}`);
  // Asked of answers alone, for the index of open tickets has no stars.
  const stars = together.some(({ what }) => what === 'rated') ? sql`SUM(COALESCE("rating", 0))` : sql`0`;
  return sql`SELECT "leadUnitId" AS "unitId", "category", ${joinSql(counts, ', ')}, ${stars} AS "stars" FROM "ticket" WHERE ${where} GROUP BY "leadUnitId", "category"`;
}

function countOf({ what, moments }: WatchWish): Sql {
  const { is } = SORTS[what];
  return is === undefined ? sql`COUNT(*)` : sql`SUM(CASE WHEN ${is(moments)} THEN 1 ELSE 0 END)`;
}

function nameOf({ what }: WatchWish): Sql {
  return { texts: [`"${what}"`], values: [] };
}
