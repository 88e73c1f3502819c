import { z } from 'zod';
import { copiesFor, mayEnterCopies } from '../../documents/domain/copies.js';
import { hasRole } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { refusedValues } from '../kit/refused-values.js';
import type { OutgoingReading } from './outgoing-reading.js';

const FIELD = /^copies\.(\d{1,3})$/u;

/** Numbers in the order of the recipients; what is no number stays none, and is refused by the rule. */
export const copiesForm = z.record(z.string(), z.unknown()).transform((posted) =>
  Object.entries(posted)
    .flatMap(([name, value]) => {
      const at = FIELD.exec(name)?.[1];
      return at === undefined ? [] : [{ at: Number(at), count: numberOf(value) }];
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ count }) => count),
);

function numberOf(value: unknown): number {
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** The registry enters how many copies each recipient gets. */
export function copiesActs({ actor, document, refused }: OutgoingReading): readonly ActFormView[] {
  if (!hasRole(actor, 'registryClerk') || !mayEnterCopies(document)) return [];
  const action = `/van-ban-di/${document.id}/so-ban`;
  const was = refusedValues(refused, action);
  const names = document.recipients.map((_, at) => `copies.${String(at)}`);
  return [
    {
      id: 'so-ban',
      label: 'Ghi số bản…',
      action,
      submit: 'Ghi số bản',
      lead: 'Số bản giấy gửi từng nơi nhận, hiện ở sổ văn bản đi, sổ bưu điện và bản in. Chưa ghi thì mỗi nơi một bản.',
      fields: document.recipients.map((label, at) => {
        const name = names[at] ?? '';
        const value = was.value(name) ?? String(copiesFor(document, at));
        return { kind: 'number', name, label, required: true, min: 0, value, error: was.error(name) };
      }),
      error: was.whole(...names),
      open: was.refused,
    },
  ];
}
