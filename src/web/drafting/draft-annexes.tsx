import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { Panel } from '../kit/panel.js';

/**
 * The annexes of a letter that are files of their own. POST `/du-thao/:id/phu-luc` (`version`, `files`, `reason`) ·
 * `/du-thao/:id/bo-phu-luc` (`version`, `position`, `reason`).
 */
export interface DraftAnnexesView {
  readonly about: string;
  readonly files: readonly FileView[];
  /** What this person may do with them. */
  readonly acts: readonly ActFormView[];
}

export function DraftAnnexes({ annexes, csrf }: { annexes: DraftAnnexesView; csrf: string }): VNode {
  return (
    <Panel id="t-phu-luc" heading="Phụ lục là tệp riêng">
      <p>{annexes.about}</p>
      <Files files={annexes.files} />
      {annexes.acts.map((form) => (
        <ActForm key={form.id} form={form} csrf={csrf} />
      ))}
    </Panel>
  );
}
