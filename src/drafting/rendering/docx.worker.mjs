// Runs in a thread of its own: docxtemplater compiles and fills one DOCX a message, so that a slow template stops nobody.
// Plain JavaScript, because a thread starts from a file that Node reads as it is, in the built output as in the tests.
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import flate from 'pizzip/js/flate.js';
import { parentPort } from 'node:worker_threads';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * @typedef {{ template: Uint8Array, tags: Record<string, unknown> }} Job
 * @typedef {{ docx: Uint8Array } | { missing: string } | { broken: { tag: string | null, problem: string }[] }} Outcome
 */

/**
 * Everything but a plain name, alone or as the start, the end or the opposite of a loop: expressions, paths, raw tags
 * that would let a value bring its own XML, tags of other modules.
 */
const FORBIDDEN = /^(?![#^/]?(\.|[a-z][a-z0-9_]*)$|\/$)([\s\S]*)$/u;
/** Every part of a made DOCX carries this day, so that equal input gives equal bytes. */
const DAY = new Date(2020, 0, 1);

// PizZip packs in JavaScript; Node's own zlib makes the same format for a fraction, a fifth of a whole render.
flate.compress = (content) => deflateRawSync(content);
flate.uncompress = (content) => inflateRawSync(content);

class TagMissing extends Error {
  constructor(tag) {
    super(`No value for ${tag}`);
    this.tag = tag;
  }
}

class TagForbidden extends Error {
  constructor(tag) {
    super('tag-forbidden');
    this.properties = { id: 'tag-forbidden', xtag: tag };
  }
}

const plainTagsOnly = () => ({
  name: 'PlainTagsOnly',
  matchers: () => [
    [
      FORBIDDEN,
      'forbidden',
      {
        priority: Number.MAX_SAFE_INTEGER,
        onMatch: ({ raw }) => {
          throw new TagForbidden(raw);
        },
      },
    ],
  ],
});

/** A value of its own, never one that every object inherits. */
const ownValues = (tag) => ({
  get: (scope) => (tag === '.' ? scope : Object.hasOwn(Object(scope), tag) ? scope[tag] : undefined),
});

/** @param {Job} job @returns {Uint8Array} */
function fill({ template, tags }) {
  const letter = new Docxtemplater(new PizZip(template), {
    modules: [plainTagsOnly()],
    syntax: { changeDelimiterPrefix: null },
    parser: ownValues,
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: (part) => {
      throw new TagMissing(part.value);
    },
  });
  letter.render(tags);
  const zip = letter.getZip();
  for (const part of Object.values(zip.files)) part.date = DAY;
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
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
    parentPort?.postMessage({ docx: fill(job) });
  } catch (error) {
    parentPort?.postMessage(failure(error));
  }
});
