import { z } from 'zod';
import type { Channel } from '../../src/platform/outbox/channels.js';
import { defineJob, type Job } from '../../src/platform/outbox/job.js';

/** A kind of job that only tests know; each is named by the name that it carries. */
export function testJob<const K extends string>(
  kind: K,
  channel: Channel = 'internal',
): Job<K, { readonly name: string }, []> {
  return defineJob({
    kind,
    words: 'Việc thử',
    repeat: 'each is named',
    channel,
    payload: z.object({ name: z.string() }),
    key: ({ name }) => name,
  });
}
