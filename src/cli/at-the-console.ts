import { userInfo } from 'node:os';
import type { Actor } from '../kernel/actor.js';

/** A person who may run commands on the machine acts as administrator; the journal names the account of the machine. */
export function atTheConsole(): Actor {
  return {
    id: 'console',
    name: `Dòng lệnh (${userInfo().username})`,
    unitId: null,
    roles: ['administrator'],
    address: 'cli',
  };
}
