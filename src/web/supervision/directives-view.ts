import type { DirectiveEntity, ReminderLetterEntity } from '../../supervision/index.js';
import { DIRECTIVE_LENGTHS, isOverdue, mayStep } from '../../supervision/domain/directive.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { DirectiveLineView, DirectivesView, DirectiveView, LettersView } from './directives-pages.js';
import { count, outOf } from '../kit/words/numbers.js';
import {
  DIRECTIVE_STATE_WORDS,
  DIRECTIVE_STEP_WORDS,
  LETTER_ORIGIN_WORDS,
  LETTER_STATE_WORDS,
} from './supervision-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import { caseLetterRow, mayBeginAnother } from '../drafting/case-letters-view.js';
import { issueForm } from './inspection.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { DIRECTIVES, LETTERS } from './supervision-view.js';
import { optionalDay } from '../kit/http/optional-day.js';
import { area, field, text } from '../kit/form/field-kinds.js';
import { defineForm, type FormFrame } from '../kit/form/posted-form.js';
import type { DirectiveReading, DirectivesReading, LettersReading } from './directives-page-query.js';

/** @param reading with the unit for which a new one is begun; empty for any */
export function directivesView(
  reading: DirectivesReading & { readonly unitId: string },
  refused: RefusedAct | null,
): DirectivesView {
  const { open, answered, closed, offered, mayDirect, unitId } = reading;
  const lines = (some: readonly DirectiveEntity[]): DirectiveLineView[] => some.map((one) => lineView(one, reading));
  return {
    open: lines(open),
    answered: lines(answered),
    closed: lines(closed),
    issue: mayDirect ? begunForm(issueForm({ offered, ticketId: '', unitId }, refused), unitId) : null,
    mayWatch: mayDirect,
  };
}

/** Who comes to direct a unit finds the form open. */
function begunForm(form: ActFormView, unitId: string): ActFormView {
  return { ...form, open: form.open === true || unitId !== '' };
}

function lineView(
  directive: DirectiveEntity,
  { units, today }: Pick<DirectivesReading, 'units' | 'today'>,
): DirectiveLineView {
  const { id, unitId, text, dueOn, issuedByName, issuedAt } = directive;
  return {
    id,
    href: `${DIRECTIVES}/${id}`,
    text,
    unit: units.get(unitId) ?? '',
    due: fullDay(dueOn),
    isLate: isOverdue(directive, today),
    issued: `${moment(issuedAt)}, ${issuedByName}`,
  };
}

export function directiveView(reading: DirectiveReading, refused: RefusedAct | null): DirectiveView {
  const { directive, steps, units, ticket, mayAnswer, mayDirect, today } = reading;
  const { id, state, text, unitId, dueOn } = directive;
  return {
    unit: units.get(unitId) ?? '',
    text,
    state: DIRECTIVE_STATE_WORDS[state],
    due: fullDay(dueOn),
    isLate: isOverdue(directive, today),
    ticket: ticket && { href: `/phieu/${ticket.id}`, code: ticket.code, subject: ticket.subject },
    steps: steps.toReversed().map((step) => ({
      at: step.at.toISOString(),
      when: moment(step.at),
      title: `${DIRECTIVE_STEP_WORDS[step.kind]}${step.dueOn === null ? '' : `, hạn ${fullDay(step.dueOn)}`}`,
      by: step.byName,
      text: step.text,
      quoted: true,
      outward: false,
    })),
    forms: [
      ...(mayAnswer && mayStep('answer', state)
        ? [answering.draw(frameOf(id, 'tra-loi', 'Trả lời chỉ đạo', 'Gửi trả lời'), refused)]
        : []),
      ...(mayDirect && mayStep('return', state)
        ? [givingBack.draw(frameOf(id, 'lam-tiep', 'Yêu cầu làm tiếp'), refused)]
        : []),
      ...(mayDirect && mayStep('close', state)
        ? [closing.draw(frameOf(id, 'ket-thuc', 'Kết thúc chỉ đạo'), refused)]
        : []),
    ],
  };
}

const { longest } = DIRECTIVE_LENGTHS;

export const answering = defineForm({ text: area('Kết quả thực hiện', { rows: 4, maxLength: longest }) });
export const givingBack = defineForm({
  text: area('Nội dung phải thực hiện tiếp', { rows: 4, maxLength: longest }),
  dueOn: field('date', 'Trả lời chậm nhất ngày', optionalDay),
});
export const closing = defineForm({ text: area('Kết luận', { rows: 4, maxLength: longest }) });

function frameOf(directiveId: string, id: string, words: string, submit = words): FormFrame {
  return { id, label: `${words}…`, action: `${DIRECTIVES}/${directiveId}/${id}`, submit };
}

export function lettersView(
  { letters, units, written, open, mayInspect }: LettersReading,
  refused: RefusedAct | null,
): LettersView {
  return {
    letters: letters.map((letter) => {
      const { id, unitId, ticketIds, origin, state, proposedAt, decidedByName, decidedAt, problem } = letter;
      const answered = ticketIds.filter((ticket) => !open.has(ticket)).length;
      return {
        id,
        unit: units.get(unitId) ?? '',
        tickets: `${count(ticketIds.length)} phiếu, đã trả lời ${outOf(answered, ticketIds.length)}`,
        state: LETTER_STATE_WORDS[state],
        problem,
        proposed: `${moment(proposedAt)}, ${LETTER_ORIGIN_WORDS[origin].toLowerCase()}`,
        decided: decidedAt === null ? null : `${moment(decidedAt)}, ${decidedByName ?? ''}`,
        href: state === 'made' ? `${LETTERS}/${id}.docx` : null,
        ...documentOf(letter, { written, mayInspect }),
        drop: mayInspect && state === 'proposed' ? dropForm(id, refused) : null,
      };
    }),
  };
}

/** What can be made of a letter, and what was. */
function documentOf(
  { id, state }: ReminderLetterEntity,
  { written, mayInspect }: Pick<LettersReading, 'written' | 'mayInspect'>,
): Pick<LettersView['letters'][number], 'makeAction' | 'draft' | 'draftAction'> {
  const letters = written.filter((one) => one.draft.caseId === id);
  const [newest] = letters;
  const mayMake = mayInspect && (state === 'proposed' || state === 'failed');
  const mayDraft = mayInspect && state === 'made' && mayBeginAnother(letters);
  return {
    makeAction: mayMake ? `${LETTERS}/${id}/lap` : null,
    draft: newest ? caseLetterRow(newest) : null,
    draftAction: mayDraft ? `${LETTERS}/${id}/van-ban` : null,
  };
}

export const dropping = defineForm({ reason: text('Lý do không gửi', { maxLength: 500 }) });

function dropForm(id: string, refused: RefusedAct | null): ActFormView {
  const action = `${LETTERS}/${id}/bo`;
  return dropping.draw({ id: `bo-${id}`, label: 'Không gửi…', action, submit: 'Không gửi công văn này' }, refused);
}
