import { setTimeout as pause } from 'node:timers/promises';
import type { FaultApp } from './fault-app.js';

/** The fault comes into full work, and goes while the work goes on. */
const BEFORE_MS = 800;
const AFTER_MS = 500;
const HOTLINE_EVERY_MS = 400;

/**
 * Lets the hotline send and people work while something is broken.
 *
 * @param letters how many tickets are answered by letter meanwhile
 * @param fault begins the fault, waits as long as it lasts, and ends it
 */
export async function underLoad(faultApp: FaultApp, letters: number, fault: () => Promise<void>): Promise<void> {
  const stopped = new AbortController();
  const load = [
    faultApp.hotline.goOn(HOTLINE_EVERY_MS, stopped.signal),
    faultApp.department.work(letters, stopped.signal),
  ];
  try {
    await pause(BEFORE_MS);
    await fault();
    await pause(AFTER_MS);
  } finally {
    stopped.abort();
    await Promise.all(load);
  }
}
