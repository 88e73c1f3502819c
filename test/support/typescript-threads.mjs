// Preloaded by the test command (`node --import`): lets threads that the tested code starts run from the sources. Jest
// itself turns TypeScript into JavaScript for what it loads, but a thread starts from a file that Node reads by itself.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
