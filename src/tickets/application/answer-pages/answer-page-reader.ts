import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { NameQueries } from '../../../organisation/index.js';
import type { AnswerPageStanding } from '../../domain/answer-page.js';
import { TicketFileEntity } from '../../persistence/life.entities.js';
import { OutsideText } from '../reading/outside-text.js';
import { AnswerPageFinder, type FoundAnswerPage } from './answer-page-finder.js';

/** What a unit sees on its answer page. */
export interface ReadAnswerPage {
  readonly standing: AnswerPageStanding;
  readonly code: string;
  readonly unitName: string;
  readonly dueAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  /** What is asked and what it is about, without people; null where the page is no longer for reading. */
  readonly matter: { readonly question: string; readonly subject: string; readonly words: string } | null;
  /** What was answered; null where nothing was, or it is no longer for reading. */
  readonly answer: {
    readonly at: Date;
    readonly name: string;
    readonly position: string;
    readonly reply: string;
    readonly files: readonly string[];
  } | null;
}

/** Reads an answer page by its secret. Names of people are left out, the sender's and others. */
@Injectable()
export class AnswerPageReader {
  constructor(
    private readonly database: Database,
    private readonly finder: AnswerPageFinder,
    private readonly outside: OutsideText,
    private readonly names: NameQueries,
  ) {}

  /** @returns null for a secret that was never given out */
  async standing(secret: string): Promise<AnswerPageStanding | null> {
    return (await this.finder.bySecret(this.database.reader.manager, secret))?.standing ?? null;
  }

  /** @returns null for a secret that was never given out */
  async read(secret: string): Promise<ReadAnswerPage | null> {
    const found = await this.finder.bySecret(this.database.reader.manager, secret);
    if (found === null) return null;
    const { page, request, ticket, standing } = found;
    const unitName = (await this.names.units([request.unitId])).get(request.unitId) ?? 'Đơn vị được hỏi';
    return {
      standing,
      code: ticket.code,
      unitName,
      dueAt: request.dueAt,
      endsAt: request.legalEndAt,
      revokedAt: page.revokedAt,
      matter: standing === 'open' || standing === 'answered' ? await this.matterOf(found) : null,
      answer: standing === 'answered' ? await this.answerOf(found) : null,
    };
  }

  private async matterOf({ request, ticket }: FoundAnswerPage): Promise<ReadAnswerPage['matter']> {
    const { text, questions } = await this.outside.of(this.database.reader.manager, ticket, [request]);
    return {
      question: questions.get(request.id) ?? '',
      subject: text.ofCitizen(ticket.subject),
      words: text.ofCitizen(ticket.words),
    };
  }

  private async answerOf({ page, request }: FoundAnswerPage): Promise<ReadAnswerPage['answer']> {
    const { answeredAt, answererName, answererPosition } = page;
    const files = await this.database.reader.manager.find(TicketFileEntity, {
      where: { ticketId: page.ticketId, addedById: page.id },
      order: { addedAt: 'ASC', id: 'ASC' },
      select: { name: true },
    });
    return {
      at: answeredAt ?? page.issuedAt,
      name: answererName ?? '',
      position: answererPosition ?? '',
      reply: request.reply ?? '',
      files: files.map(({ name }) => name),
    };
  }
}
