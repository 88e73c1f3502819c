import type { ComponentChildren, VNode } from 'preact';
import { Dialog } from './dialog.js';

export interface ConfirmDialogProps {
  readonly id: string;
  readonly heading: string;
  /** The same words as the button that asked. */
  readonly submit: string;
  readonly children: ComponentChildren;
}

/** Asks once more before an act that cannot be taken back; the asking form names it in `confirm`. */
export function ConfirmDialog({ id, heading, submit, children }: ConfirmDialogProps): VNode {
  return (
    <Dialog
      id={id}
      heading={heading}
      footer={
        <>
          <button class="btn" type="submit" value="">
            Để sau
          </button>
          <button class="btn btn-primary" type="submit" value="yes">
            {submit}
          </button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
