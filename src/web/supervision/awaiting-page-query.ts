import { Injectable } from '@nestjs/common';
import { HandlingReader } from '../../correspondence/index.js';
import { DataRequestQueries } from '../../data-requests/index.js';
import { type AwaitingDraft, draftAbilitiesOf, type DraftEntity, DraftQueries } from '../../drafting/index.js';
import { EntryQueries, ExchangeQueries, HandDeliveryQueries, TaskQueries } from '../../exchange/index.js';
import { deskOf, hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { StuckJobs } from '../../platform/outbox/stuck-jobs.js';
import { SignatureQueries } from '../../signing/index.js';
import { SupervisionQueries } from '../../supervision/index.js';
import { DIRECTED } from '../../supervision/domain/policy.js';
import { DecisionQueue, WorkQueries } from '../../tickets/index.js';
import { wishOf } from '../drafting/document-drafts-view.js';
import type { Awaiting } from '../my-work/awaited-work.js';

/** The job that makes a ticket of registered feedback. */
const OPENING = 'case.open';
/** Whom a document that answers no ticket may wait for. */
const WRITERS_AND_APPROVERS = [
  'contactOfficer',
  'registryClerk',
  'unitHead',
  'formatChecker',
  'leader',
  'supervisor',
] as const;
const RELEASABLE = 'verified';

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
    private readonly handlings: HandlingReader,
    private readonly decisions: DecisionQueue,
  ) {}

  async read(actor: Actor): Promise<Awaiting> {
    const atDesk = hasRole(actor, 'registryClerk');
    const forDesk = (count: () => Promise<number>): Promise<number> => (atDesk ? count() : Promise.resolve(0));
    const [
      { inReview = [], givenBack = [], document: documents = [] },
      answers,
      submitted,
      releases,
      refused,
      undone,
      unopened,
      exchangeTasks,
      byHand,
      lettersByHand,
      dataRequests,
      directives,
      incoming,
      decisions,
    ] = await Promise.all([
      this.draftsFor(actor),
      this.work.answersGivenBack(actor),
      when(hasRole(actor, 'leader'), () => this.signatures.inStates(['submitted'])),
      forDesk(() => this.signatures.count(RELEASABLE)),
      forDesk(() => this.exchange.countToLookAt({ besidesTasks: true })),
      forDesk(() => this.stuck.count()),
      forDesk(() => this.stuck.count(OPENING)),
      forDesk(() => this.tasks.waiting()),
      forDesk(() => this.entries.owedCount()),
      forDesk(() => this.handDeliveries.owedCount()),
      forDesk(() => this.requests.openCount()),
      hasRole(actor, ...DIRECTED) ? this.supervision.directiveCount([actor.unitId ?? ''], 'open') : 0,
      this.handlings.waiting(actor),
      this.decisions.countOf(actor),
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
      releases,
      refusedMessages: refused,
      undone,
      exchangeTasks,
      entriesByHand: byHand,
      lettersByHand,
      dataRequests,
      directives,
      incoming,
      decisions,
      documents: documents.filter((draft) => wishOf(actor, draft) !== null).length,
      unopened,
    };
  }

  private draftsFor(actor: Actor): Promise<Partial<Record<AwaitingDraft, readonly DraftEntity[]>>> {
    const sorts: readonly (readonly [AwaitingDraft, readonly Role[]])[] = [
      ['inReview', ['unitHead', 'formatChecker']],
      ['givenBack', ['unitHead', 'contactOfficer']],
      ['document', WRITERS_AND_APPROVERS],
    ];
    return this.drafts.awaiting(sorts.filter(([, roles]) => hasRole(actor, ...roles)).map(([sort]) => sort));
  }
}

function when<T>(applies: boolean, read: () => Promise<T[]>): Promise<T[]> {
  return applies ? read() : Promise.resolve([]);
}
