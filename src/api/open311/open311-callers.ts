import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { DomainError } from '../../kernel/domain-error.js';
import { TokenSource, type Bearer } from '../../platform/http/bearer.js';
import { KEYLESS_CALLS_A_MINUTE } from '../../platform/rate-limits.js';
import { takesFeedback } from '../../tickets/domain/intake/intake.js';
import type { Scope } from '../../tokens/domain/scopes.js';

/** What was sent along, by name: of the address, or of a form. */
export type Sent = ReadonlyMap<string, string>;

/** A name that comes twice counts once; what is no text is not there. */
export function sentIn(given: unknown): Sent {
  if (typeof given !== 'object' || given === null) return new Map();
  const pairs = Object.entries(given).map(([name, value]: [string, unknown]) => [name, [value].flat()[0]] as const);
  return new Map(pairs.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

const BEARER = /^Bearer (\S{1,200})$/iu;

/** Who calls the hotline's door: by a token of ours, which the standard calls an API key. */
@Injectable()
export class Open311Callers {
  private keyless: ReturnType<FastifyInstance['createRateLimit']> | null = null;

  constructor(
    private readonly tokens: TokenSource,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError `not-found` for any agency but ours */
  requireJurisdiction(sent: Sent): void {
    const asked = sent.get('jurisdiction_id')?.trim() ?? '';
    if (asked === '' || asked === this.settings.agency.code) return;
    throw new DomainError('not-found', { what: 'jurisdiction', message: `Không có jurisdiction_id ${asked} ở đây.` });
  }

  /** @returns null for a caller without a key @throws DomainError `forbidden` for a key that gives no access, or not to this */
  async find(request: FastifyRequest, sent: Sent, scope: Scope): Promise<Bearer | null> {
    this.requireJurisdiction(sent);
    const secret = secretOf(request, sent);
    if (secret === '') return null;
    const bearer = await this.tokens.find(secret);
    if (!bearer) throw refused('api_key không đúng, chưa được đồng ý, đã hết hạn hoặc đã bị thu hồi.');
    if (!bearer.scopes.includes(scope)) throw refused('api_key này không được phép làm việc này.');
    return bearer;
  }

  /** As `find`, where callers without a key may ask too, but not often. @throws DomainError `tried-too-often` */
  async findOrCount(request: FastifyRequest, sent: Sent, scope: Scope): Promise<Bearer | null> {
    const bearer = await this.find(request, sent, scope);
    if (bearer === null) await this.countKeyless(request);
    return bearer;
  }

  /** @throws DomainError `forbidden`, also without a key */
  async require(request: FastifyRequest, sent: Sent, scope: Scope): Promise<Bearer> {
    const bearer = await this.find(request, sent, scope);
    if (!bearer) throw refused('Thiếu api_key.');
    return bearer;
  }

  /** @throws DomainError `forbidden` also for a key of somebody who takes no feedback */
  async requireSender(request: FastifyRequest, sent: Sent): Promise<Bearer> {
    const bearer = await this.require(request, sent, 'hotline.send');
    if (!takesFeedback(bearer.actor))
      throw refused('Người chịu trách nhiệm của api_key này không ở chức năng tiếp nhận.');
    return bearer;
  }

  private async countKeyless(request: FastifyRequest): Promise<void> {
    this.keyless ??= request.server.createRateLimit({ max: KEYLESS_CALLS_A_MINUTE, timeWindow: '1 minute' });
    const count = await this.keyless(request);
    if (count.isAllowed || !count.isExceeded) return;
    const message = 'Không có api_key thì chỉ hỏi được ít lần một phút. Đợi rồi hỏi lại.';
    throw new DomainError('tried-too-often', { waitSeconds: count.ttlInSeconds, message });
  }
}

function secretOf({ headers }: FastifyRequest, sent: Sent): string {
  return BEARER.exec(headers.authorization ?? '')?.[1] ?? sent.get('api_key')?.trim() ?? '';
}

function refused(message: string): DomainError {
  return new DomainError('forbidden', { field: 'api_key', message });
}
