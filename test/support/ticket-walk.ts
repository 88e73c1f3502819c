import type { Abstract, Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasRole, SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { handledPetitions } from '../../src/petitions/index.js';
import { UnitEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { barrierOf, partiesOf, seesTicket, type Barrier } from '../../src/tickets/domain/deadlines/policy.js';
import { ticketAbilities } from '../../src/tickets/domain/decisions/abilities.js';
import type { ActName } from '../../src/tickets/domain/ticket-acts.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { Dice } from './dice.js';
import { PARTIES } from './life-of-a-ticket.js';
import { shortWayOf } from './short-way.js';
import { TestApp } from './test-app.js';
import { isHeld, PERFORMERS, WITHOUT_ACCOUNTS, type PersonAct, type Try } from './walk-acts.js';
import { WalkApp } from './walk-app.js';
import { WalkInvariants } from './walk-invariants.js';
import { ALSO_REFUSED, ASIDE, ENDS, TOWARDS_AN_END, WITHOUT_INPUT } from './walk-rules.js';
import { traceOf } from './walk-trace.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const ACTS = Object.keys(PERFORMERS) as readonly PersonAct[];
const PEOPLE: readonly Actor[] = [...Object.values(PARTIES), SYSTEM];

type Outcome = { readonly done: true } | { readonly done: false; readonly error: unknown };

/** People of all roles act at random on the tickets of one app, through its real use cases; after every step everything that must hold is looked at. */
export class TicketWalk {
  private readonly dice: Dice;
  private readonly walkApp: WalkApp;
  private readonly invariants: WalkInvariants;
  private readonly trail: string[] = [];
  /** From whom the ticket at hand is kept, for it is a denunciation. */
  private keptFrom: ReadonlySet<Actor> = new Set();
  /** How often each act was done, and how often refused. */
  readonly done = new Map<string, number>();
  readonly refused = new Map<string, number>();

  private constructor(
    private readonly app: TestApp,
    seed: number,
  ) {
    this.dice = new Dice(seed);
    this.walkApp = new WalkApp(app);
    this.invariants = new WalkInvariants(app);
  }

  static async begin(seed: number): Promise<TicketWalk> {
    const app = await TestApp.open();
    await app.nest.get(Database).writer.query('PRAGMA synchronous = OFF');
    await app.nest.get(UnitOfWork).run(async (tx) => {
      const school = { id: WITHOUT_ACCOUNTS, code: 'SaoMai', name: 'Trường Tiểu học Sao Mai', symbol: 'SM' };
      await tx.insert(UnitEntity, { ...school, kind: 'school', parentId: null });
    });
    const walk = new TicketWalk(app, seed);
    for (let count = walk.dice.between(3, 5); count > 0; count -= 1) await walk.receive();
    return walk;
  }

  end(): Promise<void> {
    return this.app.close();
  }

  /** The acts that happened, by a person or by the application. */
  async happened(): Promise<readonly string[]> {
    const lines = await this.rows.find(JournalEntryEntity, { select: { seq: true, action: true } });
    return [...new Set(lines.map(({ action }) => action.replace('ticket.', '')))];
  }

  private get rows(): EntityManager {
    return this.app.nest.get(Database).reader.manager;
  }

  private readonly get = <Part>(part: Type<Part> | Abstract<Part>): Part => this.app.nest.get(part, { strict: false });

  /** @throws Error with the seed and the last steps, when something that must hold does not */
  async steps(count: number): Promise<void> {
    for (let step = 0; step < count; step += 1) {
      await this.step();
      await this.look();
    }
  }

  /** Goes on with every ticket that is still open until the citizen is answered. @throws Error when one has no way there */
  async bringAllToAnEnd(): Promise<void> {
    for (let round = 0; round < 12; round += 1) {
      const open = await this.rows.findBy(TicketEntity, { open: true });
      const letters = await this.rows.findBy(TicketEntity, { state: 'answered', answerMode: 'letter' });
      if (open.length === 0 && round > 0) return;
      for (const ticket of open) await this.lead(ticket.id);
      for (const { id } of letters) await this.walkApp.bringLetterOn(id);
      await this.walkApp.work();
      await this.look();
    }
    const stuck = await this.rows.findBy(TicketEntity, { open: true });
    throw this.failure(stuck.map(({ code, state }) => `${code} stays ${state} for ever`));
  }

  /** Everything at once, which is too much for every step. */
  async lookAtEverything(): Promise<void> {
    const breaches = await this.invariants.everything();
    if (breaches.length > 0) throw this.failure(breaches);
  }

  private async step(): Promise<void> {
    const luck = this.dice.next();
    if (luck < 0.03) return this.receive();
    if (luck < 0.05) return this.writeAgain();
    if (luck < 0.2) return this.pass();
    const ticket = await this.anyTicket();
    if (luck < 0.3) {
      this.note(ticket, await this.walkApp.moveLetter(ticket.id, this.dice));
      if (this.dice.chance(0.5)) await this.walkApp.work();
      return;
    }
    if (luck < 0.31) {
      this.note(ticket, await this.walkApp.handOver(ticket));
      return;
    }
    if (luck < 0.35) return this.bothAtOnce(ticket);
    return this.attempt(ticket);
  }

  private async receive(): Promise<void> {
    const { code } = await this.app.receive({ subject: `Việc thu chi thứ ${String(this.dice.below(1000))}` });
    this.trail.push(`${this.now()} received ${code}`);
  }

  /** The hotline writes again about a ticket, or the desk settles what came too late for one. */
  private async writeAgain(): Promise<void> {
    const settled = await this.walkApp.settleFurther(this.dice);
    if (settled !== null) {
      this.trail.push(`${this.now()} ${settled}`);
      return;
    }
    const ticket = await this.anyTicket();
    if (ticket.splitFromId !== null) return;
    await this.app.receiveAgain(ticket);
    this.note(ticket, 'the hotline writes again');
  }

  /** Time goes on: within the day, over a night, over days; then the app does what its jobs do. */
  private async pass(): Promise<void> {
    const luck = this.dice.next();
    const ms = luck < 0.6 ? this.dice.between(5, 240) * MINUTE : this.dice.between(1, luck < 0.9 ? 20 : 200) * HOUR;
    this.app.clock.advance(ms);
    this.trail.push(`${this.now()} time passes`);
    await this.walkApp.work();
  }

  private async anyTicket(): Promise<TicketEntity> {
    const tickets = await this.rows.find(TicketEntity, { order: { code: 'ASC' } });
    const open = tickets.filter((ticket) => ticket.open);
    return this.dice.oneOf(open.length > 0 && this.dice.chance(0.75) ? open : tickets);
  }

  /** Mostly what somebody may do, so that tickets get on; now and then anything by anybody. */
  private choose(ticket: TicketEntity): { actor: Actor; act: PersonAct } {
    const possible = PEOPLE.flatMap((actor) => {
      const { acts } = ticketAbilities(actor, ticket, { now: this.app.clock.now(), powers: shortWayOf(actor) });
      return this.sees(actor, ticket) ? ACTS.filter((act) => acts.has(act)).map((act) => ({ actor, act })) : [];
    });
    if (possible.length > 0 && this.dice.chance(0.65)) {
      // Each act as likely as another, however many may do it; ends come seldom, or nothing would live long.
      const kinds = [...new Set(possible.map(({ act }) => act))];
      const isSeldom = (kind: PersonAct): boolean => ENDS.has(kind) || ASIDE.has(kind);
      const open = kinds.filter((kind) => !isSeldom(kind) || this.dice.chance(0.15)).concat(kinds.slice(0, 1));
      // What is seldom possible is done when it is.
      const untried = open.filter((kind) => !this.done.has(kind));
      const act = this.dice.oneOf(untried.length > 0 && this.dice.chance(0.5) ? untried : open);
      return this.dice.oneOf(possible.filter((one) => one.act === act));
    }
    return { actor: this.dice.oneOf(PEOPLE), act: this.dice.oneOf(ACTS) };
  }

  private async attempt(ticket: TicketEntity): Promise<void> {
    await this.lookWhoSees(ticket);
    const { actor, act } = this.choose(ticket);
    const plausible = this.dice.chance(0.85);
    const barrier = this.barrier(actor, ticket, act);
    const mayBeRefused = barrier !== null || !plausible || ALSO_REFUSED[act] !== undefined;
    const before = mayBeRefused ? await traceOf(this.rows) : '';
    const outcome = await this.perform(act, { actor, ticket, plausible });
    const [how, code] = outcome.done ? ['done', ''] : ['refused', codeOf(outcome.error)];
    this.note(ticket, `${act} by ${actor.id}${plausible ? '' : ' badly'}: ${how} ${code}`);
    if (outcome.done) {
      this.count(this.done, act);
      if (barrier !== null) throw this.failure([`${act} was done although ${barrier} bars it`]);
      if (!plausible && !WITHOUT_INPUT.has(act)) throw this.failure([`${act} was done with bad input`]);
      return;
    }
    // Who may not even see the ticket learns nothing of the act.
    if (barrier !== 'unseen') this.count(this.refused, act);
    if (!(outcome.error instanceof DomainError)) throw this.failure([`${act} broke: ${String(outcome.error)}`]);
    if (barrier === null && plausible && !(ALSO_REFUSED[act] ?? []).includes(outcome.error.code)) {
      throw this.failure([
        `${act} was refused, though nothing bars it: ${code} ${JSON.stringify(outcome.error.details)}`,
      ]);
    }
    const after = await traceOf(this.rows);
    if (after === before) return;
    throw this.failure([`${act} was refused (${code}) and left a trace`, ...differing(before, after)]);
  }

  /** Two people press at the same moment; each act is done whole or not at all. */
  private async bothAtOnce(ticket: TicketEntity): Promise<void> {
    await this.lookWhoSees(ticket);
    const [one, other] = [this.choose(ticket), this.choose(ticket)];
    const outcomes = await Promise.all(
      [one, other].map(({ actor, act }) => this.perform(act, { actor, ticket, plausible: true })),
    );
    const ends = outcomes.map((outcome) => (outcome.done ? 'done' : codeOf(outcome.error)));
    this.note(ticket, `${one.act} by ${one.actor.id} and ${other.act} by ${other.actor.id}: ${ends.join(', ')}`);
    for (const outcome of outcomes) {
      if (!outcome.done && !(outcome.error instanceof DomainError)) throw this.failure([String(outcome.error)]);
    }
  }

  private async perform(act: PersonAct, facts: Pick<Try, 'actor' | 'ticket' | 'plausible'>): Promise<Outcome> {
    try {
      await PERFORMERS[act]({ ...facts, get: this.get, rows: this.rows, dice: this.dice });
      return { done: true };
    } catch (error) {
      return { done: false, error };
    }
  }

  private async lookWhoSees({ id, nature }: TicketEntity): Promise<void> {
    const kept: Actor[] = [];
    for (const actor of nature === 'denunciation' ? PEOPLE : []) {
      const handles =
        (await handledPetitions(this.rows, actor, [id])).get(id) ?? hasRole(actor, 'registryClerk', 'leader');
      if (!handles && actor !== SYSTEM) kept.push(actor);
    }
    this.keptFrom = new Set(kept);
  }

  private sees(actor: Actor, ticket: TicketEntity): boolean {
    return seesTicket(actor, ticket) && !this.keptFrom.has(actor);
  }

  private barrier(actor: Actor, ticket: TicketEntity, act: PersonAct): Barrier | 'unseen' | null {
    if (!this.sees(actor, ticket)) return 'unseen';
    return barrierOf(actOf(act, ticket), {
      ticket,
      actor,
      parties: partiesOf(actor, ticket),
      now: this.app.clock.now(),
    });
  }

  /** One step towards an answer. */
  private async lead(ticketId: string): Promise<void> {
    const ticket = await this.rows.findOneByOrFail(TicketEntity, { id: ticketId });
    if (!ticket.open) return;
    await this.lookWhoSees(ticket);
    for (const act of TOWARDS_AN_END[ticket.state] ?? []) {
      const people = PEOPLE.filter((actor) => this.barrier(actor, ticket, act) === null);
      for (const actor of people) {
        const outcome = await this.perform(act, { actor, ticket, plausible: true });
        this.note(ticket, `${act} by ${actor.id} on the way out: ${outcome.done ? 'done' : codeOf(outcome.error)}`);
        if (outcome.done) return;
      }
    }
    this.note(ticket, await this.walkApp.bringLetterOn(ticketId));
  }

  private async look(): Promise<void> {
    const breaches = await this.invariants.look();
    if (breaches.length > 0) throw this.failure(breaches);
  }

  private note({ code, state, cycle }: TicketEntity, what: string): void {
    this.trail.push(`${this.now()} ${code} ${state}/${String(cycle)} ${what}`);
  }

  private now(): string {
    return this.app.clock.now().toISOString().slice(0, 16);
  }

  private count(counts: Map<string, number>, act: string): void {
    counts.set(act, (counts.get(act) ?? 0) + 1);
  }

  private failure(breaches: readonly string[]): Error {
    return new Error(
      [`Seed ${String(this.dice.seed)}:`, ...breaches, 'The last steps:', ...this.trail.slice(-30)].join('\n'),
    );
  }
}

/** A measure or a result ends the verifying; later it is a note like others. What no unit has is judged where it is, whatever it is. */
function actOf(act: PersonAct, ticket: TicketEntity): ActName {
  if (act === 'divert' && !isHeld({ ticket })) return 'classify';
  return act === 'beginWork' && ticket.state !== 'verifying' ? 'note' : act;
}

function codeOf(error: unknown): string {
  return error instanceof DomainError ? error.code : String(error);
}

function differing(before: string, after: string): string[] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  return young.filter((line, at) => line !== old[at]).slice(0, 5);
}
