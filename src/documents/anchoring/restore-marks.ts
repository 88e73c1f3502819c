import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PositionSources } from '../../platform/position/position-sources.js';
import { Log } from '../../platform/telemetry/log.js';
import type { KnownNumber } from '../domain/lost-number.js';
import { WriteAnchor } from './write-anchor.js';
import { PositionMark, type Mark } from './position-mark.js';
import { RecogniseRestore } from './recognise-restore.js';

/** The marks and anchors that lie beside the database and survive it, as the recovery after a restore reads them. */
@Injectable()
export class RestoreMarks {
  constructor(
    private readonly recognise: RecogniseRestore,
    private readonly mark: PositionMark,
    private readonly writeAnchor: WriteAnchor,
    private readonly positions: PositionSources,
    private readonly log: Log,
  ) {}

  /** @returns why the database is taken for restored, in Vietnamese; null for an ordinary start */
  why(): Promise<string | null> {
    return this.recognise.why();
  }

  /** The numbers that the replaced database had given; null where that is not known. */
  read(): Promise<Mark | null> {
    return this.mark.read();
  }

  /** Nothing that the mark knows to be given is given again. */
  async raise(tx: EntityManager, mark: Mark | null): Promise<void> {
    if (mark !== null) await this.positions.raise(tx, mark.counters);
  }

  /** A restore was made good: marks and anchors begin again from what the database says now. */
  async settled(): Promise<void> {
    await this.mark.write();
    await this.mark.forgetSaid();
    try {
      await this.writeAnchor.write();
    } catch (error) {
      this.log.warn('job.failed', { job: 'documents.anchor', error });
    }
  }
}

/** The numbers that a mark remembers, by message. */
export function rememberedBy(mark: Mark | null): ReadonlyMap<string, KnownNumber> {
  return new Map(mark?.lines.map(({ messageId, ...line }) => [messageId, line]));
}
