import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { TicketActDoors } from '../acts/act-doors.js';
import { PLAN, type EndpointPlan } from '../http/endpoint-plan.js';
import { ACT } from '../http/ticket-acts.controller.js';

/** Collects the plan of every API endpoint from the controllers' metadata, so that the OpenAPI document leaves none out. */
@Injectable()
export class DescribedPlans {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly doors: TicketActDoors,
  ) {}

  all(): readonly EndpointPlan[] {
    const found = this.discovery.getControllers().flatMap(({ metatype }) => this.plansOf(metatype?.prototype));
    // One endpoint serves all acts on a ticket; each act is described by a plan of its own.
    return found.flatMap((plan) => (plan === ACT ? this.doors.plans() : [plan]));
  }

  private plansOf(prototype: unknown): readonly EndpointPlan[] {
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name);
      if (typeof method !== 'function') return [];
      const plan = this.reflector.get<EndpointPlan | undefined>(PLAN, method as () => unknown);
      return plan === undefined ? [] : [plan];
    });
  }
}
