import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { In } from 'typeorm';
import type { EOfficeDesk } from '../../../src/cli/demo/e-office-desk.js';
import { DepartmentRobot } from '../../../src/cli/demo/robot.js';
import { isDatabaseUnwell } from '../../../src/platform/database/database-errors.js';
import { Database } from '../../../src/platform/database/database.js';
import type { TicketState } from '../../../src/tickets/domain/ticket-state.js';
import { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';

const LOOK_EVERY_MS = 200;
const AT_ONCE = 10;
/** Until a unit's officer has taken it: statuses 04 and 05. */
const EARLY: readonly TicketState[] = ['received', 'accepted', 'assigned'];

/** The department's people at work on many tickets at once, whatever happens to the program: each ticket is taken in hand, some are answered by letter. */
export class Department {
  private readonly robot: DepartmentRobot;
  private readonly letters = new Set<string>();

  constructor(
    private readonly context: INestApplicationContext,
    desk: EOfficeDesk,
  ) {
    this.robot = new DepartmentRobot(context, desk);
  }

  /** Works until it is told to stop. @param letters how many tickets are answered by letter: those that came first */
  async work(letters: number, until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await this.turn(letters);
      await pause(LOOK_EVERY_MS, undefined, { signal: until }).catch(() => undefined);
    }
  }

  /** Works until so many tickets are answered. @throws Error when that takes longer than it may */
  async answer(letters: number, patienceMs: number): Promise<void> {
    const patience = AbortSignal.timeout(patienceMs);
    while (!patience.aborted) {
      if ((await this.tickets.countBy({ state: 'answered' })) >= letters) return;
      await this.turn(letters);
      await pause(LOOK_EVERY_MS);
    }
    throw new Error(`Not all of ${letters} letters were answered after ${patienceMs / 1000} s.`);
  }

  private get tickets() {
    return this.context.get(Database).reader.getRepository(TicketEntity);
  }

  private async turn(letters: number): Promise<void> {
    if (this.letters.size < letters) {
      const first = await this.tickets.find({ order: { startedAt: 'ASC', id: 'ASC' }, take: letters });
      for (const { id } of first) this.letters.add(id);
    }
    const early = await this.tickets.find({ where: { state: In(EARLY) }, order: { startedAt: 'ASC' }, take: AT_ONCE });
    for (const id of new Set([...this.letters, ...early.map((ticket) => ticket.id)])) await this.step(id);
  }

  /** A database that is busy just now, or full, keeps nobody from trying again. */
  private async step(ticketId: string): Promise<void> {
    try {
      await this.robot.step(ticketId);
    } catch (error) {
      if (!isDatabaseUnwell(error)) throw error;
    }
  }
}
