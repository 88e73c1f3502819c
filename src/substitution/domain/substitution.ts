import { ROLES, type Actor, type Role } from '../../kernel/actor.js';

/**
 * Roles in which somebody else may act. An administrator's role is not among them: rights are given by giving the role, which is told of and ended
 * by itself.
 */
export const DELEGABLE_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'administrator');

/** That somebody acts for somebody else who is away, in some of that person's roles, from a moment to a moment. */
export interface Substitution {
  readonly id: string;
  /** Who is away. */
  readonly principalId: string;
  /** Who acts meanwhile. */
  readonly substituteId: string;
  readonly roles: readonly Role[];
  readonly validFrom: Date;
  /** The first moment without it. */
  readonly validTo: Date;
  /** When the principal or a superior of theirs agreed; null while nobody has, and until then nobody acts by it. */
  readonly agreedAt: Date | null;
  /** When somebody ended it before its time; null while nobody has. */
  readonly endedAt: Date | null;
}

/** Who acts for a person at a moment, and by which substitutions: the first is the person's own, each further one its predecessor's substitute's. */
export interface Chain<One extends Substitution = Substitution> {
  readonly links: readonly [One, ...One[]];
  readonly substituteId: string;
}

export function holdsAt({ validFrom, validTo, agreedAt, endedAt }: Substitution, at: Date): boolean {
  const isAgreed = agreedAt !== null && agreedAt <= at;
  return isAgreed && validFrom <= at && at < validTo && (endedAt === null || at < endedAt);
}

/**
 * Who acts for a person at a moment: the last person of the chain, for a substitute who is away has a substitute too.
 *
 * @returns null when nobody does, or when the chain leads back to somebody in it
 */
export function chainOf<One extends Substitution>(
  principalId: string,
  table: readonly One[],
  at: Date,
): Chain<One> | null {
  const holding = table.filter((one) => holdsAt(one, at));
  const of = (person: string): One | undefined => holding.find((one) => one.principalId === person);
  const first = of(principalId);
  if (first === undefined) return null;
  const links: [One, ...One[]] = [first];
  const met = new Set([principalId]);
  for (let next: One | undefined = first; next !== undefined;) {
    if (met.has(next.substituteId)) return null;
    met.add(next.substituteId);
    next = of(next.substituteId);
    if (next !== undefined) links.push(next);
  }
  return { links, substituteId: links.at(-1)?.substituteId ?? first.substituteId };
}

/** For whom a person acts at a moment. */
export function chainsTo<One extends Substitution>(
  substituteId: string,
  table: readonly One[],
  at: Date,
): readonly Chain<One>[] {
  const principals = new Set(table.filter((one) => holdsAt(one, at)).map(({ principalId }) => principalId));
  return [...principals]
    .map((principalId) => chainOf(principalId, table, at))
    .filter((chain) => chain !== null)
    .filter((chain) => chain.substituteId === substituteId);
}

/** When a chain ends at the latest: with the first of its substitutions. */
export function endOf({ links }: Chain): Date {
  return new Date(Math.min(...links.map(({ validTo }) => validTo.getTime())));
}

/** The roles in which the substitute acts: those that the person has now and that were handed over. What leaders decide is decided by leaders. */
export function rolesHandedOver(
  { links: [first] }: Chain,
  principal: Pick<Actor, 'roles'>,
  substitute: Pick<Actor, 'roles'>,
): readonly Role[] {
  return DELEGABLE_ROLES.filter(
    (role) =>
      principal.roles.includes(role) &&
      first.roles.includes(role) &&
      (role !== 'leader' || substitute.roles.includes('leader')),
  );
}

const MAX_NAME_LENGTH = 100;

/**
 * Somebody in the place of somebody else: the acts are those of the substitute and carry both names; unit and roles are the principal's.
 *
 * @returns null when no role is left to act in
 */
export function actorInPlace(chain: Chain, principal: Actor, substitute: Actor): Actor | null {
  const roles = rolesHandedOver(chain, principal, substitute);
  if (roles.length === 0) return null;
  return {
    ...substitute,
    name: `${substitute.name} thay ${principal.name}`.slice(0, MAX_NAME_LENGTH),
    unitId: principal.unitId,
    roles,
    onBehalfOf: {
      id: principal.id,
      name: principal.name,
      by: substitute.name,
      own: { unitId: substitute.unitId, roles: substitute.roles },
    },
  };
}
