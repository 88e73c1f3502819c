import { setTimeout as pause } from 'node:timers/promises';
import type { FaultApp } from './fault-app.js';
import { diceFor } from '../../support/chance.js';

/** Of ten processes one is killed while it still starts. */
const KILLED_STARTING = 0.1;
const START_MS = 2500;

export interface Campaign {
  readonly kills: number;
  /** How many processes live side by side, each on its own port. */
  readonly side: number;
  /** The longest time that a process works before it is killed. */
  readonly longestLifeMs: number;
}

/** Processes of the program on one database are killed at random moments, and started again at once, until enough were. */
export async function killAtRandom(faultApp: FaultApp, { kills, side, longestLifeMs }: Campaign): Promise<void> {
  const ports = await Promise.all(Array.from({ length: side - 1 }, () => faultApp.otherPort()));
  const dice = diceFor('kills at random');
  let left = kills;
  const slot = async (port: number | undefined): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const app = faultApp.begin(port === undefined ? {} : { port });
      if (dice.chance(KILLED_STARTING)) await pause(dice.next() * START_MS);
      else {
        await app.ready();
        await pause(dice.next() * longestLifeMs);
      }
      await app.kill();
    }
  };
  await Promise.all([undefined, ...ports].map(slot));
}
