import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

export interface DialogProps {
  readonly id: string;
  readonly heading: string;
  readonly wide?: boolean;
  /** Shows a cross; a question is left by its own buttons. */
  readonly closable?: boolean;
  readonly footer?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Only for what cannot be undone, and for the sheet of keys. Opened by scripts; every act works without it. */
export function Dialog({ id, heading, wide, closable, footer, children }: DialogProps): VNode {
  return (
    <dialog class={wide === true ? 'ha-dialog is-wide' : 'ha-dialog'} id={id} aria-labelledby={`${id}-t`}>
      <div class="ha-dialog-h">
        <h2 id={`${id}-t`}>{heading}</h2>
        {closable === true && (
          <form method="dialog">
            <button class="btn btn-quiet btn-icon" type="submit" aria-label="Đóng">
              <Icon name="x" />
            </button>
          </form>
        )}
      </div>
      <div class="ha-dialog-b">{children}</div>
      {footer !== undefined && (
        <form method="dialog" class="ha-dialog-f">
          {footer}
        </form>
      )}
    </dialog>
  );
}
