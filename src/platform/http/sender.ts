import type { FastifyRequest } from 'fastify';
import { addressGroup } from '../../kernel/address-group.js';

/** Who sends a request, for limits of what is under way at once: a program or a person, and a stranger by the address. */
export function senderOf({ session, bearer, ip }: Pick<FastifyRequest, 'session' | 'bearer' | 'ip'>): string {
  if (bearer !== undefined) return `token ${bearer.tokenId}`;
  return session.staffId === undefined ? `address ${addressGroup(ip)}` : `person ${session.staffId}`;
}
