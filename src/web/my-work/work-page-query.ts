import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { ProposalQueries } from '../../proposals/index.js';
import { StandIns } from '../../substitution/index.js';
import {
  placeOf,
  TicketListReader,
  WorkQueries,
  type TicketCursor,
  type TicketFilter,
  type TicketRow,
} from '../../tickets/index.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';
import { manyActsOf } from '../many-tickets/many-acts.js';
import type { WorkReading } from './my-work-view.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { chosenList, ticketLists, workLists, type TicketList, type WorkListGroup } from './work-lists.js';
import { NOTHING_AWAITED } from './awaited-work.js';
import { AwaitingPageQuery } from '../supervision/awaiting-page-query.js';
import { PreviewPageQuery } from '../drafting/preview-page-query.js';

export interface WorkRequest {
  /** Name of the list; the first in which something waits when it is empty or unknown. */
  readonly list: string;
  /** The ticket shown beside the list; the first row when it is empty or not to be seen. */
  readonly selected: string;
  readonly cursor: TicketCursor | null;
}

const PAGE = 50;

/** Reads one's work: what waits, how much of it, one page of the chosen list, and one ticket beside it. */
@Injectable()
export class WorkPageQuery {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly work: WorkQueries,
    private readonly names: NameQueries,
    private readonly preview: PreviewPageQuery,
    private readonly standIns: StandIns,
    private readonly awaiting: AwaitingPageQuery,
    private readonly proposals: ProposalQueries,
  ) {}

  async read(actor: Actor, request: WorkRequest, today: Today): Promise<WorkReading> {
    const { groups, counts } = await this.listsOf(actor, today);
    const chosen = chosenList(groups, request.list, counts);
    const filter: TicketFilter = chosen?.filter ?? { ids: [] };
    const found = await this.tickets.page(actor, filter, request.cursor, PAGE + 1);
    const rows = found.slice(0, PAGE);
    const [first] = rows;
    const before = request.cursor === null || !first ? 0 : await this.tickets.countBefore(actor, filter, first);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    const named = await this.namedAndProposed(actor, rows);
    const shown = { now: today.now, proposals: named.proposals };
    const preview = await this.previewOf(actor, request.selected, rows, shown);
    return {
      groups,
      counts,
      chosen,
      rows,
      before,
      cursor: last === undefined ? null : writeCursor(placeOf(filter, last)),
      ...named,
      manyActs: manyActsOf(actor),
      pausedUntil: await this.work.pausedUntil(pausedIn([...rows, ...(preview ? [preview.ticket] : [])])),
      preview,
      standIns: await this.inPlaceOfOthers(actor, today),
    };
  }

  /** The list of that name, or the first that this person has; an empty one where there is none. */
  async list(actor: Actor, code: string, today: Today): Promise<Pick<TicketList, 'base' | 'filter'>> {
    const groups = workLists(actor, await this.awaiting.read(actor), today);
    return chosenList(groups, code) ?? { base: 'viec-cua-toi', filter: { ids: [] } };
  }

  /** What waits with those for whom this person may act; nothing while acting for one of them. */
  private async inPlaceOfOthers(actor: Actor, today: Today): Promise<WorkReading['standIns']> {
    if (actor.onBehalfOf !== undefined) return [];
    const found = await this.standIns.of(actor);
    return Promise.all(
      found.map(async ({ actor: inPlace, principal }) => {
        const { groups, counts } = await this.listsOf(inPlace, today);
        return { principal, lists: ticketLists(groups), counts };
      }),
    );
  }

  /** Names of the units in the rows, and of those that are proposed for rows that no unit has. */
  private async namedAndProposed(
    actor: Actor,
    rows: readonly TicketRow[],
  ): Promise<Pick<WorkReading, 'names' | 'proposals'>> {
    const waiting = seesEveryUnit(actor)
      ? rows.filter(({ leadUnitId, closedAt }) => leadUnitId === null && closedAt === null)
      : [];
    const proposals = await this.proposals.shownAmong(waiting.map(({ id }) => id));
    const proposed = [...proposals.values()].map(({ units }) => units[0]?.unitId ?? null);
    const units = await this.names.units([...rows.map(({ leadUnitId }) => leadUnitId), ...proposed]);
    return { names: { units, people: new Map() }, proposals };
  }

  private async previewOf(
    actor: Actor,
    selected: string,
    rows: readonly TicketRow[],
    shown: { readonly now: Date; readonly proposals: WorkReading['proposals'] },
  ): Promise<WorkReading['preview']> {
    const wanted = selected === '' ? null : await this.preview.read(actor, selected, shown);
    const [first] = rows;
    return wanted ?? (first ? this.preview.read(actor, first.id, shown) : null);
  }

  /** One's lists and what each holds. Lists that name no tickets are counted while what waits is read. */
  private async listsOf(
    actor: Actor,
    today: Today,
  ): Promise<{ readonly groups: readonly WorkListGroup[]; readonly counts: ReadonlyMap<string, number> }> {
    const [awaiting, unnamed] = await Promise.all([
      this.awaiting.read(actor),
      this.counts(actor, ticketLists(workLists(actor, NOTHING_AWAITED, today))),
    ]);
    const groups = workLists(actor, awaiting, today);
    const named = ticketLists(groups).filter(({ filter }) => (filter.ids?.length ?? 0) > 0);
    return { groups, counts: new Map([...unnamed, ...(await this.counts(actor, named))]) };
  }

  private async counts(actor: Actor, lists: readonly TicketList[]): Promise<ReadonlyMap<string, number>> {
    const held = await this.tickets.counts(
      actor,
      lists.map(({ filter }) => filter),
    );
    return new Map(lists.map(({ code }, at) => [code, held[at] ?? 0]));
  }
}

function pausedIn(tickets: readonly Pick<TicketRow, 'id' | 'pausedAt'>[]): readonly string[] {
  return tickets.filter(({ pausedAt }) => pausedAt !== null).map(({ id }) => id);
}

/** `2026-03-20T10:30:00.000Z~id`: where the next page begins. */
export function writeCursor({ at, id }: TicketCursor): string {
  return `${at.toISOString()}~${id}`;
}

/** @returns null for what is not a cursor of ours: the first page then */
export function readCursor(text: string): TicketCursor | null {
  const [moment = '', id = ''] = text.split('~');
  const at = new Date(moment);
  return id === '' || Number.isNaN(at.getTime()) ? null : { at, id };
}
