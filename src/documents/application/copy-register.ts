import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import type { CopyState } from '../domain/copy.js';
import { copyLine } from '../domain/register-line.js';
import { printedCode } from '../domain/register.js';
import { CopyDocumentEntity } from '../persistence/copy-document.entity.js';
import { RegisterChain } from './register-chain.js';
import { RegisterNumbers } from './register-numbers.js';

export type CopyEntry = Omit<
  CopyDocumentEntity,
  | 'id'
  | 'year'
  | 'number'
  | 'issuedDate'
  | 'state'
  | 'sealedSha256'
  | 'voidReason'
  | 'sealTries'
  | 'failure'
  | 'version'
>;

/** The register of certified copies: a copy gets number and date, is signed by the agency, or its number is voided. */
@Injectable()
export class CopyRegister {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
  ) {}

  /**
   * Gives a copy its number, in the one series of the year for all forms.
   *
   * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II: bản sao đánh số chung theo năm.
   */
  async number(tx: EntityManager, actor: Actor, entry: CopyEntry): Promise<CopyDocumentEntity> {
    const issuedDate = civilDateOf(this.clock.now());
    const year = yearOf(issuedDate);
    const copy = Object.assign(new CopyDocumentEntity(), {
      ...entry,
      id: newId(),
      year,
      number: await this.numbers.next(tx, 'copies', year),
      issuedDate,
      state: 'numbered' as const,
      sealedSha256: null,
      voidReason: null,
      sealTries: 1,
      failure: null,
      version: 1,
    });
    await tx.insert(CopyDocumentEntity, copy);
    await this.chain.append(tx, 'entered', copyLine(copy));
    const code = printedCode(copy.number, copy.notation);
    await this.record(tx, actor, copy.id, { action: 'copy.number', detail: { code, issuedDate } });
    return copy;
  }

  /** The file that the agency signed has proved itself. @throws DomainError `changed-meanwhile` */
  async markSealed(tx: EntityManager, actor: Actor, id: string, sealedSha256: string): Promise<void> {
    await this.move(tx, actor, { id, to: 'sealed', change: { sealedSha256, failure: null } });
  }

  /** Gives up the number of a copy that was never signed; it stays with its reason. @throws DomainError `changed-meanwhile` */
  async voidNumber(tx: EntityManager, actor: Actor, id: string, voidReason: string): Promise<void> {
    await this.move(tx, actor, { id, to: 'voided', change: { voidReason } });
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    step: { id: string; to: Exclude<CopyState, 'numbered'>; change: Partial<CopyDocumentEntity> },
  ): Promise<void> {
    const { id, to, change } = step;
    const moved = await tx.update(CopyDocumentEntity, { id, state: 'numbered' }, { ...change, state: to });
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { id, from: 'numbered', to });
    await this.chain.append(tx, to, copyLine(await tx.findOneByOrFail(CopyDocumentEntity, { id })));
    await this.record(tx, actor, id, { action: `copy.${to}` });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    objectId: string,
    act: { readonly action: JournalAction; readonly detail?: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    await this.journal.record(tx, actor, { ...act, objectKind: 'copyDocument', objectId });
  }
}
