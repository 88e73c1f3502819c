import { checkFormat } from '../domain/format/rules/check-format.js';
import type { FormatFinding } from '../domain/format/rules/finding.js';
import { FORMAT_RULES } from '../domain/format/rules/rule-table.js';
import type { TemplateFinding, TemplateReport } from '../domain/template-lint/finding.js';
import { readDocx } from '../format/docx/read-docx.js';

/** Where a document that a template made departs from the prescribed form, as findings of the template. */
export async function formatFindings(docx: Buffer): Promise<TemplateReport> {
  const { model, file } = await readDocx(docx);
  const found = checkFormat(model);
  const findingsOf = (wanted: FormatFinding['severity']): readonly TemplateFinding[] =>
    found.filter(({ severity }) => severity === wanted).map((finding) => ofTemplate(finding, file.mainPart));
  return { errors: findingsOf('error'), warnings: findingsOf('warning') };
}

function ofTemplate({ rule, where, message, source }: FormatFinding, part: string): TemplateFinding {
  const { kept, mend = kept } = FORMAT_RULES[rule];
  return { code: 'format', part, tag: null, message: `${where}. ${message} (${source})`, suggestion: `${mend}.` };
}
