/**
 * A DOCX template, read once by docxtemplater and filled in as often as wanted.
 *
 * @typedef {import('./spliced-archive.mjs').Entry} Entry
 */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import flate from 'pizzip/js/flate.js';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SplicedArchive } from './spliced-archive.mjs';
import { LEFT_TO_DOCXTEMPLATER, ownValue, runSteps, stepsOf, Unusual } from './template-steps.mjs';

/**
 * Everything but a plain name, alone or as the start, the end or the opposite of a loop: expressions, paths, raw tags that would let a
 * value bring its own XML, tags of other modules.
 */
const FORBIDDEN = /^(?![#^/]?(\.|[a-z][a-z0-9_]*)$|\/$)([\s\S]*)$/u;
/** Parts in which a line feed stays what it is, as in docxtemplater's modules/render.js. */
const WITHOUT_LINES =
  /^application\/vnd\.openxmlformats-(package\.core|officedocument\.(extended|custom))-properties\+xml$|\.settings\+xml$/u;

// PizZip unpacks in JavaScript; Node's own zlib does the same for a fraction.
flate.compress = (content) => deflateRawSync(content);
flate.uncompress = (content) => inflateRawSync(content);

export class TagMissing extends Error {
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

export class CompiledTemplate {
  /** @param {Uint8Array} docx @param {readonly Entry[]} entries @throws what docxtemplater finds wrong */
  constructor(docx, entries) {
    this.docx = docx;
    this.parts = Object.entries(read(docx).compiled)
      .map(([name, part]) => ({ name, steps: foldedSteps(part), content: part.content }))
      .filter(({ steps, content }) => !isAlways(steps, content))
      .map(({ name, steps }) => ({ name, steps }));
    this.archive = new SplicedArchive(docx, entries, new Set(this.parts.map(({ name }) => name)));
  }

  /**
   * @param {object} tags
   * @returns {{ docx: Buffer, by: 'steps' | 'docxtemplater' }}
   * @throws TagMissing, or what docxtemplater finds wrong
   */
  fill(tags) {
    const filled = orNull(() => new Map(this.parts.map(({ name, steps }) => [name, runSteps(steps, tags)])));
    if (filled) return { docx: this.archive.pack(filled), by: 'steps' };
    const zip = read(this.docx).render(tags).getZip();
    const contents = new Map(this.parts.map(({ name }) => [name, zip.file(name).asText()]));
    return { docx: this.archive.pack(contents), by: 'docxtemplater' };
  }
}

/** Steps, or what always asks docxtemplater. */
function foldedSteps({ postparsed, contentType }) {
  return orNull(() => stepsOf(postparsed, !WITHOUT_LINES.test(contentType))) ?? LEFT_TO_DOCXTEMPLATER;
}

/** Whether a part without tags comes out as it is. */
function isAlways(steps, content) {
  const [only, ...others] = steps;
  return others.length === 0 && only?.kind === 'text' && runSteps(steps, {}) === content;
}

function read(docx) {
  return new Docxtemplater(new PizZip(docx), {
    modules: [plainTagsOnly()],
    syntax: { changeDelimiterPrefix: null },
    parser: (tag) => ({ get: (scope) => ownValue(scope, tag) }),
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: ({ value }) => {
      throw new TagMissing(value);
    },
  });
}

/** Null where something is left to docxtemplater. */
function orNull(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unusual) return null;
    throw error;
  }
}
