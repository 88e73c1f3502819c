import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../access.js';
import { PasswordGuard } from '../password-owed.js';
import type { FormParts } from './form-places.js';
import { FORM_GATE, type FormGate, TAKES_FILES } from './posted-file.js';
import { RouteRules } from '../route-rules.js';
import { SecondFactorGuard } from '../second-factor-owed.js';

/** How a form was admitted. */
interface Admitted {
  readonly parts: FormParts;
  /** The route of a public form; null where the sender is known. */
  readonly publicForm: string | null;
}

/** Judges who sends a form with files before a byte of it is read. Guards run with the handler, and the body would stand in memory by then. */
@Injectable()
export class FormAdmission {
  constructor(
    private readonly routes: RouteRules,
    private readonly reflector: Reflector,
    private readonly access: AccessGuard,
    private readonly password: PasswordGuard,
    private readonly secondFactor: SecondFactorGuard,
    private readonly modules: ModuleRef,
  ) {}

  takesFiles({ method, routeOptions }: FastifyRequest): boolean {
    const handler = this.routes.at(method, routeOptions.url ?? '')?.handler;
    return handler !== undefined && this.reflector.get<true | undefined>(TAKES_FILES, handler) === true;
  }

  /** @returns what is taken of the form @throws UnauthorizedException · ForbiddenException · DomainError, as the guards and the gate of the route do */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<Admitted> {
    const route = this.routes.at(request.method, request.routeOptions.url ?? '');
    const context = new ExecutionContextHost([request, reply], route?.controller, route?.handler);
    await this.access.canActivate(context);
    this.password.canActivate(context);
    this.secondFactor.canActivate(context);
    const gate = route && this.reflector.get<Type<FormGate> | undefined>(FORM_GATE, route.handler);
    if (!gate) return { parts: 'whole', publicForm: null };
    const parts = await this.modules.get(gate, { strict: false }).admit(request);
    return { parts, publicForm: `${request.method} ${request.routeOptions.url ?? ''}` };
  }
}
