/** Long enough for every field that wants a reason, and with nothing private in it. */
export const LONG_TEXT = 'Nội dung thử về quyền, viết đủ dài để không vướng quy định nào khác.';
