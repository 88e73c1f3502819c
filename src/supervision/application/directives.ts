import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import {
  StaffDirectory,
  type HandOver,
  type WorkCount,
  type WorkHolder,
  type WorkSource,
} from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketReader } from '../../tickets/index.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { DIRECTIVE_LENGTHS, requireDueOn, stepFrom, type DirectiveStep } from '../domain/directive.js';
import { mayAnswerFor, requireDirector } from '../domain/policy.js';
import { DirectiveEntity, DirectiveStepEntity } from '../persistence/supervision.entities.js';
import { TellOfDirective } from './tell-of-directive.js';

export interface NewDirective {
  readonly unitId: string;
  /** Null where it is about the work of the unit as a whole. */
  readonly ticketId: string | null;
  readonly text: string;
  readonly dueOn: CivilDate | null;
}

interface Step {
  readonly kind: Exclude<DirectiveStep, 'issue'>;
  readonly text: string;
  readonly dueOn?: CivilDate;
  /** The unit that owes it from now on. */
  readonly unitId?: string;
}

/** Tells units what to do, takes what they answer, and follows it until it is done. */
@Injectable()
export class Directives implements WorkSource {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly tickets: TicketReader,
    private readonly tell: TellOfDirective,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns its id @throws DomainError `forbidden`, `not-found`, `input-invalid` */
  async issue(actor: Actor, { unitId, ticketId, ...given }: NewDirective): Promise<string> {
    requireDirector(actor);
    const text = requireText('text', given.text, DIRECTIVE_LENGTHS);
    const now = this.clock.now();
    const dueOn = requireDueOn(given.dueOn, civilDateOf(now));
    if (!(await this.staff.commandedUnits()).some(({ id }) => id === unitId)) {
      throw new DomainError('input-invalid', { field: 'unitId', message: 'Chọn đơn vị thực hiện.' });
    }
    const ticket = ticketId === null ? null : await this.tickets.one(actor, ticketId);
    const directive = {
      id: newId(),
      unitId,
      ticketId: ticket?.id ?? null,
      text,
      dueOn,
      state: 'open' as const,
      issuedById: actor.id,
      issuedByName: actor.name,
      issuedAt: now,
      toldOn: null,
      version: 1,
    };
    await this.uow.run(async (tx) => {
      await tx.insert(DirectiveEntity, directive);
      await this.write(tx, actor, { directiveId: directive.id, position: 1, kind: 'issue', text, dueOn });
      await this.tell.issued(tx, directive);
    });
    return directive.id;
  }

  /** The unit says what it did. @throws DomainError `not-found`, `forbidden`, `input-invalid`, `changed-meanwhile` */
  async answer(actor: Actor, id: string, words: string): Promise<void> {
    const text = requireText('text', words, DIRECTIVE_LENGTHS);
    await this.uow.run(async (tx) => {
      const directive = await this.one(tx, id);
      if (!mayAnswerFor(actor, directive.unitId)) throw new DomainError('forbidden', { act: 'answerDirective' });
      await this.step(tx, actor, directive, { kind: 'answer', text });
      await this.tell.answered(tx, directive);
    });
  }

  /** The answer does not do: the unit is to go on, by another day. @throws as `answer` does */
  async giveBack(
    actor: Actor,
    id: string,
    given: { readonly text: string; readonly dueOn: CivilDate | null },
  ): Promise<void> {
    requireDirector(actor);
    const text = requireText('text', given.text, DIRECTIVE_LENGTHS);
    const dueOn = requireDueOn(given.dueOn, civilDateOf(this.clock.now()));
    await this.uow.run(async (tx) => {
      const directive = await this.one(tx, id);
      await this.step(tx, actor, directive, { kind: 'return', text, dueOn });
      await this.tell.givenBack(tx, directive, dueOn);
    });
  }

  /** It is done, or wanted no more; says which. @throws as `answer` does */
  async close(actor: Actor, id: string, words: string): Promise<void> {
    requireDirector(actor);
    const text = requireText('text', words, { ...DIRECTIVE_LENGTHS, shortest: 2 });
    await this.uow.run(async (tx) => {
      const directive = await this.one(tx, id);
      await this.step(tx, actor, directive, { kind: 'close', text });
      await this.tell.closed(tx, directive);
    });
  }

  /** How much a unit owes; its officers owe nothing of their own. */
  async lyingWith(tx: EntityManager, { unitId, officerId }: WorkHolder): Promise<readonly WorkCount[]> {
    if (officerId !== undefined) return [];
    const count = await tx.countBy(DirectiveEntity, { unitId, state: In(['open', 'answered']) });
    return [{ words: 'Chỉ đạo đang theo dõi', count, commanded: true }];
  }

  /** Whatever a unit owes goes to the one that follows it; the day stays. */
  async handOver(tx: EntityManager, actor: Actor, { from, to, because }: HandOver): Promise<void> {
    if (from.officerId !== undefined) return;
    const owed = await tx.findBy(DirectiveEntity, { unitId: from.unitId, state: In(['open', 'answered']) });
    for (const directive of owed) {
      await this.step(tx, actor, directive, { kind: 'handOver', text: because, unitId: to.unitId });
    }
  }

  private async step(
    tx: EntityManager,
    actor: Actor,
    { id, state, version }: DirectiveEntity,
    { kind, text, dueOn, unitId }: Step,
  ): Promise<void> {
    const change = {
      state: stepFrom(kind, state),
      ...(dueOn !== undefined && { dueOn, toldOn: null }),
      ...(unitId !== undefined && { unitId }),
    };
    const { affected } = await tx.update(DirectiveEntity, { id, version }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'directive' });
    const position = (await tx.countBy(DirectiveStepEntity, { directiveId: id })) + 1;
    await this.write(tx, actor, { directiveId: id, position, kind, text, dueOn: dueOn ?? null });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    step: Pick<DirectiveStepEntity, 'directiveId' | 'position' | 'kind' | 'text' | 'dueOn'>,
  ): Promise<void> {
    const by = { byId: actor.id, byName: actor.name, at: this.clock.now() };
    await tx.insert(DirectiveStepEntity, { ...step, ...by });
    await this.journal.record(tx, actor, {
      action: `directive.${step.kind}`,
      objectKind: 'directive',
      objectId: step.directiveId,
      detail: { dueOn: step.dueOn },
    });
  }

  private async one(tx: EntityManager, id: string): Promise<DirectiveEntity> {
    const directive = await tx.findOneBy(DirectiveEntity, { id });
    if (!directive) throw new DomainError('not-found', { what: 'directive' });
    return directive;
  }
}
