import { remaining } from '../../calendar/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { initials } from '../../kernel/vietnamese.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import type { PetitionEntity } from '../../petitions/index.js';
import { readsPetition, seesRegister } from '../../petitions/domain/petition-access.js';
import {
  isSecret,
  KIND_WORDS,
  PETITION_KINDS,
  STATE_WORDS,
  type PetitionKind,
} from '../../petitions/domain/petition.js';
import { deadlineWords, type DeadlineWords } from '../kit/words/deadline.js';
import { fullDay } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { enterForm } from './petition-forms.js';
import type { PetitionRowView, PetitionsView } from './petitions-page.js';

export const PETITIONS = '/so-tiep-nhan-don';

export interface PetitionsReading {
  readonly actor: Actor;
  readonly today: Today;
  readonly year: number;
  readonly kind: PetitionKind | null;
  readonly all: boolean;
  readonly years: readonly number[];
  readonly petitions: readonly PetitionEntity[];
  /** A new name for the form of a paper. */
  readonly key: string;
}

export function petitionsView(reading: PetitionsReading, refused: RefusedAct | null): PetitionsView {
  const { actor, today, year, kind, all, years, petitions, key } = reading;
  const read = petitions.filter((petition) => readsPetition(actor, petition));
  // A filter by kind must not tell the kind of what somebody may not read, nor the order by when it is due.
  const unread = kind === null ? petitions.filter((petition) => !read.includes(petition)) : [];
  return {
    year,
    all,
    years: [...new Set([year, ...years])],
    summary: `${String(read.length + unread.length)} đơn.`,
    rows: [
      ...read.map((petition) => rowView(petition, today)),
      ...unread.toSorted((one, other) => one.number - other.number).map((petition) => secretRow(petition)),
    ],
    kinds: [
      { value: '', label: 'Mọi loại đơn', chosen: kind === null },
      ...PETITION_KINDS.map((value) => ({ value, label: KIND_WORDS[value], chosen: value === kind })),
    ],
    exportHref: seesRegister(actor) ? `${PETITIONS}.xlsx?nam=${String(year)}` : null,
    enter: hasRole(actor, 'registryClerk') ? enterForm(key, refused) : null,
  };
}

function rowView(petition: PetitionEntity, { now, calendar }: Today): PetitionRowView {
  const { id, kind, summary, state, dueAt } = petition;
  const pill: DeadlineWords | null =
    dueAt === null ? null : deadlineWords(remaining(now, { due: dueAt, legalEnd: dueAt }, 'workingDays', calendar));
  return {
    ...secretRow(petition),
    read: {
      href: `/don/${id}`,
      kind: KIND_WORDS[kind],
      summary,
      sender: senderWords(petition),
      state: STATE_WORDS[state],
      pill,
      due: dueAt === null ? '' : `hết ngày ${fullDay(civilDateOf(dueAt))}`,
    },
  };
}

/** A list lies open on a desk: of a secret petition it names nobody, not by initials either. */
function senderWords(petition: PetitionEntity): string {
  if (petition.anonymous) return 'không rõ';
  return isSecret(petition) ? 'giữ bí mật' : initials(petition.petitionerName);
}

function secretRow({ id, number, year, receivedOn }: PetitionEntity): PetitionRowView {
  return { id, number: `${String(number)}/${String(year)}`, received: fullDay(receivedOn), read: null };
}
