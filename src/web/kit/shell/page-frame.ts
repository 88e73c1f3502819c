import type { Role } from '../../../kernel/actor.js';
import type { CutList } from '../../../platform/cut-lists.js';

/** What every page of the app needs besides its own view. */
export interface PageFrame {
  /** The session's token for forms. */
  readonly csrf: string;
  readonly viewer: ViewerView;
  /** Words searched for, `''` when nothing was; null where this person has no search. */
  readonly search: string | null;
  /** A message after an act: `done` is a toast for eight seconds, `refused` stays in the page. */
  readonly notice: NoticeView | null;
  /** Lists of this page that are longer than what it shows; it may still grow until the page is drawn. */
  readonly cut?: readonly CutList[];
  /** Notices that this person has not read, for the bell. */
  readonly unread: number;
  /** In whose place the session acts; absent where one acts as oneself. */
  readonly actsFor?: string;
  /** The name of the form that was taken last: the browser removes its copy of it. */
  readonly takenForm?: string;
  /** An interruption of the service that goes on or is near; left out where there is none. */
  readonly outage?: OutageNoticeView;
}

export interface OutageNoticeView {
  readonly isRunning: boolean;
  /** `Tạm ngừng từ 08:00, thứ Bảy 28/03/2026 đến 12:00, thứ Bảy 28/03/2026: nâng cấp máy chủ.` */
  readonly text: string;
}

export interface ViewerView {
  readonly name: string;
  /** `Văn thư, Văn phòng Sở` */
  readonly place: string;
  /** Chooses the places of the top bar. */
  readonly roles: readonly Role[];
}

export interface NoticeView {
  readonly kind: 'done' | 'refused';
  readonly text: string;
  /** Posts that it is taken back, where it may be. */
  readonly undo?: string;
}

/** The places of the top bar. */
export type Place =
  | 'work'
  | 'signature'
  | 'registers'
  | 'templates'
  | 'rules'
  | 'exchange'
  | 'officers'
  | 'supervision'
  | 'reports';
