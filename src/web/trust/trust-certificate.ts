import type { Fact } from '../kit/facts.js';
import type { Certificate } from '../../signing/domain/certificates/certificate.js';
import { crlAddresses } from '../../signing/domain/certificates/certificate-extensions.js';
import { readName } from '../../signing/domain/certificates/names.js';
import { fingerprintWords, nameWords } from '../../signing/trust/domain/certificate-file.js';
import type { CertificateKind, TrustPurpose } from '../../signing/trust/domain/trusted-certificate.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { fullDay } from '../kit/words/time.js';

export const KIND_WORDS: Readonly<Record<CertificateKind, string>> = {
  anchor: 'Tổ chức chứng thực gốc được tin cậy',
  intermediate: 'Tổ chức chứng thực trung gian',
  person: 'Người ký',
  agency: 'Cơ quan',
};

export const PURPOSE_WORDS: Readonly<Record<TrustPurpose, string>> = {
  signing: 'chữ ký số',
  timestamp: 'dấu thời gian',
};

/** What a certificate says, for a person who compares it by eye. */
export function certificateFacts(certificate: Certificate): readonly Fact[] {
  const { fields, serial, sha256 } = certificate;
  const addresses = crlAddresses(certificate);
  return [
    { label: 'Cấp cho', value: nameWords(certificate.name) },
    { label: 'Tổ chức chứng thực', value: nameWords(readName(fields.issuer)) },
    { label: 'Hiệu lực', value: validityWords(fields) },
    { label: 'Khóa', value: keyWords(certificate) },
    { label: 'Số hiệu', value: serial.replaceAll(/(..)(?=.)/gu, '$1 ') },
    { label: 'Giá trị băm của chứng thư (SHA-256)', value: fingerprintWords(sha256) },
    { label: 'Danh sách thu hồi', value: addresses.length === 0 ? 'Chứng thư không ghi.' : addresses.join(', ') },
  ];
}

export function validityWords({ notBefore, notAfter }: { readonly notBefore: Date; readonly notAfter: Date }): string {
  return `từ ${fullDay(civilDateOf(notBefore))} đến ${fullDay(civilDateOf(notAfter))}`;
}

function keyWords(certificate: Certificate): string {
  try {
    return certificate.key.label;
  } catch {
    return 'yếu hoặc không nhận ra';
  }
}

export function purposeWords(purposes: readonly TrustPurpose[]): string {
  return purposes.map((purpose) => PURPOSE_WORDS[purpose]).join(', ');
}
