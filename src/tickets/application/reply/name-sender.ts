import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { draftAbilitiesOf, DraftQueries, WriteDraft, type DraftEntity } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { identityOf } from '../../domain/identity/identity.js';
import { waiting } from '../../domain/intake/shared-matter.js';
import { addressedByName, HANDED_ON, isAddressedByCode, whyNotNamed } from '../../domain/reply/named-sender.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { mergedInto } from '../intake/document-matters.js';
import { RevealIdentity } from '../reading/reveal-identity.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';

const addressed = z.object({ kinh_gui: z.array(z.string()).catch([]), loi_ket: z.string().catch('') });

const PURPOSE = 'Ghi họ tên, địa chỉ vào công văn trả lời';

/** A draft as its page opened it. */
interface OpenedReply {
  readonly draft: Pick<DraftEntity, 'caseId' | 'fields'>;
  readonly may: { readonly edit: boolean };
  /** Null where its form is written. */
  readonly word: object | null;
  /** Null where it answers no ticket. */
  readonly ticket: { readonly hotlineCode: string | null } | null;
}

const NOT_BY_CODE = 'Kính gửi không còn dòng ghi mã phản ánh; sửa Kính gửi trong mẫu rồi lưu.';

/** Addresses a reply to its sender by name: one press is a look at who sent it, with its purpose, and the next revision of the letter. */
@Injectable()
export class NameSender {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly visibility: TicketVisibility,
    private readonly revealIdentity: RevealIdentity,
    private readonly drafts: DraftQueries,
    private readonly writeDraft: WriteDraft,
  ) {}

  /** Whether a writer of the reply is offered it: only those who may know the sender are. */
  async isOffered(actor: Actor, { draft, may, word, ticket: seen }: OpenedReply): Promise<boolean> {
    if (seen?.hotlineCode !== null || !may.edit || word !== null) return false;
    const ticket = await this.database.reader.manager.findOneBy(TicketEntity, { id: draft.caseId });
    if (ticket === null || !isAddressedByCode(addressed.parse(draft.fields).kinh_gui, ticket.code)) return false;
    const { hiding } = await this.visibility.of(actor, ticket);
    return identityOf(actor, ticket, hiding).withheld === null && (await this.whyNot(ticket)) === null;
  }

  /**
   * @param version of the draft that was read
   * @throws DomainError `not-found`, `forbidden`, `ticket-identity-withheld`, `input-invalid` with why not, `draft-in-word`, `changed-meanwhile`
   */
  async name(actor: Actor, draftId: string, version: number): Promise<void> {
    const draft = await this.drafts.byId(draftId);
    const may = draft && draftAbilitiesOf(actor, draft);
    if (draft?.caseKind !== 'ticket' || !may?.see) throw new DomainError('not-found', { what: 'draft' });
    if (!may.edit) throw new DomainError('forbidden', { ability: 'edit' });
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, draft.caseId);
      if (ticket.hotlineCode !== null) throw refused(HANDED_ON);
      const sender = await this.revealIdentity.reveal(actor, ticket.id, PURPOSE);
      const message = await this.whyNot(ticket);
      if (message !== null) throw refused(message);
      const parts = addressed.parse(draft.fields);
      if (!isAddressedByCode(parts.kinh_gui, ticket.code)) throw refused(NOT_BY_CODE);
      const fields = { ...draft.fields, ...addressedByName(parts, sender) };
      const reason = 'Gửi đích danh người phản ánh.';
      await this.writeDraft.save(actor, draftId, { fields, signerId: draft.signerId, version, reason });
    });
  }

  private async whyNot(ticket: TicketEntity): Promise<string | null> {
    const senders = waiting(ticket, await mergedInto(this.database.reader.manager, ticket.id)).length;
    const { keepSecret, senderName, nature } = ticket;
    return whyNotNamed({ keepSecret, senderName, nature, senders });
  }
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'kinh_gui', message });
}
