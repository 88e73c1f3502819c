import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { chainHash, LINE_FORM } from '../domain/chain.js';
import type { JournalAction } from '../domain/acts.js';
import type { JournalObject } from '../domain/objects.js';
import { changesAccess } from '../domain/access-acts.js';
import { AccessChangeEntity } from '../persistence/access-change.entity.js';
import { advance, endAt, JOURNAL_HEAD } from '../persistence/heads.js';
import { JournalEntryEntity } from '../persistence/journal.entities.js';
import { SEALED_ACCESS_CHANGE } from '../persistence/sealed-access-changes.js';
import { sealRecords } from './seal-records.js';
import { insertRows } from '../../platform/database/rows.js';

const UNCONFIRMED = { toldOn: null, confirmedAt: null, confirmedById: null, confirmedByName: null };

export interface Act {
  readonly action: JournalAction;
  readonly objectKind: JournalObject;
  readonly objectId: string;
  /** Facts of the act: ids, numbers, codes; what a change of rights or personal data made of what, as `before` and `after`. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes the journal in the transaction of the act itself: no act without its line, no line without its act. */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  /** The same, unless this person did the same with the same object since a moment: for what is only looked at, and often again. */
  async recordOnce(tx: EntityManager, actor: Actor, act: Act, since: Date): Promise<void> {
    const { action, objectKind, objectId } = act;
    const again = { objectKind, objectId, action, actorId: actor.id, at: MoreThanOrEqual(since) };
    if (!(await tx.existsBy(JournalEntryEntity, again))) await this.record(tx, actor, act);
  }

  async record(tx: EntityManager, actor: Actor, act: Act): Promise<void> {
    const head = await advance(tx, JOURNAL_HEAD, 1);
    const line = {
      seq: head.seq,
      at: this.clock.now(),
      actorId: actor.id,
      actorName: actor.onBehalfOf?.by ?? actor.name,
      action: act.action,
      objectKind: act.objectKind,
      objectId: act.objectId,
      detail: { ...act.detail },
      form: LINE_FORM,
      actorRoles: actor.roles.join(','),
      principalId: actor.onBehalfOf?.id ?? null,
      principalName: actor.onBehalfOf?.name ?? null,
      address: actor.address ?? null,
    };
    const hash = chainHash(head.hash, line);
    await insertRows(tx, JournalEntryEntity, { ...line, previousHash: head.hash, hash });
    await endAt(tx, JOURNAL_HEAD, hash);
    if (!changesAccess(act.action)) return;
    await tx.insert(AccessChangeEntity, { seq: head.seq, ...UNCONFIRMED });
    await sealRecords(tx, SEALED_ACCESS_CHANGE, [String(head.seq)]);
  }
}
