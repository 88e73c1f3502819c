import type { DraftState } from '../../drafting/domain/draft.js';

/** Where a draft is on its way, in the words of lists. */
export const DRAFT_STATE_WORDS: Readonly<Record<DraftState, string>> = {
  editing: 'Đang soạn',
  contentReview: 'Chờ duyệt nội dung',
  formatReview: 'Chờ duyệt thể thức',
  approved: 'Đã duyệt, chờ trình ký',
  submitted: 'Đang trình ký',
  done: 'Đã phát hành',
  withdrawn: 'Đã bỏ',
};
