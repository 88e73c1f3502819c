import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SigningAuthorities } from '../../delegation/index.js';
import { DraftQueries, type DraftEntity } from '../../drafting/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory, type Person } from '../../organisation/index.js';
import { initialsWithoutCode, type MissingCode } from '../domain/missing-code.js';
import { routeOf, type RoutePerson } from '../domain/signature-route.js';
import { SignatureRouteStepEntity } from '../persistence/signature-route-step.entity.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';

/**
 * Lays out the way of a letter when it is submitted: those who approved its content and its form initial it, where the agency wants that; then its leader
 * signs; then the agency. A person without an account in the e-office is replaced by one who may stand in.
 */
@Injectable()
export class SignatureRoutes {
  constructor(
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
    private readonly authorities: SigningAuthorities,
    private readonly drafts: DraftQueries,
  ) {}

  /** @throws DomainError `input-invalid` when nobody in the e-office can initial what the agency wants initialed */
  async layOut(
    tx: EntityManager,
    { id: requestId, leaderId }: SignatureRequestEntity,
    draft: DraftEntity,
  ): Promise<void> {
    const initials = await this.initialsOf(draft);
    const desks = routeOf(initials, await this.leader(leaderId, draft), await this.agency());
    for (const { position, action, person } of desks) {
      await tx.insert(SignatureRouteStepEntity, {
        requestId,
        position,
        action,
        personId: action === 'seal' ? null : person.id,
        personName: person.name,
        personPosition: person.position,
        personCode: person.eOfficeCode,
        insteadOf: person.insteadOf,
        status: 'waiting',
        at: null,
        comment: null,
      });
    }
  }

  /** Approvers whose initials the agency wants, and whom nobody in the e-office can stand in for; of an unapproved letter, nobody. */
  async missingCodes(draft: DraftEntity): Promise<readonly MissingCode[]> {
    const found = await this.approversOf(draft);
    return found.flatMap((one) => ('words' in one ? [one] : []));
  }

  /** @throws DomainError `input-invalid` */
  private async initialsOf(draft: DraftEntity): Promise<readonly RoutePerson[]> {
    const people: RoutePerson[] = [];
    for (const one of await this.approversOf(draft)) {
      if ('words' in one) throw new DomainError('input-invalid', { field: 'signerId', message: one.words });
      people.push(one);
    }
    return people;
  }

  /** Those who approved this revision, in the order of approving, or who is missing in the e-office. */
  private async approversOf(draft: DraftEntity): Promise<readonly (RoutePerson | MissingCode)[]> {
    const { initials } = await this.agencyProfiles.today();
    if (initials.length === 0) return [];
    const approvals = (await this.drafts.approvalsOf(draft.id)).filter(({ revision }) => revision === draft.revision);
    const found: (RoutePerson | MissingCode)[] = [];
    for (const [kind, role] of KINDS) {
      if (!initials.includes(role)) continue;
      const approval = approvals.find((one) => one.kind === kind);
      if (approval === undefined) continue;
      const approver = { id: approval.approverId, name: approval.approverName };
      found.push(await this.standIn(approver, role, draft));
    }
    return found;
  }

  /** The approver himself; else another head of his unit, a person whom the table lets sign in his place, or another who checks the form. */
  private async standIn(
    approver: { readonly id: string; readonly name: string },
    role: 'unitHead' | 'formatChecker',
    { unitId }: DraftEntity,
  ): Promise<RoutePerson | MissingCode> {
    const people = await this.staff.people();
    const own = people.find(({ id }) => id === approver.id);
    if (own !== undefined && own.eOfficeCode !== null) return personOf(own, null);
    const peers = await this.staff.peopleWith(role, role === 'unitHead' ? unitId : undefined);
    const deputies = await this.authorities.deputiesOf(approver.id);
    const instead = [...peers, ...people.filter(({ id }) => deputies.includes(id))].find(
      ({ eOfficeCode }) => eOfficeCode !== null,
    );
    return instead ? personOf(instead, `thay ${approver.name}`) : initialsWithoutCode(approver);
  }

  private async leader(leaderId: string, draft: DraftEntity): Promise<RoutePerson> {
    const [person, signer] = await Promise.all([this.staff.person(leaderId), this.authorities.ask(leaderId, draft)]);
    const [power] = 'lines' in signer && signer.lines.length > 1 ? signer.lines : [];
    return personOf(person, power ?? null);
  }

  /** Its account in the e-office is the registry's; without one, the seal is only ordered when its time has come. */
  private async agency(): Promise<RoutePerson> {
    const [{ shortName }, clerks] = await Promise.all([
      this.agencyProfiles.today(),
      this.staff.peopleWith('registryClerk'),
    ]);
    const clerk = clerks.find(({ eOfficeCode }) => eOfficeCode !== null);
    return { id: '', name: shortName, position: null, eOfficeCode: clerk?.eOfficeCode ?? null, insteadOf: null };
  }
}

const KINDS = [
  ['content', 'unitHead'],
  ['format', 'formatChecker'],
] as const;

function personOf({ id, fullName, position, eOfficeCode }: Person, insteadOf: string | null): RoutePerson {
  return { id, name: fullName, position, eOfficeCode, insteadOf };
}
