import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { requireKnowing } from '../../domain/identity/identity.js';
import { isFaithful, requireMatters, type Matter } from '../../domain/split.js';
import { TicketFileEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { AcceptTicket } from '../accept-ticket.js';
import { EnterTicket } from '../intake/enter-ticket.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';

export interface SplitTicketCommand {
  readonly ticketId: string;
  /** The matters besides the first, which stays with the ticket. */
  readonly further: readonly Matter[];
  readonly seen?: number;
}

/** A ticket that was made of a further matter. */
export type SplitPart = Readonly<Pick<TicketEntity, 'id' | 'code'>>;

/**
 * Makes tickets of the further matters in a citizen's words. Each has the sender, the document and the receipt of the whole, so that no citizen waits
 * longer because a letter held several things (rule 19); the original words stay with the first matter.
 */
@Injectable()
export class SplitTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly enterTicket: EnterTicket,
    private readonly acceptTicket: AcceptTicket,
    private readonly visibility: TicketVisibility,
  ) {}

  /**
   * @returns the parts, in the order of their matters
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`, `deadline-calendar-missing`;
   *   `ticket-identity-withheld` for those who may not know the sender
   */
  async split(actor: Actor, { ticketId, further, seen }: SplitTicketCommand): Promise<readonly SplitPart[]> {
    const matters = requireMatters(further);
    return this.uow.run(async (tx) => {
      const whole = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(whole, seen);
      this.tickets.require(actor, whole, 'split');
      requireKnowing(await this.visibility.of(actor, whole, tx));
      const parts: TicketEntity[] = [];
      for (const matter of matters) parts.push(await this.partOf(tx, actor, whole, matter));
      await this.tickets.perform(tx, actor, whole, {
        act: 'split',
        entry: {
          kind: 'split',
          title: `Tách thành ${parts.length + 1} phiếu`,
          // A reader of the course may not be allowed to see the parts: only their codes.
          text: parts.map(({ code }) => code).join('\n'),
        },
      });
      return parts.map(({ id, code }) => ({ id, code }));
    });
  }

  private async partOf(tx: EntityManager, actor: Actor, whole: TicketEntity, matter: Matter): Promise<TicketEntity> {
    const copied = isFaithful(matter.words, whole.words);
    const title = `Tách từ phiếu ${whole.code}${copied ? '' : '; lời trích có sửa so với lời gốc'}`;
    const part = await this.enterTicket.enter(tx, actor, { ...inherited(whole), ...matter }, title);
    await this.copyFiles(tx, whole, part);
    if (whole.state === 'received') return part;
    // The department has taken the document, and with it every matter in it.
    await this.acceptTicket.taken(tx, part);
    const entry = { kind: 'accepted', title: `Sở đã tiếp nhận cùng phiếu ${whole.code}` };
    return (await this.tickets.perform(tx, actor, part, { act: 'accept', entry })).ticket;
  }

  /** What the sender sent belongs to every matter; the bytes are kept once. */
  private async copyFiles(tx: EntityManager, whole: TicketEntity, part: TicketEntity): Promise<void> {
    for (const file of await tx.findBy(TicketFileEntity, { ticketId: whole.id, purpose: 'intake' })) {
      await tx.insert(TicketFileEntity, { ...copyOf(file), id: newId(), ticketId: part.id, cycle: part.cycle });
    }
  }
}

/** What a part has of the whole: the sender, the document, the receipt. Its hotline number stays the whole's alone. */
function inherited(whole: TicketEntity) {
  const { incomingDocumentId, nature, kind, hotlineCategory, channel, place, complete, takenById } = whole;
  const { senderName, senderPhone, senderEmail, senderAddress, keepSecret } = whole;
  const { startedAt, complainedUnitId, aboutNoUnitAt } = whole;
  return {
    incomingDocumentId,
    nature,
    kind,
    hotlineCategory,
    channel,
    place,
    complete,
    takenById,
    senderName,
    senderPhone,
    senderEmail,
    senderAddress,
    keepSecret,
    startedAt,
    complainedUnitId,
    aboutNoUnitAt,
    hotlineCode: null,
    splitFromId: whole.id,
  };
}

function copyOf({ purpose, name, mediaType, size, sha256, addedById, addedAt }: TicketFileEntity) {
  return { purpose, name, mediaType, size, sha256, addedById, addedAt };
}
