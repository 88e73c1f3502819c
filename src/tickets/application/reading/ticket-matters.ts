import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, type FindOptionsSelect } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { categoryOfWords } from '../../domain/intake/category-words.js';
import { wordsOfNobody } from '../../domain/identity/sender.js';
import { TicketRefusalEntity } from '../../persistence/intake.entities.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** What a ticket is about and what became of it, for those who propose what becomes of the next. */
export type TicketMatter = Pick<TicketEntity, keyof typeof FACTS> & {
  /** Subject and words as they were written: to find the unit in them, and for nothing that is kept. */
  readonly text: string;
  /** The same without whatever leads to the sender or anybody else. */
  readonly plain: () => string;
  /** What the sender's side named, or a clerk who took it at the desk; null where that was nothing that we know. */
  readonly said: TicketEntity['category'] | null;
  /** Whether a clerk chose the field: by classifying, or when taking it at the desk. */
  readonly isChosen: boolean;
};

const FACTS = {
  id: true,
  code: true,
  state: true,
  nature: true,
  open: true,
  leadUnitId: true,
  officerId: true,
  category: true,
  level: true,
  place: true,
  answeredAt: true,
  version: true,
} as const;

const COLUMNS: FindOptionsSelect<TicketEntity> = {
  ...FACTS,
  subject: true,
  words: true,
  hotlineCategory: true,
  hotlineCode: true,
  senderName: true,
  senderPhone: true,
  senderEmail: true,
  senderAddress: true,
};

/** Reads matters of tickets for work that shows none of them to anybody. */
@Injectable()
export class TicketMatters {
  constructor(private readonly database: Database) {}

  async of(ids: readonly string[]): Promise<readonly TicketMatter[]> {
    if (ids.length === 0) return [];
    return matters(await this.tickets.find({ where: { id: In([...ids]) }, select: COLUMNS }));
  }

  /** Those that were answered, the newest first. @param before those answered at or after are left out; null for the newest */
  async answered(before: Date | null, size: number): Promise<readonly TicketMatter[]> {
    const answeredAt = before === null ? Not(IsNull()) : LessThan(before);
    return matters(
      await this.tickets.find({ where: { answeredAt }, select: COLUMNS, order: { answeredAt: 'DESC' }, take: size }),
    );
  }

  /** Whom returns named as competent, by ticket, the newest first. */
  async returned(size: number): Promise<ReadonlyMap<string, string>> {
    const refusals = await this.database.reader.getRepository(TicketRefusalEntity).find({
      where: { kind: 'returned' },
      select: { ticketId: true, agency: true },
      order: { decidedAt: 'DESC' },
      take: size,
    });
    return new Map(refusals.map(({ ticketId, agency }) => [ticketId, agency ?? '']));
  }

  private get tickets() {
    return this.database.reader.getRepository(TicketEntity);
  }
}

function matters(tickets: readonly TicketEntity[]): readonly TicketMatter[] {
  return tickets.map((ticket) => {
    const text = `${ticket.subject}\n${ticket.words}`;
    const { id, code, state, nature, open, leadUnitId, officerId, category, level, place, answeredAt, version } =
      ticket;
    const isChosen = (state !== 'received' && state !== 'accepted') || ticket.hotlineCode === null;
    const said = isChosen ? category : categoryOfWords(ticket.hotlineCategory);
    return {
      id,
      code,
      state,
      nature,
      open,
      leadUnitId,
      officerId,
      category,
      level,
      place,
      answeredAt,
      version,
      text,
      plain: () => wordsOfNobody(text, ticket),
      said: said === 'other' && !isChosen ? null : said,
      isChosen,
    };
  });
}
