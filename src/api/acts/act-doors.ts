import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ACT_NAMES, TICKET_ACTS, type ActName } from '../../tickets/domain/ticket-acts.js';
import type { EndpointPlan } from '../http/endpoint-plan.js';
import { standingReply } from '../shapes/tickets.js';
import type { ActDoor, ActDoors } from './act-door.js';
import { AfterActs } from './after-acts.js';
import { AnswerActs } from './answer-acts.js';
import { DeskActs } from './desk-acts.js';
import { UnitActs } from './unit-acts.js';
import { WaitingActs } from './waiting-acts.js';

const seen = z
  .int()
  .positive()
  .optional()
  .meta({ description: 'The version of the ticket that you have seen; when it has moved on since, nothing is done.' });

/**
 * Acts that have no door of their own, for another one brings them with it: work begins with the first measure that is noted; what is classified as no
 * feedback leaves its unit.
 */
export const DONE_BY_ANOTHER: Readonly<Partial<Record<ActName, ActName>>> = {
  beginWork: 'note',
  divert: 'classify',
};

/**
 * Acts of people at their pages alone: the address of a one-time page is shown once, to the person who hands it over; a person reminds another, and takes
 * back what was done a moment ago.
 */
export const AT_PAGES_ALONE: readonly ActName[] = ['remindHolder', 'undo', 'issueAnswerPage', 'revokeAnswerPage'];

/** Every act of the table that can be done from outside, by its name. */
@Injectable()
export class TicketActDoors {
  readonly all: ActDoors;

  constructor(desk: DeskActs, unit: UnitActs, waiting: WaitingActs, answers: AnswerActs, after: AfterActs) {
    this.all = { ...desk.doors, ...unit.doors, ...waiting.doors, ...answers.doors, ...after.doors };
  }

  find(act: string | undefined): ActDoor | undefined {
    return Object.entries(this.all).find(([name]) => name === act)?.[1];
  }

  /** One plan for each act, as callers see them. */
  plans(): readonly EndpointPlan[] {
    return ACT_NAMES.flatMap((name) => {
      const door = this.all[name];
      return door === undefined ? [] : [planOf(name, door)];
    });
  }
}

function planOf(name: ActName, { body, media }: ActDoor): EndpointPlan {
  return {
    method: 'post',
    path: `tickets/{ticket}/acts/${name}`,
    status: 200,
    scope: `tickets.act.${name}`,
    summary: `Act on a ticket: ${TICKET_ACTS[name].words}.`,
    body: body.extend({ version: seen }),
    media,
    answer: standingReply,
    key: 'accepted',
  };
}
