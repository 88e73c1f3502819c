import { Injectable } from '@nestjs/common';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { PROVE_SEALED, PROVE_SIGNED } from '../../jobs/jobs.js';
import { ProveReturned } from './prove-returned.js';

@Injectable()
export class ProveSigned implements JobHandler<typeof PROVE_SIGNED> {
  readonly job = PROVE_SIGNED;

  constructor(private readonly proveReturned: ProveReturned) {}

  handle(returned: PayloadOf<typeof PROVE_SIGNED>): Promise<void> {
    return this.proveReturned.leaderSigned(returned);
  }

  giveUp(returned: PayloadOf<typeof PROVE_SIGNED>, reason: string): Promise<void> {
    return this.proveReturned.giveUpSigned(returned, reason);
  }
}

@Injectable()
export class ProveSealed implements JobHandler<typeof PROVE_SEALED> {
  readonly job = PROVE_SEALED;

  constructor(private readonly proveReturned: ProveReturned) {}

  handle(returned: PayloadOf<typeof PROVE_SEALED>): Promise<void> {
    return this.proveReturned.sealed(returned);
  }

  giveUp(returned: PayloadOf<typeof PROVE_SEALED>, reason: string): Promise<void> {
    return this.proveReturned.giveUpSealed(returned, reason);
  }
}
