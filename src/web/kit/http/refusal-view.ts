import type { ErrorView } from '../error-page.js';

/**
 * The page of a refusal.
 *
 * @param requestId shown only where an administrator can find something by it
 */
export function refusalView(
  { status, sentence }: { readonly status: number; readonly sentence: string | null },
  requestId: string,
  signedIn: boolean,
): ErrorView {
  return {
    status,
    reason: sentence,
    requestId: status >= 500 ? requestId : null,
    next: signedIn ? { href: '/', label: 'Về Việc của tôi' } : { href: '/dang-nhap', label: 'Đăng nhập' },
  };
}
