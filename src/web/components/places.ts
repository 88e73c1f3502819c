import type { IconName } from './icon.js';
import type { Place } from './page-frame.js';

export interface PlaceView {
  readonly place: Place;
  readonly href: string;
  readonly label: string;
  /** What fits under a thumb. */
  readonly shortLabel: string;
  readonly icon: IconName;
  readonly shortcut?: string;
}

/** The places that exist; a letter's draft is reached from its ticket. */
export const PLACES: readonly PlaceView[] = [
  { place: 'work', href: '/', label: 'Việc của tôi', shortLabel: 'Việc', icon: 'list', shortcut: 'v' },
  { place: 'signature', href: '/trinh-ky', label: 'Trình ký', shortLabel: 'Trình ký', icon: 'stamp' },
  { place: 'registers', href: '/so-van-ban/di', label: 'Sổ văn bản', shortLabel: 'Sổ', icon: 'book' },
];
