// Runs in a thread of its own, so that a slow template stops nobody. Plain JavaScript, because a thread starts from a file that Node reads
// as it is, in the built output as in the tests.
import { parentPort } from 'node:worker_threads';
import { CompiledTemplate, TagMissing } from './compiled-template.mjs';

/**
 * @typedef {{ docx: Uint8Array, entries: readonly import('./spliced-archive.mjs').Entry[] }} Template
 * @typedef {{ key: string, template: Template | null, tags: Record<string, unknown> }} Job
 *   `template` comes with the first job of a key
 * @typedef {{ docx: Uint8Array, by: string } | { missing: string } | { broken: { tag: string | null, problem: string }[] }} Outcome
 */

/** @type {Map<string, CompiledTemplate>} */
const compiled = new Map();

/** @param {Job} job @returns {{ docx: Buffer, by: string }} */
function fill({ key, template, tags }) {
  const known = compiled.get(key) ?? new CompiledTemplate(template.docx, template.entries);
  compiled.set(key, known);
  return known.fill(tags);
}

/** @returns {Outcome} */
function failure(error) {
  const all = error?.properties?.errors ?? [error];
  for (const each of all) {
    const missing = each instanceof TagMissing ? each : each?.properties?.rootError;
    if (missing instanceof TagMissing) return { missing: missing.tag };
  }
  return {
    broken: all.map((each) => ({
      tag: each?.properties?.xtag ?? each?.properties?.tag ?? null,
      problem: each?.properties?.id ?? String(each?.message ?? each),
    })),
  };
}

parentPort?.on('message', (/** @type {Job} */ job) => {
  try {
    const { docx, by } = fill(job);
    parentPort?.postMessage({ docx, by }, [docx.buffer]);
  } catch (error) {
    parentPort?.postMessage(failure(error));
  }
});
