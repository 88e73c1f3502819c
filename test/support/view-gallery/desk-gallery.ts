import type { VNode } from 'preact';
import { ProposedAssignmentsPage } from '../../../src/web/assignments/proposed-assignments-page.js';
import { CircularFormPage } from '../../../src/web/circulars/circular-form-page.js';
import { CircularPage } from '../../../src/web/circulars/circular-page.js';
import { CircularProgressPage, OpenReceiptsPage } from '../../../src/web/circulars/circular-progress-page.js';
import { CircularsPage, SentCircularsPage } from '../../../src/web/circulars/circulars-page.js';
import { ProposalPage } from '../../../src/web/commendations/commendation-proposal-page.js';
import { CommendationsPage, FlagMeritPage, MeritPage } from '../../../src/web/commendations/commendations-page.js';
import { ChosenPage } from '../../../src/web/many-tickets/chosen-page.js';
import { ManyResultPage } from '../../../src/web/many-tickets/many-result-page.js';
import { PetitionPage } from '../../../src/web/petitions/petition-page.js';
import { PetitionsPage } from '../../../src/web/petitions/petitions-page.js';
import { DataRequestPage, DataRequestsPage } from '../../../src/web/system/data-requests-page.js';
import { GUIDE_PAGES } from './guide-pages.js';
import * as assignments from './samples/assignments.js';
import * as circulars from './samples/circulars.js';
import * as commendations from './samples/commendations.js';
import * as dataRequests from './samples/data-requests.js';
import * as many from './samples/many-tickets.js';
import * as petitions from './samples/petitions.js';
import { clerk, head, leader, officer, supervisor } from './samples/frames.js';

/** Pages of assignments, circulars, commendations, petitions and requests for data. */
export const DESK_GALLERY: Readonly<Record<string, () => VNode>> = {
  ...GUIDE_PAGES,
  'giao-theo-de-xuat': () => ProposedAssignmentsPage({ frame: clerk, view: assignments.proposed }),
  'giao-theo-de-xuat-xong': () => ProposedAssignmentsPage({ frame: clerk, view: assignments.allAssigned }),
  'nhieu-phieu-ghi': () => ChosenPage({ frame: officer, view: many.toNote }),
  'nhieu-phieu-giao': () => ChosenPage({ frame: head, view: many.toAssign }),
  'nhieu-phieu-nhac': () => ChosenPage({ frame: head, view: many.toRemind }),
  'nhieu-phieu-trong': () => ChosenPage({ frame: officer, view: many.nothingToNote }),
  'nhieu-phieu-ket-qua': () => ManyResultPage({ frame: officer, view: many.result }),
  'quan-triet': () => CircularsPage({ frame: head, view: circulars.mine }),
  'quan-triet-xong': () => CircularsPage({ frame: clerk, view: circulars.mineDone }),
  'quan-triet-can-doc': () => CircularPage({ frame: head, view: circulars.toRead }),
  'quan-triet-da-doc': () => CircularPage({ frame: clerk, view: circulars.read }),
  'quan-triet-thu-hoi': () => CircularPage({ frame: head, view: circulars.taken }),
  'quan-triet-ban-thao': () => CircularPage({ frame: clerk, view: circulars.toSend }),
  'quan-triet-da-gui': () => SentCircularsPage({ frame: clerk, view: circulars.sent }),
  'quan-triet-tien-do': () => CircularProgressPage({ frame: clerk, view: circulars.progress }),
  'quan-triet-chua-xac-nhan': () => OpenReceiptsPage({ frame: head, view: circulars.open }),
  'quan-triet-soan': () => CircularFormPage({ frame: clerk, form: circulars.form }),
  'khen-thuong': () => CommendationsPage({ frame: clerk, view: commendations.waiting }),
  'khen-thuong-khong': () => CommendationsPage({ frame: officer, view: commendations.nothing }),
  'khen-thuong-ghi-nhan': () => FlagMeritPage({ frame: officer, form: commendations.form }),
  'khen-thuong-mot': () => MeritPage({ frame: clerk, view: commendations.one }),
  'khen-thuong-danh-sach': () => ProposalPage({ frame: clerk, view: commendations.draft }),
  'khen-thuong-quyet-dinh': () => ProposalPage({ frame: clerk, view: commendations.decided }),
  'so-tiep-nhan-don': () => PetitionsPage({ frame: clerk, view: petitions.register }),
  'so-tiep-nhan-don-nguoi-khac': () => PetitionsPage({ frame: leader, view: petitions.registerOfOthers }),
  'so-tiep-nhan-don-trong': () => PetitionsPage({ frame: officer, view: petitions.registerEmpty }),
  'don-de-xuat': () => PetitionPage({ frame: clerk, view: petitions.screening }),
  'don-quyet-dinh': () => PetitionPage({ frame: leader, view: petitions.deciding }),
  'don-chuyen': () => PetitionPage({ frame: clerk, view: petitions.handingOn }),
  'don-thu-ly': () => PetitionPage({ frame: leader, view: petitions.accepted }),
  'yeu-cau-du-lieu': () => DataRequestsPage({ frame: clerk, view: dataRequests.requests }),
  'yeu-cau-du-lieu-khong': () => DataRequestsPage({ frame: supervisor, view: dataRequests.requestsNone }),
  'yeu-cau-du-lieu-mot': () => DataRequestPage({ frame: clerk, view: dataRequests.request }),
  'yeu-cau-du-lieu-xong': () => DataRequestPage({ frame: clerk, view: dataRequests.requestAnswered }),
};
