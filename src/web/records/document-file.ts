import { h } from 'preact';
import { z } from 'zod';
import type { DocumentPlace, FilesOfDocument } from '../../records/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { field } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

const FILE = 'tep:';
const HEADING = 'muc:';

/** Puts a document into a file that is open, or one that is opened for it. */
export const filing = defineForm({
  place: field('choice', 'Hồ sơ', placeOf(), { required: true, blank: 'Chọn hồ sơ' }),
});

function placeOf(): z.ZodType<DocumentPlace> {
  return z.string('Chọn hồ sơ.').transform((value, context): DocumentPlace => {
    if (value.startsWith(FILE)) return { fileId: value.slice(FILE.length) };
    if (value.startsWith(HEADING)) return { entry: value.slice(HEADING.length) };
    context.addIssue('Chọn hồ sơ.');
    return z.NEVER;
  });
}

/** The files in which a document lies. */
export function filingFacts({ lies }: FilesOfDocument): readonly Fact[] {
  return lies.map(({ id, notation, title }) => ({
    label: 'Hồ sơ',
    value: h('a', { href: `/ho-so/${id}` }, `${notation} – ${title}`),
  }));
}

/** For those who file a document. @param page of the document */
export function filingActs(
  { lies, open, headings }: FilesOfDocument,
  page: string,
  refused: RefusedAct | null,
): readonly ActFormView[] {
  const options = [
    ...open.map(({ id, notation, title }) => ({ value: `${FILE}${id}`, label: `${notation} – ${title}` })),
    ...headings.map(({ notation, title }) => ({
      value: `${HEADING}${notation}`,
      label: `Mở hồ sơ theo đề mục ${notation} – ${title}`,
    })),
  ];
  if (options.length === 0) return [];
  const frame = {
    id: 'ho-so',
    label: lies.length === 0 ? 'Đưa vào hồ sơ…' : 'Chuyển sang hồ sơ khác…',
    action: `${page}/ho-so`,
    submit: 'Đưa vào hồ sơ',
    lead: 'Giải quyết xong, văn bản tự vào hồ sơ của đơn vị theo danh mục, trừ khi đã chọn hồ sơ ở đây.',
  };
  return [filing.draw(frame, refused, { place: { options } })];
}
