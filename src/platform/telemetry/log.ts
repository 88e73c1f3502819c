import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { FailureLog } from '../../kernel/failure-log.js';
import { storageIllnessOf, type StorageIllness } from '../health/storage-illness.js';
import { codeOf, isOfFailure, RepeatedLines, type Facts } from './repeated-lines.js';

const STDERR = 2;

/**
 * One structured line per event. Facts are ids, numbers and codes; never a citizen's name, phone or text. A warning or an error with an `error` or a
 * `reason` is a failure, and one that comes back is one line a minute.
 */
@Injectable()
export class Log extends FailureLog implements OnApplicationShutdown {
  private readonly lines: Logger;
  private readonly repeated = new RepeatedLines();
  private readonly listeners: ((illness: StorageIllness) => void)[] = [];

  /** @param where default: stderr */
  constructor(level: string, where: DestinationStream = pino.destination(STDERR)) {
    super();
    this.lines = pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describe } },
      where,
    );
  }

  info(event: string, facts: Facts = {}): void {
    this.lines.info({ event, ...facts });
  }

  warn(event: string, facts: Facts = {}): void {
    this.write('warn', event, facts);
  }

  override error(event: string, facts: Facts = {}): void {
    this.write('error', event, facts);
  }

  /** Tells the monitor of the storage about each failure of it, wherever it happened. */
  onIllness(listener: (illness: StorageIllness) => void): void {
    this.listeners.push(listener);
  }

  /** Writes what was counted of failures that came back. */
  flush(): void {
    this.repeated.flush();
  }

  onApplicationShutdown(): void {
    this.flush();
  }

  private write(level: 'warn' | 'error', event: string, facts: Facts): void {
    const line = (named: string, held: Facts): void => this.lines[level]({ event: named, ...held });
    if (!isOfFailure(facts)) {
      line(event, facts);
      return;
    }
    this.repeated.failed(event, facts, line);
    const illness = storageIllnessOf(facts['error']);
    if (illness !== null) for (const listener of this.listeners) listener(illness);
  }
}

/** Messages of database errors hold parameters, which may hold a citizen's words: only the kind of error is kept for those. */
function describe(error: unknown): Facts {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { name: 'unknown' };
  const kind = { name: error.name, code: codeOf(error), stack: error.stack?.split('\n').slice(1, 6) };
  return error.name === 'QueryFailedError' ? kind : { ...kind, message: error.message };
}
