import { Injectable } from '@nestjs/common';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { requireText } from '../../kernel/required-text.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { documentWords } from '../domain/document-named.js';
import { Handlings, requireHandlingAbility } from './handlings.js';

/** Who of the lead unit handles a document, and what the head tells them. */
export interface NamedHandler {
  readonly officerId: string;
  /** Empty where there is nothing to add. */
  readonly direction: string;
}

const DIRECTION_LENGTHS = { shortest: 3, longest: 1000 } as const;

/** The head of the lead unit names who handles a document (Nghị định 30/2020/NĐ-CP, Điều 24). */
@Injectable()
export class AssignHandler {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly handlings: Handlings,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `input-invalid`, `changed-meanwhile` */
  async assign(actor: Actor, documentId: string, { officerId, direction }: NamedHandler): Promise<void> {
    const unitDirection = direction.trim() === '' ? null : requireText('direction', direction, DIRECTION_LENGTHS);
    const officer = (await this.staff.people()).find(({ id }) => id === officerId);
    await this.uow.run(async (tx) => {
      const { document, handling, may } = await this.handlings.forActor(tx, actor, documentId);
      requireHandlingAbility(may, 'assign');
      const drafts = officer?.unitId === handling.leadUnitId && hasRole(officer.actor, ...DRAFTERS);
      if (officer === undefined || !drafts)
        throw new DomainError('input-invalid', { field: 'officerId', message: 'Chọn người của đơn vị chủ trì.' });
      await this.handlings.change(tx, actor, handling, {
        action: 'incoming.assign',
        change: {
          officerId,
          unitDirection,
          unitDirectedByName: actor.name,
          unitDirectedOn: civilDateOf(this.clock.now()),
        },
        detail: { officerId },
      });
      await this.handlings.signFor(tx, actor, document);
      await this.notices.tell(tx, {
        key: `document.assign:${documentId}:${String(handling.version + 1)}`,
        staffId: officerId,
        kind: 'news',
        words: `${actor.name} giao xử lý ${documentWords(document, handling)}.`,
      });
    });
  }
}
