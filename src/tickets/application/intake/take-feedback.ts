import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { IncomingFiles } from '../../../files/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LONGEST_WORDS } from '../../domain/identity/citizen-words.js';
import {
  intakeFlaws,
  requireIntake,
  SHORTEST_WORDS,
  tidyFeedback,
  type GivenFeedback,
} from '../../domain/intake/intake.js';
import type { IntakeChannel } from '../../domain/intake/intake-channel.js';
import { requireText } from '../../domain/required-text.js';
import { TicketIntakeEntity } from '../../persistence/intake.entities.js';
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

  /** @throws DomainError `forbidden`, `input-invalid`, `policy-missing`, `deadline-calendar-missing` */
  async take(actor: Actor, { token, feedback: given, files }: TakeFeedbackCommand): Promise<TakenFeedback> {
    requireIntake(actor);
    requireText('words', given.words, { shortest: SHORTEST_WORDS, longest: LONGEST_WORDS });
    const feedback = tidyFeedback(given);
    const [flaw] = intakeFlaws(feedback, this.clock.now());
    if (flaw) throw new DomainError('input-invalid', { ...flaw });
    const key = `form:${token}`;
    const before = await this.known(key);
    if (before) return before;
    const kept = await this.keep(files);
    await this.openPendingTickets.open();
    try {
      return await this.uow.run(async (tx) => {
        const again = await tx.findOneBy(TicketIntakeEntity, { key });
        if (again) return takenOf(again);
        const entry = { key, feedback, hotlineCode: null, files: kept, from: null };
        const { ticket, outcome } = await this.enterTaken.enter(tx, actor, entry);
        return { ticketId: ticket.id, decision: outcome.decision };
      });
    } catch (error) {
      const other = isUniqueViolation(error) ? await this.known(key) : null;
      if (other) return other;
      throw error;
    }
  }

  private async known(key: string): Promise<TakenFeedback | null> {
    const intake = await this.database.reader.getRepository(TicketIntakeEntity).findOneBy({ key });
    return intake && takenOf(intake);
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

function takenOf({ ticketId, decision }: TicketIntakeEntity): TakenFeedback {
  return { ticketId, decision };
}
