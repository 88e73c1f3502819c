import { fold } from '../../../kernel/vietnamese.js';
import type { DistinguishedName } from '../../domain/certificates/names.js';

/** Who is to be bound to a certificate, as the agency knows them. */
export interface Holder {
  readonly name: string;
  /** Null for the agency. */
  readonly position: string | null;
  /** Code in the e-office, or the agency's. */
  readonly code: string | null;
}

/**
 * Where a certificate says something else than our own data; the person who confirms decides.
 *
 * Source: Nghị định 23/2025/NĐ-CP, Điều 13: a certificate of a competent person states the title.
 */
export function holderWarnings(subject: DistinguishedName, { name, position, code }: Holder): readonly string[] {
  const warnings: string[] = [];
  const named = [subject.commonName, ...(position === null ? [subject.organization] : [])];
  if (!named.some((one) => one !== undefined && fold(one) === fold(name))) {
    warnings.push(`Chứng thư đứng tên “${subject.commonName ?? 'không ghi'}”, ở đây là “${name}”.`);
  }
  if (position !== null) warnings.push(...titleWarnings(subject.title, position));
  const written = subject.organizationIdentifier ?? subject.serialNumber ?? subject.userId;
  if (code !== null && written !== undefined && written !== code) {
    warnings.push(`Mã trong chứng thư là ${written}, mã trên hệ thống quản lý văn bản là ${code}.`);
  }
  return warnings;
}

/** The title of a certificate may lag behind an appointment. */
function titleWarnings(title: string | undefined, position: string): readonly string[] {
  if (title === undefined) return ['Chứng thư không ghi chức danh; chứng thư của người có thẩm quyền phải ghi.'];
  return fold(title) === fold(position) ? [] : [`Chứng thư ghi chức danh “${title}”, danh bạ ghi “${position}”.`];
}
