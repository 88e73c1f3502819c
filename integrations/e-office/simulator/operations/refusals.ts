import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';

/** The most bytes of one message and of one file, as GetServiceInfo tells them. */
export const MAX_MESSAGE_BYTES = 50 * 1024 * 1024;
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export function notFound(what: string, field: string): SoapRefusal {
  return new SoapRefusal('EO-NOT-FOUND', `Không tìm thấy ${what}.`, { fields: [field] });
}

export function invalid(reason: string, ...fields: string[]): SoapRefusal {
  return new SoapRefusal('EO-VALIDATION', reason, { fields });
}

/** @throws SoapRefusal EO-HASH when the bytes are not those that the caller speaks of */
export async function requireHash(bytes: HeldBytes, stated: string, field: string): Promise<void> {
  if ((await bytes.sha256()) !== stated) throw hashDiffers(field);
}

export function hashDiffers(field: string): SoapRefusal {
  return new SoapRefusal('EO-HASH', 'Mã băm SHA-256 không khớp với nội dung.', { fields: [field] });
}

/** The same id came again: fine with the same content. @throws SoapRefusal EO-CONFLICT when the content differs */
export function requireSameContent(known: string, given: string, field: string): void {
  if (known === given) return;
  throw new SoapRefusal('EO-CONFLICT', 'Mã yêu cầu đã dùng cho một nội dung khác.', { fields: [field] });
}
