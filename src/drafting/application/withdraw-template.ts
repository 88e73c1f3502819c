import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { reasonFlaws } from '../../agency-profile/domain/publication.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayChangeTemplates } from '../domain/template-publication.js';
import { TemplateVersionEntity } from '../persistence/template.entities.js';

export interface WithdrawTemplateCommand {
  readonly kind: string;
  readonly number: number;
  readonly reason: string;
}

/** Withdraws a template whose day has not come: nothing was begun with it. */
@Injectable()
export class WithdrawTemplate {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `input-invalid` at `reason`, `not-found`, `template-in-use` from its day on, `changed-meanwhile` */
  async withdraw(actor: Actor, { kind, number, reason }: WithdrawTemplateCommand): Promise<void> {
    if (!mayChangeTemplates(actor)) throw new DomainError('forbidden');
    const [flaw] = reasonFlaws(reason, 'reason', 'Ghi vì sao rút');
    if (flaw) throw new DomainError('input-invalid', { field: flaw.field, message: flaw.sentence });
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const version = await tx.findOneBy(TemplateVersionEntity, { kind, number });
      if (!version) throw new DomainError('not-found', { what: 'template' });
      const { uploadId, validFrom } = version;
      if (validFrom <= civilDateOf(now)) throw new DomainError('template-in-use', { kind, number });
      const change = { withdrawnAt: now, withdrawnByName: actor.name, withdrawnBecause: reason.trim() };
      const { affected } = await tx.update(TemplateVersionEntity, { uploadId, withdrawnAt: IsNull() }, change);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { kind, number });
      await this.journal.record(tx, actor, {
        action: 'template.withdraw',
        objectKind: 'template',
        objectId: uploadId,
        detail: { kind, number, validFrom, reason: change.withdrawnBecause },
      });
    });
  }
}
