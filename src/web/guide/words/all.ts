import type { Role } from '../../../kernel/actor.js';
import type { RoleGuide } from '../guide.js';
import { ADMINISTRATOR } from './administrator.js';
import { CONTACT_OFFICER } from './contact-officer.js';
import { FORMAT_CHECKER } from './format-checker.js';
import { LEADER } from './leader.js';
import { REGISTRY_CLERK } from './registry-clerk.js';
import { SUPERVISOR } from './supervisor.js';
import { UNIT_HEAD } from './unit-head.js';

const GUIDE_OF: Readonly<Record<Role, RoleGuide>> = {
  registryClerk: REGISTRY_CLERK,
  contactOfficer: CONTACT_OFFICER,
  unitHead: UNIT_HEAD,
  leader: LEADER,
  supervisor: SUPERVISOR,
  formatChecker: FORMAT_CHECKER,
  administrator: ADMINISTRATOR,
};

export const GUIDES: readonly RoleGuide[] = Object.values(GUIDE_OF);

/** The guide with that address; without one, that of the first role that the person has. */
export function guideFor(roles: readonly Role[], address: string | null): RoleGuide | null {
  if (address !== null) return GUIDES.find((guide) => guide.address === address) ?? null;
  return ownGuide(roles) ?? REGISTRY_CLERK;
}

/** That of the first role that the person has; null for people without any. */
export function ownGuide([role]: readonly Role[]): RoleGuide | null {
  return role === undefined ? null : GUIDE_OF[role];
}
