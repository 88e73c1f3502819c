import { setImmediate as otherWork } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import { toStatement, type Sql } from '../../../platform/database/sql.js';
import {
  searchPlan,
  type SearchPlan,
  type TermGroup,
  type TicketQuestion,
} from '../../domain/search/search-question.js';
import { spelledWords, TERM, type Term } from '../../domain/search/search-words.js';
import { rowsOf, type RawTicketRow, type TicketRow } from '../ticket-list.js';
import {
  foundStatement,
  HIT,
  nextWordStatement,
  rarityStatement,
  stepStatement,
  ticketsStatement,
  withoutLeading,
  type Direction,
  type Passed,
  type SearchPlace,
  type Walk,
} from './ticket-search-walk.js';
import { PROBED, rarest, withoutUnheard, type Probe, type Probed } from './ticket-search-rarity.js';

export interface SearchWish {
  /** The ticket after which (older) or before which (newer) the page lies; null = the newest page. */
  readonly from: SearchPlace | null;
  readonly direction: Direction;
  readonly size: number;
  /** Left out: the newest ticket comes first, on every page. */
  readonly oldestFirst?: boolean;
  /** Tickets that this request may look at; what lies further is asked for again. */
  readonly patience?: number;
}

export interface FoundTicket extends TicketRow {
  readonly foundAt: SearchPlace;
}

export interface SearchPage {
  /** Tickets whose code, document number or telephone was asked for whole; they are in no page of `rows`. Of the newest page alone. */
  readonly exact: readonly FoundTicket[];
  /** Tickets whose subject holds the words as they were typed, with their marks; as `exact`. */
  readonly typed: readonly FoundTicket[];
  /** Newest first, unless it was wished otherwise. */
  readonly rows: readonly FoundTicket[];
  /** Whether more lie in the direction of the wish. */
  readonly more: boolean;
  /** Where the search stopped because it had looked at as many tickets as one request may; null when it looked at all it had to. */
  readonly stoppedAt: SearchPlace | null;
}

/** Who searches, as far as it bears on what is found: of tickets whose sender is hidden from them, by no word that leads to people. */
export interface Seeker {
  /** The rows in the words that this person may read. */
  readonly read: <Row extends TicketRow>(rows: readonly Row[]) => Promise<readonly Row[]>;
  readonly hiddenAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** A question as one person asks it. */
interface Asked {
  readonly plan: SearchPlan;
  readonly seeker: Seeker;
}

/** Tickets that one statement looks at: the first is short, for common words fill a page at once; the longest stays within 5 ms. */
const STEPS = { first: 120, grow: 3, longest: 1200 };
/** Tickets that a request looks at when it does not say so itself: some 150 ms, in steps between which others have their turn. */
const PATIENCE = 60_000;
/** Tickets whose sight is asked for together: each is several parameters, and SQL Server takes 2,100. */
const AT_ONCE = 400;
/** A count beside a list is short, and looks at few tickets: it is asked for several searches at once. */
const COUNTED = { most: 99, patience: 6000 };
/** So many words with one beginning are walked together; where there are more, the beginning is looked up in each ticket. */
const MAX_ENDINGS = 24;
const MAX_EXACT = 20;
/** Where words were typed with marks, the subjects of so many tickets are looked at, the newest that have the words at all. */
const TYPED_AMONG = 100;
const TYPED_PATIENCE = 1200;

/** Finds tickets by words, codes, people, units, days and states: exact hits first, then subjects with the words as typed, then newest first, only what the actor may see. */
@Injectable()
export class TicketSearch {
  constructor(private readonly database: Database) {}

  async page(actor: Actor, question: TicketQuestion, wish: SearchWish, seeker: Seeker): Promise<SearchPage> {
    const plan = searchPlan(actor, question);
    const asked = { plan, seeker };
    const exact = await this.exactOf(asked);
    const typed = await this.typedOf(asked, numbersOf(exact));
    const walk = await this.chosenWalk(plan);
    const without = numbersOf([...exact, ...typed.map(({ foundAt }) => foundAt)]);
    const found = await this.walked(asked, walk, { ...wish, without });
    const hits = found.hits.slice(0, wish.size);
    const onwards = wish.oldestFirst === true ? 'newer' : 'older';
    const inOrder = wish.direction === onwards ? hits : hits.toReversed();
    const isFirstPage = wish.from === null;
    const first = isFirstPage ? exact : [];
    const rows = await this.rows(seeker, [...first, ...inOrder]);
    return {
      exact: rows.slice(0, first.length),
      typed: isFirstPage ? typed : [],
      rows: rows.slice(first.length),
      more: found.hits.length > wish.size,
      stoppedAt: found.stoppedAt,
    };
  }

