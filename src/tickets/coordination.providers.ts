import { AnswerByPage } from './application/answer-pages/answer-by-page.js';
import { AnswerPageFinder } from './application/answer-pages/answer-page-finder.js';
import { AnswerPageReader } from './application/answer-pages/answer-page-reader.js';
import { IssueAnswerPage } from './application/answer-pages/issue-answer-page.js';
import { RevokeAnswerPage } from './application/answer-pages/revoke-answer-page.js';
import { AnswerCoordination } from './application/inquiry/answer-coordination.js';
import { CoordinationRequests } from './application/inquiry/coordination-requests.js';
import { AskCoordination } from './application/inquiry/ask-coordination.js';
import { ExpireCoordination } from './application/inquiry/expire-coordination.js';
import { FinishCoordination } from './application/inquiry/finish-coordination.js';
import { RecordCoordinationReply } from './application/inquiry/record-coordination-reply.js';
import { EndCoordination } from './jobs/end-coordination.js';

/** What others may do with requests to coordinating units. */
export const COORDINATION = [
  ...[AskCoordination, AnswerCoordination, FinishCoordination, EndCoordination],
  ...[IssueAnswerPage, RevokeAnswerPage, AnswerPageReader, AnswerByPage],
];

/** What these stand on. */
export const BEHIND_COORDINATION = [
  CoordinationRequests,
  ExpireCoordination,
  RecordCoordinationReply,
  AnswerPageFinder,
];
