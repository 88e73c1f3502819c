import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import {
  decisionAuthorityFlaws,
  mattersOf,
  officeNamed,
  type DecisionAuthorityDraft,
  type DecisionCandidate,
} from '../domain/decision-authority-flaws.js';
import { DecisionAuthorityEntity } from '../persistence/decision-authority.entity.js';
import { SEALED_DECISION_AUTHORITY } from '../persistence/sealed-authorities.js';
import {
  AuthorityRecords,
  requireAuthorityEditor,
  requireFlawless,
  type AuthorityFile,
  type AuthorityTable,
  type EndOfAuthority,
} from './authority-records.js';
import { DecisionAuthorities } from './decision-authorities.js';

export interface NewDecisionAuthority extends Omit<DecisionAuthorityDraft, 'hasFile'> {
  readonly file: AuthorityFile | null;
}

const TABLE: AuthorityTable<DecisionAuthorityEntity> = {
  entity: DecisionAuthorityEntity,
  sealed: SEALED_DECISION_AUTHORITY,
  objectKind: 'decisionAuthority',
  acts: { add: 'decisionAuthority.add', end: 'decisionAuthority.end' },
};

/** Writes down who decides in a leader's place, as the head has decided it, and ends it. */
@Injectable()
export class WriteDecisionAuthority {
  constructor(
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly authorities: DecisionAuthorities,
    private readonly records: AuthorityRecords,
  ) {}

  /** Who may be authorised in person. */
  async candidates(): Promise<readonly DecisionCandidate[]> {
    const people = await this.staff.people();
    return people.map(({ id, fullName, actor }) => ({ id, fullName, roles: actor.roles }));
  }

  /** @returns the id of the line @throws DomainError `forbidden`, `authority-flawed` with the flaws, `input-invalid` for an unsafe file */
  async add(actor: Actor, { file, ...given }: NewDecisionAuthority): Promise<string> {
    requireAuthorityEditor(actor);
    const draft = { ...given, hasFile: file !== null };
    const known = { people: await this.candidates(), today: civilDateOf(this.clock.now()) };
    requireFlawless(decisionAuthorityFlaws(draft, { ...known, table: await this.authorities.all() }));
    return this.records.add(actor, TABLE, { file, line: lineOf(draft) }, async (tx) =>
      requireFlawless(decisionAuthorityFlaws(draft, { ...known, table: await this.authorities.within(tx) })),
    );
  }

  /** @throws DomainError as `AuthorityRecords.end` */
  end(actor: Actor, end: EndOfAuthority): Promise<void> {
    return this.records.end(actor, TABLE, end);
  }
}

function lineOf(draft: DecisionAuthorityDraft) {
  const { holder, scope, validFrom, validTo, basis, basisDate } = draft;
  const office = officeNamed(holder);
  return {
    personId: office === null ? holder : null,
    office,
    matters: mattersOf(draft),
    scope: scope.trim() === '' ? null : scope.trim(),
    validFrom: civilDate(validFrom),
    validTo: validTo === '' ? null : civilDate(validTo),
    basis: basis.trim(),
    basisDate: civilDate(basisDate),
  };
}
