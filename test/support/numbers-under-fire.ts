import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diceFor } from './chance.js';

/** The program that takes numbers, and what it is told before its seed. */
export interface Taker {
  readonly program: string;
  readonly told: readonly string[];
}

export interface Fire {
  readonly processes: number;
  /** How many numbers the book must have at the end. */
  readonly numbers: number;
  /** How many times a process is killed without a farewell, and another one started. */
  readonly kills: number;
}

export interface AfterFire {
  readonly killed: number;
  /** What processes that ended by themselves said on their way out, when it was not all right. */
  readonly complaints: readonly string[];
}

/** Processes take numbers of our own outgoing register, in the database of the folder. */
export function takersOfOurs(directory: string, { numbers }: Pick<Fire, 'numbers'>): Taker {
  return { program: 'number-taker.mjs', told: [directory, String(numbers)] };
}

/** Processes take numbers at once; some are killed in the middle of it. */
export async function takeNumbersUnderFire({ program, told }: Taker, fire: Omit<Fire, 'numbers'>): Promise<AfterFire> {
  const complaints: string[] = [];
  const seeds = diceFor('takers');
  const start = () => {
    const seed = String(seeds.below(2 ** 31));
    const child = spawn(process.execPath, [join(import.meta.dirname, program), ...told, seed], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('exit', (code) => {
      if (code !== 0 && code !== null) complaints.push(said);
    });
    return child;
  };
  const dice = diceFor('kills of takers');
  const children = Array.from({ length: fire.processes }, start);
  let killed = 0;
  for (let kill = 0; kill < fire.kills; kill += 1) {
    await pause(200 + dice.next() * 800);
    const index = kill % children.length;
    const child = children[index];
    if (!child || child.exitCode !== null || !child.kill('SIGKILL')) continue;
    await once(child, 'exit');
    killed += 1;
    children[index] = start();
  }
  const atWork = children.filter(({ exitCode }) => exitCode === null);
  await Promise.all(atWork.map((child) => once(child, 'exit')));
  return { killed, complaints };
}
