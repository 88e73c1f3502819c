import { TicketWalk } from '../support/ticket-walk.js';

/** A seed of its own may be tried: WALK_SEEDS=12,13 npm run medium -- random-walks. */
const SEEDS = (process.env['WALK_SEEDS'] ?? '1,2').split(',').map(Number);

describe('people of all roles act at random', () => {
  it.each(SEEDS)(
    'seed %d: whatever they try, everything that must hold of tickets holds',
    async (seed) => {
      const walk = await TicketWalk.begin(seed);
      try {
        await walk.steps(160);
        await walk.lookAtEverything();
        await walk.bringAllToAnEnd();
        await walk.lookAtEverything();
      } finally {
        await walk.end();
      }
    },
    120_000,
  );
});
