import { Controller, Get, HttpStatus, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StorageHealth, type StorageProblem } from '../../health/storage-health.js';
import { Leaving } from '../../leaving.js';
import { Allow } from '../access.js';
import { HealthFacts } from './health-facts.js';

/** What a monitor is told; the exact reason is in the log. */
type Readiness =
  | ({ readonly status: 'ok' } & Readonly<Record<string, string>>)
  | { readonly status: 'unwell'; readonly problems: readonly StorageProblem[] }
  | { readonly status: 'leaving' };

/** For the container and its watcher: whether the process lives, and whether it can work. */
@Controller('health')
@Allow('machine')
export class HealthController {
  constructor(
    private readonly health: StorageHealth,
    private readonly facts: HealthFacts,
    private readonly leaving: Leaving,
  ) {}

  /** With how it was called, as it took it from the proxy: by that `hoi-am doctor` sees whether the proxy passes on name and TLS. */
  @Get('live')
  live(@Req() { protocol, host }: FastifyRequest): { status: 'ok'; calledAt: string } {
    return { status: 'ok', calledAt: `${protocol}://${host}` };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    if (this.leaving.hasBegun) {
      reply.status(HttpStatus.SERVICE_UNAVAILABLE);
      return { status: 'leaving' };
    }
    const problems = await this.health.problems();
    // Without its files the app still shows and records; taken out of service it would not even say what is wrong.
    const isStopped = problems.some(({ cause }) => cause !== 'files-away');
    if (!isStopped) {
      return { status: 'ok', ...(problems.length > 0 && { files: 'away' }), ...(await this.facts.read()) };
    }
    reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'unwell', problems };
  }
}
