import { readFile } from 'node:fs/promises';
import { templateFile, type DocumentKind } from '../../../templates/catalogue.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { TemplateKey } from '../domain/template-version.js';

/** The DOCX that a document is made from. */
export interface TemplateFile {
  readonly version: TemplateKey;
  /** Equal ids are equal files: what was read once serves again. */
  readonly id: string;
  readonly read: () => Promise<Buffer>;
}

/**
 * A DOCX that ships with the software.
 *
 * @param version the newest where it is left out
 * @throws DomainError `template-unknown` for a version that does not ship
 */
export function builtInFile({ name, builtIn }: DocumentKind, version = builtIn.at(-1)?.version): TemplateFile {
  if (version === undefined || !builtIn.some((one) => one.version === version))
    throw new DomainError('template-unknown', { template: `${name}, bản ${version ?? ''}` });
  const path = templateFile(name, version);
  return { version, id: path, read: () => readFile(path) };
}
