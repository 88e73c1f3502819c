import type { VNode } from 'preact';
import type { PageFrame } from '../../../src/web/kit/shell/page-frame.js';
import { OutgoingDocumentPage } from '../../../src/web/documents/outgoing-document-page.js';
import { outgoing, outgoingRecalled, outgoingToSend } from './samples/outgoing-document.js';

/** The page of an outgoing document in its telling states. */
export function outgoingPages(frame: PageFrame): Readonly<Record<string, () => VNode>> {
  return {
    'van-ban-di': () => OutgoingDocumentPage({ frame, view: outgoing }),
    'van-ban-di-cho-gui': () => OutgoingDocumentPage({ frame, view: outgoingToSend }),
    'van-ban-di-da-thu-hoi': () => OutgoingDocumentPage({ frame, view: outgoingRecalled }),
  };
}
