import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { clean } from '../../kernel/vietnamese.js';
import { isHotlineEvent, type HotlineEvent } from './events.js';

/** How long a message is tried, in days: a long holiday's outage. */
export const TRIED_DAYS = 3;

const MAX_NAME_LENGTH = 100;
const MAX_URL_LENGTH = 500;

export interface EndpointWish {
  readonly direction: string;
  readonly name: string;
  /** `''` for a system that calls us. */
  readonly url: string;
  readonly events: readonly string[];
}

export type SoundEndpoint =
  | { readonly direction: 'in'; readonly name: string; readonly url: null; readonly events: HotlineEvent[] }
  | { readonly direction: 'out'; readonly name: string; readonly url: string; readonly events: HotlineEvent[] };

/** @throws DomainError `forbidden` */
export function requireTendsWebhooks(actor: Actor): void {
  if (!hasRole(actor, 'administrator')) throw new DomainError('forbidden', { ability: 'webhooks' });
}

/**
 * @param flawOf why an address may not be called; null when it may
 * @throws DomainError `input-invalid` naming the field
 */
export function requireEndpoint(wish: EndpointWish, flawOf: (url: string) => string | null): SoundEndpoint {
  const name = clean(wish.name).trim();
  if (name === '' || name.length > MAX_NAME_LENGTH)
    throw refused('name', `Ghi tên hệ thống kết nối, nhiều nhất ${String(MAX_NAME_LENGTH)} ký tự.`);
  if (wish.direction === 'in') return { direction: 'in', name, url: null, events: [] };
  const url = wish.url.trim();
  const flaw = url.length > MAX_URL_LENGTH ? 'Địa chỉ quá dài.' : flawOf(url);
  if (flaw !== null) throw refused('url', flaw);
  const events = wish.events.filter((event) => isHotlineEvent(event));
  if (events.length === 0 || events.length < wish.events.length)
    throw refused('events', 'Chọn ít nhất một việc trong danh sách.');
  return { direction: 'out', name, url, events };
}

function refused(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
