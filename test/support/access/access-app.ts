import { Database } from '../../../src/platform/database/database.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { SharedCounts } from '../../../src/platform/http/rates/shared-counts.js';
import { RouteRules, type RuledRoute } from '../../../src/platform/http/route-rules.js';
import { TestApp } from '../test-app.js';
import { AccessObjects, type Objects } from './access-objects.js';
import { EVERYBODY, personOf, type OwnUnit, type Standing } from './access-people.js';
import { Caller } from './caller.js';
import { RehearsingUnitOfWork } from './rehearsing-unit-of-work.js';
import { ReadPlans } from './read-plans.js';
import { settleFurther } from './settle-further.js';
import { WrittenRows } from './written-rows.js';

/** An installation with objects of two units in which everybody tries everything, and nothing changes by it. */
export class AccessApp {
  private known: { readonly state: number; readonly rows: WrittenRows } | null = null;

  private constructor(
    readonly app: TestApp,
    readonly objects: Readonly<Record<OwnUnit, Objects>>,
    private readonly callers: ReadonlyMap<string | null, Caller>,
    private readonly rehearsal: RehearsingUnitOfWork,
    readonly plans: ReadPlans,
  ) {}

  static async open(): Promise<AccessApp> {
    const app = await TestApp.open({}, { unitOfWork: RehearsingUnitOfWork });
    // One process alone: else a timer writes counts of calls now and then, beside the call that must write nothing.
    Object.assign(app.nest.get(SharedCounts), { tell: () => Promise.resolve() });
    await settleFurther(app);
    const objects = {
      gdtrh: await new AccessObjects(app, 'gdtrh').make(),
      'nui-voi': await new AccessObjects(app, 'nui-voi').make(),
    };
    const callers = new Map<string | null, Caller>([[null, await Caller.of(app, null)]]);
    for (const username of EVERYBODY) callers.set(username, await Caller.of(app, username));
    const rehearsal = app.nest.get(UnitOfWork);
    if (!(rehearsal instanceof RehearsingUnitOfWork)) throw new Error('This app writes in earnest.');
    return new AccessApp(app, objects, callers, rehearsal, new ReadPlans(app));
  }

  close(): Promise<void> {
    return this.app.close();
  }

  caller(standing: Standing, unit: OwnUnit): Caller {
    const caller = this.callers.get(personOf(standing, unit));
    if (!caller) throw new Error(`Nobody is ${standing}.`);
    return caller;
  }

  /** From now on what is written is taken back; or is not. */
  rehearse(isRehearsing: boolean): void {
    this.rehearsal.isRehearsing = isRehearsing;
  }

  routes(): readonly RuledRoute[] {
    return this.app.nest.get(RouteRules).all();
  }

  /** A number that changes with every commit of any writer. */
  async state(): Promise<number> {
    const [row] = await this.app.nest.get(Database).reader.query<{ data_version: number }[]>('PRAGMA data_version');
    return row?.data_version ?? 0;
  }

  /** The rows as the last commit left them; what is rehearsed changes none. */
  private async rowsOfNow(): Promise<WrittenRows> {
    const state = await this.state();
    if (this.known?.state !== state) this.known = { state, rows: await WrittenRows.since(this.app.nest.get(Database)) };
    return this.known.rows;
  }

  /** What an act would have left in the database, were it not rehearsed: every row, new ids and hashes left out. */
  async written(act: () => Promise<unknown>): Promise<string> {
    const rows = await this.rowsOfNow();
    let seen = 'nothing';
    this.rehearsal.look = async (tx) => {
      seen = await rows.in(tx);
    };
    await act();
    this.rehearsal.look = null;
    return seen;
  }
}
