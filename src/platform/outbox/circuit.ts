import { MAX_PAUSE_MS } from './retry-pause.js';

/** Whether a channel is worth calling: a rule over what its last calls met, the same for every worker. */
export interface Circuit {
  /** `closed`: calls go. `open`: none goes until `nextProbeAt`. `probing`: one is under way. */
  readonly state: 'closed' | 'open' | 'probing';
  /** How many calls in a row found the peer away; an answer, a refusal too, ends the row. */
  readonly outages: number;
  /** When the first of them failed. */
  readonly failingSince: Date | null;
  /** How many probes in a row failed since it opened. */
  readonly probes: number;
  /** Of an open circuit: before this nothing is tried. Of a probing one: until then the probe is assumed to be under way. */
  readonly nextProbeAt: Date | null;
}

export type Standing = 'closed' | 'wait' | 'probe';

export const CLOSED: Circuit = { state: 'closed', outages: 0, failingSince: null, probes: 0, nextProbeAt: null };

/** So many outages in a row open a circuit: fewer may be one odd message, more would be a storm of tries. */
export const OUTAGES_TO_OPEN = 5;

const FIRST_PAUSE_MS = 2_000;
/** The app works again within this time of the fault's end, without hands; only the peer itself may ask for more. */
export const MAX_PROBE_PAUSE_MS = 30_000;
/** Longer than any call may last. */
const PROBE_MS = 2 * 60_000;

export function standingOf({ state, nextProbeAt }: Pick<Circuit, 'state' | 'nextProbeAt'>, now: Date): Standing {
  if (state === 'closed') return 'closed';
  return nextProbeAt === null || nextProbeAt <= now ? 'probe' : 'wait';
}

/** One worker tries one job. */
export function probing(circuit: Circuit, now: Date): Circuit {
  return { ...circuit, state: 'probing', nextProbeAt: new Date(now.getTime() + PROBE_MS) };
}

export interface Outage {
  readonly now: Date;
  /** What the peer asked for, as a lower bound of the pause; an hour at most is heeded. */
  readonly askedSeconds?: number | undefined;
  /** Whether the call was the probe. */
  readonly wasProbe: boolean;
  readonly random?: () => number;
}

/**
 * A call found the peer away. Five in a row open the circuit, or one at which the peer asked to be left alone. The pause until the next probe is 2 s,
 * doubled at each, at most 30 s, and shortened by up to a quarter, so that many installations do not come at once.
 */
export function afterOutage(
  circuit: Circuit,
  { now, askedSeconds = 0, wasProbe, random = Math.random }: Outage,
): Circuit {
  const outages = circuit.outages + 1;
  const failing = { outages, failingSince: circuit.failingSince ?? now };
  const asked = new Date(now.getTime() + Math.min(askedSeconds * 1000, MAX_PAUSE_MS));
  const own = (probes: number): Date => new Date(now.getTime() + pauseBeforeProbe(probes, random));
  if (wasProbe) {
    const probes = circuit.probes + 1;
    return { ...failing, state: 'open', probes, nextProbeAt: later(own(probes), asked) };
  }
  // A call that began before it opened says nothing new, but what the peer asks for is heeded.
  if (circuit.state !== 'closed') return { ...circuit, ...failing, nextProbeAt: later(circuit.nextProbeAt, asked) };
  if (outages < OUTAGES_TO_OPEN && askedSeconds === 0) return { ...circuit, ...failing };
  return { ...failing, state: 'open', probes: 0, nextProbeAt: later(own(0), asked) };
}

/** The probe ended without a word about the peer, as when the database was busy: another one may go soon. */
export function afterProbeWithoutWord(circuit: Circuit, now: Date): Circuit {
  return circuit.state === 'probing'
    ? { ...circuit, state: 'open', nextProbeAt: new Date(now.getTime() + FIRST_PAUSE_MS) }
    : circuit;
}

/** No probe waits longer, and none is assumed to be under way longer, than they could by this clock. @param latest when anything may be due at the latest */
export function withoutLateProbe(circuit: Circuit, now: Date, latest: Date): Circuit {
  const last = circuit.state === 'probing' ? new Date(now.getTime() + PROBE_MS) : latest;
  return circuit.nextProbeAt !== null && circuit.nextProbeAt > last ? { ...circuit, nextProbeAt: last } : circuit;
}

function pauseBeforeProbe(probes: number, random: () => number): number {
  return Math.round(Math.min(FIRST_PAUSE_MS * 2 ** probes, MAX_PROBE_PAUSE_MS) * (0.75 + random() * 0.25));
}

function later(one: Date | null, other: Date): Date {
  return one !== null && one > other ? one : other;
}
