import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import type { HandOver, WorkCount, WorkHolder, WorkSource } from '../../organisation/index.js';
import { RecordFileEntity } from '../persistence/records.entities.js';
import { RecordFiles } from './record-files.js';

const WORDS = 'Hồ sơ văn bản chưa nộp lưu';

/** Files of documents without a ticket go with a unit that closes; those of tickets follow their tickets. An officer holds none of them. */
@Injectable()
export class HandOverFiles implements WorkSource {
  constructor(private readonly files: RecordFiles) {}

  async lyingWith(tx: EntityManager, holder: WorkHolder): Promise<readonly WorkCount[]> {
    const count = holder.officerId === undefined ? await tx.countBy(RecordFileEntity, heldBy(holder)) : 0;
    return [{ words: WORDS, count, commanded: true }];
  }

  async handOver(tx: EntityManager, actor: Actor, { from, to }: HandOver): Promise<void> {
    if (from.officerId !== undefined) return;
    for (const file of await tx.findBy(RecordFileEntity, heldBy(from)))
      await this.files.change(tx, actor, file, {
        action: 'file.takeOver',
        change: { unitId: to.unitId },
        detail: { from: from.unitId, unitId: to.unitId },
      });
  }
}

function heldBy({ unitId }: WorkHolder): FindOptionsWhere<RecordFileEntity> {
  return { unitId, ticketId: IsNull(), state: Not('handedOver') };
}
