import { kindNamed, type DocumentKind } from '../../../templates/catalogue.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { TemplateReport } from '../domain/template-lint/finding.js';
import type { TemplateLook } from './look-over.js';
import { renderFindings } from './render-findings.js';

/** The steps of a lint, each wherever it can be stopped. */
export interface LintTools {
  /** @param wanted a kind by its name */
  lookOver(docx: Buffer, wanted: string | null): Promise<TemplateLook>;
  /** Makes the kind's sample. @throws DomainError */
  tryOut(kind: DocumentKind, docx: Buffer): Promise<Buffer>;
  /** Departures of what was made from Nghị định 30/2020/NĐ-CP. */
  formatFindings(docx: Buffer): Promise<TemplateReport>;
}

export interface LintReport extends TemplateLook {
  /** The sample as the template makes it; null while it cannot be made. A template without findings may be used. */
  readonly sample: Buffer | null;
}

const NOTHING_SAID: TemplateReport = { errors: [], warnings: [] };

/**
 * Looks a template over as on upload. Only what passes everything before is filled in with the sample, and only what
 * can be filled in is judged by its form; a slip that nobody signs has a form of its own (Phụ lục IV).
 *
 * @param wanted the kind that it shall be a template of; null = as the file says
 */
export async function lintTemplate(docx: Buffer, wanted: DocumentKind | null, tools: LintTools): Promise<LintReport> {
  const look = await tools.lookOver(docx, wanted?.name ?? null);
  const kind = wanted ?? (look.kind === null ? undefined : kindNamed(look.kind));
  if (!kind || look.findings.length > 0) return { ...look, sample: null };
  try {
    const sample = await tools.tryOut(kind, docx);
    const { errors, warnings } = kind.isSigned ? await tools.formatFindings(sample) : NOTHING_SAID;
    return { kind: kind.name, findings: errors, warnings: [...look.warnings, ...warnings], sample };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: kind.name, findings: renderFindings(error), warnings: look.warnings, sample: null };
  }
}
