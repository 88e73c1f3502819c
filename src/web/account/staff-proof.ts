import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Authentication, StaffDirectory } from '../../organisation/index.js';
import { PROOF_FIELD, ProofOfPerson } from '../../platform/http/ask-again.js';
import { Entrance } from '../kit/http/entrance.js';

const WRONG = 'Chưa đúng. Kiểm tra phím Caps Lock và bộ gõ, hoặc đợi mã mới, rồi thử lại.';

/** People of the agency show who they are as they do at the door. */
@Injectable()
export class StaffProof extends ProofOfPerson {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly authentication: Authentication,
    private readonly entrance: Entrance,
  ) {
    super();
  }

  override async check(actor: Actor, proof: string, request: FastifyRequest): Promise<void> {
    const { username } = await this.staff.person(actor.id);
    if (await this.authentication.again(actor, this.entrance.knockOf(request, username), proof)) return;
    throw new DomainError('proof-needed', { field: PROOF_FIELD, message: WRONG });
  }
}
