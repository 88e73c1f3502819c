import type { VNode } from 'preact';
import { BeginDocumentPage } from '../../../src/web/correspondence/begin-document-page.js';
import {
  IncomingDocumentPage,
  IncomingDocumentsPage,
  NewPaperPage,
} from '../../../src/web/correspondence/incoming-pages.js';
import * as samples from './samples/correspondence.js';
import { clerk, officer } from './samples/frames.js';

/** Documents without a ticket. */
export const CORRESPONDENCE_PAGES: Readonly<Record<string, () => VNode>> = {
  'soan-van-ban': () => BeginDocumentPage({ frame: officer, view: samples.begin }),
  'soan-van-ban-sai': () => BeginDocumentPage({ frame: officer, view: samples.beginRefused }),
  'van-ban-den': () => IncomingDocumentsPage({ frame: clerk, view: samples.incoming }),
  'van-ban-den-khong': () => IncomingDocumentsPage({ frame: officer, view: samples.incomingNone }),
  'van-ban-den-moi': () => NewPaperPage({ frame: clerk, view: samples.paper }),
  'van-ban-den-mot': () => IncomingDocumentPage({ frame: officer, view: samples.incomingOne }),
};
