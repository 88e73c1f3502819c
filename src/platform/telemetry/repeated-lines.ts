import { QueryFailedError } from 'typeorm';
import { storageIllnessOf } from '../health/storage-illness.js';

export type Facts = Readonly<Record<string, unknown>>;

/** What fails again and again, told from other failures. */
interface Failure {
  readonly key: string;
  readonly event: string;
  readonly facts: Facts;
}

interface Folded extends Failure {
  readonly write: (event: string, facts: Facts) => void;
  /** Lines that were not written since the last one that was. */
  times: number;
  /** Of each fact the values in those lines. */
  readonly seen: Map<string, Set<unknown>>;
}

const EVERY_MS = 60_000;
/** Ids and jobs that a line names at most. */
const NAMED_AT_MOST = 20;
/** Causes known at a time; what comes beyond is counted as one. */
const MAX_CAUSES = 200;
const BEYOND = 'beyond';

/**
 * A failure that comes back is one line at once and one line a minute, with how often it came and in what: a disk that fills up must not fill the
 * log, in which its own line could not be found. The same failure is the same event with the same cause; what the storage fails in is one failure.
 */
export class RepeatedLines {
  private readonly open = new Map<string, Folded>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  /** @param write writes one line */
  failed(event: string, facts: Facts, write: Folded['write']): void {
    const failure = this.bounded(failureOf(event, facts));
    const known = this.open.get(failure.key);
    if (known) {
      count(known, failure.facts);
      return;
    }
    write(failure.event, failure.facts);
    this.open.set(failure.key, { ...failure, write, times: 0, seen: new Map() });
    this.wait(failure.key);
  }

  /** Writes what was counted and not yet written. */
  flush(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    for (const folded of this.open.values()) if (folded.times > 0) writeCount(folded);
    this.open.clear();
  }

  private bounded(failure: Failure): Failure {
    const isKnown = this.open.has(failure.key) || this.open.size < MAX_CAUSES;
    return isKnown ? failure : { ...failure, key: BEYOND };
  }

  private wait(key: string): void {
    const timer = setTimeout(() => {
      const folded = this.open.get(key);
      if (!folded || folded.times === 0) {
        this.open.delete(key);
        this.timers.delete(key);
        return;
      }
      writeCount(folded);
      this.wait(key);
    }, EVERY_MS);
    timer.unref();
    this.timers.set(key, timer);
  }
}

/** Whether a line tells of a failure; others are never folded. */
export function isOfFailure(facts: Facts): boolean {
  return 'error' in facts || 'reason' in facts;
}

function failureOf(event: string, facts: Facts): Failure {
  const illness = storageIllnessOf(facts['error']);
  if (illness === null) return { key: `${event} ${causeOf(facts)}`, event, facts };
  return { key: illness, event: 'storage.failed', facts: { cause: illness, of: event, ...facts } };
}

function causeOf({ error, reason }: Facts): string {
  if (!(error instanceof Error)) return typeof reason === 'string' ? alike(reason) : typeof error;
  const code = codeOf(error);
  return `${error.name} ${code ?? alike(error.message)}`;
}

/** The code of a driver or of the operating system. */
export function codeOf(error: Error): string | undefined {
  const from: Error = error instanceof QueryFailedError ? (error.driverError as Error) : error;
  return 'code' in from && typeof from.code === 'string' ? from.code : undefined;
}

/** Without the numbers, ids and paths in which the same message differs from one time to the next. */
function alike(message: string): string {
  return message.replace(/\S*[\d/]\S*/gu, '#').slice(0, 200);
}

function count(folded: Folded, facts: Facts): void {
  folded.times += 1;
  for (const [name, value] of Object.entries(facts)) {
    if (name === 'error') continue;
    const values = folded.seen.get(name) ?? new Set();
    if (values.size < NAMED_AT_MOST) values.add(value);
    folded.seen.set(name, values);
  }
}

function writeCount(folded: Folded): void {
  const { event, facts, seen, times, write } = folded;
  const named = [...seen].map(([name, values]) => [name, values.size === 1 ? [...values][0] : [...values]] as const);
  folded.times = 0;
  folded.seen.clear();
  write(event, { ...Object.fromEntries(named), times, error: facts['error'] });
}
