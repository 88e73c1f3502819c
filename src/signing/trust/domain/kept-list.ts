import { isSignedBy, signatureScheme } from '../../domain/certificates/algorithms.js';
import type { Certificate } from '../../domain/certificates/certificate.js';
import { mayUseKeyFor } from '../../domain/certificates/certificate-extensions.js';
import { isSameName } from '../../domain/certificates/names.js';
import { readRevocationList, type RevocationList } from '../../domain/certificates/revocation-list.js';
import { DerMalformed, readWholeDer } from '../../domain/der/der.js';
import { integerHex } from '../../domain/der/der-values.js';
import { readable } from '../../domain/der/readable.js';
import { vietnameseTime } from '../../domain/verification/vietnamese-time.js';

/** What is remembered of the list that an address gave last. */
export interface KeptList {
  /** Hex; null where the list bears none. */
  readonly number: string | null;
  /** Null before the first list came. */
  readonly thisUpdate: Date | null;
  readonly nextUpdate: Date | null;
  readonly fetchedAt: Date | null;
  readonly failingSince: Date | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** For so long a list is not asked for again, so that many letters at once ask once. */
const FRESH_MS = MINUTE;
/** Authorities publish again after a revocation, not only when the list before ends. */
const ASKED_AT_LEAST_EVERY_MS = HOUR;
/** Part of a list's life after which the next one is asked for, long before the old one ends. */
const PART_OF_LIFE = 0.25;
/** A failure of an hour is the network's; one of a morning is somebody's to correct. */
const PATIENCE_MS = 6 * HOUR;

export function isFresh({ fetchedAt, nextUpdate }: KeptList, now: Date): boolean {
  return fetchedAt !== null && now.getTime() - fetchedAt.getTime() < FRESH_MS && speaksAt(nextUpdate, now);
}

/** Whether a list may still be judged by. */
export function speaksAt(nextUpdate: Date | null, now: Date): boolean {
  return nextUpdate !== null && nextUpdate > now;
}

/** Whether a list is to be asked for again by itself. */
export function isDue({ fetchedAt, thisUpdate, nextUpdate, failingSince }: KeptList, now: Date): boolean {
  if (fetchedAt === null || thisUpdate === null || nextUpdate === null || failingSince !== null) return true;
  const life = nextUpdate.getTime() - thisUpdate.getTime();
  return now.getTime() - fetchedAt.getTime() >= Math.min(ASKED_AT_LEAST_EVERY_MS, life * PART_OF_LIFE);
}

/** What people should know of a list; null when all is well. */
export function listWarning({ nextUpdate, failingSince }: KeptList, now: Date): string | null {
  if (!speaksAt(nextUpdate, now)) {
    const end = nextUpdate === null ? 'chưa tải được lần nào' : `quá hạn từ ${vietnameseTime(nextUpdate)}`;
    return `Danh sách thu hồi ${end}; chữ ký của tổ chức chứng thực này đang là “Chưa đủ căn cứ”.`;
  }
  if (failingSince === null || now.getTime() - failingSince.getTime() < PATIENCE_MS) return null;
  return `Không tải được danh sách thu hồi mới từ ${vietnameseTime(failingSince)}; danh sách đang dùng chỉ đến ${vietnameseTime(nextUpdate)}.`;
}

/** What came from an address: a list of an authority that we know and that is newer than the one before, or why not. */
export type OfferedList =
  | {
      readonly kind: 'taken';
      readonly list: RevocationList;
      readonly issuer: Certificate;
      readonly number: string | null;
    }
  | { readonly kind: 'issuerUnknown' }
  | { readonly kind: 'refused'; readonly why: string; readonly isOlder: boolean };

/**
 * Judges a list that was fetched against the authorities we know and the list before.
 *
 * Source: RFC 5280, 5.2.3: numbers of lists only grow; 6.3.3: the issuer's signature.
 */
export function judgeOffered(
  der: Buffer,
  authorities: readonly Certificate[],
  { kept, now }: { readonly kept: KeptList | null; readonly now: Date },
): OfferedList {
  const [list] = readable([der], readRevocationList);
  if (list === undefined)
    return { kind: 'refused', why: 'Tổ chức chứng thực trả về dữ liệu không phải danh sách thu hồi.', isOlder: false };
  const named = authorities.filter(({ subject }) => isSameName(subject, list.issuer));
  if (named.length === 0) return { kind: 'issuerUnknown' };
  const issuer = named.find((one) => hasSigned(one, list));
  if (!issuer) return { kind: 'refused', why: 'Danh sách thu hồi không do tổ chức chứng thực ký.', isOlder: false };
  const number = numberOf(list);
  if (kept !== null && isOlder(list, number, kept)) {
    return { kind: 'refused', why: 'Tổ chức chứng thực trả về danh sách cũ hơn danh sách đã có.', isOlder: true };
  }
  if (!speaksAt(list.nextUpdate, now)) {
    return {
      kind: 'refused',
      why: `Tổ chức chứng thực đang công bố danh sách đã quá hạn (${vietnameseTime(list.nextUpdate)}).`,
      isOlder: false,
    };
  }
  return { kind: 'taken', list, issuer, number };
}

function hasSigned(issuer: Certificate, list: RevocationList): boolean {
  try {
    if (!mayUseKeyFor(issuer, 'cRLSign')) return false;
    return isSignedBy(issuer.key, signatureScheme(list.signatureAlgorithm, null), list);
  } catch {
    return false;
  }
}

const CRL_NUMBER = '2.5.29.20';

function numberOf({ extensions }: RevocationList): string | null {
  const extension = extensions.get(CRL_NUMBER);
  if (!extension) return null;
  try {
    return integerHex(readWholeDer(extension.value)).slice(0, 64);
  } catch (error) {
    if (error instanceof DerMalformed) return null;
    throw error;
  }
}

function isOlder({ thisUpdate }: RevocationList, number: string | null, kept: KeptList): boolean {
  if (number !== null && kept.number !== null) return BigInt(`0x${number}`) < BigInt(`0x${kept.number}`);
  return kept.thisUpdate !== null && thisUpdate < kept.thisUpdate;
}
