import type { PageModel } from '../page/page-model.js';
import { linesOf } from '../page/text-lines.js';
import { readParts } from '../parts/read-parts.js';
import { addressFlaws } from './address-rules.js';
import { annexFlaws } from './annex-rules.js';
import { bodyFlaws } from './body-rules.js';
import { endingFlaws } from './ending-rules.js';
import { findingOf, type CheckedPage, type CheckOptions, type Flaw, type FormatFinding } from './finding.js';
import { headFlaws } from './head-rules.js';
import { headingFlaws } from './heading-rules.js';
import { letterFlaws } from './letter-rules.js';
import { pageFlaws } from './page-rules.js';

/** The rules by the part of the page that they look at, in the order in which findings are told. */
const RULES: readonly ((page: CheckedPage) => readonly Flaw[])[] = [
  pageFlaws,
  letterFlaws,
  headFlaws,
  addressFlaws,
  bodyFlaws,
  headingFlaws,
  endingFlaws,
  annexFlaws,
];

const USUAL_OPTIONS: CheckOptions = { titlesAllowed: false };

/** What a document departs in from the form of Nghị định 30/2020/NĐ-CP, each with its place. */
export function formatFlaws(model: PageModel, options: CheckOptions = USUAL_OPTIONS): readonly Flaw[] {
  return flawsOfPage(checkedPage(model, options));
}

export function checkedPage(model: PageModel, options: CheckOptions = USUAL_OPTIONS): CheckedPage {
  const lines = linesOf(model);
  return { model, lines, parts: readParts(model, lines), options };
}

export function flawsOfPage(page: CheckedPage): readonly Flaw[] {
  return RULES.flatMap((rules) => rules(page));
}

/** The same in words for people. */
export function checkFormat(model: PageModel, options: CheckOptions = USUAL_OPTIONS): readonly FormatFinding[] {
  const unit = model.source === 'pdf' ? 'trang' : 'đoạn';
  return formatFlaws(model, options).map((flaw) => findingOf(flaw, unit));
}
