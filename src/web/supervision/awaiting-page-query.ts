import { Injectable } from '@nestjs/common';
import { DataRequestQueries } from '../../data-requests/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import { EntryQueries, ExchangeQueries, HandDeliveryQueries, TaskQueries } from '../../exchange/index.js';
import { deskOf, hasRole, type Actor } from '../../kernel/actor.js';
import { StuckJobs } from '../../platform/outbox/stuck-jobs.js';
import { SignatureQueries } from '../../signing/index.js';
import { SupervisionQueries } from '../../supervision/index.js';
import { DIRECTED } from '../../supervision/domain/policy.js';
import { WorkQueries } from '../../tickets/index.js';
import { wishOf } from '../drafting/document-drafts.js';
import type { Awaiting } from '../my-work/work-lists.js';

/** The job that makes a ticket of registered feedback. */
const OPENING = 'case.open';
/** Whom a document that answers no ticket may wait for. */
const WRITERS_AND_APPROVERS = ['registryClerk', 'unitHead', 'formatChecker', 'leader', 'supervisor'] as const;
const RELEASABLE = ['verified'] as const;

/** Reads what waits for somebody besides the tickets in their hand: approvals, releases, tasks, directives. */
@Injectable()
export class AwaitingPageQuery {
  constructor(
    private readonly work: WorkQueries,
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
    private readonly exchange: ExchangeQueries,
    private readonly stuck: StuckJobs,
    private readonly tasks: TaskQueries,
    private readonly entries: EntryQueries,
    private readonly requests: DataRequestQueries,
    private readonly supervision: SupervisionQueries,
    private readonly handDeliveries: HandDeliveryQueries,
  ) {}

  async read(actor: Actor): Promise<Awaiting> {
    const atDesk = hasRole(actor, 'registryClerk');
    const forDesk = (count: () => Promise<number>): Promise<number> => (atDesk ? count() : Promise.resolve(0));
    const [
      inReview,
      givenBack,
      answers,
      submitted,
      releases,
      refused,
      undone,
      unopened,
      further,
      exchangeTasks,
      byHand,
      lettersByHand,
      dataRequests,
      directives,
      documents,
    ] = await Promise.all([
      when(hasRole(actor, 'unitHead', 'formatChecker'), () => this.drafts.inReview()),
      when(hasRole(actor, 'unitHead', 'contactOfficer'), () => this.drafts.givenBack()),
      this.work.answersGivenBack(actor),
      when(hasRole(actor, 'leader'), () => this.signatures.inStates(['submitted'])),
      when(atDesk, () => this.signatures.inStates(RELEASABLE)),
      forDesk(() => this.exchange.countToLookAt({ besidesTasks: true })),
      forDesk(() => this.stuck.count()),
      forDesk(() => this.stuck.count(OPENING)),
      atDesk ? this.work.furtherDocumentsOwed() : [],
      forDesk(() => this.tasks.waiting()),
      forDesk(() => this.entries.owedCount()),
      forDesk(() => this.handDeliveries.owedCount()),
      forDesk(() => this.requests.openCount()),
      hasRole(actor, ...DIRECTED) ? this.supervision.directiveCount([actor.unitId ?? ''], 'open') : 0,
      when(hasRole(actor, ...WRITERS_AND_APPROVERS), () => this.drafts.documentsUnderWay()),
    ]);
    const approvable = (ability: 'approveContent' | 'approveFormat'): string[] =>
      inReview.filter((draft) => draftAbilitiesOf(actor, draft)[ability]).map(({ caseId }) => caseId);
    return {
      contentApproval: approvable('approveContent'),
      formatApproval: approvable('approveFormat'),
      signature: submitted
        .filter(({ caseKind, leaderId }) => caseKind === 'ticket' && leaderId === deskOf(actor))
        .map(({ caseId }) => caseId),
      givenBack: [...givenBack.map(({ caseId }) => caseId), ...answers],
      releases: releases.length,
      refusedMessages: refused,
      undone,
      exchangeTasks,
      entriesByHand: byHand,
      lettersByHand,
      dataRequests,
      directives,
      documents: documents.filter((draft) => wishOf(actor, draft) !== null).length,
      unopened,
      further,
    };
  }
}

function when<T>(applies: boolean, read: () => Promise<T[]>): Promise<T[]> {
  return applies ? read() : Promise.resolve([]);
}
