import { PassThrough } from 'node:stream';
import type { Actor } from '../../kernel/actor.js';

/** A page that is being looked at, with the connection by which it is told that something has moved. */
export interface OpenPage {
  /** Who looked when it was opened. */
  readonly actor: Actor;
  /** The row of the session, with which the connection ends. */
  readonly sessionRow: string;
  /** The ticket that it shows; null where it shows none that this person may see. */
  readonly ticketId: string | null;
}

/** Without data: what has moved is asked for by the page itself, where access is judged. */
export type Move =
  | { readonly kind: 'counts' | 'list' }
  | { readonly kind: 'ticket'; readonly id: string; readonly line: number };

/**
 * How many connections a process keeps, in all and for one person. A page keeps one while it is in sight; of the six that a browser has to one host over
 * HTTP/1.1 some must be left for pages.
 */
export const MAX_OPEN = { inAll: 1000, aPerson: 4 } as const;

/** Proxies close a connection on which nothing came for a minute. */
const BEAT_MS = 20_000;
/** After that it is opened anew, and who opens it is asked as at every page. */
const MAX_STREAM_MS = 600_000;
/** For whom that much waits, nobody reads any more. */
const MAX_WAITING_BYTES = 16_384;

/** The connections of pages that are being looked at. */
export class OpenPages {
  private readonly pages = new Map<PassThrough, OpenPage>();
  private beat: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly most: { readonly inAll: number; readonly aPerson: number } = MAX_OPEN) {}

  get isEmpty(): boolean {
    return this.pages.size === 0;
  }

  /** @returns null where all are taken, by others or by this person, and where the process ends: the page then asks from time to time */
  open(page: OpenPage): PassThrough | null {
    const own = this.all().filter(({ actor }) => actor.id === page.actor.id).length;
    if (this.isClosed || this.pages.size >= this.most.inAll || own >= this.most.aPerson) return null;
    const stream = new PassThrough();
    const end = setTimeout(() => stream.end(), between(MAX_STREAM_MS)).unref();
    stream.once('close', () => {
      clearTimeout(end);
      this.pages.delete(stream);
      if (this.isEmpty) this.rest();
    });
    this.pages.set(stream, page);
    // Pages that lose their server together do not all come back at the same moment.
    stream.write(`retry: ${between(4000)}\n\n`);
    this.beat ??= setInterval(() => this.each(() => ':\n\n'), BEAT_MS).unref();
    return stream;
  }

  all(): readonly OpenPage[] {
    return [...this.pages.values()];
  }

  /** @param moves what one page is to be told */
  tell(moves: (page: OpenPage) => readonly Move[]): void {
    this.each((page) => moves(page).map(written).join(''));
  }

  /** Ends those of some sessions. */
  endOf(sessionRows: ReadonlySet<string>): void {
    for (const [stream, { sessionRow }] of this.pages) if (sessionRows.has(sessionRow)) stream.end();
  }

  /** Ends all, and opens none again. */
  close(): void {
    this.isClosed = true;
    for (const stream of this.pages.keys()) stream.end();
    this.rest();
  }

  private each(text: (page: OpenPage) => string): void {
    for (const [stream, page] of this.pages) {
      const told = text(page);
      if (stream.writableLength + stream.readableLength > MAX_WAITING_BYTES) stream.destroy();
      else if (told !== '' && !stream.writableEnded) stream.write(told);
    }
  }

  private rest(): void {
    clearInterval(this.beat);
    this.beat = undefined;
  }
}

function written(move: Move): string {
  const { kind, ...named } = move;
  return `event: ${kind}\ndata: ${JSON.stringify(named)}\n\n`;
}

/** Somewhere between half of a time and the whole, in milliseconds. */
function between(ms: number): number {
  return Math.round(ms * (0.5 + Math.random() / 2));
}
