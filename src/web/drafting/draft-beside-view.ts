import { mayKeepStandardTexts } from '../../drafting/domain/policy.js';
import type { SeenTicket } from '../../tickets/index.js';
import { fullDay } from '../kit/words/time.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { broughtFiles, citizenFiles, evidenceFiles } from '../tickets/ticket-words.js';
import { STANDARD_TEXTS } from '../standard-texts/standard-texts-view.js';
import type { BesideReading } from './draft-beside-query.js';
import type { AnsweredView, OfferedText, StandardTextsBeside } from './draft-beside.js';
import type { DraftReading } from './draft-reading.js';

/** The citizen's words with all files that the answer rests on. */
export function answeredView({ words }: Pick<SeenTicket, 'words'>, { files, added }: BesideReading): AnsweredView {
  const shown = [...citizenFiles(files), ...broughtFiles(added), ...evidenceFiles(added)];
  return { words: words.text, redacted: words.redacted, files: shown };
}

/** What the unit keeps for its letters; null for those who write none. */
export function standardTexts(
  { actor, may }: Pick<DraftReading, 'actor' | 'may'>,
  { standard }: Pick<BesideReading, 'standard'>,
): StandardTextsBeside | null {
  const keptAt = mayKeepStandardTexts(actor) ? STANDARD_TEXTS : null;
  if (!may.edit || (standard.length === 0 && keptAt === null)) return null;
  const texts = standard.map(({ id, heading, text }) => ({ id: `doan-mau-${id}`, heading, from: null, text }));
  return { texts, keptAt };
}

/** Published results as texts to write from. */
export function earlierTexts({ earlier }: Pick<BesideReading, 'earlier'>): readonly OfferedText[] {
  return earlier.map(({ number, title, text, unitName, publishedAt }) => ({
    id: `da-tra-loi-${String(number)}`,
    heading: title,
    from: [unitName, `công khai ${fullDay(civilDateOf(publishedAt))}`].filter((one) => one !== null).join(', '),
    text,
  }));
}
