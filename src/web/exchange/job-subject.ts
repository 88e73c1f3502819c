import { atStart } from '../kit/words/time.js';
import { arrivalWords } from '../../documents/domain/arrival/arrival-number.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import type { DispatchEntity } from '../../exchange/index.js';
import { JobHandlers } from '../../platform/outbox/job-handlers.js';
import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import { titleOf } from './exchange-view.js';
import { incomingHref } from '../documents/pair.js';

/** What kinds of jobs there are, and what jobs are about, as far as this person may look at it. */
export interface JobSubjects {
  readonly kinds: Pick<JobHandlers, 'wordsOf' | 'outsideChannelOf'>;
  readonly dispatches: readonly DispatchEntity[];
  readonly letters: readonly OutgoingDocumentEntity[];
  readonly documents: readonly IncomingDocumentEntity[];
  readonly requests: readonly (Pick<SignatureRequestEntity, 'id'> & { readonly words: string })[];
}

export const NO_SUBJECTS: JobSubjects = {
  kinds: new JobHandlers(),
  dispatches: [],
  letters: [],
  documents: [],
  requests: [],
};

export interface NamedJob {
  /** `Gửi Sở Nội vụ` */
  readonly what: string;
  /** `Số đi 513/SGDĐT-VP` and its page. */
  readonly subject: { readonly label: string; readonly href: string } | null;
}

/** What a job does and what it is about, so that two of the same kind can be told apart. */
export function namedJob({ kind, payload }: Pick<OutboxEntity, 'kind' | 'payload'>, subjects: JobSubjects): NamedJob {
  const dispatch = subjects.dispatches.find(({ id }) => id === payload['dispatchId']);
  if (dispatch !== undefined) return { what: sendingWords(dispatch), subject: subjectOf(dispatch, subjects) };
  const request = subjects.requests.find(({ id }) => id === payload['requestId']);
  return {
    what: subjects.kinds.wordsOf(kind),
    subject:
      request === undefined
        ? incomingSubject(payload['incomingDocumentId'], subjects)
        : { label: request.words, href: `/trinh-ky/${request.id}` },
  };
}

/** What a job does and what it is about, in one line of text. */
export function jobInWords({ what, subject }: NamedJob): string {
  return subject === null ? what : `${what}, ${subject.label}`;
}

function sendingWords(dispatch: DispatchEntity): string {
  return dispatch.status === null ? titleOf(dispatch) : `Gửi trạng thái: ${titleOf(dispatch)}`;
}

function subjectOf(dispatch: DispatchEntity, subjects: JobSubjects): NamedJob['subject'] {
  const letter = subjects.letters.find(({ id }) => id === dispatch.outgoingDocumentId);
  if (letter === undefined) return incomingSubject(dispatch.aboutDocumentId, subjects);
  return { label: `Số đi ${printedCode(letter.number, letter.notation)}`, href: `/van-ban-di/${letter.id}` };
}

function incomingSubject(id: string | undefined, { documents }: JobSubjects): NamedJob['subject'] {
  const about = documents.find((document) => document.id === id);
  return about ? { label: atStart(arrivalWords(about)), href: incomingHref(about) } : null;
}
