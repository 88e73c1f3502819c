import { Injectable } from '@nestjs/common';
import { SigningAuthorities } from '../../delegation/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isTypedWhole } from '../domain/case.js';
import { partsToGive, requireGivenParts, type GivenParts, type KindOfParts } from '../domain/letter/given-parts.js';
import { savedOver } from '../domain/letter/saved-fields.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';
import { DraftQueries } from '../persistence/draft-queries.js';
import { requireKind } from '../rendering/template-renderer.js';
import { abilitiesOf } from './drafts.js';
import { IssuerOfLetter } from './issuer-of-letter.js';
import { WriteDraft, type SavedForm } from './write-draft.js';

/** Some parts of a document, over the version that was read; those that are not named stay as they are. */
export interface PartsToSave extends Omit<SavedForm, 'fields' | 'signerId'> {
  readonly parts: GivenParts;
  /** Left out where the signer stays. */
  readonly signerId?: string | undefined;
}

/** The parts of a draft that a program may give, as they stand. */
export function partsOf(draft: Pick<DraftEntity, 'template' | 'caseKind' | 'fields'>): GivenParts {
  return partsToGive(draft.fields, kindOfParts(draft));
}

function kindOfParts({ template, caseKind }: Pick<DraftEntity, 'template' | 'caseKind'>): KindOfParts {
  return { names: new Set(Object.keys(requireKind(template).labels)), whole: isTypedWhole(caseKind) };
}

/** Saves parts that a program gives, as the form of the page saves all of them. */
@Injectable()
export class SaveParts {
  constructor(
    private readonly clock: Clock,
    private readonly drafts: DraftQueries,
    private readonly authorities: SigningAuthorities,
    private readonly issuer: IssuerOfLetter,
    private readonly write: WriteDraft,
  ) {}

  /** @throws DomainError `not-found`, `input-invalid` naming the part, `signing-not-allowed`, and as `WriteDraft.save` */
  async save(actor: Actor, id: string, { parts: given, signerId, ...form }: PartsToSave): Promise<void> {
    const draft = await this.drafts.byId(id);
    if (draft === null || !abilitiesOf(actor, draft).see) throw new DomainError('not-found', { what: 'draft' });
    const kind = kindOfParts(draft);
    requireGivenParts(given, kind);
    const chosen = signerId ?? draft.signerId;
    const [signer, facts] = await Promise.all([this.authorities.require(chosen, draft), this.issuer.facts(draft)]);
    const today = civilDateOf(this.clock.now());
    const fields = savedOver(draft.fields, given, { parts: kind.names, signer, facts, today });
    await this.write.save(actor, id, { ...form, fields, signerId: chosen });
  }
}
