import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { IncomingFiles } from '../../../files/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { MAX_WORDS_LENGTH } from '../../domain/identity/citizen-words.js';
import {
  intakeFlaws,
  requireIntake,
  MIN_WORDS_LENGTH,
  tidyFeedback,
  type GivenFeedback,
} from '../../domain/intake/intake.js';
import type { IntakeChannel } from '../../domain/intake/intake-channel.js';
import { requireText } from '../../domain/required-text.js';
import { TicketIntakeEntity } from '../../persistence/intake.entities.js';
import { TicketFileEntity } from '../../persistence/life.entities.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { OpenPendingTickets } from './open-pending-tickets.js';
import { EnterTakenFeedback, type KeptUpload } from './take-feedback-entry.js';

/** A file that a visitor brought or a caller sent. */
export interface BroughtFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface TakeFeedbackCommand {
  /** Names the form: pressed twice, it makes one ticket. */
  readonly token: string;
  readonly feedback: GivenFeedback & { readonly channel: IntakeChannel };
  readonly files: readonly BroughtFile[];
}

export interface TakenFeedback {
  readonly ticketId: string;
  readonly decision: TicketIntakeEntity['decision'];
}

const ENTERED_OTHERWISE = 'Mở lại trang Ghi phiếu mới rồi ghi lại.';

const FILE_NAME = 200;
const MEDIA_TYPE = 100;

/** Takes feedback that someone told or brought to the agency, on their behalf. */
@Injectable()
export class TakeFeedback {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
    private readonly enterTaken: EnterTakenFeedback,
    private readonly openPendingTickets: OpenPendingTickets,
  ) {}

  /** @throws DomainError `forbidden`, `policy-missing`, `deadline-calendar-missing`; `input-invalid`, also beside `token` where the form was entered with other contents */
  async take(actor: Actor, { token, feedback: given, files }: TakeFeedbackCommand): Promise<TakenFeedback> {
    requireIntake(actor);
    requireText('words', given.words, { shortest: MIN_WORDS_LENGTH, longest: MAX_WORDS_LENGTH });
    const feedback = tidyFeedback(given);
    const [flaw] = intakeFlaws(feedback, this.clock.now());
    if (flaw) throw new DomainError('input-invalid', { ...flaw });
    const key = `form:${token}`;
    const said = { key, feedback, files: files.map(({ content }) => sha256Of(content)) };
    const before = await knownBy(this.database.reader.manager, said);
    if (before) return before;
    const kept = await this.keep(files);
    await this.openPendingTickets.open();
    try {
      return await this.uow.run(async (tx) => {
        const again = await knownBy(tx, said);
        if (again) return again;
        const entry = { key, feedback, hotlineCode: null, files: kept, from: null };
        const { ticket, outcome } = await this.enterTaken.enter(tx, actor, entry);
        return { ticketId: ticket.id, decision: outcome.decision };
      });
    } catch (error) {
      const other = isUniqueViolation(error) ? await knownBy(this.database.reader.manager, said) : null;
      if (other) return other;
      throw error;
    }
  }

  /** The bytes lie on the disk before the ticket names them. */
  private async keep(files: readonly BroughtFile[]): Promise<readonly KeptUpload[]> {
    const kept = await this.incoming.keep(files, 'files');
    return kept.map(({ name, mediaType, size, sha256 }) => ({
      name: name.normalize('NFC').slice(-FILE_NAME),
      mediaType: mediaType.slice(0, MEDIA_TYPE),
      size,
      sha256,
    }));
  }
}

/** What a form says, with the sha256 of each file. */
interface Said {
  readonly key: string;
  readonly feedback: GivenFeedback;
  readonly files: readonly string[];
}

/** What was made of the form when it was pressed before; null where it was not. @throws DomainError `input-invalid` where it said something else then */
async function knownBy(rows: EntityManager, { key, feedback, files }: Said): Promise<TakenFeedback | null> {
  const intake = await rows.findOneBy(TicketIntakeEntity, { key });
  if (intake === null) return null;
  const { ticketId, decision } = intake;
  const ticket = await rows.findOneByOrFail(TicketEntity, { id: ticketId });
  const kept = await rows.findBy(TicketFileEntity, { ticketId, purpose: 'intake' });
  const { receivedAt, ...said } = feedback;
  const isSame =
    Object.entries(said).every(([field, value]) => ticket[field as keyof typeof said] === value) &&
    ticket.startedAt.getTime() === receivedAt.getTime() &&
    isDeepStrictEqual(kept.map(({ sha256 }) => sha256).toSorted(), [...files].toSorted());
  if (!isSame) throw new DomainError('input-invalid', { field: 'token', message: ENTERED_OTHERWISE });
  return { ticketId, decision };
}
