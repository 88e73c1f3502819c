import type { Desk } from './desks.js';
import type { LetterStop } from './letter-story.js';
import type { Matter } from './matter.js';

/** How the department deals with one ticket. */
export type Fate =
  | 'direct'
  | 'letter'
  /** Its letter is recalled, and another written. */
  | 'recalled'
  | 'returned'
  | 'rejected'
  | 'merged'
  | 'withdrawn'
  | 'complaint'
  | 'denunciation';

/** Where a ticket waits before anything is written: with the clerk, for another unit, for the citizen. */
export const DESK_STOPS = ['received', 'accepted', 'classified', 'waitingCoordination', 'waitingCitizenInfo'] as const;

type DeskStop = (typeof DESK_STOPS)[number];

export interface Plan {
  readonly matter: Matter;
  readonly desk: Desk;
  readonly fate: Fate;
  /** 1: as the department works; more: this one lies. */
  readonly slowness: number;
  /** Where it waits when the span ends, or its letter does. */
  readonly stop?: DeskStop | LetterStop;
}

export const isByLetter = (fate: Fate): boolean => fate === 'letter' || fate === 'recalled';
