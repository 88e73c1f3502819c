import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageOf } from './package.js';
import { AUTHORED } from './sources.js';

// node dist/templates/authoring/build.js [FOLDER]: writes every template into the sources, whence the next build copies it.
const folder = process.argv[2] ?? 'templates';
for (const template of AUTHORED) {
  const file = join(folder, `${template.name}.docx`);
  writeFileSync(file, packageOf(template));
  process.stdout.write(`${file}, bản ${template.version}\n`);
}
