import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import {
  StaffDirectory,
  type HandOver,
  type WorkCount,
  type WorkHolder,
  type WorkSource,
} from '../../organisation/index.js';
import { DocumentCoordinationEntity, DocumentHandlingEntity } from '../persistence/correspondence.entities.js';
import { handedOn, Handlings, NOT_DIRECTED_IN_UNIT } from './handlings.js';

const WORDS = 'Văn bản đến đang giải quyết';

/** Incoming documents without a ticket go with a unit that closes, or with an officer who leaves; who was to be asked is asked there. */
@Injectable()
export class HandOverDocuments implements WorkSource {
  constructor(
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly handlings: Handlings,
  ) {}

  async lyingWith(tx: EntityManager, holder: WorkHolder): Promise<readonly WorkCount[]> {
    return [{ words: WORDS, count: (await heldBy(tx, holder)).length, commanded: true }];
  }

  async handOver(tx: EntityManager, actor: Actor, { from, to }: HandOver): Promise<void> {
    const unit = await this.staff.unit(to.unitId);
    const today = civilDateOf(this.clock.now());
    for (const handling of await heldBy(tx, from)) {
      await this.handlings.change(tx, actor, handling, {
        action: 'incoming.route',
        change: { leadUnitId: to.unitId, officerId: to.officerId, ...NOT_DIRECTED_IN_UNIT },
        detail: { leadUnitId: to.unitId, from: from.unitId },
      });
      await tx.update(IncomingDocumentEntity, { id: handling.documentId }, handedOn(unit, today));
    }
    if (from.officerId === undefined) await this.askThere(tx, from.unitId, to.unitId);
  }

  private async askThere(tx: EntityManager, from: string, unitId: string): Promise<void> {
    for (const asked of await tx.findBy(DocumentCoordinationEntity, { unitId: from })) {
      if (asked.givenAt !== null) continue;
      const { documentId, opinion, givenByName, givenAt } = asked;
      await tx.delete(DocumentCoordinationEntity, { documentId, unitId: from });
      if (await tx.existsBy(DocumentCoordinationEntity, { documentId, unitId })) continue;
      await tx.insert(DocumentCoordinationEntity, { documentId, unitId, opinion, givenByName, givenAt });
    }
  }
}

function heldBy(tx: EntityManager, { unitId, officerId }: WorkHolder): Promise<readonly DocumentHandlingEntity[]> {
  const held = { leadUnitId: unitId, state: 'routed' as const };
  return tx.findBy(DocumentHandlingEntity, officerId === undefined ? held : { ...held, officerId });
}
