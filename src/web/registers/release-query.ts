import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../documents/index.js';
import { AgencyQueries, LetterRecipients } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../signing/index.js';
import { numberRoad, numbererOf } from '../../signing/domain/number-order.js';
import { SigningDesk } from '../../signing/ports/signing-desk.port.js';
import { TicketReader } from '../../tickets/index.js';
import type { ReleaseReading } from '../signing/release-view.js';

/** Reads what is to be known of one letter before it is released, and while it is. */
@Injectable()
export class ReleaseQuery {
  constructor(
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly desk: SigningDesk,
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
    private readonly agencies: AgencyQueries,
    private readonly recipients: LetterRecipients,
  ) {}

  async read(actor: Actor, request: SignatureRequestEntity): Promise<Omit<ReleaseReading, 'waiting'>> {
    const outgoing = await this.lineOf(request);
    const [steps, ticket, answers, nextNumber, annexes, others, given] = await Promise.all([
      this.signatures.stepsOf(request.id),
      this.tickets.find(actor, request.caseId),
      request.replyToId === null ? null : this.registers.incomingById(request.replyToId),
      this.registers.nextNumber('outgoing', yearOf(civilDateOf(this.clock.now()))),
      this.signatures.annexesOf(request.id),
      this.recipients.of(request.draftId),
      outgoing === null ? this.givenOf(request) : null,
    ]);
    const receiver = answers === null ? null : await this.agencies.standingOf(answers.senderCode);
    return {
      request,
      steps,
      ticket,
      answers,
      receiver,
      others,
      outgoing,
      nextNumber,
      given,
      annexes: annexes.length,
    };
  }

  private async givenOf({ id }: SignatureRequestEntity): Promise<ReleaseReading['given']> {
    const owner = await this.agencyProfiles.ownerOf('outgoing');
    const order = await this.signatures.numberOrderOf(id);
    if (numbererOf({ hasNumber: false, order }, owner) !== 'eOffice') return null;
    return { road: numberRoad(this.desk.abilities, order), problem: order?.problem ?? null };
  }

  private async lineOf({ outgoingDocumentId }: SignatureRequestEntity): Promise<OutgoingDocumentEntity | null> {
    return outgoingDocumentId === null ? null : this.registers.outgoingById(outgoingDocumentId);
  }
}
