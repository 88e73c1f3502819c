import type { VNode } from 'preact';
import { controlClass, describedBy, Field, FieldError } from '../kit/field.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { PUBLIC_SITE, PublicPage } from './public-page.js';

/** GET, POST `/danh-gia/:token`: a citizen judges an answer by the link that came with it. */
export interface RatingView {
  readonly agency: string;
  readonly action: string;
  /** `PAKN.20260312.0042, trả lời ngày 17/03/2026` */
  readonly answer: string;
  readonly until: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
  readonly comment: string;
  readonly starsError: string | null;
  readonly commentError: string | null;
}

const COMMENT_HINT =
  'Có thể để trống. Đơn vị được đánh giá đọc lời này sau khi tên, số điện thoại và địa chỉ đã được che.';

export function RatingPage({ view }: { view: RatingView }): VNode {
  const { agency, action, answer, until, choices, comment, starsError, commentError } = view;
  return (
    <PublicPage title="Đánh giá kết quả giải quyết" agency={agency} place={null}>
      <p class="ha-lead">
        Phiếu {answer}. Liên kết dùng một lần, đến hết {until}. Đơn vị được đánh giá không biết ai đã đánh giá.
      </p>
      <Panel id="danh-gia" heading="Ông/bà hài lòng tới mức nào?">
        <PostForm action={action} labelledBy="danh-gia" class="ha-narrow">
          <fieldset class="ha-field" id="stars">
            <legend class="form-label">Số sao</legend>
            {choices.map(({ value, label, chosen }) => (
              <label key={value} class="form-check">
                <input class="form-check-input" type="radio" name="stars" value={value} checked={chosen} required />
                <span class="form-check-label">{label}</span>
              </label>
            ))}
            <FieldError id="stars" error={starsError} />
          </fieldset>
          <Field id="comment" label="Lời góp ý" hint={COMMENT_HINT} error={commentError}>
            <textarea
              class={controlClass('form-control', commentError)}
              id="comment"
              name="comment"
              rows={4}
              maxlength={2000}
              {...describedBy('comment', { hint: COMMENT_HINT, error: commentError })}
            >
              {comment}
            </textarea>
          </Field>
          <button class="btn btn-primary" type="submit">
            Gửi đánh giá
          </button>
        </PostForm>
      </Panel>
    </PublicPage>
  );
}

/** Shown for a link that is not valid; the same text for every reason. */
export function RatingClosedPage({ agency }: { agency: string }): VNode {
  return (
    <PublicPage title="Liên kết này không còn dùng được" agency={agency} place={null}>
      <p class="ha-lead">
        Liên kết đánh giá dùng một lần và chỉ trong thời gian được đánh giá. Nếu vẫn muốn góp ý, gọi 1022 và đọc mã
        phiếu.
      </p>
    </PublicPage>
  );
}

export function RatingThanksPage({ agency }: { agency: string }): VNode {
  return (
    <PublicPage title="Cảm ơn ông/bà đã đánh giá" agency={agency} place={null}>
      <p class="ha-lead">Sở đã ghi nhận. Nếu vụ việc chưa được giải quyết, gọi 1022 để phản ánh lại.</p>
      <p>
        <a href={`${PUBLIC_SITE}/ket-qua`}>Xem kết quả các vụ việc khác</a>
      </p>
    </PublicPage>
  );
}
