/**
 * CPU time (user + system, all threads of a process) of several ways to do the same thing, taken in turns.
 *
 * Wall time on shared machines moves by a factor of two to four from minute to minute, and CPU time by a good part of that; the
 * ratio of two ways measured right after one another moves by about 15 %. So every round runs every way once, each round
 * begins with another way, ratios are taken inside a round, and the median over the rounds is what counts.
 *
 * @typedef {object} Way
 * @property {string} name
 * @property {(times: number) => Promise<void>} run does the thing so many times, one after another
 * @property {number} [warmUpMs] CPU time in which it reaches its pace, in ms; left out, `WARM_UP_MS`
 * @property {() => Promise<number>} [cpuMs] CPU time spent so far, in ms, by the process that does the work; left out = this one
 */

import { readFileSync } from 'node:fs';

/** Clock ticks of `/proc` are hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;
/** Where `/proc/PID/stat` has the ticks, counted from the third field on, which stands behind the name. */
const FIELDS = { own: [11, 12], endedChildren: [13, 14] };

const SLICE_MS = 300;
/** What is compiled and cached at first is no part of a price; docxtemplater takes so long to reach its pace. */
const WARM_UP_MS = 2500;
/** Of what begins a new process each time: one slice, which tells how often it fits into the others. */
export const NO_WARM_UP_MS = 1;
const MIN_COUNT = 3;

export class Rounds {
  /** @param {Record<string, number>[]} rounds CPU ms of one operation, by the name of the way */
  constructor(rounds) {
    this.rounds = rounds;
  }

  /** Median CPU time of one operation, in ms. */
  cpuMs(name) {
    return median(this.rounds.map((round) => round[name]));
  }

  /** How many times the CPU of `base` the way `name` needs. */
  ratio(name, base) {
    return median(this.rounds.map((round) => round[name] / round[base]));
  }
}

/** @param {Way[]} ways @param {number} rounds @returns {Promise<Rounds>} */
export async function measure(ways, rounds) {
  const times = new Map();
  for (const way of ways) times.set(way, await timesPerSlice(way));
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const costs = {};
    for (const way of rotated(ways, round)) costs[way.name] = await slice(way, times.get(way));
    taken.push(costs);
  }
  return new Rounds(taken);
}

async function timesPerSlice(way) {
  const { warmUpMs = WARM_UP_MS } = way;
  let times = MIN_COUNT;
  let cost = 0;
  for (let spent = 0; spent < warmUpMs; spent += cost * times) {
    if (cost > 0) times = Math.max(MIN_COUNT, Math.min(times * 4, Math.round(SLICE_MS / cost)));
    cost = await slice(way, times);
  }
  return Math.max(MIN_COUNT, Math.round(SLICE_MS / cost));
}

/** The heap is left as it is: emptying it by force throws optimised code away, which no server does before each request. */
async function slice({ run, cpuMs = ownCpuMs }, times) {
  const before = await cpuMs();
  await run(times);
  return ((await cpuMs()) - before) / times;
}

export function ownCpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU time of another process and of its children that have ended, in ms. */
export function processCpuMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const sum = (places) => places.reduce((ticks, place) => ticks + Number(fields[place]), 0) * TICK_MS;
  return { own: sum(FIELDS.own), endedChildren: sum(FIELDS.endedChildren) };
}

function rotated(list, by) {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
