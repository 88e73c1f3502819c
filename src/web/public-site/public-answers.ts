import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Of } from '../../kernel/sha256.js';
import { PublicNews } from '../../publication/index.js';

/** Another process may have changed what is read: no answer is served for longer than this without looking again. */
const KEPT_MS = 5_000;

/** Addresses of pages may be made up without end; so many answers are kept. */
const MAX_KEPT = 300;

interface Answer {
  readonly body: string;
  readonly tag: string;
}

interface Kept {
  readonly edition: number;
  readonly until: number;
  readonly answer: Promise<Answer>;
}

/** One request for something that everybody may read. */
export interface PublicRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Names the answer; equal for all who get the same. */
  readonly key: string;
  readonly type?: string;
}

/**
 * Answers that are the same for everybody, made once for all requests within a few seconds, so that a crowd of readers costs the application what a few
 * cost. What a change in this process makes stale is not served again; caches must ask before showing their copy, so that what was withdrawn is gone
 * at once.
 */
@Injectable()
export class PublicAnswers {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly news: PublicNews) {}

  /** @returns the body, or nothing where the asker's copy is still right (304) */
  async send({ request, reply, key, type }: PublicRequest, make: () => Promise<string>): Promise<string> {
    const { body, tag } = await this.answer(key, make);
    void reply.header('cache-control', 'public, no-cache').header('etag', tag);
    void reply.type(type ?? 'text/html; charset=utf-8');
    if (request.headers['if-none-match'] !== tag) return body;
    void reply.status(304);
    return '';
  }

  private answer(key: string, make: () => Promise<string>): Promise<Answer> {
    const { edition } = this.news;
    const known = this.kept.get(key);
    if (known?.edition === edition && performance.now() < known.until) return known.answer;
    const answer = make().then((body) => ({ body, tag: `W/"${sha256Of(body).slice(0, 32)}"` }));
    this.keep(key, { edition, until: performance.now() + KEPT_MS, answer });
    return answer;
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    kept.answer.catch(() => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
