import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { IdempotentAnswerEntity } from './idempotency.entity.js';

/** How long a key is known. A caller that hears nothing asks again within seconds; a day covers a night's outage. */
export const KEY_KEPT_MS = DAY_MS;

/** What one caller asks under one key. */
export interface KeyedRequest {
  readonly callerId: string;
  /** Chosen by the caller, new for each thing to be done. */
  readonly key: string;
  /** Method, address and body: what must be the same when the key comes again. */
  readonly asked: string;
}

/**
 * Does what is asked under a key once, and gives the same answer each time. The key is written in the transaction of the act itself, so that an act
 * without its key, or a key without its act, cannot be; what was refused leaves no key and may be sent again, corrected.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @param work what gives the answer, a value that JSON can hold; it runs inside the transaction
   * @throws DomainError `idempotency-key-reused` when the key came before with something else; what `work` throws
   */
  async once(request: KeyedRequest, work: () => Promise<unknown>): Promise<unknown> {
    const id = sha256([request.callerId, request.key]);
    const asked = sha256([request.asked]);
    try {
      return await this.uow.run(async (tx) => {
        const now = this.clock.now();
        const answers = tx.getRepository(IdempotentAnswerEntity);
        await answers.delete({ givenAt: LessThan(new Date(now.getTime() - KEY_KEPT_MS)) });
        const before = await answers.findOneBy({ id });
        if (before) return answerOf(before, asked);
        await answers.insert({ id, request: asked, answer: '', givenAt: now });
        const answer = await work();
        await answers.update({ id }, { answer: JSON.stringify(answer ?? null) });
        return answer;
      });
    } catch (error) {
      // Sent twice at the same moment: the other one has done it.
      const other = isUniqueViolation(error) ? await this.given(id) : null;
      if (other) return answerOf(other, asked);
      throw error;
    }
  }

  private given(id: string): Promise<IdempotentAnswerEntity | null> {
    return this.database.reader.getRepository(IdempotentAnswerEntity).findOneBy({ id });
  }
}

function answerOf({ request, answer }: IdempotentAnswerEntity, asked: string): unknown {
  if (request !== asked) throw new DomainError('idempotency-key-reused', { field: 'Idempotency-Key' });
  return JSON.parse(answer) as unknown;
}

function sha256(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
