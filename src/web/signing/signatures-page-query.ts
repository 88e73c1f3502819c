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
import {
  inOrderOfGroups,
  rankOf,
  SIGNATURE_GROUPS,
  STATES_OF_GROUPS,
  type SignatureListPlace,
} from './signature-groups.js';
import type { SelectedSignature, SignaturesReading } from './signature-view.js';

/** Letters on a page beside the opened one. */
export const SIGNATURES_A_PAGE = 50;

/** One more than a page shows tells whether there is another. */
const BATCH = SIGNATURES_A_PAGE + 1;
/** Of letters, others' among them, for one page. */
const LOOKED_AT = 1000;

/** A group and the last letter before, as the link to a page says them. */
const PAGE = /^([0-3])\.([\da-f-]{0,36})$/u;

/** Where a page begins, in which group and after which letter of it, and in which group it ends at the latest. */
interface Place {
  readonly group: number;
  readonly last: number;
  readonly after: SignaturePlace | null;
}

/** A letter in signing that the reader may see, and the ticket that it answers. */
type SeenRequest = Pick<SelectedSignature, 'request' | 'ticket'>;

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
  async requireVisible(actor: Actor, id: string): Promise<SignatureRequestEntity> {
    return (await this.require(actor, id)).request;
  }

  /** Whether this person may see the letter in signing. */
  async sees(actor: Actor, id: string): Promise<boolean> {
    return (await this.find(actor, id)) !== null;
  }

  /** One judgement of a letter or of its annexes. @throws DomainError `not-found` */
  async evidence(actor: Actor, id: string, evidenceId: string): Promise<SignatureEvidenceEntity> {
    await this.requireVisible(actor, id);
    const evidence = await this.signatures.evidenceById(evidenceId);
    if (evidence?.subjectId !== id) throw new DomainError('not-found', { what: 'signatureEvidence' });
    return evidence;
  }

  /** @throws DomainError as `seen` does */
  async annexesOf(actor: Actor, id: string): Promise<readonly LetterAnnexEntity[]> {
    await this.requireVisible(actor, id);
    return this.signatures.annexesOf(id);
  }

  /**
   * @param id of the letter that is opened; null = the one that needs care first
   * @param place where an older page begins, as its link says it
   */
  async read(
    actor: Actor,
    { id, place }: { readonly id: string | null; readonly place: SignatureListPlace },
    refused: RefusedAct | null,
  ): Promise<SignaturesReading> {
    const opened = id === null ? null : await this.require(actor, id);
    const { found, next } = await this.pageFrom(actor, await this.placeOf(place));
    const listed = found.some(({ request }) => request.id === id) || !opened ? found : [opened, ...found];
    const requests = inOrderOfGroups(listed.map(({ request }) => request));
    const selected = opened ?? listed.find(({ request }) => request === requests[0]);
    return {
      requests,
      place,
      next,
      opened: opened !== null,
      selected: selected ? await this.select(selected, refused) : null,
      waitDays: this.settings.eOffice.waitDays,
    };
  }

  /**
   * A page of what this person may see, group after group, each newest first. Others' letters are passed over, as many as LOOKED_AT;
   * then the page ends early, and the next one goes on from there.
   */
  private async pageFrom(actor: Actor, from: Place): Promise<{ found: SeenRequest[]; next: string | null }> {
    const found: SeenRequest[] = [];
    let looked = 0;
    const { last } = from;
    let { group, after } = from;
    for (;;) {
      const batch = await this.signatures.page(STATES_OF_GROUPS.slice(group, last + 1), after, BATCH);
      const seen = new Map((await this.visibleTo(actor, batch)).map((one) => [one.request, one]));
      for (const request of batch) {
        const one = seen.get(request);
        const isFull = found.length === SIGNATURES_A_PAGE && one !== undefined;
        if (isFull || looked === LOOKED_AT) return { found, next: placeWords(group, after) };
        looked += 1;
        group = rankOf(request);
        after = request;
        if (one !== undefined) found.push(one);
      }
      if (batch.length < BATCH) return { found, next: null };
    }
  }

  private async placeOf({ group, page }: SignatureListPlace): Promise<Place> {
    const { first, last } = spanOf(group);
    const [, said = '', id = ''] = PAGE.exec(page) ?? [];
    const after = id === '' ? null : await this.signatures.byId(id);
    const isLost = said === '' || (id !== '' && after === null);
    const begins = { group: first, last, after: null };
    return isLost || Number(said) < first || Number(said) > last ? begins : { group: Number(said), last, after };
  }

  private async select({ request, ticket }: SeenRequest, refused: RefusedAct | null): Promise<SelectedSignature> {
    const [steps, route, draft, approvals, annexes, evidence] = await Promise.all([
      this.signatures.stepsOf(request.id),
      this.signatures.routeOf(request.id),
      this.drafts.byId(request.draftId),
      this.drafts.approvalsOf(request.draftId),
      this.signatures.annexesOf(request.id),
      this.signatures.evidenceOf(request.id),
    ]);
    const people = await this.names.people([draft?.authorId ?? null]);
    const author = people.get(draft?.authorId ?? '')?.fullName ?? '';
    const { pollSeconds } = this.settings.eOffice;
    const { letterPage } = this.settings.signing;
    const { abilities } = this.desk;
    const byHand = { awaited: awaitedByHand(request, abilities), isAsked: abilities.has('states') };
    const there = request.remoteId === null ? null : pageThere(letterPage, request.remoteId);
    const asked = { author, pollSeconds, there, byHand, refused };
    return { request, steps, route, draft, approvals, ticket, annexes, evidence, ...asked };
  }

  private async require(actor: Actor, id: string): Promise<SeenRequest> {
    const seen = await this.find(actor, id);
    if (!seen) throw new DomainError('not-found', { what: 'signatureRequest' });
    return seen;
  }

  private async find(actor: Actor, id: string): Promise<SeenRequest | null> {
    const request = await this.signatures.byId(id);
    const [seen = null] = request === null ? [] : await this.visibleTo(actor, [request]);
    return seen;
  }

  private async visibleTo(actor: Actor, requests: readonly SignatureRequestEntity[]): Promise<readonly SeenRequest[]> {
    const replies = requests.filter(({ caseKind }) => caseKind === 'ticket');
    const others = requests.filter(({ caseKind }) => caseKind !== 'ticket');
    const [codes, documents] = await Promise.all([
      this.tickets.codesOfSeen(actor, [...new Set(replies.map(({ caseId }) => caseId))]),
      this.drafts.byIds([...new Set(others.map(({ draftId }) => draftId))]),
    ]);
    const open = new Set(documents.filter((draft) => draftAbilitiesOf(actor, draft).see).map(({ id }) => id));
    return requests.flatMap((request): readonly SeenRequest[] => {
      if (request.caseKind !== 'ticket') return open.has(request.draftId) ? [{ request, ticket: null }] : [];
      const code = codes.get(request.caseId);
      return code === undefined ? [] : [{ request, ticket: { code } }];
    });
  }
}

/** Where the e-office shows a letter. @param page its address with `{ma}` for the letter's code there */
function pageThere(page: string | undefined, code: string): string | null {
  return page?.replaceAll('{ma}', () => encodeURIComponent(code)) ?? null;
}

/** From which group to which a list goes. */
function spanOf(only: SignatureListPlace['group']): { readonly first: number; readonly last: number } {
  if (only === null) return { first: 0, last: SIGNATURE_GROUPS.length - 1 };
  const at = SIGNATURE_GROUPS.indexOf(only);
  return { first: at, last: at };
}

/** An empty id begins the group: nothing of it was looked at yet. */
function placeWords(group: number, after: SignaturePlace | null): string {
  return `${String(group)}.${after?.id ?? ''}`;
}
