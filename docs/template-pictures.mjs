/**
 * Pictures of every template, filled in with its sample, and of what a sample does not show (template-variants.json): docs/templates/NAME-1.png,
 * NAME-2.png … and the list that names them.
 *
 *   npm run template-pictures
 *
 * The list holds the sha256 of each made DOCX; src/drafting/rendering/template-pictures.spec.ts finds pictures that are out of date by it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SofficePdfMaker } from '../dist/integrations/pdf-converter/soffice-pdf-maker.js';
import { TemplateRenderer } from '../dist/src/drafting/rendering/template-renderer.js';
import { KINDS, sampleOf } from '../dist/templates/catalogue.js';

const FOLDER = join(import.meta.dirname, 'templates');
const DOTS_PER_INCH = '80';
const VARIANTS = JSON.parse(readFileSync(join(import.meta.dirname, 'template-variants.json'), 'utf8'));
const DOCUMENTS = [
  ...KINDS.map(({ name, title }) => ({ name, title, template: name, fields: sampleOf(name) })),
  ...VARIANTS.map(({ fields, ...of }) => ({ ...of, fields: { ...sampleOf(of.template), ...fields } })),
];

const work = mkdtempSync(join(tmpdir(), 'hoi-am-hinh-mau-'));
const renderer = new TemplateRenderer();
const maker = new SofficePdfMaker({ soffice: 'soffice', timeoutMs: 300_000, workDirectory: work });
try {
  const made = await Promise.all(DOCUMENTS.map(({ template, fields }) => renderer.render(template, fields)));
  const pages = await maker.convert(
    made.map(({ docx }) => docx),
    'app',
  );
  for (const old of readdirSync(FOLDER)) if (old.endsWith('.png')) rmSync(join(FOLDER, old));
  const rows = DOCUMENTS.map(({ name, title }, at) => {
    if (pages[at].status !== 'done') throw new Error(`${name}: ${pages[at].reason}`);
    const pictures = draw(name, pages[at].pdf);
    const sha256 = createHash('sha256').update(made[at].docx).digest('hex');
    return `| ${title} | \`${name}\` | ${pictures.map((file, page) => `[${page + 1}](${file})`).join(' ')} | \`${sha256}\` |`;
  });
  writeFileSync(join(FOLDER, 'README.md'), `${head()}${rows.join('\n')}\n`);
} finally {
  await renderer.onModuleDestroy();
  await maker.onModuleDestroy();
  rmSync(work, { recursive: true, force: true });
}

function draw(name, pdf) {
  const own = mkdtempSync(join(work, 'trang-'));
  writeFileSync(join(own, 'a.pdf'), pdf);
  execFileSync('pdftoppm', ['-png', '-gray', '-r', DOTS_PER_INCH, join(own, 'a.pdf'), join(own, 'a')]);
  const drawn = readdirSync(own).filter((file) => file.endsWith('.png'));
  return drawn.toSorted().map((file, page) => {
    const picture = `${name}-${page + 1}.png`;
    copyFileSync(join(own, file), join(FOLDER, picture));
    return picture;
  });
}

function head() {
  return (
    '# Templates, filled in\n\n' +
    'Each template of the agency with its sample, as LibreOffice sets it. Made by `npm run template-pictures`; the last column is the sha256 of\n' +
    'the made DOCX, by which a test finds pictures that are out of date.\n\n' +
    '| văn bản | template | pages | sha256 |\n| --- | --- | --- | --- |\n'
  );
}
