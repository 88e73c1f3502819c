/** What lint looks for. Each code is one thing to correct. */
export const FINDING_CODES = [
  // the file
  'file-unsafe',
  'macro',
  'link-external',
  'field-active',
  'xml-broken',
  'part-not-filled',
  // tags, one by one
  'tag-unknown',
  'tag-out-of-place',
  'tag-split',
  'tag-unclosed',
  'tag-unopened',
  'tag-hidden-character',
  'tag-space',
  'tag-raw',
  'tag-delimiters',
  'tag-expression',
  'tag-foreign',
  // loops and values
  'loop-unclosed',
  'loop-unopened',
  'loop-crossed',
  'loop-empty',
  'loop-too-deep',
  'list-as-value',
  'flag-as-value',
  'value-as-loop',
  'field-never-printed',
  // places
  'place-missing',
  'place-twice',
  'place-unknown',
  // Word
  'font-legacy',
  'text-not-composed',
  'text-hidden-character',
  'change-tracked',
  'comment-left',
  'page-setup',
  'page-number-missing',
  'line-typed',
  // the test
  'render-failed',
  'format',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing to correct before a template may be used; there are no others. */
export interface TemplateFinding {
  readonly code: FindingCode;
  /** `word/header2.xml` */
  readonly part: string;
  /** The tag as it is written, without its braces; the name of a place or a font where it is about one. */
  readonly tag: string | null;
  readonly message: string;
  /** What to write in its place, or what to do. */
  readonly suggestion: string;
}

/** What the lint said of a file: without errors it may become a template; warnings are for people to weigh. */
export interface TemplateReport {
  readonly errors: readonly TemplateFinding[];
  readonly warnings: readonly TemplateFinding[];
}

/** Where no known field is near to what was written. */
export const NOTHING_NEAR = 'Xóa, hoặc thay bằng một trường có trong danh sách trường của loại văn bản này.';

/** The same mistake ten times in a part is one thing to look for; the first words for it stay. */
export function distinct(findings: readonly TemplateFinding[]): readonly TemplateFinding[] {
  const seen = new Map<string, TemplateFinding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.part, finding.tag ?? finding.message]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

/** Enough to start correcting a template with; a file of nonsense has thousands. */
const MAX_KEPT = 100;
const MAX_WORDS_LENGTH = 500;

/** As much of what was found as is kept and shown. */
export function keptFindings(findings: readonly TemplateFinding[]): readonly TemplateFinding[] {
  return findings.slice(0, MAX_KEPT).map(({ code, part, tag, message, suggestion }) => ({
    code,
    part: shortened(part),
    tag: tag === null ? null : shortened(tag),
    message: shortened(message),
    suggestion: shortened(suggestion),
  }));
}

function shortened(words: string): string {
  return words.length > MAX_WORDS_LENGTH ? `${words.slice(0, MAX_WORDS_LENGTH)}…` : words;
}
