import { TEMPLATE_EDITORS } from '../../../drafting/domain/template-publication.js';
import { STAFF, type Role } from '../../../kernel/actor.js';
import { OFFICER_EDITORS } from '../../../officers/domain/policy.js';
import { SUPERVISION_READERS } from '../../../supervision/domain/policy.js';
import { REPORT_READERS } from '../../../reports/domain/report.js';
import type { IconName } from '../icon.js';
import type { Place, ViewerView } from './page-frame.js';

export interface PlaceView {
  readonly place: Place;
  readonly href: string;
  readonly label: string;
  /** A label for small screens. */
  readonly shortLabel: string;
  readonly icon: IconName;
  readonly shortcut?: string;
  /** Roles that may open the place and see it; left out: all. */
  readonly roles?: readonly Role[];
}

/** The main navigation; drafts are reached from their ticket. */
const PLACES: readonly PlaceView[] = [
  { place: 'work', href: '/', label: 'Việc của tôi', shortLabel: 'Việc', icon: 'list', shortcut: 'v' },
  { place: 'signature', href: '/trinh-ky', label: 'Trình ký', shortLabel: 'Trình ký', icon: 'stamp', roles: STAFF },
  { place: 'registers', href: '/so-van-ban/di', label: 'Sổ văn bản', shortLabel: 'Sổ', icon: 'book', roles: STAFF },
  {
    place: 'templates',
    href: '/mau-van-ban',
    label: 'Mẫu văn bản',
    shortLabel: 'Mẫu',
    icon: 'file',
    roles: TEMPLATE_EDITORS,
  },
  {
    place: 'rules',
    href: '/quy-dinh-thoi-han',
    label: 'Quy định',
    shortLabel: 'Quy định',
    icon: 'clock',
    roles: ['leader', 'administrator'],
  },
  {
    place: 'exchange',
    href: '/trao-doi',
    label: 'Trao đổi',
    shortLabel: 'Trao đổi',
    icon: 'send',
    roles: ['administrator'],
  },
  {
    place: 'officers',
    href: '/can-bo-dau-moi',
    label: 'Đầu mối',
    shortLabel: 'Đầu mối',
    icon: 'users',
    roles: [...OFFICER_EDITORS, 'supervisor'],
  },
  {
    place: 'supervision',
    href: '/giam-sat',
    label: 'Giám sát',
    shortLabel: 'Giám sát',
    icon: 'search',
    roles: SUPERVISION_READERS,
  },
  {
    place: 'reports',
    href: '/bao-cao',
    label: 'Báo cáo',
    shortLabel: 'Báo cáo',
    icon: 'book',
    roles: REPORT_READERS,
  },
];

/** The place shown as current for people without the place itself. */
const REACHED_FROM: Readonly<Partial<Record<Place, Place>>> = { exchange: 'registers' };

/** The place to mark as current on a page, for this person. */
export function placeFor(viewer: ViewerView, place: Place | null): Place | null {
  if (place === null || placesOf(viewer).some((one) => one.place === place)) return place;
  return REACHED_FROM[place] ?? place;
}

/** More would not be taken in at once; who holds many roles finds the rest among all pages. */
const MOST_PLACES = 8;

/** What stands in the bar of this person. */
export function placesOf(viewer: ViewerView): readonly PlaceView[] {
  return allPlacesOf(viewer).slice(0, MOST_PLACES);
}

export function allPlacesOf({ roles }: Pick<ViewerView, 'roles'>): readonly PlaceView[] {
  return openTo(roles, PLACES);
}

/** Those of a list that people with these roles may open; without roles one is for everybody. */
export function openTo<One extends { readonly roles?: readonly Role[] }>(
  roles: readonly Role[],
  all: readonly One[],
): readonly One[] {
  return all.filter((one) => one.roles === undefined || one.roles.some((role) => roles.includes(role)));
}
