import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SigningAuthorities } from '../../delegation/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { blockFlaw, blockIn } from '../domain/letter/signing-block.js';
import type { WrittenLetter } from '../domain/letter/written-letter.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';

const block = z.object({ tham_quyen_ky: z.array(z.string()).catch([]), nguoi_ky: z.string().catch('') });

type SignedBy = Pick<DraftEntity, 'signerId' | 'template' | 'unitId'>;

/** Checks the signer and the signature block of a letter against the table of signing authority. */
@Injectable()
export class SignerOfLetter {
  constructor(private readonly authorities: SigningAuthorities) {}

  /** What is wrong today; null when nothing is. @param written what goes out: the form, or the file of a revision from Word */
  async flawOf({ signerId, ...letter }: SignedBy, { fields, reading }: WrittenLetter): Promise<string | null> {
    const answer = await this.authorities.ask(signerId, letter);
    if ('refusal' in answer) return answer.refusal;
    const { tham_quyen_ky, nguoi_ky } = block.parse(fields);
    const stands = reading ? blockIn(reading) : [...tham_quyen_ky, nguoi_ky];
    return blockFlaw(stands, [...answer.lines, answer.name], reading !== null);
  }

  /** @throws DomainError `signing-not-allowed` saying what is wrong and how it is corrected */
  async require(letter: SignedBy, written: WrittenLetter): Promise<void> {
    const message = await this.flawOf(letter, written);
    if (message !== null) throw new DomainError('signing-not-allowed', { field: 'signerId', message });
  }
}
