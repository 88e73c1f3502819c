import { userInfo } from 'node:os';
import type { Actor } from '../kernel/actor.js';

/** Whoever may run commands on the machine looks after the software; the journal names the account. */
export function atTheConsole(): Actor {
  return {
    id: 'console',
    name: `Dòng lệnh (${userInfo().username})`,
    unitId: null,
    roles: ['administrator'],
    address: 'cli',
  };
}
