import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DraftQueries } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { letterFields } from '../../../templates/document-fields.js';
import { SubmitForSignature } from './submit-for-signature.js';

/** Puts an approved document that answers no ticket before its leader. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly staff: StaffDirectory,
    private readonly submit: SubmitForSignature,
  ) {}

  /** @returns the id of the signature request @throws DomainError `not-found`, and as `SubmitForSignature` */
  async execute(actor: Actor, draftId: string): Promise<string> {
    const draft = await this.drafts.byId(draftId);
    if (!draft) throw new DomainError('not-found', { what: 'draft' });
    const fields = z.object(letterFields).parse(draft.fields);
    const unit = await this.staff.unit(draft.unitId);
    const letter = {
      draftId,
      caseCode: draft.template,
      subject: fields.trich_yeu,
      notation: fields.ky_hieu,
      recipients: fields.kinh_gui,
      keeper: `VT, ${unit.symbol}`,
      replyToId: null,
    };
    return this.submit.execute(actor, letter, draft.signerId);
  }
}
