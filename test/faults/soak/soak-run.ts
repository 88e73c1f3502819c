import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { IsNull } from 'typeorm';
import { Database } from '../../../src/platform/database/database.js';
import { OutboxEntity } from '../../../src/platform/outbox/outbox.entity.js';
import { Dice } from '../../support/dice.js';
import { FaultApp } from '../support/fault-app.js';
import { FaultyProxy } from '../support/faulty-proxy.js';
import { OddPeer } from '../support/odd-peer.js';
import { watchedLives, type Watched } from './lives.js';
import { PASSING_FAULTS, type PassingFault, type Place } from './passing-faults.js';

const FAULT_EVERY_MS = 30_000;
const LOOK_EVERY_MS = 10_000;
const MINUTE_MS = 60_000;
const CALL_SECONDS = '5';
/** One feedback is a message in, and the statuses 01, 03, 04 and 05 out. */
const MESSAGES_OF_FEEDBACK = 5;

export interface SoakPlan {
  readonly minutes: number;
  /** Messages a second, in and out together: feedback that the e-office hands over, statuses and letters that it takes. Acknowledgements, lines of its register and looks are calls, and not counted. */
  readonly rate: number;
  readonly seed: number;
}

/** What waits at one moment. */
export interface Backlog {
  readonly second: number;
  /** At the e-office, not acknowledged. */
  readonly there: number;
  /** Jobs here that are open. */
  readonly here: number;
}

export interface SoakReport {
  readonly plan: SoakPlan;
  readonly sent: number;
  readonly faults: readonly string[];
  readonly backlog: readonly Backlog[];
  /** Until nothing was left to do, after the hotline had stopped. */
  readonly drainedSeconds: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
  readonly broken: readonly string[];
  readonly watched: Watched;
}

/** Two processes on one database work for a set time at a set rate, while one fault after the other passes; then both sides are compared. */
export class SoakRun {
  private readonly faults: string[] = [];
  private readonly backlog: Backlog[] = [];
  private readonly began = performance.now();

  constructor(
    private readonly plan: SoakPlan,
    private readonly faultApp: FaultApp,
    private readonly place: Place,
    private readonly watch: string,
  ) {}

  static async of(plan: SoakPlan): Promise<SoakReport> {
    const faultApp = await FaultApp.open();
    const peer = await OddPeer.before(faultApp.stage.eOfficeUrl);
    const proxy = await FaultyProxy.before(peer.url);
    try {
      await faultApp.people();
      const watch = join(faultApp.stage.directory, 'lives.jsonl');
      const settings = {
        E_OFFICE_URL: `${proxy.url}/eoffice/v1`,
        E_OFFICE_TIMEOUT_SECONDS: CALL_SECONDS,
        SOAK_WATCH: watch,
      };
      const how = { settings, node: ['--import', new URL('./life-watch.mjs', import.meta.url).href] };
      await faultApp.start(how);
      const port = await faultApp.otherPort();
      const begin = () => faultApp.begin({ ...how, port });
      const second = begin();
      await second.ready();
      return await new SoakRun(plan, faultApp, { faultApp, proxy, peer, begin, second }, watch).report();
    } finally {
      await faultApp.close();
      await proxy.close();
      await peer.close();
    }
  }

  private async report(): Promise<SoakReport> {
    const stopped = new AbortController();
    const { signal } = stopped;
    const work = [this.sendOn(signal), this.answerOn(signal), this.lookOn(signal)];
    try {
      await this.faultsOn();
    } finally {
      stopped.abort();
      await Promise.all(work);
    }
    const drained = await this.drain();
    const { queued, received } = await this.faultApp.peer();
    return {
      plan: this.plan,
      sent: this.faultApp.hotline.accepted.length,
      faults: this.faults,
      backlog: this.backlog,
      drainedSeconds: drained / 1000,
      messagesIn: queued.length,
      messagesOut: received.length,
      broken: await this.faultApp.broken(),
      watched: await watchedLives(this.watch),
    };
  }

  /** By the clock, not by pauses: what was late is made up for. */
  private async sendOn(until: AbortSignal): Promise<void> {
    const everyMs = (1000 * MESSAGES_OF_FEEDBACK) / this.plan.rate;
    for (let next = performance.now(); !until.aborted; next += everyMs) {
      await this.faultApp.hotline.send();
      await pause(Math.max(0, next + everyMs - performance.now()), undefined, { signal: until }).catch(() => undefined);
    }
  }

  /** All feedback is handed to an officer who takes it; each minute one more ticket is answered by letter. */
  private async answerOn(until: AbortSignal): Promise<void> {
    for (let letters = 1; !until.aborted; letters += 1)
      await this.faultApp.department.work(letters, AbortSignal.any([until, AbortSignal.timeout(MINUTE_MS)]));
  }

  private async lookOn(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { signal: until }).catch(() => undefined);
      const { queued } = await this.faultApp.peer();
      const { reader } = this.faultApp.context.get(Database);
      this.backlog.push({
        second: Math.round((performance.now() - this.began) / 1000),
        there: queued.filter(({ outcome }) => outcome === null).length,
        here: await reader.getRepository(OutboxEntity).countBy({ finishedAt: IsNull() }),
      });
    }
  }

  /** One after the other in an order by the seed, all before any comes again. */
  private async faultsOn(): Promise<void> {
    const dice = new Dice(this.plan.seed);
    const ends = performance.now() + this.plan.minutes * MINUTE_MS;
    let left: PassingFault[] = [];
    for (let next = performance.now() + FAULT_EVERY_MS; next < ends; next += FAULT_EVERY_MS) {
      await pause(Math.max(0, next - performance.now()));
      if (left.length === 0) left = [...PASSING_FAULTS];
      const fault = dice.oneOf(left);
      left = left.filter((other) => other !== fault);
      this.faults.push(fault.name);
      await fault.happen(this.place);
    }
    await pause(Math.max(0, ends - performance.now()));
  }

  private async drain(): Promise<number> {
    const from = performance.now();
    const { faultApp, plan } = this;
    const letters = await faultApp.tickets.countBy({ state: 'answered' });
    await faultApp.department.answer(Math.max(1, letters), plan.minutes * MINUTE_MS);
    await faultApp.untilQuiet(plan.minutes * MINUTE_MS + MINUTE_MS);
    return performance.now() - from;
  }
}
