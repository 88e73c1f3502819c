import { Injectable } from '@nestjs/common';
import { BeginDocument, type DocumentPlan } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { requireInspector } from '../domain/policy.js';
import type { ReminderLetterEntity } from '../persistence/supervision.entities.js';
import { SupervisionQueries } from '../persistence/supervision-queries.js';
import { ReminderPlan } from './reminder-plan.js';

/** Begins a letter that reminds a unit as a draft of the agency, by how its tickets stand now. */
@Injectable()
export class DraftReminder {
  constructor(
    private readonly queries: SupervisionQueries,
    private readonly plans: ReminderPlan,
    private readonly beginDocument: BeginDocument,
  ) {}

  /** @returns the id of the draft @throws DomainError `forbidden`, `not-found` unless it was made, `input-invalid` where nothing is left, and as `BeginDocument` */
  async draft(actor: Actor, id: string): Promise<string> {
    requireInspector(actor);
    const letter = await this.queries.letter(id);
    if (letter?.state !== 'made') throw new DomainError('not-found', { what: 'reminderLetter' });
    return this.beginDocument.begin(actor, { caseKind: 'reminder', caseId: id }, () => this.planOf(letter));
  }

  private async planOf(letter: ReminderLetterEntity): Promise<DocumentPlan> {
    const plan = await this.plans.of(letter);
    if (plan !== null) return plan;
    throw new DomainError('input-invalid', { field: '', message: 'Đơn vị đã trả lời hết các phiếu của công văn này.' });
  }
}
