import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { RegisterSpan } from '../domain/register-span.js';
import { printUnderWay } from '../persistence/register-print-queries.js';
import { RegisterPrintEntity } from '../persistence/register-print.entity.js';
import { PRINT_REGISTER } from '../jobs/jobs.js';

/** Has a register printed as PDF; the file is made in the background. */
@Injectable()
export class RequestPrint {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns the id of the print-out; of the one that is being made already, where these days were asked for before */
  request(actor: Actor, span: RegisterSpan): Promise<string> {
    return this.uow.run(async (tx) => (await printUnderWay(tx, span))?.id ?? (await this.begin(tx, actor, span)));
  }

  /** A print-out of its own, in the transaction of what it belongs to. */
  async begin(
    tx: EntityManager,
    actor: Actor,
    { book, year, from, to }: RegisterSpan,
    forClosing = false,
  ): Promise<string> {
    const id = newId();
    await tx.insert(RegisterPrintEntity, {
      id,
      book,
      year,
      fromDay: from,
      toDay: to,
      requestedBy: actor.name,
      requestedAt: this.clock.now(),
      forClosing,
      lines: null,
      pages: null,
      pdfSha256: null,
      problem: null,
    });
    await this.outbox.enqueue(tx, PRINT_REGISTER.of({ printId: id }));
    return id;
  }
}
