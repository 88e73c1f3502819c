import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { z } from 'zod';
import { keepLastWords } from './last-words.js';
import type { TagValues } from '../../../templates/document-fields.js';

/** What the thread is given. The DOCX has passed `requireSafeTemplate`. */
export interface FillJob {
  readonly docx: Uint8Array;
  readonly tags: TagValues;
}

export type Filled =
  | { readonly docx: Uint8Array }
  /** The tag that has no value. */
  | { readonly missing: string }
  | { readonly broken: readonly { readonly tag: string | null; readonly problem: string }[] };

/**
 * Everything but a plain name, alone or as the start, the end or the opposite of a loop: expressions, paths, raw tags that would let a
 * value bring its own XML, tags of other modules.
 */
const FORBIDDEN = /^(?![#^/]?(\.|[a-z][a-z0-9_]*)$|\/$)([\s\S]*)$/u;
const BODY = 'word/document.xml';
/** Equal fields give equal bytes on every day and, as an archive knows local time only, in every time zone. */
const DAY = new Date(2020, 0, 1);

class TagMissing extends Error {
  constructor(readonly tag: string) {
    super(`No value for ${tag}`);
  }
}

/** In the shape of docxtemplater's own errors. */
class TagForbidden extends Error {
  readonly properties: { readonly id: string; readonly xtag: string };

  constructor(tag: string) {
    super('tag-forbidden');
    this.properties = { id: 'tag-forbidden', xtag: tag };
  }
}

/** A module serves one document. */
function plainTagsOnly(): DXT.Module {
  const onMatch = ({ raw }: DXT.Part): never => {
    throw new TagForbidden(raw);
  };
  return {
    name: 'PlainTagsOnly',
    // A regular expression may stand here as well, which the types do not say: docxtemplater.com/docs/custom-modules.
    matchers: () => [[FORBIDDEN as unknown as string, 'forbidden', { priority: Number.MAX_SAFE_INTEGER, onMatch }]],
  };
}

const OPTIONS: DXT.Options = {
  syntax: { changeDelimiterPrefix: null },
  parser: (tag) => ({ get: (scope: unknown) => ownValue(scope, tag) }),
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  nullGetter: ({ value }) => {
    throw new TagMissing(value);
  },
};

/** A template, filled in. What is wrong with it or with the values is answered, not thrown: errors lose what hangs on them between threads. */
export function fillIn({ docx, tags }: FillJob): Filled {
  try {
    const letter = new Docxtemplater(new PizZip(docx), { ...OPTIONS, modules: [plainTagsOnly()] }).render(tags);
    const zip = letter.getZip();
    const body = zip.file(BODY)?.asText();
    if (body !== undefined) zip.file(BODY, keepLastWords(body));
    for (const file of Object.values(zip.files)) file.date = DAY;
    return { docx: letter.toUint8Array() };
  } catch (error) {
    return failure(error);
  }
}

/** A value of its own, never one that every object inherits. `.` is the item of the loop itself. */
function ownValue(scope: unknown, tag: string): unknown {
  if (tag === '.') return scope;
  const values = Object(scope) as Readonly<Record<string, unknown>>;
  return Object.hasOwn(values, tag) ? values[tag] : undefined;
}

const text = z.string().optional().catch(undefined);
/** What docxtemplater says of its errors: https://docxtemplater.com/docs/errors/ */
const Told = z
  .object({
    properties: z.object({
      errors: z.array(z.unknown()).optional(),
      rootError: z.unknown().optional(),
      id: text,
      xtag: text,
      tag: text,
    }),
  })
  .transform(({ properties }) => properties);

function failure(error: unknown): Filled {
  const all = told(error).errors ?? [error];
  for (const each of all) {
    const missing = each instanceof TagMissing ? each : told(each).rootError;
    if (missing instanceof TagMissing) return { missing: missing.tag };
  }
  return {
    broken: all.map((each) => {
      const { id, xtag, tag } = told(each);
      return { tag: xtag ?? tag ?? null, problem: id ?? (each instanceof Error ? each.message : String(each)) };
    }),
  };
}

function told(error: unknown): Partial<z.output<typeof Told>> {
  return Told.safeParse(error).data ?? {};
}
