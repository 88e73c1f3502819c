import type { VNode } from 'preact';
import type { PageFrame } from '../../../src/web/kit/shell/page-frame.js';
import { AnswerPage } from '../../../src/web/public-site/answer-page.js';
import { IssuedAnswerPagePage } from '../../../src/web/tickets/issued-answer-page.js';
import { answerPages, issuedAnswerPage } from './samples/answer-pages.js';

/** The page on which a unit without accounts answers, in its telling states, and the page that shows its address. */
export function answerPageStates(frame: PageFrame): Readonly<Record<string, () => VNode>> {
  return {
    'trang-tra-loi': () => AnswerPage({ view: answerPages.asks }),
    'trang-tra-loi-sai': () => AnswerPage({ view: answerPages.refused }),
    'trang-tra-loi-da-tra-loi': () => AnswerPage({ view: answerPages.answered }),
    'trang-tra-loi-het-han': () => AnswerPage({ view: answerPages.late }),
    'trang-tra-loi-thu-hoi': () => AnswerPage({ view: answerPages.revoked }),
    'trang-tra-loi-khong-co': () => AnswerPage({ view: answerPages.unknown }),
    'trang-tra-loi-vua-cap': () => IssuedAnswerPagePage({ frame, view: issuedAnswerPage }),
  };
}
