import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.js';
import { PostForm } from './post-form.js';

export interface ActButtonProps {
  readonly action: string;
  readonly csrf: string;
  /** Verb and object: `Tiếp nhận`, `Phát hành số 513`. */
  readonly label: string;
  /** What it is about, for those who hear the page, where the same button stands in each line. */
  readonly about?: string;
  /** At most one in a page head or in an open panel. */
  readonly primary?: boolean;
  readonly small?: boolean;
  readonly icon?: IconName;
  /** The single key that presses it. */
  readonly shortcut?: string;
  /** Whether it is the next step of what the page is about: Ctrl Enter presses it. */
  readonly nextStep?: boolean;
  /** Id of what stands in its way yet. */
  readonly describedBy?: string;
  /** Id of the dialog to answer first. */
  readonly confirm?: string;
  readonly sendsLetter?: boolean;
  /** Further fields sent along. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** One button that does one thing by one POST. */
export function ActButton({
  label,
  about,
  primary,
  small,
  icon,
  shortcut,
  nextStep = false,
  describedBy,
  fields = {},
  ...form
}: ActButtonProps): VNode {
  const classes = ['btn', primary === true && 'btn-primary', small === true && 'btn-sm'].filter(Boolean).join(' ');
  return (
    <PostForm {...form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        class={classes}
        type="submit"
        data-key={shortcut}
        data-next-step={nextStep ? '' : undefined}
        aria-describedby={describedBy}
      >
        {icon !== undefined && <Icon name={icon} />}
        {label}
        {about !== undefined && <span class="ha-vh"> {about}</span>}
        {shortcut !== undefined && (
          <>
            {' '}
            <kbd aria-hidden="true">{shortcut}</kbd>
          </>
        )}
      </button>
    </PostForm>
  );
}
