import { Injectable } from '@nestjs/common';
import { IncomingFiles } from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketReader } from '../../tickets/index.js';
import { requireEvidenceFiles, type EvidenceFile } from '../../tickets/domain/reply/answer-evidence.js';
import { requireText } from '../../tickets/domain/required-text.js';
import {
  MAX_PLACE_LENGTH,
  NOTE_LENGTHS,
  requireHappenedOn,
  type Finding,
  type NoteKind,
} from '../domain/inspection.js';
import { requireInspector } from '../domain/policy.js';
import { SupervisionQueries } from '../persistence/supervision-queries.js';
import { InspectionFileEntity, InspectionNoteEntity } from '../persistence/supervision.entities.js';

export interface InspectionNoteCommand {
  readonly ticketId: string;
  /** The sample in which the ticket was drawn; null outside of one. */
  readonly sampleId: string | null;
  readonly kind: NoteKind;
  readonly finding: Finding;
  /** Null: today. */
  readonly happenedOn: CivilDate | null;
  readonly place: string;
  readonly text: string;
  readonly files: readonly Pick<EvidenceFile, 'name' | 'content'>[];
}

/** Writes down what was found when a ticket's handling was inspected, or its facts were verified, with what proves it. */
@Injectable()
export class WriteInspectionNote {
  constructor(
    private readonly tickets: TicketReader,
    private readonly queries: SupervisionQueries,
    private readonly incoming: IncomingFiles,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid` */
  async write(actor: Actor, command: InspectionNoteCommand): Promise<void> {
    requireInspector(actor);
    const { id: ticketId } = await this.tickets.one(actor, command.ticketId);
    await this.requireDrawn(command.sampleId, ticketId);
    const now = this.clock.now();
    const { sampleId, kind, finding } = command;
    const note = {
      id: newId(),
      ticketId,
      sampleId,
      kind,
      finding,
      happenedOn: requireHappenedOn(command.happenedOn, civilDateOf(now)),
      place: requireText('place', command.place, { shortest: 0, longest: MAX_PLACE_LENGTH }),
      text: requireText('text', command.text, NOTE_LENGTHS),
      writtenById: actor.id,
      writtenByName: actor.name,
      writtenAt: now,
    };
    const files = command.files.length === 0 ? [] : await this.keep(command.files);
    await this.uow.run(async (tx) => {
      await tx.insert(InspectionNoteEntity, note);
      for (const file of files) await tx.insert(InspectionFileEntity, { ...file, id: newId(), noteId: note.id });
      await this.journal.record(tx, actor, {
        action: 'inspection.note',
        objectKind: 'ticket',
        objectId: ticketId,
        detail: { noteId: note.id, sampleId, kind, finding, files: files.length },
      });
    });
  }

  private async requireDrawn(sampleId: string | null, ticketId: string): Promise<void> {
    if (sampleId === null) return;
    const sample = await this.queries.sample(sampleId);
    if (sample?.chosen.includes(ticketId) !== true) throw new DomainError('not-found', { what: 'inspectionSample' });
  }

  /** The bytes are on the disk before a row names them; one that no row names does no harm. */
  private async keep(files: InspectionNoteCommand['files']) {
    const kept = await this.incoming.keep(requireEvidenceFiles(files), 'files');
    return kept.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 }));
  }
}
