import { kindNamed, KINDS, type DocumentKind } from '../../../templates/catalogue.js';
import { tagShapes } from '../../../templates/tag-shapes.js';
import { distinct, type TemplateFinding } from '../domain/template-lint/finding.js';
import {
  externalLinks,
  filledParts,
  mergeFields,
  placeFindings,
  tagsNotFilled,
  type Parts,
} from '../domain/template-lint/part-rules.js';
import { decoded, passagesOf } from '../domain/template-lint/part-text.js';
import { neverPrinted, useOfTags } from '../domain/template-lint/tag-rules.js';
import { tagNames, type TagShapes } from '../domain/template-lint/tag-shape.js';
import { tagsOf } from '../domain/template-lint/tags.js';
import { wordFindings } from '../domain/template-lint/word-rules.js';
import { readTemplate } from './read-template.js';

/** What a template shows without being tried. */
export interface TemplateLook {
  /** Of what kind it was taken to be, by name; null when nothing says. */
  readonly kind: string | null;
  /** In the order in which they are corrected: the file, its tags, its places, Word. */
  readonly findings: readonly TemplateFinding[];
  /** What may stay as it is, for people to weigh. */
  readonly warnings: readonly TemplateFinding[];
}

/** @param wanted the name of the kind that it shall be a template of; null = as the file says */
export async function lookOver(docx: Buffer, wanted: string | null): Promise<TemplateLook> {
  const { findings, parts } = await readTemplate(docx);
  if (parts.size === 0) return { kind: wanted, findings, warnings: [] };
  const kind = wanted === null ? kindOf(parts) : (kindNamed(wanted) ?? null);
  return {
    kind: kind?.name ?? null,
    findings: distinct([...findings, ...findingsIn(parts, kind)]),
    warnings: distinct(
      filledParts(parts).flatMap((part) => tagsOf(part, passagesOf(parts.get(part) ?? ''), []).warnings),
    ),
  };
}

/** What the properties of a made document say, else the kind whose tags it uses most. */
export function kindOf(parts: Parts): DocumentKind | null {
  const property = /name="Mẫu"[^>]*>\s*<vt:lpwstr>([^<]*)/u.exec(parts.get('docProps/custom.xml') ?? '')?.[1];
  const named = property === undefined ? undefined : kindNamed(decoded(property));
  if (named) return named;
  const text = decoded([...parts.values()].join('').replace(/<[^>]*>/gu, ''));
  const written = new Set([...text.matchAll(/\{[#^/]?([a-z][a-z0-9_]*)\}/gu)].map(([, tag = '']) => tag));
  const ranked = KINDS.map((kind) => {
    const names = tagNames(tagShapes(kind));
    const common = names.filter((name) => written.has(name)).length;
    return { kind, score: common === 0 ? 0 : common / (names.length + written.size - common) };
  }).toSorted((a, b) => b.score - a.score);
  const [best] = ranked;
  return best && best.score > 0.5 ? best.kind : null;
}

function findingsIn(parts: Parts, kind: DocumentKind | null): readonly TemplateFinding[] {
  const shapes = kind && tagShapes(kind);
  const known = shapes ? tagNames(shapes) : [];
  return [
    ...tagFindings(parts, { shapes, known, optional: kind?.optional ?? [] }),
    ...tagsNotFilled(parts),
    ...externalLinks(parts),
    ...mergeFields(parts, known),
    ...placeFindings(parts, kind?.isSigned ?? false),
    ...wordFindings(parts, kind?.isSigned ?? false),
  ];
}

interface KnownTags {
  readonly shapes: TagShapes | null;
  readonly known: readonly string[];
  readonly optional: readonly string[];
}

function tagFindings(parts: Parts, { shapes, known, optional }: KnownTags): readonly TemplateFinding[] {
  const used = new Set<string>();
  const findings = filledParts(parts).flatMap((part) => {
    const passages = passagesOf(parts.get(part) ?? '');
    const { tags, findings: written } = tagsOf(part, passages, known);
    const use = useOfTags(part, passages, tags, shapes);
    // What stands in the properties alone is printed nowhere.
    if (!part.startsWith('docProps/')) for (const path of use.used) used.add(path);
    return [...written, ...use.findings];
  });
  if (!shapes) return findings;
  // A field whose tag is misspelt is not missing as well.
  const meant = new Set(findings.map(({ suggestion }) => /^\{#?(\w+)\}$/u.exec(suggestion)?.[1]));
  const missing = neverPrinted(used, shapes, optional).filter(({ tag }) => !meant.has(tag ?? ''));
  return [...findings, ...missing];
}