  /**
   * Where every ticket stands that a question finds, newest first, and before them those whose code was asked for whole.
   *
   * @returns null where there are more than `most`, or where one request may not look through all that there are
   */
  async all(
    actor: Actor,
    question: TicketQuestion,
    most: number,
    seeker: Seeker,
  ): Promise<readonly SearchPlace[] | null> {
    const plan = searchPlan(actor, question);
    const asked = { plan, seeker };
    const exact = await this.exactOf(asked);
    const wish = { from: null, direction: 'older' as const, size: most - exact.length, without: numbersOf(exact) };
    const { hits, stoppedAt } = await this.walked(asked, await this.chosenWalk(plan), wish);
    return stoppedAt !== null || hits.length > wish.size ? null : [...exact, ...hits];
  }

  /** How many tickets a question finds, up to a bound; `isAll` says whether that is all of them. */
  async count(
    actor: Actor,
    question: TicketQuestion,
    seeker: Seeker,
  ): Promise<{ readonly held: number; readonly isAll: boolean }> {
    const plan = searchPlan(actor, question);
    const asked = { plan, seeker };
    const exact = await this.exactOf(asked);
    const most = COUNTED.most - exact.length;
    const wish = { from: null, direction: 'older' as const, size: most, without: numbersOf(exact) };
    const { hits, stoppedAt } = await this.walked(asked, await this.chosenWalk(plan), {
      ...wish,
      patience: COUNTED.patience,
    });
    const held = exact.length + Math.min(hits.length, most);
    return { held, isAll: stoppedAt === null && hits.length <= most };
  }

  /** The tickets at these places, in their order, as the seeker may read them. */
  at(seeker: Seeker, places: readonly SearchPlace[]): Promise<readonly FoundTicket[]> {
    return this.rows(seeker, places);
  }

  private async exactOf({ plan, seeker }: Asked): Promise<readonly SearchPlace[]> {
    if (plan.exact.length === 0) return [];
    const checks = { groups: [plan.exact, ...plan.narrowing], beginning: null };
    const walk = { list: plan.exact, checks, plain: withoutLeading(plan, checks) };
    const wish = { from: null, direction: 'older' as const, size: MAX_EXACT, without: new Set<number>() };
    return (await this.walked({ plan, seeker }, walk, wish)).hits.slice(0, MAX_EXACT);
  }

  /** Subjects are compared as this person reads them, so that the order tells nobody more than the page does. */
  private async typedOf({ plan, seeker }: Asked, without: ReadonlySet<number>): Promise<readonly FoundTicket[]> {
    if (plan.typed === null) return [];
    const { words, wording } = plan.typed;
    const whole = { ...plan, wording, beginning: null };
    const wish = { from: null, direction: 'older' as const, size: TYPED_AMONG, patience: TYPED_PATIENCE, without };
    const { hits } = await this.walked({ plan: whole, seeker }, await this.chosenWalk(whole), wish);
    const candidates = await this.rows(seeker, hits.slice(0, TYPED_AMONG));
    return candidates.filter(({ subject }) => holdsAll(spelledWords(subject), words)).slice(0, MAX_EXACT);
  }

  /** The rarest group is walked and every other one is looked up on the way. */
  private async chosenWalk(plan: SearchPlan): Promise<Walk> {
    const endings = plan.beginning === null ? null : await this.endingsOf(plan, plan.beginning);
    const asked = [...plan.wording, ...plan.narrowing];
    const probed = await this.probed(plan, endings === null ? asked : [...asked, endings]);
    const groups = asked.map((group) => withoutUnheard(plan, group, probed));
    const list = rarest(endings === null ? groups : [...groups, endings], probed);
    const checks = {
      groups: groups.filter((group) => group !== list),
      beginning: endings !== null && list === endings ? null : plan.beginning,
    };
    return { list: list ?? 'every', checks, plain: withoutLeading(plan, { groups, beginning: plan.beginning }) };
  }

