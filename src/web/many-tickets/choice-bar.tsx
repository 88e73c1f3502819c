import type { VNode } from 'preact';
import type { ManyAct } from './many-acts.js';

/** Id of the form that takes the marked rows. */
export const CHOICE_FORM = 'chon-nhieu';

/** What is done with the marked rows; it says how many they are. */
export function ChoiceBar({ acts }: { acts: readonly ManyAct[] }): VNode | null {
  const [first] = acts;
  if (first === undefined) return null;
  return (
    <form class="ha-choice" id={CHOICE_FORM} method="get" action={first.action}>
      <span class="ha-small" role="status" data-picked>
        Đánh dấu các phiếu cần xử lý cùng lúc.
      </span>
      {acts.map(({ action, label, key }) => (
        <button
          key={action}
          class={action === first.action ? 'btn btn-primary' : 'btn'}
          type="submit"
          formaction={action}
          data-key={key}
        >
          {label}
        </button>
      ))}
    </form>
  );
}
