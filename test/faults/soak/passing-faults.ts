import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../support/app-process.js';
import type { FaultApp } from '../support/fault-app.js';
import type { FaultyProxy, Toxic } from '../support/faulty-proxy.js';
import type { OddAnswer, OddPeer } from '../support/odd-peer.js';

const LASTS_MS = 10_000;
const HTML = '<!DOCTYPE html><html><body><form>Đăng nhập</form></body></html>';

/** What faults happen to: the way to the e-office, and the second of two processes; the first lives through. */
export interface Place {
  readonly faultApp: FaultApp;
  readonly proxy: FaultyProxy;
  readonly peer: OddPeer;
  /** Begins the second process, the same way each time. */
  readonly begin: () => AppProcess;
  second: AppProcess;
}

export interface PassingFault {
  readonly name: string;
  readonly happen: (place: Place) => Promise<void>;
}

function network(name: string, toxic: Toxic): PassingFault {
  return {
    name,
    happen: async ({ proxy }) => {
      await proxy.suffer(toxic);
      await pause(LASTS_MS);
      await proxy.heal();
    },
  };
}

function answers(name: string, odd: OddAnswer): PassingFault {
  return {
    name,
    happen: async ({ peer }) => {
      peer.be(odd);
      await pause(LASTS_MS);
      peer.be(null);
    },
  };
}

function ends(name: string, how: 'kill' | 'terminate'): PassingFault {
  return {
    name,
    happen: async (place) => {
      await place.second[how]();
      place.second = place.begin();
      await place.faultApp.answersAgain(place.second);
    },
  };
}

const AS_HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Each lasts ten seconds, or as long as a new start takes. */
export const PASSING_FAULTS: readonly PassingFault[] = [
  ends('kill -9 and a new start', 'kill'),
  ends('SIGTERM and a new start', 'terminate'),
  network('the e-office is down', { kind: 'down' }),
  network('the e-office accepts and hangs', { kind: 'silence' }),
  network('calls are cut', { kind: 'reset', way: 'there', bytes: 900 }),
  network('answers are cut', { kind: 'reset', way: 'back', bytes: 300 }),
  network('answers end early', { kind: 'limit', way: 'back', bytes: 400 }),
  network('slow bytes', { kind: 'bandwidth', bytesPerSecond: 100 }),
  network('crumbs', { kind: 'slicer', bytes: 40, pauseMs: 5 }),
  network('late answers', { kind: 'latency', ms: 700 }),
  answers('200 with a login page', { status: 200, body: HTML, headers: AS_HTML, isTaken: true }),
  answers('200 with nothing', { status: 200, body: '', isTaken: true }),
  answers('503', { status: 503, body: '', headers: { 'retry-after': '3' }, isTaken: false }),
];
