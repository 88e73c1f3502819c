import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { inTurns, stepsOf } from '../../../kernel/turns.js';
import { withoutPeople, withoutSender } from '../../domain/identity/sender.js';
import { OUTSIDE_WORDS, stateOutside, toldWith } from '../../domain/reply/told-outside.js';
import { OutsideQueries, type OutsideRow, type OutsideWish } from '../../persistence/outside-queries.js';

/** A ticket as somebody outside reads it: no person is named, neither the sender nor anybody else. */
export interface OutsideTicket {
  readonly code: string;
  readonly open: boolean;
  /** Its state in words for people. */
  readonly standing: string;
  readonly category: string;
  readonly description: string;
  readonly place: string;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
  readonly dueAt: Date;
}

/** A line of a course as somebody outside reads it. */
export interface OutsideUpdate {
  readonly id: string;
  readonly code: string;
  readonly open: boolean;
  readonly at: Date;
  readonly words: string;
}

/** Lines with which the citizen stops waiting. */
const ENDS: ReadonlySet<string> = new Set([
  ...['answered', 'released', 'returned', 'rejected', 'withdrawn', 'merged', 'senderEnded', 'closed'],
]);

/** Facts of a ticket without any text written by people. */
export interface ToldOutside {
  readonly code: string;
  readonly hotlineCode: string | null;
  readonly category: string;
  readonly open: boolean;
  readonly standing: string;
  readonly dueAt: Date;
}

/** Reads tickets for readers outside the agency. What is hidden is missing, and nothing tells that it is there. */
@Injectable()
export class OutsideReader {
  constructor(
    private readonly clock: Clock,
    private readonly queries: OutsideQueries,
  ) {}

  /** For the hotline: the tickets that it brought, their words without people. */
  async ofHotline(wish: OutsideWish, size: number): Promise<OutsideTicket[]> {
    const rows = await this.queries.ofHotline(wish, size);
    const touched = await this.queries.lastTouched(rows.map(({ id }) => id));
    const read = (row: OutsideRow): OutsideTicket => ({
      ...outside(row, touched, this.clock.now()),
      description: withoutPeople(row.words, row),
      place: withoutPeople(row.place, row),
    });
    return [...(await inTurns(stepsOf(rows, read)))];
  }

  /** Facts of those of some tickets that the hotline brought and may hear of, by their ids. */
  async told(ids: readonly string[]): Promise<ReadonlyMap<string, ToldOutside>> {
    if (ids.length === 0) return new Map();
    const rows = await this.queries.ofHotline({ ids }, ids.length);
    return new Map(
      rows.map((row) => {
        const { id, code, hotlineCode, category, open, dueAt } = row;
        const standing = OUTSIDE_WORDS[stateOutside(row, this.clock.now())];
        return [id, { code, hotlineCode, category, open, standing, dueAt }];
      }),
    );
  }

  /** What the citizen was told of courses, between two moments, oldest first: the words that went out, never those of the agency. */
  async updates(
    wish: OutsideWish & { readonly from: Date; readonly to: Date },
    size: number,
  ): Promise<OutsideUpdate[]> {
    const lines = await this.queries.lines(wish, size);
    const joined = await this.queries.joined(lines.map(({ ticket }) => ticket.id));
    const read = ({ line, ticket }: (typeof lines)[number]): OutsideUpdate => ({
      id: line.id,
      code: ticket.code,
      open: !ENDS.has(line.kind),
      at: line.at,
      words: joined
        .filter(({ mergedIntoId }) => mergedIntoId === ticket.id)
        .reduce<string>(withoutSender, withoutPeople(toldWith(line), ticket)),
    });
    return [...(await inTurns(stepsOf(lines, read)))];
  }
}

function outside(row: OutsideRow, touched: ReadonlyMap<string, Date>, now: Date) {
  const { id, code, open, category, startedAt, dueAt, answeredAt, closedAt } = row;
  const ended = open ? null : (closedAt ?? answeredAt);
  const updatedAt = ended ?? touched.get(id) ?? startedAt;
  const standing = OUTSIDE_WORDS[stateOutside(row, now)];
  return { code, open, standing, category, requestedAt: startedAt, updatedAt, dueAt };
}