  /** How long the lists of all terms are; null where there is nothing to choose. */
  private async probed(plan: SearchPlan, groups: readonly TermGroup[]): Promise<Probed | null> {
    if (groups.length < 2 || groups.some((group) => group.length === 0)) return null;
    const terms = groups.flat();
    const probes = await this.read<Probe>(rarityStatement(terms, plan, PROBED, this.database.dialect));
    const byPlace = new Map(probes.map((probe) => [probe.at, probe]));
    return new Map(terms.map((term, at) => [term, byPlace.get(at)]));
  }

  /** The words with that beginning; null when there are too many to walk together. */
  private async endingsOf({ leading }: SearchPlan, beginning: string): Promise<TermGroup | null> {
    const found: Term[] = [];
    for (const kind of [TERM.text, ...leading]) {
      for (let last: string | null = null; found.length <= MAX_ENDINGS;) {
        const next: readonly NextWord[] = await this.read(nextWordStatement(kind, beginning, last));
        last = next[0]?.word ?? null;
        if (last === null) break;
        found.push({ kind, word: last });
      }
    }
    return found.length <= MAX_ENDINGS ? found : null;
  }

  private async walked(
    asked: Asked,
    walk: Walk,
    { from, direction, size, without, patience = PATIENCE }: SearchWish & { readonly without: ReadonlySet<number> },
  ): Promise<{ hits: SearchPlace[]; stoppedAt: SearchPlace | null }> {
    const hits: SearchPlace[] = [];
    let place = from;
    let looked = 0;
    for (let step = Math.min(STEPS.first, patience); ; step = Math.min(step * STEPS.grow, STEPS.longest, patience)) {
      const passed = await this.read<Passed>(
        stepStatement(asked.plan, walk, {
          step: { from: place, direction, size: step },
          dialect: this.database.dialect,
        }),
      );
      hits.push(...(await this.found(asked, passed)).filter(({ no: found }) => !without.has(found)));
      looked += passed.length;
      if (hits.length > size || passed.length < step) return { hits, stoppedAt: null };
      const { received, no } = passed.at(-1) ?? { received: 0, no: 0 };
      place = { received, no };
      if (looked >= patience) return { hits, stoppedAt: place };
      await otherWork();
    }
  }

  /** Of the tickets on the way those that were asked for, without those that only words leading to people find and whose sender is hidden. */
  private async found({ seeker }: Asked, passed: readonly Passed[]): Promise<readonly SearchPlace[]> {
    const hits = passed.filter(({ hit }) => hit !== HIT.none);
    const leading = hits.filter(({ hit }) => hit === HIT.leading).map(({ no }) => no);
    const hidden = leading.length === 0 ? new Set<number>() : await this.hiddenAmong(seeker, leading);
    return hits.filter(({ no }) => !hidden.has(no)).map(({ received, no }) => ({ received, no }));
  }

  private async hiddenAmong(seeker: Seeker, numbers: readonly number[]): Promise<ReadonlySet<number>> {
    const found: number[] = [];
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
      const part = numbers.slice(from, from + AT_ONCE);
      const tickets = await this.read<{ readonly no: number; readonly ticketId: string }>(ticketsStatement(part));
      const hidden = await seeker.hiddenAmong(tickets.map(({ ticketId }) => ticketId));
      found.push(...tickets.filter(({ ticketId }) => hidden.has(ticketId)).map(({ no }) => no));
    }
    return new Set(found);
  }

  private async rows(seeker: Seeker, places: readonly SearchPlace[]): Promise<readonly FoundTicket[]> {
    if (places.length === 0) return [];
    const raw = await this.read<RawTicketRow & { readonly no: number }>(foundStatement(places.map(({ no }) => no)));
    const rows = new Map(rowsOf(raw).map((row, at) => [raw[at]?.no, row]));
    return seeker.read(
      places.flatMap((place) => {
        const row = rows.get(place.no);
        return row ? [{ ...row, foundAt: place }] : [];
      }),
    );
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...toStatement(statement, this.database.dialect));
  }
}

function numbersOf(places: readonly SearchPlace[]): ReadonlySet<number> {
  return new Set(places.map(({ no }) => no));
}

function holdsAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word) => words.includes(word));
}

interface NextWord {
  readonly word: string | null;
}
