import { AlgorithmRefused, strongKey } from '../../domain/certificates/algorithms.js';
import type { Certificate } from '../../domain/certificates/certificate.js';
import {
  basicConstraints,
  EXTENSION,
  hasUnknownCriticalExtension,
  maySignDocuments,
  mayUseKeyFor,
} from '../../domain/certificates/certificate-extensions.js';
import { findPath, isIssuedBy } from '../../domain/certificates/path.js';
import { vietnameseDay } from '../../domain/verification/vietnamese-time.js';
import { isSameName, readName } from '../../domain/certificates/names.js';
import { nameWords } from './certificate-file.js';
import { type CertificateKind, isAuthorityKind, type TrustInForce } from './trusted-certificate.js';

/** What the store knows when a certificate is to come into it. */
export interface TrustCase extends TrustInForce {
  readonly now: Date;
  /** Certificates that are in the store already for that use. */
  readonly known: ReadonlySet<string>;
}

/**
 * Why a certificate cannot come into the store; empty when it can.
 *
 * Source: Nghị định 23/2025/NĐ-CP, Điều 13 đến 17; Thông tư 15/2025/TT-BKHCN (RSA từ 2048 bit, ECDSA từ 256 bit); RFC 5280, 4.2 và 6.1.
 */
export function certificateFlaws(certificate: Certificate, kind: CertificateKind, known: TrustCase): readonly string[] {
  const flaws = [
    ...keyFlaws(certificate),
    ...validityFlaws(certificate, known.now),
    ...(isAuthorityKind(kind) ? authorityFlaws(certificate) : signerFlaws(certificate)),
  ];
  if (known.known.has(certificate.sha256)) flaws.push('Chứng thư này đang có trong kho với đúng công dụng đó.');
  return flaws.length > 0 ? flaws : pathFlaws(certificate, kind, known);
}

function keyFlaws(certificate: Certificate): string[] {
  try {
    strongKey(certificate.fields.keyInfo);
    return [];
  } catch (error) {
    if (!(error instanceof AlgorithmRefused)) return ['Không đọc được khóa công khai của chứng thư.'];
    return [
      error.why === 'weak'
        ? `Khóa quá yếu (${error.algorithm}): cần RSA từ 2048 bit hoặc ECDSA từ 256 bit (Thông tư 15/2025/TT-BKHCN).`
        : `Loại khóa ${error.algorithm} không được chấp nhận: cần RSA hoặc ECDSA.`,
    ];
  }
}

function validityFlaws({ fields: { notBefore, notAfter } }: Certificate, now: Date): string[] {
  if (now > notAfter) return [`Chứng thư đã hết hạn từ ${vietnameseDay(notAfter)}; xin cấp chứng thư mới.`];
  if (now < notBefore) return [`Chứng thư chỉ có hiệu lực từ ${vietnameseDay(notBefore)}; thêm khi đến ngày.`];
  return [];
}

function authorityFlaws(certificate: Certificate): string[] {
  const { isAuthority } = basicConstraints(certificate);
  if (!isAuthority || !mayUseKeyFor(certificate, 'keyCertSign')) {
    return [
      `Đây là chứng thư của người ký (${nameWords(certificate.name)}), không phải của tổ chức chứng thực (CA). Chọn lại loại, hoặc tải chứng thư của tổ chức chứng thực.`,
    ];
  }
  const isLimited = certificate.extension(EXTENSION.nameConstraints) !== undefined;
  return isLimited || hasUnknownCriticalExtension(certificate)
    ? [
        'Chứng thư có điều kiện bắt buộc mà phần mềm không xét được, nên chữ ký qua tổ chức chứng thực này không bao giờ đạt.',
      ]
    : [];
}

function signerFlaws(certificate: Certificate): string[] {
  if (basicConstraints(certificate).isAuthority) {
    return ['Đây là chứng thư của tổ chức chứng thực (CA), không phải của người ký; chọn lại loại hoặc tải tệp khác.'];
  }
  const maySign = mayUseKeyFor(certificate, 'digitalSignature', 'nonRepudiation') && maySignDocuments(certificate);
  return maySign ? [] : ['Chứng thư không được cấp để ký văn bản.'];
}

function pathFlaws(certificate: Certificate, kind: CertificateKind, { now, ...trust }: TrustCase): string[] {
  if (kind === 'anchor' && isSelfIssued(certificate)) return [];
  const found = findPath(certificate, trust, { instant: now });
  if ('path' in found) return [];
  if (found.fault !== 'path-missing') {
    return [`Một chứng thư trong chuỗi không dùng được: ${nameWords(found.at.name)}.`];
  }
  const issuer = nameWords(readName(certificate.issuer));
  return [
    `Chứng thư không do tổ chức chứng thực nào đang được tin cậy cấp. Thêm chứng thư của tổ chức chứng thực “${issuer}” trước, rồi thêm chứng thư này.`,
  ];
}

/** Bears its own name as the issuer's: a root, whether or not its signature on itself is of a strong kind. */
function isSelfIssued({ subject, issuer }: Certificate): boolean {
  return isSameName(subject, issuer);
}

/** What the one who confirms should look at, though it does not stand in the way. */
export function authorityWarnings(certificate: Certificate): readonly string[] {
  if (!isSelfIssued(certificate)) {
    return [
      'Đây không phải chứng thư gốc: tin cậy tổ chức chứng thực này là tin cậy trực tiếp, không xét tổ chức chứng thực cấp trên.',
    ];
  }
  return isIssuedBy(certificate, certificate)
    ? []
    : [
        'Chữ ký của chứng thư gốc trên chính nó dùng thuật toán cũ; chỉ tin cậy khi giá trị băm khớp với giá trị tổ chức chứng thực công bố.',
      ];
}
