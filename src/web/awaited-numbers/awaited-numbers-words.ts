export const AWAITED_NUMBERS = '/so-van-ban/den/cho-so';

/** The question before a typed number is final in the register. */
export const ARRIVAL_NUMBER_DIALOG = 'xac-nhan-so-den';
