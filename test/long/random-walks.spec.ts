import { randomInt } from 'node:crypto';
import { PERFORMERS } from '../support/walk-acts.js';
import { TicketWalk } from '../support/ticket-walk.js';

const WALKS = 60;
const STEPS = 300;
/** So many walks more, where the dice have left out an act. */
const WALKS_MORE = 20;
const FIRST_SEED = Number(process.env['WALK_SEED'] ?? randomInt(1_000_000));

/** New walks each time; `WALK_SEED` tells the first seed of a walk that went wrong, as its message names it. */
describe('people of all roles act at random, for long', () => {
  const [done, refused] = [new Map<string, number>(), new Map<string, number>()];
  const untried = () => Object.keys(PERFORMERS).filter((act) => !done.has(act) || !refused.has(act));

  it(
    `seeds from ${String(FIRST_SEED)}: whatever they try, everything that must hold of tickets holds`,
    async () => {
      const isEnough = (walks: number): boolean =>
        walks >= WALKS && (untried().length === 0 || walks >= WALKS + WALKS_MORE);
      for (let walks = 0; !isEnough(walks); walks += 1) {
        const seed = FIRST_SEED + walks;
        const walk = await TicketWalk.begin(seed);
        try {
          await walk.steps(STEPS);
          await walk.lookAtEverything();
          await walk.bringAllToAnEnd();
          await walk.lookAtEverything();
          for (const [act, times] of walk.done) done.set(act, (done.get(act) ?? 0) + times);
          for (const [act, times] of walk.refused) refused.set(act, (refused.get(act) ?? 0) + times);
        } finally {
          await walk.end();
        }
      }
    },
    60 * 60_000,
  );

  it('has done and refused every act of a person', () => {
    expect(untried()).toEqual([]);
  });
});
