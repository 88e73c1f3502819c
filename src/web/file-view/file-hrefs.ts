import { isShownType } from '../../files/domain/pictures/shown-file.js';

/** Between the letter and its annex in an address. */
const OF = '~';

/** Kinds of files that are shown in a page, by their names in the address, and where each is downloaded. */
const DOWNLOADS = {
  'van-ban': (id: string) => `/tep/van-ban/${id}`,
  'cong-dan': (id: string) => `/tep/cong-dan/${id}`,
  'tai-lieu': (id: string) => `/tep/tai-lieu/${id}`,
  'van-ban-di': (id: string) => `/tep/van-ban-di/${id}.pdf`,
  'phu-luc': (id: string) => `/tep/van-ban-di/${annexIn(id).join('/phu-luc/')}`,
  'ban-trinh': (id: string) => `/tep/trinh-ky/${id}/ban-trinh.pdf`,
  'ban-ky': (id: string) => `/tep/trinh-ky/${id}/ban-ky.pdf`,
  'ban-dau': (id: string) => `/tep/trinh-ky/${id}/ban-dau.pdf`,
  'ban-ky-muon': (id: string) => `/tep/trinh-ky/${id}/ban-ky-muon.pdf`,
} as const;

export type ViewedKind = keyof typeof DOWNLOADS;

/** Where a file is downloaded and, where its type can be shown in a page, where it is shown. */
export interface FileHrefs {
  readonly href: string;
  readonly viewHref: string | null;
}

/** @param type media type as it was stored; when the file is opened, its content decides */
export function fileHrefs(kind: ViewedKind, id: string, type: string): FileHrefs {
  return { href: DOWNLOADS[kind](id), viewHref: isShownType(type) ? viewHref(kind, id) : null };
}

/** The same for an annex of a released letter. */
export function annexHrefs(outgoingId: string, fileId: string, type: string): FileHrefs {
  return fileHrefs('phu-luc', outgoingId + OF + fileId, type);
}

export function viewHref(kind: ViewedKind, id: string): string {
  return `/xem/${kind}/${id}`;
}

/** The first page of a PDF, as a picture. */
export function firstPageHref(kind: ViewedKind, id: string): string {
  return `${viewHref(kind, id)}/trang/1.jpg`;
}

export function downloadHref(kind: ViewedKind, id: string): string {
  return DOWNLOADS[kind](id);
}

export function annexIn(id: string): [outgoingId: string, fileId: string] {
  const [outgoingId = '', fileId = ''] = id.split(OF);
  return [outgoingId, fileId];
}
