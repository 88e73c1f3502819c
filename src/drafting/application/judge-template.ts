import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '../../../templates/catalogue.js';
import { FileInspector } from '../../files/index.js';
import { weightOf, type Reason } from '../../files/domain/inspection/reasons.js';
import { distinct, keptFindings, type TemplateReport } from '../domain/template-lint/finding.js';
import { fileFindings } from '../lint/file-findings.js';
import { TemplateLint } from '../lint/template-lint.js';

export interface JudgedTemplate {
  readonly report: TemplateReport;
  /** The kind's sample as the template makes it; null where it may not be used. */
  readonly sample: Buffer | null;
}

/** Says of a DOCX whether it may be a template of a kind, by the rules of today: as a file, as a template, by what it makes. */
@Injectable()
export class JudgeTemplate {
  constructor(
    private readonly inspector: FileInspector,
    private readonly lint: TemplateLint,
  ) {}

  async judge(kind: DocumentKind, file: { readonly name: string; readonly content: Buffer }): Promise<JudgedTemplate> {
    const { reasons } = await this.inspector.inspect(file);
    const { findings, warnings, sample } = await this.lint.lint(file.content, kind);
    const report = reportOf({ errors: findings, warnings }, reasons);
    return { report, sample: report.errors.length === 0 ? sample : null };
  }
}

/** The lint tells best what stands where; the inspection adds what it alone sees: the name, and what is only odd. */
function reportOf({ errors, warnings }: TemplateReport, reasons: readonly Reason[]): TemplateReport {
  const of = (weight: 'reject' | 'warn'): readonly Reason[] => reasons.filter((reason) => weightOf(reason) === weight);
  return {
    errors: keptFindings(errors.length > 0 ? errors : fileFindings(of('reject'), new Map())),
    warnings: keptFindings(distinct([...fileFindings(of('warn'), new Map()), ...warnings])),
  };
}
