import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { RESULT_WORDS, type SettlementResult } from '../domain/petition.js';
import { Petitions } from './petitions.js';

export const RESULT_LENGTHS = { shortest: 10, longest: 2000 } as const;

export interface SettlePetitionCommand {
  readonly id: string;
  readonly seen?: number;
  readonly result: SettlementResult;
  /** The decision or conclusion by number and day, and what it says. */
  readonly text: string;
}

/** A leader has settled a petition: what the decision or conclusion says. */
@Injectable()
export class SettlePetition {
  constructor(
    private readonly petitions: Petitions,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile` */
  async settle(actor: Actor, { id, seen, result, ...given }: SettlePetitionCommand): Promise<void> {
    const resultText = withoutPeople(requireText('text', given.text, RESULT_LENGTHS));
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id, seen);
      await this.petitions.perform(tx, actor, petition, {
        act: 'settle',
        change: { result, resultText },
        ...{
          title: `Kết quả giải quyết: ${RESULT_WORDS[result].toLocaleLowerCase('vi')}`,
          text: resultText,
          met: 'all',
        },
      });
    });
  }
}
