import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { countOn } from '../../platform/database/counted-row.js';
import { fileNotation, type FilePlanEntry } from '../domain/file-plan.js';
import { FILE_RIGHTS, type PaperRef } from '../domain/record-file.js';
import { RecordFileEntity, RecordPaperEntity, RecordSeriesEntity } from '../persistence/records.entities.js';

/** A file to be opened by itself. */
export interface FileToOpen extends Pick<RecordFileEntity, 'ticketId' | 'unitId' | 'startedOn'> {
  /** Of the plan of the year in which it begins. */
  readonly heading: Pick<FilePlanEntry, 'notation' | 'retention'>;
  /** Cut where it is longer than a file keeps. */
  readonly title: string;
  /** What the journal names besides. */
  readonly about: object;
}

const MAX_TITLE_LENGTH = 600;

/** Opens files under the headings of their years, and takes papers in. Taking in twice changes nothing. */
@Injectable()
export class OpenedFiles {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async open(tx: EntityManager, { heading, title, about, ...given }: FileToOpen): Promise<RecordFileEntity> {
    const year = yearOf(given.startedOn);
    const { notation: entry, retention } = heading;
    const file = tx.create(RecordFileEntity, {
      ...given,
      id: newId(),
      year,
      entry,
      retention,
      notation: fileNotation(entry, await countOn(tx, { entity: RecordSeriesEntity, key: { year, entry } }, 1)),
      title: title.slice(0, MAX_TITLE_LENGTH),
      rights: FILE_RIGHTS[0],
      description: '',
      state: 'open',
      openedAt: this.clock.now(),
      workEndedOn: null,
      closedAt: null,
      closedById: null,
      handOverBy: null,
      retainedUntil: null,
      keptBackConsent: null,
      warnedFor: null,
      handedOverOn: null,
      handedOverBy: null,
      heldBecause: null,
      version: 1,
    });
    await tx.insert(RecordFileEntity, file);
    await this.journal.record(tx, SYSTEM, {
      action: 'file.open',
      objectKind: 'recordFile',
      objectId: file.id,
      detail: { year, notation: file.notation, ...about, retention },
    });
    return file;
  }

  /** What the file has not had yet; what was taken out of it stays out. */
  async takeIn(tx: EntityManager, { id: fileId }: RecordFileEntity, papers: readonly PaperRef[]): Promise<void> {
    const known = await tx.findBy(RecordPaperEntity, { fileId });
    const fresh = papers.filter(
      ({ kind, sourceId }) => !known.some((one) => one.kind === kind && one.sourceId === sourceId),
    );
    for (const paper of fresh) {
      const added = { addedById: SYSTEM.id, addedAt: this.clock.now() };
      const there = { removedAt: null, removedById: null, removedBecause: null };
      await tx.insert(RecordPaperEntity, { ...paper, ...added, ...there, id: newId(), fileId });
    }
    if (fresh.length === 0) return;
    await this.journal.record(tx, SYSTEM, {
      action: 'file.takeIn',
      objectKind: 'recordFile',
      objectId: fileId,
      detail: { papers: fresh.map(({ kind, sourceId }) => ({ kind, sourceId })) },
    });
  }
}
