import { DomainError } from '../../../kernel/domain-error.js';
import { clean } from '../../../kernel/vietnamese.js';
import { withoutPeople, type Sender } from '../identity/sender.js';

export const STARS = [1, 2, 3, 4, 5] as const;

export type Stars = (typeof STARS)[number];

export const STAR_WORDS: Readonly<Record<Stars, string>> = {
  1: 'Rất không hài lòng',
  2: 'Không hài lòng',
  3: 'Bình thường',
  4: 'Hài lòng',
  5: 'Rất hài lòng',
};

const MAX_COMMENT_LENGTH = 2000;

/** A judgement so low that reopening is offered. */
export function suggestsReopening(stars: number): boolean {
  return stars <= 2;
}

/** @throws DomainError `input-invalid` at `stars` */
export function requireStars(given: number): Stars {
  const stars = STARS.find((one) => one === given);
  if (stars === undefined) {
    throw new DomainError('input-invalid', { field: 'stars', message: 'Chọn số sao từ 1 đến 5.' });
  }
  return stars;
}

/**
 * What the citizen said beside the stars, as the rated unit may read it: what tells who wrote is replaced before it is kept.
 *
 * @returns null when nothing was said
 * @throws DomainError `input-invalid` at `comment`
 */
export function commentForUnit(given: string, sender: Sender): string | null {
  const comment = clean(given).trim();
  if (comment === '') return null;
  if (comment.length > MAX_COMMENT_LENGTH) {
    throw new DomainError('input-invalid', {
      field: 'comment',
      message: `Viết gọn lại: nhiều nhất ${MAX_COMMENT_LENGTH} ký tự, hiện có ${comment.length}.`,
    });
  }
  return withoutPeople(comment, sender);
}
