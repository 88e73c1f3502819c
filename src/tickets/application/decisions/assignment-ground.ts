import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { StandingRoutes } from '../../../routing-table/index.js';
import { requireHandOver } from '../../domain/assignment.js';
import { isForSupervision } from '../../domain/deadlines/cycle.js';
import { partiesOf } from '../../domain/deadlines/policy.js';
import { isAsTheTableSays, type ChosenHandlers } from '../../domain/decisions/standing-table.js';
import { requireGround, type DecisionGround } from '../../domain/decisions/who-decides.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { DecisionRights } from './decision-rights.js';

/**
 * By what right a ticket is assigned: a leader decides, the head assigns within the unit, the registry follows the standing table, and supervision assigns
 * what was reopened too often.
 */
@Injectable()
export class AssignmentGround {
  constructor(
    private readonly rights: DecisionRights,
    private readonly routes: StandingRoutes,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws DomainError as `find`; `decision-of-leader` */
  async require(actor: Actor, ticket: TicketEntity, chosen: ChosenHandlers): Promise<DecisionGround> {
    return requireGround('assign', await this.find(actor, ticket, chosen));
  }

  /** @returns null where a leader decides it @throws DomainError as `DecisionRights.find`; `ticket-act-barred` for a unit's head who hands it elsewhere */
  async find(actor: Actor, ticket: TicketEntity, chosen: ChosenHandlers): Promise<DecisionGround | null> {
    const ground = await this.rights.find(actor, ticket, 'assign');
    if (ground !== null) return ground;
    const parties = partiesOf(actor, ticket);
    if (parties.includes('supervisor') && isForSupervision(ticket)) return { as: 'rule' };
    requireHandOver(parties, ticket, chosen.unitId);
    if (parties.includes('unitHead') && chosen.unitId === ticket.leadUnitId) return { as: 'unit' };
    return parties.includes('registry') ? this.byTable(ticket, chosen) : null;
  }

  /** The table says where new work goes; what a unit already has is reassigned by a decision. */
  private async byTable(ticket: TicketEntity, chosen: ChosenHandlers): Promise<DecisionGround | null> {
    if (ticket.leadUnitId !== null) return null;
    const { category, subject, words, place } = ticket;
    const route = await this.routes.of({ category, text: `${subject}\n${words}`, place });
    if (route === null) return null;
    const officers = await this.staff.contactOfficers(route.unitId);
    const isThere = officers.some(({ id }) => id === route.officerId);
    if (!isAsTheTableSays({ ...route, officerId: isThere ? route.officerId : null }, chosen)) return null;
    const { no, basis } = route.line;
    return { as: 'table', basis: `Bảng phân công (${basis}), dòng ${String(no)}` };
  }
}
