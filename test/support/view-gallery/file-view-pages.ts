import type { VNode } from 'preact';
import { FilePage } from '../../../src/web/file-view/file-page.js';
import { officer } from './samples/frames.js';
import * as viewed from './samples/viewed-files.js';

/** Files shown in a page. */
export const FILE_VIEW_PAGES: Readonly<Record<string, () => VNode>> = {
  'xem-tep-pdf': () => FilePage({ frame: officer, view: viewed.viewedPdf }),
  'xem-tep-pdf-dai': () => FilePage({ frame: officer, view: viewed.viewedLongPdf }),
  'xem-tep-anh': () => FilePage({ frame: officer, view: viewed.viewedPhotograph }),
  'xem-tep-heic': () => FilePage({ frame: officer, view: viewed.viewedHeic }),
};
