const PATH = '/danh-gia/';

export function ratingAddress(publicUrl: string, secret: string): string {
  return `${publicUrl.replace(/\/$/u, '')}${PATH}${secret}`;
}

/** What follows an answer when a link goes with it. */
export function invitation(address: string | null): string {
  return address === null ? '' : `\n\nMời ông/bà đánh giá kết quả tại ${address} (liên kết dùng một lần).`;
}

/** What was sent, as the staff reads it: the staff that is rated must not find the link by which one rates. */
export function withoutRatingSecret(sent: string): string {
  return sent.replaceAll(/\/danh-gia\/[\w-]{32}/gu, `${PATH}…`);
}
