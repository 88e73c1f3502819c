import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config/settings.js';
import { draftAbilitiesOf, DraftQueries } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { NameQueries } from '../../../organisation/index.js';
import {
  SignatureQueries,
  type LetterAnnexEntity,
  type SignatureEvidenceEntity,
  type SignatureRequestEntity,
} from '../../../signing/index.js';
import { awaitedByHand } from '../../../signing/domain/by-hand.js';
import { SIGNATURE_STATES } from '../../../signing/domain/signature-request.js';
import { SigningDesk } from '../../../signing/ports/signing-desk.port.js';
import { TicketReader } from '../../../tickets/index.js';
import type { RefusedAct } from '../../presenters/refused-values.js';
import { inOrderOfCare, type SelectedSignature, type SignaturesReading } from '../../presenters/signature.js';

/** Reads letters in signing. Who may see the ticket may see its letter; what answers none is for those who may see its draft. */
@Injectable()
export class ReadSignatures {
  constructor(
    private readonly settings: Settings,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
    private readonly drafts: DraftQueries,
    private readonly names: NameQueries,
    private readonly desk: SigningDesk,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async seen(actor: Actor, id: string): Promise<SignatureRequestEntity> {
    const request = await this.signatures.byId(id);
    if (!request) throw new DomainError('not-found', { what: 'signatureRequest' });
    const [seen] = await this.visibleTo(actor, [request]);
    if (!seen) throw new DomainError('not-found', { what: 'signatureRequest' });
    return seen;
  }

  /** Whether this person may see the letter in signing. */
  async sees(actor: Actor, id: string): Promise<boolean> {
    const request = await this.signatures.byId(id);
    return request !== null && (await this.visibleTo(actor, [request])).length > 0;
  }

  /** One judgement of a letter or of its annexes. @throws DomainError `not-found` */
  async evidence(actor: Actor, id: string, evidenceId: string): Promise<SignatureEvidenceEntity> {
    await this.seen(actor, id);
    const evidence = await this.signatures.evidenceById(evidenceId);
    if (evidence?.subjectId !== id) throw new DomainError('not-found', { what: 'signatureEvidence' });
    return evidence;
  }

  /** @throws DomainError as `seen` does */
  async annexesOf(actor: Actor, id: string): Promise<readonly LetterAnnexEntity[]> {
    await this.seen(actor, id);
    return this.signatures.annexesOf(id);
  }

  /** @param id of the letter that is opened; null = the one that needs care first */
  async execute(actor: Actor, id: string | null, refused: RefusedAct | null): Promise<SignaturesReading> {
    const opened = id === null ? null : await this.seen(actor, id);
    const newest = await this.visibleTo(actor, await this.signatures.inStates(SIGNATURE_STATES));
    const listed = newest.some((request) => request.id === id) || !opened ? newest : [opened, ...newest];
    const requests = inOrderOfCare(listed);
    const request = opened ?? requests[0];
    return {
      requests,
      selected: request ? await this.select(actor, request, refused) : null,
      waitDays: this.settings.eOffice.waitDays,
    };
  }

  private async select(
    actor: Actor,
    request: SignatureRequestEntity,
    refused: RefusedAct | null,
  ): Promise<SelectedSignature> {
    const [steps, route, draft, approvals, ticket, annexes, evidence] = await Promise.all([
      this.signatures.stepsOf(request.id),
      this.signatures.routeOf(request.id),
      this.drafts.byId(request.draftId),
      this.drafts.approvalsOf(request.draftId),
      this.tickets.find(actor, request.caseId),
      this.signatures.annexesOf(request.id),
      this.signatures.evidenceOf(request.id),
    ]);
    const people = await this.names.people([draft?.authorId ?? null]);
    const author = people.get(draft?.authorId ?? '')?.fullName ?? '';
    const { pollSeconds } = this.settings.eOffice;
    const { abilities } = this.desk;
    const byHand = { awaited: awaitedByHand(request, abilities), isAsked: abilities.has('states') };
    return { request, steps, route, draft, approvals, ticket, annexes, evidence, author, pollSeconds, byHand, refused };
  }

  private async visibleTo(
    actor: Actor,
    requests: readonly SignatureRequestEntity[],
  ): Promise<readonly SignatureRequestEntity[]> {
    const replies = requests.filter(({ caseKind }) => caseKind === 'ticket');
    const others = requests.filter(({ caseKind }) => caseKind !== 'ticket');
    const [tickets, documents] = await Promise.all([
      this.tickets.byIds(actor, [...new Set(replies.map(({ caseId }) => caseId))]),
      this.drafts.byIds([...new Set(others.map(({ draftId }) => draftId))]),
    ]);
    const open = documents.filter((draft) => draftAbilitiesOf(actor, draft).see);
    const seen = new Set([...tickets, ...open].map(({ id }) => id));
    return requests.filter(({ caseKind, caseId, draftId }) => seen.has(caseKind === 'ticket' ? caseId : draftId));
  }
}
