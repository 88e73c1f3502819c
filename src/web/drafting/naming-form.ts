import { z } from 'zod';
import type { ActFormView } from '../kit/acts/act-form.js';
import { hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { OpenedDraft } from './draft-reading.js';

/** A writer addresses the reply to its sender by name. */
export const naming = defineForm({ version: hidden(z.coerce.number().int().min(1)) });

/** @returns null where the letter names no sender, or names them already */
export function namingForm(
  { draft, mayName }: Pick<OpenedDraft, 'draft' | 'mayName'>,
  refused: RefusedAct | null,
): ActFormView | null {
  if (!mayName) return null;
  const frame = {
    id: 'dich-danh',
    label: 'Gửi đích danh người phản ánh…',
    action: `/du-thao/${draft.id}/dich-danh`,
    submit: 'Ghi họ tên, địa chỉ vào Kính gửi',
    lead: 'Họ tên, địa chỉ thay dòng ghi mã phản ánh; ghi vào nhật ký như một lần xem danh tính. Lưu bản thảo trước khi bấm.',
  };
  return naming.draw(frame, refused, { version: draft.version });
}
