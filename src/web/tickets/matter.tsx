import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { RowList, type RowView } from '../kit/row-list.js';

/** One thing that is going on about a ticket: a wish for more time, a question to the citizen, an answer waiting to be approved. */
export interface MatterView {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly RowView[];
  /** A text that belongs to it, whole. */
  readonly text?: string | null;
  readonly forms: readonly ActFormView[];
}

export function Matter({ matter, csrf }: { matter: MatterView; csrf: string }): VNode {
  const { id, heading, rows, text, forms } = matter;
  return (
    <Panel id={`t-${id}`} heading={heading}>
      {rows.length > 0 && <RowList rows={rows} />}
      {typeof text === 'string' && text !== '' && (
        <div class="ha-quote">
          <Paragraphs text={text} />
        </div>
      )}
      {forms.map((form) => (
        <ActForm key={form.id} form={form} csrf={csrf} />
      ))}
    </Panel>
  );
}

/** What else may be done with the ticket, each under its button. */
export function MoreActs({ forms, csrf }: { forms: readonly ActFormView[]; csrf: string }): VNode | null {
  if (forms.length === 0) return null;
  return (
    <Panel id="t-viec-khac" class="ha-no-print" heading="Việc khác với phiếu">
      {forms.map((form) => (
        <ActForm key={form.id} form={form} csrf={csrf} />
      ))}
    </Panel>
  );
}
