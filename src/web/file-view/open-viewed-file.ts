import type { Actor } from '../../kernel/actor.js';
import type { KeptFiles, StoredFile } from '../ticket-files/kept-files.js';
import { annexIn, type ViewedKind } from './file-hrefs.js';

type Opening = (files: KeptFiles, actor: Actor, id: string) => Promise<StoredFile>;

/** Each kind is opened by the very method that its download uses, so that only who may download a file sees it. */
export const OPENING: Readonly<Record<ViewedKind, Opening>> = {
  'van-ban': (files, actor, id) => files.attachment(actor, id),
  'cong-dan': (files, actor, id) => files.brought(actor, id),
  'tai-lieu': (files, actor, id) => files.evidence(actor, id),
  'van-ban-di': (files, actor, id) => files.letter(actor, id),
  'phu-luc': (files, actor, id) => files.annex(actor, ...annexIn(id)),
  'ban-trinh': (files, actor, id) => files.signing(actor, id, 'ban-trinh'),
  'ban-ky': (files, actor, id) => files.signing(actor, id, 'ban-ky'),
  'ban-dau': (files, actor, id) => files.signing(actor, id, 'ban-dau'),
  'ban-ky-muon': (files, actor, id) => files.signing(actor, id, 'ban-ky-muon'),
};

export function isViewedKind(kind: string): kind is ViewedKind {
  return Object.hasOwn(OPENING, kind);
}
