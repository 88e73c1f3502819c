import { Injectable } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

type Facts = Readonly<Record<string, unknown>>;

const STDERR = 2;

/** One structured line per event. Facts are ids, numbers and codes; never a citizen's name, phone or text. */
@Injectable()
export class Log {
  private readonly lines: Logger;

  /** @param where default: stderr */
  constructor(level: string, where: DestinationStream = pino.destination(STDERR)) {
    this.lines = pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describe } },
      where,
    );
  }

  info(event: string, facts: Facts = {}): void {
    this.lines.info({ event, ...facts });
  }

  warn(event: string, facts: Facts = {}): void {
    this.lines.warn({ event, ...facts });
  }

  error(event: string, facts: Facts = {}): void {
    this.lines.error({ event, ...facts });
  }
}

/** Messages of database errors hold parameters, which may hold a citizen's words: only the kind of error is kept for those. */
function describe(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: 'unknown' };
  if (error.name === 'QueryFailedError') return { name: error.name, stack: error.stack?.split('\n').slice(1, 6) };
  return { name: error.name, message: error.message, stack: error.stack?.split('\n').slice(1, 6) };
}
