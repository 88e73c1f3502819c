import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, sampleOf } from '../../../templates/catalogue.js';
import { TemplateRenderer } from './template-renderer.js';

const DOCS = join(import.meta.dirname, '../../../docs');
const PICTURES = join(DOCS, 'templates');
/** What a sample does not show. */
const VARIANTS = JSON.parse(readFileSync(join(DOCS, 'template-variants.json'), 'utf8')) as readonly {
  readonly name: string;
  readonly template: string;
  readonly fields: object;
}[];

describe('the pictures of the templates (npm run template-pictures)', () => {
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  const list = readFileSync(join(PICTURES, 'README.md'), 'utf8').split('\n');
  afterAll(() => renderer.onModuleDestroy());

  it.each([
    ...KINDS.map(({ name }) => [name, name, {}] as const),
    ...VARIANTS.map(({ name, template, fields }) => [name, template, fields] as const),
  ])('show %s as it is made now', async (name, template, fields) => {
    const row = list.find((line) => line.includes(`\`${name}\``)) ?? '';
    const { docx } = await renderer.render(template, { ...(sampleOf(template) as object), ...fields });
    expect(row).toContain(createHash('sha256').update(docx).digest('hex'));
    const pictures = [...row.matchAll(/\(([^)]+\.png)\)/gu)].map(([, file = '']) => file);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((file) => !existsSync(join(PICTURES, file)))).toEqual([]);
  });
});
