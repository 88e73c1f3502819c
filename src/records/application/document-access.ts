import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { HandlingReader } from '../../correspondence/index.js';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import { isAddressedByName } from '../../drafting/domain/letter/person-addressed.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../signing/index.js';
import { TicketFiles, TicketReader, type LetterAccess } from '../../tickets/index.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';

/** The revision that was laid before a leader: the draft may have gone on since. */
type LaidBefore = Pick<SignatureRequestEntity, 'draftId' | 'draftRevision'>;

const addressed = z.object({ kinh_gui: z.array(z.string()).catch([]) });

/** For whom the files of documents are, with a ticket or without. */
@Injectable()
export class DocumentAccess {
  constructor(
    private readonly ticketFiles: TicketFiles,
    private readonly tickets: TicketReader,
    private readonly handlings: HandlingReader,
    private readonly signatures: SignatureQueries,
    private readonly drafts: DraftQueries,
    private readonly registers: RegisterQueries,
    private readonly staff: StaffDirectory,
  ) {}

  /**
   * The tickets of an incoming document decide; what belongs to no ticket is for those who handle it, those who follow a closed unit that did, and for those who
   * see every unit.
   */
  async toIncoming(actor: Actor, documentId: string | null): Promise<Exclude<LetterAccess, 'noTicket'>> {
    const access = await this.ofTickets(actor, documentId);
    if (access !== 'noTicket') return access;
    return (await this.seesHandled(actor, documentId)) ? 'whole' : 'none';
  }

  /**
   * Whether a letter is for this person: the answer to what this person may see, or what this person may draft or approve. A person
   * from whom the sender is hidden opens no letter that is addressed by name.
   */
  async mayOpenLetter(
    actor: Actor,
    { replyToId, signatureRequestId }: Pick<OutgoingDocumentEntity, 'replyToId' | 'signatureRequestId'>,
  ): Promise<boolean> {
    const access = await this.ofTickets(actor, replyToId);
    if (access === 'withoutSender')
      return !(await this.isByName(replyToId, await this.signatures.byId(signatureRequestId)));
    if (access !== 'noTicket') return access !== 'none';
    return (await this.seesHandled(actor, replyToId)) || this.seesLetter(actor, signatureRequestId);
  }

  /** Whether a letter that answers nothing is for this person. */
  async seesOutgoing(actor: Actor, documentId: string): Promise<boolean> {
    const letter = await this.registers.outgoingById(documentId);
    return letter !== null && this.mayOpenLetter(actor, letter);
  }

  private async ofTickets(actor: Actor, documentId: string | null): Promise<LetterAccess> {
    return documentId === null ? 'noTicket' : this.ticketFiles.ofDocument(actor, documentId);
  }

  /** Whether what belongs to no ticket is for this person. */
  private async seesHandled(actor: Actor, documentId: string | null): Promise<boolean> {
    if (seesEveryUnit(actor) || actor.id === SYSTEM.id) return true;
    return documentId !== null && this.handlings.sees(actor, documentId);
  }

  /** Whether the reply to a ticket that this person may see is for this person before it has left, too. */
  async mayOpenReply(actor: Actor, request: LaidBefore & Pick<SignatureRequestEntity, 'replyToId'>): Promise<boolean> {
    const access = await this.ofTickets(actor, request.replyToId);
    return access !== 'withoutSender' || !(await this.isByName(request.replyToId, request));
  }

  /** Judged by the form of its addressees and by the names of the senders whom it answers. */
  private async isByName(replyToId: string | null, request: LaidBefore | null): Promise<boolean> {
    const written = request && (await this.drafts.revision(request.draftId, request.draftRevision));
    const senders = replyToId === null ? [] : await this.ticketFiles.sendersOf(replyToId);
    return addressed.parse(written?.fields ?? {}).kinh_gui.some((line) => isAddressedByName(line, senders));
  }

  /** Who may see the ticket may see its letter; what answers none is for those who may see its draft, and for those who follow its closed unit. */
  private async seesLetter(actor: Actor, signatureRequestId: string): Promise<boolean> {
    const request = await this.signatures.byId(signatureRequestId);
    if (request === null) return false;
    if (request.caseKind === 'ticket') return (await this.tickets.find(actor, request.caseId)) !== null;
    const draft = await this.drafts.byId(request.draftId);
    if (draft === null) return false;
    const unitId = await this.staff.presentHolder(draft.unitId);
    return draftAbilitiesOf(actor, Object.assign({}, draft, { unitId })).see;
  }
}
