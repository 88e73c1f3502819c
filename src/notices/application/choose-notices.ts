import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { QuietChoice } from '../domain/notice-choices.js';
import { NoticeChoiceEntity } from '../persistence/notice-choice.entity.js';

/** A person chooses what does not ring any more. It is still told, and stands among the notices as read. */
@Injectable()
export class ChooseNotices {
  constructor(private readonly uow: UnitOfWork) {}

  async keepQuiet(actor: Actor, quiet: readonly QuietChoice[]): Promise<void> {
    await this.uow.run((tx) => replace(tx, actor.id, [...new Set(quiet)]));
  }
}

async function replace(tx: EntityManager, staffId: string, quiet: readonly QuietChoice[]): Promise<void> {
  await tx.delete(NoticeChoiceEntity, { staffId });
  if (quiet.length > 0)
    await tx.insert(
      NoticeChoiceEntity,
      quiet.map((choice) => ({ staffId, choice })),
    );
}
