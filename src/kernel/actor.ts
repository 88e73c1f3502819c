/** What a person may do in the house; a person may hold several. The words for people stand in docs/GLOSSARY.md. */
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

/** Who acts: a member of staff, or the house itself (jobs and messages from outside). */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  /** Where the request came from: an IP address, or `cli` for the command line; absent where nobody asked from anywhere. */
  readonly address?: string;
  /** Whom this person stands in for, in this act. */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
}

export const SYSTEM: Actor = { id: 'system', name: 'Hệ thống', unitId: null, roles: [] };

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}
