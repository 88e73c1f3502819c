import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { NEEDED_PLACES, PLACE_NAMES } from '../../src/drafting/domain/places.js';
import { kindNamed, templateFile } from '../catalogue.js';
import { tagShapes } from '../tag-shapes.js';
import { tagNames } from '../../src/drafting/domain/template-lint/tag-shape.js';
import { packageOf, partsOf } from './package.js';
import { AUTHORED } from './sources.js';

/** Filled for templates of the agency's own that were made before; ours say the same in `{nguon_den}`. */
const FOR_OLDER_TEMPLATES = ['noi_chuyen', 'ngay_chuyen'];
/** Filled for columns that the agency may choose for a template of its own. */
const FOR_OTHER_COLUMNS = [
  ...[
    'mo_lai',
    'da_giai_quyet',
    'chuyen_tra',
    'khong_tiep_nhan',
    'gop',
    'con_lai',
    'ty_le_dung_han',
    'ngay_trung_binh',
  ],
];
const NOT_PRINTED = [...FOR_OLDER_TEMPLATES, ...FOR_OTHER_COLUMNS];

describe.each(AUTHORED.map((template) => [template.name, template] as const))('%s', (name, template) => {
  const committed = new PizZip(readFileSync(templateFile(name, template.version)));
  const textOf = (part: string): string => committed.file(part)?.asText() ?? '';
  const document = textOf('word/document.xml');
  const kind = kindNamed(name);

  it('is the DOCX that its source builds (npm run templates)', () => {
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
    const parts = ['word/document.xml', 'word/footer1.xml', 'docProps/core.xml', 'docProps/app.xml'];
    const printed = [
      ...parts
        .map(textOf)
        .join('')
        .matchAll(/\{[#/^]?([^{}]+)\}/gu),
    ].map(([, tag = '']) => tag);
    const filled = kind
      ? tagNames(tagShapes(kind)).filter((tag) => printed.includes(tag) || !NOT_PRINTED.includes(tag))
      : [];
    expect(new Set(printed.filter((tag) => tag !== '.'))).toEqual(new Set(filled));
  });

  it('keeps every place free exactly once, and has those that a signed document needs', () => {
    const relations = textOf('word/_rels/document.xml.rels');
    const found = PLACE_NAMES.filter((place) => relations.includes(`https://hoi-am.local/place/${place}"`));
    for (const place of found) expect(document.split(`r:id="rId_${place}"`)).toHaveLength(2);
    const needed = kind?.isSigned === true ? [...NEEDED_PLACES, 'ky_nhay', 'ky_nhay_the_thuc'] : [];
    expect(found).toEqual(expect.arrayContaining(needed));
    expect(found.length === 0).toBe(needed.length === 0);
  });

  it('gives every picture a number of its own', () => {
    const ids = [...document.matchAll(/<wp:docPr id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws its lines and never types them', () => {
    expect(document).not.toMatch(/_{3,}|\.{5,}/u);
  });

  it('repeats the head of every table and splits no row', () => {
    const tables = document.split('<w:tblBorders>').length - 1;
    expect(document.split('<w:tblHeader/>').length - 1).toBe(tables);
    expect(document.split('<w:tr>').length).toBe(document.split('<w:cantSplit/>').length);
  });

  it('uses only styles it has', () => {
    const styles = textOf('word/styles.xml');
    for (const [, style = ''] of (document + textOf('word/footer1.xml')).matchAll(/<w:pStyle w:val="([^"]+)"/gu)) {
      expect(styles).toContain(`w:styleId="${style}"`);
    }
  });
});
