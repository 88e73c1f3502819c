import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SigningAuthorities } from '../../delegation/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { blockFlaw } from '../domain/letter/signing-block.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';

const block = z.object({ tham_quyen_ky: z.array(z.string()).catch([]), nguoi_ky: z.string().catch('') });

type SignedBy = Pick<DraftEntity, 'signerId' | 'template' | 'fields'>;

/** Holds the signer of a letter, and the block that stands in it, against the table of who may sign what. */
@Injectable()
export class SignerOfLetter {
  constructor(private readonly authorities: SigningAuthorities) {}

  /** What is wrong today; null when nothing is. */
  async flawOf({ signerId, template, fields }: SignedBy): Promise<string | null> {
    const answer = await this.authorities.ask(signerId, template);
    if ('refusal' in answer) return answer.refusal;
    const { tham_quyen_ky, nguoi_ky } = block.parse(fields);
    const stands = [...tham_quyen_ky, nguoi_ky];
    return blockFlaw(stands, [...answer.lines, answer.name]);
  }

  /** @throws DomainError `signing-not-allowed` saying what is wrong and how it is mended */
  async require(letter: SignedBy): Promise<void> {
    const message = await this.flawOf(letter);
    if (message !== null) throw new DomainError('signing-not-allowed', { field: 'signerId', message });
  }
}
