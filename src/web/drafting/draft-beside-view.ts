import type { SeenTicket } from '../../tickets/index.js';
import { fullDay } from '../kit/words/time.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { broughtFiles, citizenFiles, evidenceFiles } from '../tickets/ticket-words.js';
import type { BesideReading } from './draft-beside-query.js';
import type { AnsweredView, OfferedText } from './draft-beside.js';

/** The citizen's words with all files that the answer rests on. */
export function answeredView({ words }: Pick<SeenTicket, 'words'>, { files, added }: BesideReading): AnsweredView {
  const shown = [...citizenFiles(files), ...broughtFiles(added), ...evidenceFiles(added)];
  return { words: words.text, redacted: words.redacted, files: shown };
}

/** What the unit keeps for its letters. */
export function standardTexts({ standard }: Pick<BesideReading, 'standard'>): readonly OfferedText[] {
  return standard.map(({ id, heading, text }) => ({ id: `doan-mau-${id}`, heading, from: null, text }));
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
