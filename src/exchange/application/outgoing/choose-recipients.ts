import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { draftAbilitiesOf, DraftQueries, type DraftEntity } from '../../../drafting/index.js';
import { Journal, type JournalAction } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { MAX_RECIPIENTS, mayChooseRecipients } from '../../domain/letter-recipients.js';
import { AgencyQueries } from '../../persistence/agency-queries.js';
import type { AgencyEntity } from '../../persistence/agency.entities.js';
import { LetterRecipientEntity } from '../../persistence/letter-recipient.entity.js';
import { LetterRecipients } from '../../persistence/letter-recipients.js';

/** Chooses agencies of the directory that get a letter besides the one that it answers; each is sent a message of its own when it is released. */
@Injectable()
export class ChooseRecipients {
  constructor(
    private readonly settings: Settings,
    private readonly drafts: DraftQueries,
    private readonly agencies: AgencyQueries,
    private readonly recipients: LetterRecipients,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Choosing one twice changes nothing.
   *
   * @param code of either generation
   * @throws DomainError `forbidden`, `not-found` for a letter that this person may not see, `input-invalid` for an agency that cannot get it
   */
  async add(actor: Actor, draftId: string, code: string): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.requireMayChoose(tx, actor, draftId);
      const agency = await this.receiving(code);
      const chosen = await this.recipients.of(draftId, tx);
      if (chosen.some((one) => one.code === agency.code)) return;
      if (chosen.length >= MAX_RECIPIENTS) {
        throw refused(`Một văn bản gửi nhiều nhất ${String(MAX_RECIPIENTS)} cơ quan khác.`);
      }
      await tx.insert(LetterRecipientEntity, {
        draftId,
        code: agency.code,
        name: agency.name,
        addedAt: this.clock.now(),
        addedByName: actor.name,
      });
      await this.record(tx, actor, 'draft.recipientAdded', { draftId, code: agency.code });
    });
  }

  /**
   * @param code of either generation
   * @throws DomainError `forbidden`, `not-found`; one that is not chosen changes nothing
   */
  async remove(actor: Actor, draftId: string, code: string): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.requireMayChoose(tx, actor, draftId);
      const codes = In([...(await this.agencies.codesOf(code))]);
      const { affected } = await tx.delete(LetterRecipientEntity, { draftId, code: codes });
      if ((affected ?? 0) > 0) await this.record(tx, actor, 'draft.recipientRemoved', { draftId, code });
    });
  }

  private async receiving(code: string): Promise<AgencyEntity> {
    const agency = await this.agencies.byCode(code);
    if (agency?.active !== true || agency.forTests) {
      throw refused('Cơ quan này không còn trong danh mục của hệ thống quản lý văn bản; tìm lại theo tên hoặc mã.');
    }
    const own = this.settings.agency.code;
    if (agency.code === own || agency.legacyCode === own) {
      throw refused('Đây là cơ quan của mình; văn bản không gửi cho chính nơi ban hành.');
    }
    return agency;
  }

  private async requireMayChoose(tx: EntityManager, actor: Actor, draftId: string): Promise<void> {
    const draft = await this.drafts.byId(draftId, tx);
    if (draft === null || !draftAbilitiesOf(actor, draft).see) throw new DomainError('not-found', { what: 'draft' });
    if (!mayChoose(actor, draft)) throw new DomainError('forbidden', { ability: 'chooseRecipients' });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: JournalAction,
    { draftId, code }: { readonly draftId: string; readonly code: string },
  ): Promise<void> {
    await this.journal.record(tx, actor, { action, objectKind: 'draft', objectId: draftId, detail: { code } });
  }
}

/** Whether this person may choose the recipients of this letter now. */
export function mayChoose(actor: Actor, draft: DraftEntity): boolean {
  return mayChooseRecipients(actor, { state: draft.state, mayEdit: draftAbilitiesOf(actor, draft).edit });
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'code', message });
}
