import type { VNode } from 'preact';

/** What may lead to a person in a text that is about to go out. */
export interface RedactionView {
  readonly findings: readonly {
    /** As they stand in the text. */
    readonly words: string;
    /** `số điện thoại` */
    readonly kind: string;
    /** `[số điện thoại]` */
    readonly standIn: string;
  }[];
  /** Where the form is posted to have them replaced; it comes back with all that was typed. */
  readonly maskAction: string;
  /** Whether the words may be sent as they are, once somebody has looked. */
  readonly maySend: boolean;
}

/** Stands under the field of a form, inside it; its button posts the form to be masked instead of sent, with or without scripts. */
export function Redaction({ redaction, id }: { redaction: RedactionView; id: string }): VNode {
  const { findings, maskAction, maySend } = redaction;
  return (
    <div class="ha-mask" role="group" aria-labelledby={`${id}-rieng`}>
      <p id={`${id}-rieng`}>Có vẻ còn thông tin riêng:</p>
      <ul>
        {findings.map(({ words, kind, standIn }, at) => (
          <li key={at}>
            <q>{words}</q> là {kind}; che thành <span class="ha-nowrap">{standIn}</span>
          </li>
        ))}
      </ul>
      <div class="ha-mask-a">
        <button
          class="btn"
          type="submit"
          formaction={maskAction}
          formenctype="application/x-www-form-urlencoded"
          formnovalidate
        >
          Tự động che
        </button>
        {maySend && (
          <label class="form-check" for={`${id}-nguyen-van`}>
            <input class="form-check-input" type="checkbox" id={`${id}-nguyen-van`} name="verbatim" value="on" />
            <span class="form-check-label">Đã xem, gửi nguyên văn</span>
          </label>
        )}
      </div>
    </div>
  );
}
