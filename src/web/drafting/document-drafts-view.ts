import { draftAbilitiesOf, type DraftEntity } from '../../drafting/index.js';
import { mayBeginOwn } from '../../correspondence/domain/policy.js';
import { deskOf, type Actor } from '../../kernel/actor.js';
import { kindNamed } from '../../../templates/catalogue.js';
import type { DocumentDraftRow, DocumentDraftsView } from './document-drafts-page.js';
import { BEGIN } from '../correspondence/correspondence-words.js';
import { DRAFT_STATE_WORDS } from './draft-states.js';
import { moment } from '../kit/words/time.js';
import { storedLetter } from './draft-form.js';
import { draftHref } from '../revisions/draft-revisions.js';
import { unitName, type Names } from '../kit/names.js';

export const DOCUMENT_DRAFTS = '/du-thao';

export interface DocumentDraftsReading {
  readonly actor: Actor;
  /** Documents under way that answer no ticket, including those that the actor may not see. */
  readonly drafts: readonly DraftEntity[];
  readonly names: Names;
}

/** Documents that this person may see, those that wait for this person first. */
export function documentDraftsView({ actor, drafts, names }: DocumentDraftsReading): DocumentDraftsView {
  const rows = drafts
    .filter((draft) => draftAbilitiesOf(actor, draft).see)
    .map((draft) => rowOf(draft, { wish: wishOf(actor, draft), unit: unitName(names, draft.unitId) ?? '' }));
  const beginHref = mayBeginOwn(actor) ? BEGIN : null;
  return {
    beginHref,
    rows: [...rows.filter(({ wish }) => wish !== null), ...rows.filter(({ wish }) => wish === null)],
  };
}

/** What a document wants of this person; null where it waits for somebody else. */
export function wishOf(actor: Actor, draft: DraftEntity): string | null {
  const may = draftAbilitiesOf(actor, draft);
  if (may.approveContent) return 'Duyệt nội dung';
  if (may.approveFormat) return 'Duyệt thể thức';
  if (draft.state === 'submitted' && draft.signerId === deskOf(actor)) return 'Ký trên hệ thống QLVB';
  if (!may.edit) return null;
  if (draft.state === 'approved') return 'Trình ký';
  return draft.returnReason === null ? 'Soạn tiếp, trình duyệt' : 'Bị trả lại, sửa rồi trình lại';
}

function rowOf(draft: DraftEntity, { wish, unit }: { wish: string | null; unit: string }): DocumentDraftRow {
  const { id, template, revision, state, savedAt } = draft;
  return {
    id,
    href: draftHref(id),
    kind: `${kindNamed(template)?.title ?? template}, bản ${String(revision)}`,
    title: storedLetter(draft).trich_yeu,
    unit,
    state: DRAFT_STATE_WORDS[state],
    saved: moment(savedAt),
    wish,
  };
}
