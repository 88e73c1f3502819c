import { civilDateOf } from '../../kernel/civil-date.js';
import type { OpenRatingLink } from '../../tickets/index.js';
import { STAR_WORDS, STARS } from '../../tickets/domain/reply/rating.js';
import type { RatingView } from './rating-page.js';
import { dueMoment, fullDay } from '../kit/words/time.js';

/** What was chosen and typed, and what was wrong with it. */
export interface TypedRating {
  /** 0 before anything is chosen. */
  readonly stars: number;
  readonly comment: string;
  readonly refused: { readonly field: string | null; readonly sentence: string } | null;
}

export function ratingView(
  { code, answeredAt, expiresAt }: OpenRatingLink,
  { stars, comment, refused }: TypedRating,
): Omit<RatingView, 'agency' | 'action'> {
  const at = refused?.field === 'comment' ? 'comment' : 'stars';
  return {
    answer: `${code}, trả lời ngày ${fullDay(civilDateOf(answeredAt))}`,
    until: dueMoment(expiresAt),
    choices: STARS.toReversed().map((value) => ({
      value: String(value),
      label: `${String(value)} – ${STAR_WORDS[value]}`,
      chosen: value === stars,
    })),
    comment,
    starsError: at === 'stars' ? (refused?.sentence ?? null) : null,
    commentError: at === 'comment' ? (refused?.sentence ?? null) : null,
  };
}
