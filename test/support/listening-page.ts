import { setTimeout as pause } from 'node:timers/promises';

/** Shorter than what ends or asks by itself: a word must have come because of what happened. */
const PATIENCE_MS = 15_000;

/** One word that a page was told. */
export interface ToldMove {
  readonly kind: string;
  readonly data: unknown;
  /** When it came, by `performance.now()`. */
  readonly atMs: number;
}

/** A page that is being looked at, as its script listens: over a real connection, with the cookies of a person. */
export class ListeningPage {
  readonly told: ToldMove[] = [];
  /** All that came, as it came. */
  text = '';
  hasEnded = false;

  private constructor(
    readonly answer: Response,
    private readonly leaving: AbortController,
  ) {}

  /** @param query what the page shows: `phieu`, `dong` */
  static async open(origin: string, cookie: string, query = ''): Promise<ListeningPage> {
    const leaving = new AbortController();
    const answer = await fetch(`${origin}/song${query}`, {
      headers: { accept: 'text/event-stream', cookie },
      signal: leaving.signal,
    });
    const page = new ListeningPage(answer, leaving);
    if (answer.ok) void page.read();
    else await answer.body?.cancel();
    return page;
  }

  get kinds(): readonly string[] {
    return this.told.map(({ kind }) => kind);
  }

  /** @returns when it came true, by `performance.now()` */
  async until(is: (page: this) => boolean, patienceMs = PATIENCE_MS): Promise<number> {
    const end = performance.now() + patienceMs;
    while (!is(this)) {
      if (performance.now() > end) throw new Error(`It was told ${JSON.stringify(this.told)} and nothing else.`);
      await pause(10);
    }
    return performance.now();
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(): Promise<void> {
    try {
      let rest = '';
      const texts = this.answer.body?.pipeThrough(new TextDecoderStream()) ?? [];
      for await (const piece of texts) {
        this.text += piece;
        const words = `${rest}${piece}`.split('\n\n');
        rest = words.pop() ?? '';
        for (const word of words) this.take(word);
      }
    } catch {
      // It left, or the line was cut.
    }
    this.hasEnded = true;
  }

  private take(word: string): void {
    const kind = /^event: (.*)$/mu.exec(word)?.[1];
    const data = /^data: (.*)$/mu.exec(word)?.[1];
    if (kind !== undefined && data !== undefined)
      this.told.push({ kind, data: JSON.parse(data), atMs: performance.now() });
  }
}
