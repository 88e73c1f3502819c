import { checkFormat } from '../domain/format/rules/check-format.js';
import { FORMAT_RULES } from '../domain/format/rules/rule-table.js';
import type { TemplateFinding } from '../domain/template-lint/finding.js';
import { readDocx } from '../format/docx/read-docx.js';

/** What must be mended in a document that a template made, as findings of the template. */
export async function formatFindings(docx: Buffer): Promise<readonly TemplateFinding[]> {
  const { model, file } = await readDocx(docx);
  return checkFormat(model)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, where, message, source }) => {
      const { kept, mend = kept } = FORMAT_RULES[rule];
      const words = `${where}. ${message} (${source})`;
      return { code: 'format', part: file.mainPart, tag: null, message: words, suggestion: `${mend}.` };
    });
}
