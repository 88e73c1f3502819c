import type { Readable, Transform } from 'node:stream';

/**
 * Lets a body pass through a step that looks at it, or refuses it by an error. The server listens to a body only while it reads one: not where it refuses
 * the announced length, and no longer once too much has come. An error without a listener would end the process, and an error of the step before would
 * leave the reader waiting.
 */
export function passed(body: Readable, step: Transform): Transform {
  step.on('error', () => undefined);
  body.once('error', (error: Error) => step.destroy(error));
  return body.pipe(step);
}
