import { ACT_NAMES } from '../../src/tickets/domain/ticket-acts.js';
import { PERFORMERS } from '../support/walk-acts.js';
import { TicketWalk } from '../support/ticket-walk.js';
import { drawnSeed } from '../support/chance.js';

const WALKS = 60;
const STEPS = 300;
/** So many walks more, where the dice have left out an act. */
const WALKS_MORE = 20;
const FIRST_SEED = drawnSeed('WALK_SEED');

/** What was done by people, refused by the table or for what was given, and has happened by whatever way. */
class Tally {
  private readonly done = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly happened = new Set<string>();

  async add(walk: TicketWalk): Promise<void> {
    for (const act of walk.done.keys()) this.done.add(act);
    for (const act of walk.refused.keys()) this.refused.add(act);
    for (const act of await walk.happened()) this.happened.add(act);
  }

  /** What the walks have not tried, so that nothing is said of it. */
  missing(): readonly string[] {
    const acts = Object.keys(PERFORMERS);
    return [
      ...acts.filter((act) => !this.done.has(act)).map((act) => `${act} was never done`),
      ...acts.filter((act) => !this.refused.has(act)).map((act) => `${act} was never refused`),
      ...ACT_NAMES.filter((act) => !this.happened.has(act)).map((act) => `${act} never happened`),
    ];
  }
}

/** New walks each time; `WALK_SEED` tells the first seed of a walk that went wrong, as its message names it. */
describe('people of all roles act at random, for long', () => {
  it(
    `seeds from ${String(FIRST_SEED)}: whatever they try, everything that must hold of tickets holds, and every act is tried`,
    async () => {
      const tally = new Tally();
      const isEnough = (walks: number): boolean =>
        walks >= WALKS && (tally.missing().length === 0 || walks >= WALKS + WALKS_MORE);
      for (let walks = 0; !isEnough(walks); walks += 1) {
        const walk = await TicketWalk.begin(FIRST_SEED + walks);
        try {
          await walk.steps(STEPS);
          await walk.lookAtEverything();
          await walk.bringAllToAnEnd();
          await walk.lookAtEverything();
          await tally.add(walk);
        } finally {
          await walk.end();
        }
      }
      expect(tally.missing()).toEqual([]);
    },
    60 * 60_000,
  );
});
