import type { BlockList } from 'node:net';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { isAdministrator } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isListed, networkList } from '../../kernel/network-list.js';
import { accessRuleOf } from './access.js';

/**
 * Who holds the administrator's role uses the app only from the addresses of the settings, whatever the act: many doors are open to several roles, and show
 * an administrator more. Stands after the guard of access. The command line does not pass here.
 *
 * Source: Quyết định 742/QĐ-BTTTT, II.4.1b
 */
@Injectable()
export class AdministrationGuard implements CanActivate {
  private readonly networks: BlockList | null;

  constructor(
    private readonly reflector: Reflector,
    { http: { administrationAddresses } }: Settings,
  ) {
    this.networks = administrationAddresses.length === 0 ? null : networkList(administrationAddresses);
  }

  canActivate(context: ExecutionContext): boolean {
    const rule = accessRuleOf(this.reflector, context);
    if (this.networks === null || rule === 'public' || rule === 'machine') return true;
    const { actor, ip } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!actor || !isAdministrator(actor) || isListed(this.networks, ip)) return true;
    throw new DomainError('administration-elsewhere', { address: ip });
  }
}
