// Loaded into the program by `--import`: makes of this build the version after it, which has taken one more step, NEXT_STEP.
import { registerHooks } from 'node:module';

const NEXT = `
import { extendTable as extend, reduceTable as reduce } from '../table-plan.js';
const added = { table: 'ticket', columns: [['ofNextVersion', { text: 20 }, 'nullable']] };
MIGRATIONS.push(class {
  name = process.env.NEXT_STEP;
  up(runner) { return extend(runner, added); }
  down(runner) { return reduce(runner, added); }
});
`;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/dist/src/platform/database/migrations/all.js')) return loaded;
    return { ...loaded, source: `${String(loaded.source)}${NEXT}` };
  },
});
