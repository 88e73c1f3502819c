import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { RowList, type RowView } from '../kit/row-list.js';

/** The document of a case that answers no ticket, on its way out. POST `begin` writes its draft. */
export interface CaseLettersView {
  readonly rows: readonly RowView[];
  /** Null where there is one, or this person may begin none. */
  readonly begin: string | null;
}

export function CaseLetters({ letters: { rows, begin }, csrf }: { letters: CaseLettersView; csrf: string }): VNode {
  return (
    <>
      {rows.length === 0 && (
        <p>Chưa soạn văn bản để trình ký. Soạn rồi thì duyệt, ký, lấy số và gửi ngay trên phần mềm.</p>
      )}
      <RowList rows={rows} />
      {begin !== null && <ActButton action={begin} csrf={csrf} label="Soạn văn bản để trình ký" primary />}
    </>
  );
}
