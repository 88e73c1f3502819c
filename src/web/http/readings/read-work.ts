import { Injectable } from '@nestjs/common';
import { DataRequestQueries } from '../../../data-requests/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../../drafting/index.js';
import { EntryQueries, ExchangeQueries, TaskQueries } from '../../../exchange/index.js';
import { deskOf, hasRole, type Actor } from '../../../kernel/actor.js';
import { NameQueries } from '../../../organisation/index.js';
import { UnkeptPromises } from '../../../platform/outbox/unkept-promises.js';
import { StandIns } from '../../../substitution/index.js';
import { SupervisionQueries } from '../../../supervision/index.js';
import { DIRECTED } from '../../../supervision/domain/policy.js';
import { SignatureQueries } from '../../../signing/index.js';
import {
  TicketListReader,
  WorkQueries,
  type TicketCursor,
  type TicketFilter,
  type TicketRow,
} from '../../../tickets/index.js';
import type { WorkReading } from '../../presenters/my-work.js';
import type { Today } from '../../presenters/ticket-deadline.js';
import { chosenList, ticketLists, workLists, type Awaiting, type WorkListGroup } from '../../presenters/work-lists.js';
import { ReadPreview } from './read-preview.js';

export interface WorkRequest {
  /** Name of the list; the first one when it is empty or unknown. */
  readonly list: string;
  /** The ticket shown beside the list; the first row when it is empty or not to be seen. */
  readonly selected: string;
  readonly cursor: TicketCursor | null;
}

const PAGE = 50;
/** The promise that makes a ticket of registered feedback. */
const OPENING = 'case.open';
const RELEASABLE = ['verified'] as const;

/** Reads one's work: what waits, how much of it, one page of the chosen list, and one ticket beside it. */
@Injectable()
export class ReadWork {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly work: WorkQueries,
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
    private readonly exchange: ExchangeQueries,
    private readonly names: NameQueries,
    private readonly preview: ReadPreview,
    private readonly unkept: UnkeptPromises,
    private readonly tasks: TaskQueries,
    private readonly entries: EntryQueries,
    private readonly requests: DataRequestQueries,
    private readonly standIns: StandIns,
    private readonly supervision: SupervisionQueries,
  ) {}

  async execute(actor: Actor, request: WorkRequest, today: Today): Promise<WorkReading> {
    const groups = workLists(actor, await this.awaiting(actor), today);
    const chosen = chosenList(groups, request.list);
    const filter: TicketFilter = chosen?.filter ?? { ids: [] };
    const [counts, found] = await Promise.all([
      this.counts(actor, groups),
      this.tickets.page(actor, filter, request.cursor, PAGE + 1),
    ]);
    const rows = found.slice(0, PAGE);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    const preview = await this.previewOf(actor, request.selected, rows, today.now);
    return {
      groups,
      counts,
      chosen,
      rows,
      cursor: last === undefined ? null : writeCursor(last),
      names: { units: await this.names.units(rows.map(({ leadUnitId }) => leadUnitId)), people: new Map() },
      pausedUntil: await this.work.pausedUntil(pausedIn([...rows, ...(preview ? [preview.ticket] : [])])),
      preview,
      standIns: await this.inPlaceOfOthers(actor, today),
    };
  }

  /** What waits with those for whom this person may act; nothing while acting for one of them. */
  private async inPlaceOfOthers(actor: Actor, today: Today): Promise<WorkReading['standIns']> {
    if (actor.onBehalfOf !== undefined) return [];
    const found = await this.standIns.of(actor);
    return Promise.all(
      found.map(async ({ actor: inPlace, principal }) => {
        const groups = workLists(inPlace, await this.awaiting(inPlace), today);
        return { principal, lists: ticketLists(groups), counts: await this.counts(inPlace, groups) };
      }),
    );
  }

  private async previewOf(
    actor: Actor,
    selected: string,
    rows: readonly TicketRow[],
    now: Date,
  ): Promise<WorkReading['preview']> {
    const wanted = selected === '' ? null : await this.preview.execute(actor, selected, now);
    const [first] = rows;
    return wanted ?? (first ? this.preview.execute(actor, first.id, now) : null);
  }

  private async counts(actor: Actor, groups: readonly WorkListGroup[]): Promise<ReadonlyMap<string, number>> {
    const counted = ticketLists(groups).map(
      async ({ code, filter }) => [code, await this.tickets.count(actor, filter)] as const,
    );
    return new Map(await Promise.all(counted));
  }

  private async awaiting(actor: Actor): Promise<Awaiting> {
    const atDesk = hasRole(actor, 'registryClerk');
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
      dataRequests,
      directives,
    ] = await Promise.all([
      when(hasRole(actor, 'unitHead', 'formatChecker'), () => this.drafts.inReview()),
      when(hasRole(actor, 'unitHead', 'contactOfficer'), () => this.drafts.givenBack()),
      this.work.answersGivenBack(actor),
      when(hasRole(actor, 'leader'), () => this.signatures.inStates(['submitted'])),
      when(atDesk, () => this.signatures.inStates(RELEASABLE)),
      when(atDesk, () => this.exchange.messagesToLookAt()),
      atDesk ? this.unkept.count() : 0,
      atDesk ? this.unkept.count(OPENING) : 0,
      atDesk ? this.work.furtherDocumentsOwed() : [],
      atDesk ? this.tasks.waiting() : 0,
      atDesk ? this.entries.owedCount() : 0,
      atDesk ? this.requests.openCount() : 0,
      hasRole(actor, ...DIRECTED) ? this.supervision.directiveCount([actor.unitId ?? ''], 'open') : 0,
    ]);
    const approvable = (ability: 'approveContent' | 'approveFormat'): string[] =>
      inReview.filter((draft) => draftAbilitiesOf(actor, draft)[ability]).map(({ caseId }) => caseId);
    return {
      contentApproval: approvable('approveContent'),
      formatApproval: approvable('approveFormat'),
      signature: submitted.filter(({ leaderId }) => leaderId === deskOf(actor)).map(({ caseId }) => caseId),
      givenBack: [...givenBack.map(({ caseId }) => caseId), ...answers],
      releases: releases.length,
      refusedMessages: refused.filter(({ state }) => state !== 'task').length,
      undone,
      exchangeTasks,
      entriesByHand: byHand,
      dataRequests,
      directives,
      unopened,
      further,
    };
  }
}

function pausedIn(tickets: readonly Pick<TicketRow, 'id' | 'pausedAt'>[]): readonly string[] {
  return tickets.filter(({ pausedAt }) => pausedAt !== null).map(({ id }) => id);
}

/** `2026-03-20T10:30:00.000Z~id`: where the next page begins. */
export function writeCursor({ dueAt, id }: TicketCursor): string {
  return `${dueAt.toISOString()}~${id}`;
}

/** @returns null for what is not a cursor of ours: the first page then */
export function readCursor(text: string): TicketCursor | null {
  const [moment = '', id = ''] = text.split('~');
  const dueAt = new Date(moment);
  return id === '' || Number.isNaN(dueAt.getTime()) ? null : { dueAt, id };
}

function when<T>(applies: boolean, read: () => Promise<T[]>): Promise<T[]> {
  return applies ? read() : Promise.resolve([]);
}
