import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commendationDecision, commendationProposal } from './kinds/commendation.js';
import { forwardingSlip, referralLetter } from './kinds/handing-on.js';
import { implementingLetter, officerChangeLetter, reminderLetter } from './kinds/orders.js';
import {
  correctionLetter,
  extensionLetter,
  informationLetter,
  notCompetentLetter,
  replyLetter,
} from './kinds/replies.js';
import { announcement, minutes, plan, report, submission } from './kinds/reports.js';
import { routingSlip } from './kinds/routing-slip.js';
import type { DocumentKind } from './kind.js';

export type { DocumentKind } from './kind.js';
export { implementingLetter, type ImplementingLetterFields } from './kinds/orders.js';
export { correctionLetter, replyLetter, type ReplyLetterFields } from './kinds/replies.js';

/** Every kind of document that the agency writes, in the order in which people look for them. */
export const KINDS: readonly DocumentKind[] = [
  replyLetter,
  notCompetentLetter,
  extensionLetter,
  informationLetter,
  correctionLetter,
  referralLetter,
  forwardingSlip,
  implementingLetter,
  reminderLetter,
  officerChangeLetter,
  report,
  submission,
  announcement,
  plan,
  minutes,
  routingSlip,
  commendationProposal,
  commendationDecision,
];

/** Where the built DOCX and samples lie: beside this file, in the sources as in the built output. */
const HERE = import.meta.dirname;

export function kindNamed(name: string): DocumentKind | undefined {
  return KINDS.find((kind) => kind.name === name);
}

/** The DOCX of a version that ships with the software: `NAME.docx` for the first, `NAME.2.docx` and so on for later ones. */
export function templateFile(name: string, version = '1'): string {
  return join(HERE, version === '1' ? `${name}.docx` : `${name}.${version}.docx`);
}

/** The kind's own example, written as the department writes; not validated here. */
export function sampleOf(name: string): unknown {
  return JSON.parse(readFileSync(join(HERE, `${name}.du-lieu.json`), 'utf8'));
}

/** Where the pictures of filled-in templates lie (`npm run template-pictures`). */
const PICTURES = join(HERE, '..', 'docs', 'templates');

/** The pages of a kind's sample as its newest built-in template makes them: paths of PNG files, first page first. */
export function samplePictures(name: string): readonly string[] {
  const page = new RegExp(`^${name}-(\\d+)\\.png$`, 'u');
  const numbers = readdirSync(PICTURES).map((file) => Number(page.exec(file)?.[1] ?? 0));
  const pages = numbers.filter((number) => number > 0).toSorted((a, b) => a - b);
  return pages.map((number) => join(PICTURES, `${name}-${number}.png`));
}
