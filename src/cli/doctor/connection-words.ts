const UNTRUSTED =
  'chứng thư ở đó không do tổ chức mà máy này tin cấp (tự ký, của tổ chức nội bộ, hoặc thiếu chứng thư trung gian).';

/** Why a connection did not come about, by the codes of Node.js. */
const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'không có gì nghe ở cổng ấy.',
  ECONNRESET: 'kết nối bị ngắt.',
  EHOSTUNREACH: 'không có đường mạng tới máy ấy.',
  ENETUNREACH: 'không có đường mạng tới máy ấy.',
  ENOTFOUND: 'không có tên máy ấy trong DNS.',
  EDNS: 'không có tên máy ấy trong DNS.',
  EAI_AGAIN: 'DNS không trả lời.',
  ETIMEDOUT: 'không trả lời.',
  EPROTO: 'máy ấy không nói TLS ở cổng này.',
  CERT_HAS_EXPIRED: 'chứng thư ở đó đã hết hạn.',
  CERT_NOT_YET_VALID: 'chứng thư ở đó chưa tới ngày có hiệu lực.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'chứng thư ở đó không mang tên máy ấy.',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  ETLS: 'máy ấy không mã hóa được đường truyền (STARTTLS).',
  EAUTH: 'máy ấy không nhận tài khoản.',
};

/** A connection that did not come about, as far as its error tells. */
export interface Unconnected {
  readonly code: string;
  /** In Vietnamese, with its full stop. */
  readonly why: string;
  /** Whether the other side's certificate is of an authority that is not trusted here. */
  readonly isUntrusted: boolean;
}

/** What an error, or one that it came of, says of the connection; null where it says nothing of it. */
export function unconnected(error: unknown): Unconnected | null {
  if (error instanceof AggregateError) return unconnected(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const behind = unconnected(error.cause);
  if (behind !== null) return behind;
  // nodemailer keeps the code of the socket beside its own.
  const [ofSocket, own] = ['originalCode', 'code'].map((name) => ofCode(String(Reflect.get(error, name))));
  const found = ofSocket ?? own ?? null;
  return found && { ...found, why: `${found.why}${loopbackWords(Reflect.get(error, 'address'))}` };
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/u;

/** A name that leads to this machine itself is nearly always a line of its hosts file. */
function loopbackWords(address: unknown): string {
  return typeof address === 'string' && LOOPBACK.test(address)
    ? ` Địa chỉ ấy là chính máy này (${address}); nếu hệ thống ấy ở máy khác thì xem /etc/hosts.`
    : '';
}

/** The same by its code. */
export function ofCode(code: string): Unconnected | null {
  const why = WHY[code];
  return why === undefined ? null : { code, why, isUntrusted: why === UNTRUSTED };
}
