import type { ReportFields } from './read-report.js';

/** How a message names its ticket: by our code, or by the hotline's own number. */
export type NamedTicket = { readonly code: string } | { readonly hotlineCode: string };

/** What the hotline may tell by webhook. */
export type HotlineMessage =
  | { readonly type: 'request.created'; readonly fields: ReportFields }
  | { readonly type: 'request.updated'; readonly about: NamedTicket; readonly words: string }
  | { readonly type: 'request.withdrawn'; readonly about: NamedTicket; readonly reason: string }
  | { readonly type: 'request.rated'; readonly about: NamedTicket; readonly stars: number; readonly comment: string };
