import type { Settings } from '../config/settings.js';
import { Templates } from '../drafting/application/templates.js';
import type { TemplateKey } from '../drafting/domain/template-version.js';
import type { TemplateFile } from '../drafting/rendering/template-file.js';
import { openExisting } from './existing-database.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { DomainError } from '../kernel/domain-error.js';
import { openFileStore } from '../platform/files/open-file-store.js';

const OTHERWISE = 'Chạy "hoi-am migrate" trước, hoặc thêm --version 1 để dùng mẫu có sẵn.';

/**
 * The DOCX that a draft of a day would be begun with, or the one of a version, where the installation has a database.
 *
 * @returns undefined where it has none and no version was named: then what ships with the software serves
 * @throws DomainError `template-unknown` @throws DatabaseBehind
 */
export async function agencyTemplate(
  settings: Settings,
  kind: string,
  wanted: { readonly day: CivilDate } | { readonly version: TemplateKey },
): Promise<TemplateFile | undefined> {
  const database = await openExisting(settings, OTHERWISE);
  if (!database) {
    if ('day' in wanted) return undefined;
    throw new DomainError('template-unknown', { template: `${kind}, bản ${wanted.version}` });
  }
  try {
    const templates = new Templates(database, openFileStore(settings.files));
    const version = 'version' in wanted ? wanted.version : await templates.inForce(kind, wanted.day);
    const { read, ...file } = await templates.file(kind, version);
    const docx = await read();
    return { ...file, read: () => Promise.resolve(docx) };
  } finally {
    await database.close();
  }
}
