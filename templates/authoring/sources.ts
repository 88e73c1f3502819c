import { implementingLetter, replyLetter } from '../catalogue.js';
import { implementingLetterBody } from './implementing-letter.js';
import type { Authored } from './package.js';
import { replyLetterBody } from './reply-letter.js';

/** Every template that is written here, in the shape from which its DOCX is packed. */
export const AUTHORED: readonly Authored[] = [
  { ...replyLetter, body: replyLetterBody() },
  { ...implementingLetter, body: implementingLetterBody() },
];
