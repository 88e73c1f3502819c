import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
import {
  holdersOf,
  powersOf,
  type DecidedMatter,
  type DecisionHolders,
  type DecisionPowers,
} from '../domain/decision-authority.js';
import { DecisionAuthorityEntity } from '../persistence/decision-authority.entity.js';

type Rows = readonly Readonly<DecisionAuthorityEntity>[];

const TABLE = new ReferenceData<Rows>(['decision_authority'], rowsIn);

/** Asks the table who decides in a leader's place. */
@Injectable()
export class DecisionAuthorities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The whole table, oldest line first. */
  all(): Promise<Rows> {
    return TABLE.of(this.database);
  }

  /** The same, for a transaction that decides by it what it writes into it. */
  within(tx: EntityManager): Promise<Rows> {
    return rowsIn(tx);
  }

  /** What the actor may decide today by delegation to the person or to the office. */
  async powersOf(actor: Actor): Promise<DecisionPowers> {
    return powersOf(await this.all(), actor, civilDateOf(this.clock.now()));
  }

  /** Who decides a matter today by delegation. */
  async holdersOf(matter: DecidedMatter): Promise<DecisionHolders> {
    return holdersOf(await this.all(), matter, civilDateOf(this.clock.now()));
  }
}

function rowsIn(rows: EntityManager): Promise<Rows> {
  return rows.find(DecisionAuthorityEntity, { order: { validFrom: 'ASC', createdAt: 'ASC', id: 'ASC' } });
}
