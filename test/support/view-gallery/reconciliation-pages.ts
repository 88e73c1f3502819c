import type { VNode } from 'preact';
import type { PageFrame } from '../../../src/web/kit/shell/page-frame.js';
import { ReconciliationPage } from '../../../src/web/exchange/reconciliation-page.js';
import * as reconciliations from './samples/reconciliation.js';

/** The page of comparisons: with differences, after a restore, and when both sides agree. */
export function reconciliationPages(frame: PageFrame): Readonly<Record<string, () => VNode>> {
  return {
    'doi-chieu': () => ReconciliationPage({ frame, view: reconciliations.differing }),
    'doi-chieu-phuc-hoi': () => ReconciliationPage({ frame, view: reconciliations.held }),
    'doi-chieu-khop': () => ReconciliationPage({ frame, view: reconciliations.agreeing }),
  };
}
