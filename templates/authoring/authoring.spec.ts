import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { sampleOf, templateFile, TEMPLATES } from '../catalogue.js';
import type { TagValues } from '../letter-fields.js';
import { packageOf, partsOf } from './package.js';
import { PLACES } from './places.js';
import { AUTHORED } from './sources.js';

describe.each(AUTHORED.map((template) => [template.name, template] as const))('%s', (name, template) => {
  const committed = new PizZip(readFileSync(templateFile(name)));
  const document = committed.file('word/document.xml')?.asText() ?? '';

  it('is the DOCX that its source builds (node dist/templates/authoring/build.js)', () => {
    const parts = partsOf(template);
    expect(Object.keys(committed.files)).toEqual([...parts.keys()]);
    for (const [part, content] of parts) {
      expect(committed.file(part)?.asNodeBuffer().toString('utf8')).toBe(content.toString('utf8'));
    }
  });

  it('is packed to the same bytes every time', () => {
    expect(packageOf(template).equals(packageOf(template))).toBe(true);
    expect(readFileSync(templateFile(name)).equals(packageOf(template))).toBe(true);
  });

  it('has exactly the tags that its fields fill', () => {
    const filled = TEMPLATES.find((candidate) => candidate.name === name)?.fill(sampleOf(name));
    const inDocument = [...document.matchAll(/\{[#/^]?([^{}]+)\}/gu)].map(([, tag = '']) => tag);
    expect(filled?.ok).toBe(true);
    const values = filled?.ok ? filled.tags : {};
    expect(new Set(inDocument.filter((tag) => tag !== '.'))).toEqual(new Set(namesIn(values)));
  });

  it('keeps every place free exactly once', () => {
    for (const place of PLACES) {
      expect(document.split(`r:id="rId_${place}"`)).toHaveLength(2);
      expect(committed.file('word/_rels/document.xml.rels')?.asText()).toContain(
        `https://hoi-am.local/place/${place}"`,
      );
    }
  });

  it('draws its lines and never types them', () => {
    expect(document).not.toMatch(/_{3,}|\.{5,}/u);
  });

  it('uses only styles it has', () => {
    const styles = committed.file('word/styles.xml')?.asText() ?? '';
    for (const [, style = ''] of document.matchAll(/<w:pStyle w:val="([^"]+)"/gu)) {
      expect(styles).toContain(`w:styleId="${style}"`);
    }
  });
});

function namesIn(values: TagValues): readonly string[] {
  const inside = Object.values(values).flatMap((value) => (Array.isArray(value) ? value.flatMap(namesOfItem) : []));
  return [...Object.keys(values), ...inside];
}

function namesOfItem(item: string | TagValues): readonly string[] {
  return typeof item === 'string' ? [] : namesIn(item);
}
