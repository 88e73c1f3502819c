import { Injectable } from '@nestjs/common';
import { BeginDocument, requireKind, type DocumentPlan } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { beginningParts, requireKindFrom, type GivenDocument } from '../domain/begun-document.js';
import { mayBeginOwn } from '../domain/policy.js';
import { SUBJECT_LENGTHS } from '../domain/subject.js';

/**
 * Begins a document that answers nothing: of a kind that stands by itself, in the name of the unit of who drafts it.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 7, Điều 10.
 */
@Injectable()
export class BeginOwnDocument {
  constructor(private readonly beginDocument: BeginDocument) {}

  /**
   * @param key names this one beginning, so that pressed twice it makes one draft; a UUID
   * @returns the id of the draft
   * @throws DomainError `forbidden`, `input-invalid` naming the field, and as `BeginDocument`
   */
  async begin(actor: Actor, key: string, given: GivenDocument): Promise<string> {
    if (!mayBeginOwn(actor)) throw new DomainError('forbidden', { ability: 'beginDocument' });
    requireKindFrom('nothing', given.template);
    const subject = requireText('subject', given.subject, SUBJECT_LENGTHS);
    const { template } = given;
    const parts = Object.keys(requireKind(template).labels);
    const plan: DocumentPlan = {
      template,
      drafters: { unitId: actor.unitId },
      fieldsOf: ({ filing }) => beginningParts({ ...given, subject }, { parts, filing, opening: '' }),
    };
    return this.beginDocument.begin(actor, { caseKind: 'document', caseId: key, template }, () => plan);
  }
}
