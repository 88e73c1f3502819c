import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import type { RoleGuide } from './guide.js';

/** What to do on the first day, above the work, until it is put off or left for good. */
export function FirstDayPanel({ guide, csrf }: { guide: RoleGuide; csrf: string }): VNode {
  return (
    <section class="ha-first-day" aria-labelledby="bat-dau">
      <div class="ha-first-day-h">
        <h2 id="bat-dau">Bắt đầu</h2>
        <div class="ha-acts">
          <a class="btn" href={`/huong-dan/${guide.address}`}>
            Xem hướng dẫn
          </a>
          <ActButton action="/bat-dau/de-sau" csrf={csrf} label="Để sau" />
          <ActButton action="/bat-dau/khong-hien-nua" csrf={csrf} label="Không hiện nữa" />
        </div>
      </div>
      <ol>
        {guide.firstDay.map(({ text, link }) => (
          <li key={text}>
            {text} <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
