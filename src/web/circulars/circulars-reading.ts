import type {
  CircularEntity,
  CircularProgress,
  OpenReceipt,
  OwnCirculars,
  ReceiptCounts,
  SeenCircular,
} from '../../circulars/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Names } from '../kit/names.js';

/** The data for one's own circulars. */
export interface OwnCircularsReading {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly own: OwnCirculars;
  /** How many acknowledged ones a page shows. */
  readonly size: number;
}

/** The data for all circulars. */
export interface AllCircularsReading {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly rows: readonly { readonly circular: CircularEntity; readonly counts: ReceiptCounts }[];
  readonly size: number;
}

/** The data for one circular. */
export interface CircularReading {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly seen: SeenCircular;
  /** Of a draft: whom it would reach. */
  readonly reach: { readonly people: number; readonly units: number } | null;
  readonly names: Names;
}

/** The data on its progress. */
export interface CircularProgressReading {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly progress: CircularProgress;
  readonly onlyOwing: boolean;
  readonly size: number;
  readonly names: Names;
}

/** The data for those who owe an acknowledgement. */
export interface OpenReceiptsReading {
  readonly circular: CircularEntity;
  readonly rows: readonly OpenReceipt[];
  readonly unitId: string | null;
  readonly size: number;
  readonly names: Names;
}

/** What a form for a circular begins with. */
export interface CircularFormReading {
  /** Null for a new one. */
  readonly circular: CircularEntity | null;
  readonly written: { readonly units: readonly string[]; readonly people: readonly string[] };
  /** Circulars that it may replace. */
  readonly replaceable: readonly CircularEntity[];
}
