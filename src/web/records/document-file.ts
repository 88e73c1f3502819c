import { h } from 'preact';
import { z } from 'zod';
import type { DocumentPlace, FilesOfDocument } from '../../records/index.js';
import type { ActFormView } from '../kit/act-form.js';
import type { Fact } from '../kit/facts.js';
import { refusedValues, typedIn, type RefusedAct } from '../kit/refused-values.js';

const FILE = 'tep:';
const HEADING = 'muc:';

/** What the form posts. */
export const filingForm = z.object({
  place: z.string('Chọn hồ sơ.').transform((value, context): DocumentPlace => {
    if (value.startsWith(FILE)) return { fileId: value.slice(FILE.length) };
    if (value.startsWith(HEADING)) return { entry: value.slice(HEADING.length) };
    context.addIssue('Chọn hồ sơ.');
    return z.NEVER;
  }),
});

/** The files in which a document lies. */
export function filingFacts({ lies }: FilesOfDocument): readonly Fact[] {
  return lies.map(({ id, notation, title }) => ({
    label: 'Hồ sơ',
    value: h('a', { href: `/ho-so/${id}` }, `${notation} – ${title}`),
  }));
}

/** Puts a document into a file, for those who file it. @param page of the document */
export function filingActs(
  { lies, open, headings }: FilesOfDocument,
  page: string,
  refused: RefusedAct | null,
): readonly ActFormView[] {
  const places = [
    ...open.map(({ id, notation, title }) => ({ value: `${FILE}${id}`, label: `${notation} – ${title}` })),
    ...headings.map(({ notation, title }) => ({
      value: `${HEADING}${notation}`,
      label: `Mở hồ sơ theo đề mục ${notation} – ${title}`,
    })),
  ];
  if (places.length === 0) return [];
  const action = `${page}/ho-so`;
  const posted = refusedValues(refused, action);
  return [
    {
      id: 'ho-so',
      label: lies.length === 0 ? 'Đưa vào hồ sơ…' : 'Chuyển sang hồ sơ khác…',
      submit: 'Đưa vào hồ sơ',
      lead: 'Giải quyết xong, văn bản tự vào hồ sơ của đơn vị theo danh mục, trừ khi đã chọn hồ sơ ở đây.',
      action,
      error: posted.whole('place'),
      open: posted.refused,
      fields: [
        {
          kind: 'choice',
          label: 'Hồ sơ',
          required: true,
          options: [{ value: '', label: 'Chọn hồ sơ' }, ...places],
          ...typedIn(posted)('place'),
        },
      ],
    },
  ];
}
