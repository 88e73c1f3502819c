import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSameSecret } from '../../../../src/kernel/same-secret.js';
import { DeskRefusal } from '../desks/desk-refusal.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const OWN_NAMES = new Set(['127.0.0.1', 'localhost']);

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "object-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * Only the machine itself, under its own name, and never at another site's bidding: a page elsewhere can neither
 * post here (Origin) nor rename us (Host).
 */
export async function requireNeighbour(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { origin } = request.headers;
  const own = origin === undefined || origin === `http://${request.host}`;
  if (LOOPBACK.has(request.ip) && OWN_NAMES.has(request.hostname) && own) return;
  await reply.code(403).type('text/plain; charset=utf-8').send('Chỉ dùng được từ chính máy này.');
}

export function protectPage(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  done();
}

/** One secret of this process, carried by every form of its pages. */
export class FormToken {
  readonly value = randomBytes(24).toString('base64url');

  /** @throws DeskRefusal when the form is not one of this process */
  require(given: string | undefined): void {
    if (isSameSecret(given ?? '', this.value)) return;
    throw new DeskRefusal('unable', 'Trang đã cũ sau khi hệ thống khởi động lại. Hãy mở lại trang rồi làm lại.');
  }
}
