import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { RegisterQueries } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries, type DraftEntity } from '../../drafting/index.js';
import { ExchangeQueries, HandDeliveryQueries } from '../../exchange/index.js';
import { JournalQueries } from '../../journal/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { SignatureQueries } from '../../signing/index.js';
import { TicketReader } from '../../tickets/index.js';
import type { OutgoingReading } from './outgoing-reading.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { WATCHES_EXCHANGE } from '../kit/http/routes.js';
import { DocumentAccess, DocumentFiles } from '../../records/index.js';

/**
 * Reads one outgoing document. Its line in the register is open to the whole staff, as the register is; its files, its proof and its case are for
 * those who may see what it answers.
 */
@Injectable()
export class OutgoingPageQuery {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly drafts: DraftQueries,
    private readonly tickets: TicketReader,
    private readonly exchange: ExchangeQueries,
    private readonly journal: JournalQueries,
    private readonly access: DocumentAccess,
    private readonly filing: DocumentFiles,
    private readonly settings: Settings,
    private readonly handDeliveries: HandDeliveryQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async read(actor: Actor, id: string, refused: RefusedAct | null): Promise<OutgoingReading> {
    const document = await this.registers.outgoingById(id);
    if (!document) throw new DomainError('not-found', { what: 'outgoingDocument' });
    const request = await this.signatures.byId(document.signatureRequestId);
    const [answers, ticket, draft, dispatches, history, mayOpen, recalls, links, amending, annexes, byHand] =
      await Promise.all([
        document.replyToId === null ? null : this.registers.incomingById(document.replyToId),
        request === null ? null : this.tickets.find(actor, request.caseId),
        request === null ? null : this.drafts.byId(request.draftId),
        this.exchange.dispatchesOfLetters([id]),
        this.journal.linesAbout('outgoingDocument', id),
        this.access.mayOpenLetter(actor, document),
        this.exchange.recallsOf(id),
        this.registers.amendmentLinks([document]),
        this.drafts.amending(id),
        this.registers.filesOf(id),
        this.handDeliveries.ofLetters([id]),
      ]);
    const seen = seenDraft(actor, draft, ticket !== null);
    return {
      document,
      answers,
      ticket,
      dispatches,
      history,
      mayOpen,
      recalls,
      annexes,
      byHand,
      actor,
      refused,
      now: this.clock.now(),
      publicUrl: this.settings.http.publicUrl,
      sendings: await this.sendings(actor, dispatches),
      links: links.of(document),
      filed: await this.filing.of(actor, {
        ...{ book: 'outgoing', documentId: id },
        lines: { outgoing: document, incoming: answers },
      }),
      request: ticket === null && seen === null ? null : request,
      draft: seen,
      amending: seen && amending,
    };
  }

  private async sendings(
    actor: Actor,
    dispatches: OutgoingReading['dispatches'],
  ): Promise<OutgoingReading['sendings']> {
    return hasRole(actor, ...WATCHES_EXCHANGE) ? this.exchange.sendingsOf(dispatches) : new Map();
  }
}

/** The draft, for those who may read it: of a reply, only with its ticket. */
function seenDraft(actor: Actor, draft: DraftEntity | null, seesTicket: boolean): DraftEntity | null {
  if (draft === null || (draft.caseKind === 'ticket' && !seesTicket)) return null;
  return draftAbilitiesOf(actor, draft).see ? draft : null;
}
