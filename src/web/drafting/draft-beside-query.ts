import { Injectable } from '@nestjs/common';
import { RegisterQueries, type DocumentFileEntity } from '../../documents/index.js';
import { StandardTexts, type DraftEntity, type StandardTextEntity } from '../../drafting/index.js';
import type { DraftAbilities } from '../../drafting/domain/policy.js';
import type { Actor } from '../../kernel/actor.js';
import { PublicResultQueries, type PublicResultEntity } from '../../publication/index.js';
import { TicketReader, type SeenFile, type SeenTicket } from '../../tickets/index.js';
import { LetterPictures } from '../kit/letter-pages/letter-pictures.js';

/** How many earlier answers are offered. */
const EARLIER = 5;

/** What a writer looks at beside the letter. */
export interface BesideReading {
  /** What came with the ticket's document. */
  readonly files: readonly DocumentFileEntity[];
  /** What was added to the ticket since: the citizen's own things and the evidence of the answer. */
  readonly added: readonly SeenFile[];
  /** Texts that the writer's unit uses again and again. */
  readonly standard: readonly Pick<StandardTextEntity, 'id' | 'heading' | 'text'>[];
  /** Published results of the same category, newest first: their words were reviewed before anybody could read them. */
  readonly earlier: readonly Pick<PublicResultEntity, 'number' | 'title' | 'text' | 'unitName' | 'publishedAt'>[];
  /** How many pages of the letter can be shown as pictures; 0 when none can be made here. */
  readonly pages: number;
}

interface LetterInSight {
  readonly draft: Pick<DraftEntity, 'pdfSha256'>;
  /** Null for a document that answers no ticket. */
  readonly ticket: SeenTicket | null;
  /** A reader who may not write the letter is offered no texts for it. */
  readonly may: Pick<DraftAbilities, 'edit'>;
}

/** Reads what stands beside a letter: its pages, and what it is written from. */
@Injectable()
export class DraftBesideQuery {
  constructor(
    private readonly pictures: LetterPictures,
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly standardTexts: StandardTexts,
    private readonly results: PublicResultQueries,
  ) {}

  async of(actor: Actor, { draft, ticket, may }: LetterInSight): Promise<BesideReading> {
    const [pages, files, added, standard, earlier] = await Promise.all([
      this.pictures.pages(draft.pdfSha256),
      ticket === null || ticket.text.redacted ? [] : this.registers.filesOf(ticket.incomingDocumentId),
      ticket === null ? [] : this.tickets.filesOf(actor, ticket),
      may.edit ? this.standardTexts.of(actor) : [],
      ticket === null || !may.edit ? [] : this.results.newestOf(ticket.category, EARLIER),
    ]);
    return { pages, files, added, standard, earlier };
  }
}
