import type { ReceiptState, Standing } from '../../circulars/domain/circular.js';

/** Whether a circular holds, in words. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  draft: 'Bản thảo',
  inForce: 'Còn hiệu lực',
  expired: 'Hết hiệu lực',
  replaced: 'Đã được thay thế',
  withdrawn: 'Đã thu hồi',
};

/** What somebody's copy stands at. */
export const RECEIPT_WORDS: Readonly<Record<ReceiptState, string>> = {
  open: 'Chưa xác nhận',
  acknowledged: 'Đã xác nhận',
  lapsed: 'Không còn phải xác nhận',
};
