import { Injectable } from '@nestjs/common';
import { BeginDocument } from '../../drafting/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CHANGE_WRITERS } from '../domain/policy.js';
import { ChangeLetterPlan } from './change-letter-plan.js';
import { PlanChange } from './plan-change.js';

/** Begins the letter to the city's Office about a change as a draft of the agency. */
@Injectable()
export class DraftChangeLetter {
  constructor(
    private readonly changes: PlanChange,
    private readonly plans: ChangeLetterPlan,
    private readonly beginDocument: BeginDocument,
  ) {}

  /** @returns the id of the draft @throws DomainError `forbidden`, `not-found` unless the change stands, and as `BeginDocument` */
  async draft(actor: Actor, id: string): Promise<string> {
    if (!hasRole(actor, ...CHANGE_WRITERS)) throw new DomainError('forbidden', { ability: 'draftChangeLetter' });
    const change = await this.changes.one(id);
    if (change.state !== 'done') throw new DomainError('not-found', { what: 'officerChange' });
    return this.beginDocument.begin(actor, { caseKind: 'officerChange', caseId: id }, () => this.plans.of(change));
  }
}
