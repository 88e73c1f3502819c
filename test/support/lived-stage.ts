import { openUseCases } from '../../src/bootstrap/start.js';
import { openYear } from '../../src/cli/demo/lived-year.js';
import { Stage } from '../../src/cli/demo/stage.js';
import { compileCache } from './compile-cache.js';

/** The demonstration as `npm run demo` opens it for the first time: with the lived year, on the day after it. */
export async function livedStage(directory: string): Promise<Stage> {
  const laidOut = { app: 0, eOffice: 0, clockDays: () => openYear(directory) };
  const stage = await Stage.at(directory, 'dist', laidOut, compileCache());
  await stage.startEOffice();
  await (await openUseCases(stage.settings)).close();
  await stage.startApp();
  return stage;
}
