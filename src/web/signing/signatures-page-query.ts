import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import {
  SignatureQueries,
  type LetterAnnexEntity,
  type SignatureEvidenceEntity,
  type SignaturePlace,
  type SignatureRequestEntity,
} from '../../signing/index.js';
import { awaitedByHand } from '../../signing/domain/by-hand.js';
import { SigningDesk } from '../../signing/ports/signing-desk.port.js';
import { TicketReader } from '../../tickets/index.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { CARE_GROUPS, inOrderOfCare, type SelectedSignature, type SignaturesReading } from './signature.js';

/** Letters on a page beside the opened one. */
export const SIGNATURES_A_PAGE = 50;

const BATCH = 100;
/** Of letters, others' among them, for one page. */
const LOOKED_AT = 1000;

/** Where a page begins: in which group of CARE_GROUPS, after which letter of it. */
interface Place {
  readonly group: number;
  readonly after: SignaturePlace | null;
}

/** Reads letters in signing. Who may see the ticket may see its letter; what answers none is for those who may see its draft. */
@Injectable()
export class SignaturesPageQuery {
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

  /**
   * @param id of the letter that is opened; null = the one that needs care first
   * @param page where an older page begins, as its link says it; `''` for the first page
   */
  async read(
    actor: Actor,
    { id, page }: { readonly id: string | null; readonly page: string },
    refused: RefusedAct | null,
  ): Promise<SignaturesReading> {
    const opened = id === null ? null : await this.seen(actor, id);
    const { found, next } = await this.pageFrom(actor, await this.placeOf(page));
    const listed = found.some((request) => request.id === id) || !opened ? found : [opened, ...found];
    const requests = inOrderOfCare(listed);
    const request = opened ?? requests[0];
    return {
      requests,
      page,
      next,
      selected: request ? await this.select(actor, request, refused) : null,
      waitDays: this.settings.eOffice.waitDays,
    };
  }

  /**
   * A page of what this person may see: what has failed, what waits, what has ended, each newest first. Others' letters are passed over, as many as LOOKED_AT;
   * then the page ends early, and the next one goes on from there.
   */
  private async pageFrom(actor: Actor, from: Place): Promise<{ found: SignatureRequestEntity[]; next: string | null }> {
    const found: SignatureRequestEntity[] = [];
    let looked = 0;
    let { group, after } = from;
    while (group < CARE_GROUPS.length) {
      const batch = await this.signatures.page(CARE_GROUPS[group] ?? [], after, BATCH);
      const seen = new Set(await this.visibleTo(actor, batch));
      for (const request of batch) {
        const isFull = found.length === SIGNATURES_A_PAGE && seen.has(request);
        if (isFull || looked === LOOKED_AT) return { found, next: placeWords(group, after) };
        looked += 1;
        after = request;
        if (seen.has(request)) found.push(request);
      }
      if (batch.length === BATCH) continue;
      group += 1;
      after = null;
    }
    return { found, next: null };
  }

  private async placeOf(page: string): Promise<Place> {
    const [, group, id = ''] = /^([0-2])\.([\da-f-]{0,36})$/u.exec(page) ?? [];
    const after = id === '' ? null : await this.signatures.byId(id);
    return { group: after === null && id !== '' ? 0 : Number(group ?? 0), after };
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

/** An empty id begins the group: nothing of it was looked at yet. */
function placeWords(group: number, after: SignaturePlace | null): string {
  return `${String(group)}.${after?.id ?? ''}`;
}
