import type { TextFor } from '../../domain/identity/secrecy.js';
import type { LifeOfTicket, RelatedTicket } from '../../persistence/ticket-life.js';
import type { Authorship } from './authorship.js';
import type { Visibility } from './ticket-visibility.js';

/** Another ticket that belongs to this one. Who may not see it learns its code. */
export type SeenRelated = Readonly<Pick<RelatedTicket, 'id' | 'code' | 'ownEnd'>> &
  (
    | { readonly seen: true; readonly subject: string; readonly state: RelatedTicket['state'] }
    | { readonly seen: false; readonly subject: null; readonly state: null }
  );

export type SeenFile = LifeOfTicket['files'][number];

/** What a ticket has met besides its course, as one person may read it. */
export interface SeenLife extends Omit<LifeOfTicket, 'parts' | 'merged'> {
  readonly parts: readonly SeenRelated[];
  /** What it was merged into, and what was merged into it. */
  readonly merged: readonly SeenRelated[];
}

interface Reading {
  readonly text: TextFor;
  readonly authorship: Authorship;
  readonly visibilities: ReadonlyMap<string, Visibility>;
}

/** Who wrote some words, and when. */
type Author = readonly [string | null, Date | null];

export function seenLife(life: LifeOfTicket, { text, authorship, visibilities }: Reading): SeenLife {
  const by = ([authorId, at]: Author, words: string): string => text.ofStaff(words, authorship.by(authorId, at));
  const maybe = (author: Author, words: string | null): string | null => (words === null ? null : by(author, words));
  const ofCitizen = ([authorId, at]: Author, words: string | null): string | null => {
    if (words === null) return null;
    const author = authorship.by(authorId, at);
    return author.uninformed ? text.ofStaff(words, author) : text.ofCitizen(words);
  };
  return {
    pauses: life.pauses.map((pause) =>
      read(pause, {
        request: by([pause.askedById, pause.startedAt], pause.request),
        // Whose words it is nobody knows any more; the course holds them.
        reply:
          text.whole || pause.repliedById !== null ? ofCitizen([pause.repliedById, pause.endedAt], pause.reply) : null,
      }),
    ),
    extensions: life.extensions.map((wish) =>
      read(wish, {
        reason: by([wish.askedById, wish.askedAt], wish.reason),
        progress: by([wish.askedById, wish.askedAt], wish.progress),
        decisionReason: maybe([wish.decidedById, wish.decidedAt], wish.decisionReason),
      }),
    ),
    coordinations: life.coordinations.map((asked) =>
      read(asked, {
        question: by([asked.askedById, asked.askedAt], asked.question),
        reply: maybe([asked.repliedById, asked.endedAt], asked.reply),
      }),
    ),
    answerPages: life.answerPages,
    answers: life.answers.map((answer) =>
      read(answer, {
        text: by([answer.proposedById, answer.proposedAt], answer.text),
        noEvidenceReason: maybe([answer.proposedById, answer.proposedAt], answer.noEvidenceReason),
        decisionReason: maybe([answer.decidedById, answer.decidedAt], answer.decisionReason),
      }),
    ),
    publications: life.publications.map((wish) =>
      read(wish, {
        title: by([wish.askedById, wish.askedAt], wish.title),
        text: by([wish.askedById, wish.askedAt], wish.text),
        decisionReason: maybe([wish.decidedById, wish.decidedAt], wish.decisionReason),
      }),
    ),
    ratings: life.ratings.map((rating) =>
      read(rating, {
        comment: ofCitizen([rating.recordedById, rating.ratedAt], rating.comment),
      }),
    ),
    files: seenFiles(life.files, { text, authorship }),
    parts: life.parts.map((one) => relatedTo(one, visibilities.get(one.id))),
    merged: life.merged.map((one) => relatedTo(one, visibilities.get(one.id))),
  };
}

/** What was added to a ticket. What the sender brought shows a hand, a face, a name. */
export function seenFiles(
  files: readonly SeenFile[],
  { text, authorship }: Pick<Reading, 'text' | 'authorship'>,
): readonly SeenFile[] {
  return files
    .filter(({ purpose }) => purpose === 'evidence' || !text.redacted)
    .map((file) => read(file, { name: text.ofStaff(file.name, authorship.by(file.addedById, file.addedAt)) }));
}

/** A row with its texts as they are read. */
function read<Row extends object>(row: Row, texts: Partial<Row>): Row {
  return Object.assign({}, row, texts);
}

function relatedTo(
  { id, code, subject, state, ownEnd }: RelatedTicket,
  visibility: Visibility | undefined,
): SeenRelated {
  if (visibility?.sees !== true) return { id, code, ownEnd, seen: false, subject: null, state: null };
  return { id, code, ownEnd, seen: true, subject: visibility.text.ofCitizen(subject), state };
}
