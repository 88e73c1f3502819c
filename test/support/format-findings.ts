import { checkFormat } from '../../src/drafting/domain/format/rules/check-format.js';
import { readDocx } from '../../src/drafting/format/docx/read-docx.js';
import { docxOfPlan } from './decree-document.js';
import type { DocumentPlan } from './decree-plans.js';

/** The rules that a document breaks, in the order in which they are told. */
export async function rulesBrokenBy(plan: DocumentPlan): Promise<readonly string[]> {
  const { model } = await readDocx(docxOfPlan(plan));
  return checkFormat(model).map(({ rule }) => rule);
}
