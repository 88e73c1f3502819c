import type { ComponentChildren, VNode } from 'preact';

export interface PostFormProps {
  /** Where the form posts; the page works without scripts. */
  readonly action: string;
  /** The session's token, sent as the field `_csrf`; absent in forms for people without a session. */
  readonly csrf?: string;
  readonly class?: string;
  readonly id?: string;
  /** Names the form for readers, by the id of its heading. */
  readonly labelledBy?: string;
  /** Id of a dialog that must be answered first when scripts run. */
  readonly confirm?: string;
  /** The audience shown by the progress box. */
  readonly audience?: string;
  /** Marks the form whose unsaved changes hold back the acts on the same page. */
  readonly keeps?: boolean;
  /** Where the form saves itself while it is filled in. */
  readonly savesItself?: string | undefined;
  /** Sends a letter on: with scripts, once the letter is saved and has its page. */
  readonly sendsLetter?: boolean;
  /** `multipart/form-data` where the form brings files. */
  readonly enctype?: string;
  /** The answer to the POST is the page itself, and not another to go to. */
  readonly answers?: boolean;
  readonly children: ComponentChildren;
}

/** Every act is a plain form: one POST, the session's token, and a guard against a second press. */
export function PostForm({
  action,
  csrf,
  labelledBy,
  confirm,
  audience,
  keeps,
  savesItself,
  sendsLetter,
  answers,
  children,
  ...rest
}: PostFormProps): VNode {
  return (
    <form
      {...rest}
      method="post"
      action={action}
      aria-labelledby={labelledBy}
      data-once
      data-confirm={confirm}
      data-audience={audience}
      data-keeps={keeps === true ? '' : undefined}
      data-saves-itself={savesItself}
      data-answers={answers === true ? '' : undefined}
      data-sends-letter={sendsLetter === true ? '' : undefined}
    >
      {csrf !== undefined && <input type="hidden" name="_csrf" value={csrf} />}
      {children}
    </form>
  );
}
