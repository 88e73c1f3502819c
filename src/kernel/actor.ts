/** What a person may do in the agency; a person may hold several. The words for people stand in docs/GLOSSARY.md. */
export const ROLES = [
  'registryClerk',
  'contactOfficer',
  'unitHead',
  'leader',
  'supervisor',
  'formatChecker',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Everybody who works on tickets and letters, in whatever part. */
export const STAFF: readonly Role[] = [
  'registryClerk',
  'contactOfficer',
  'unitHead',
  'leader',
  'supervisor',
  'formatChecker',
];

/** Who acts: a member of staff, or the system itself (jobs and messages from outside). */
export interface Actor {
  readonly id: string;
  /** As it is written beside acts: `Vũ Đức Thắng`, and with the principal where there is one, `Vũ Đức Thắng thay Đỗ Quốc Khánh`. */
  readonly name: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  /** Where the request came from: an IP address, or `cli` for the command line; absent where nobody asked from anywhere. */
  readonly address?: string;
  /** Whom this person stands in for, in this act, and the own name alone. Unit and roles are then those of the principal. */
  readonly onBehalfOf?: {
    readonly id: string;
    readonly name: string;
    readonly by: string;
    /** Who one is besides, with the own unit and roles: what is hidden from that person stays hidden in any place. */
    readonly own?: { readonly unitId: string | null; readonly roles: readonly Role[] };
  };
}

export const SYSTEM: Actor = { id: 'system', name: 'Hệ thống', unitId: null, roles: [] };

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}

/** Whose work it is that this actor does: the principal's, or the own. For rules that let somebody do what is theirs. */
export function deskOf({ id, onBehalfOf }: Actor): string {
  return onBehalfOf?.id ?? id;
}

/** The units that somebody belongs to here: that of the place, and the own one. For what is hidden from a unit. */
export function unitsOf({ unitId, onBehalfOf }: Pick<Actor, 'unitId' | 'onBehalfOf'>): readonly string[] {
  return [...new Set([unitId, onBehalfOf?.own?.unitId ?? null])].filter((id) => id !== null);
}

/** Whether somebody administers the system, also while standing in for somebody else. */
export function isAdministrator(actor: Pick<Actor, 'roles' | 'onBehalfOf'>): boolean {
  return [...actor.roles, ...(actor.onBehalfOf?.own?.roles ?? [])].includes('administrator');
}

/** Whether one of some people acts here, or is acted for. For rules by which nobody decides on what they did themselves. */
export function hasHandIn(
  { id, onBehalfOf }: Pick<Actor, 'id' | 'onBehalfOf'>,
  ...staffIds: readonly (string | null)[]
): boolean {
  return staffIds.some((staffId) => staffId !== null && (staffId === id || staffId === onBehalfOf?.id));
}
