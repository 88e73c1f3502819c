import type { VNode } from 'preact';
import { AwaitedNumberPage } from '../../../src/web/awaited-numbers/awaited-number-page.js';
import { AwaitedNumbersPage } from '../../../src/web/awaited-numbers/awaited-numbers-page.js';
import type { PageFrame } from '../../../src/web/kit/shell/page-frame.js';
import { EntriesPage } from '../../../src/web/registers/entries-page.js';
import { EntryPage } from '../../../src/web/registers/entry-page.js';
import * as awaited from './samples/awaited-numbers.js';
import * as entering from './samples/entries.js';

/** Incoming documents between our book and that of the e-office: entered there by hand, or waiting for a number from there. */
export const enteringPages = (frame: PageFrame): Readonly<Record<string, () => VNode>> => ({
  'cho-so-den': () => AwaitedNumbersPage({ frame, view: awaited.awaitedNumbers }),
  'cho-so-den-khong': () => AwaitedNumbersPage({ frame, view: awaited.noneAwaited }),
  'cho-so-den-mot': () => AwaitedNumberPage({ frame, view: awaited.awaitedNumber }),
  'ghi-so-tay': () => EntriesPage({ frame, view: entering.entries }),
  'ghi-so-tay-xong': () => EntriesPage({ frame, view: entering.entriesDone }),
  'ghi-so-tay-khong': () => EntriesPage({ frame, view: entering.entriesNever }),
  'ghi-so-tay-mot': () => EntryPage({ frame, view: entering.entryOwed }),
});
