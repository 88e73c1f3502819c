import { Fragment, type VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { PageHead } from '../kit/page-head.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PICTURE_SIZE, pictureAddress, type GuidePicture, type GuideStep, type RoleGuide } from './guide.js';
import { GUIDES } from './words/all.js';

/** GET `/huong-dan` and `/huong-dan/:vai-tro`: the day's work of one role, step by step; made to be printed, too. */
export function GuidePage({ frame, guide }: { frame: PageFrame; guide: RoleGuide }): VNode {
  const { roles } = frame.viewer;
  const isOwn = roles.includes(guide.role);
  return (
    <PageShell frame={frame} title={`Hướng dẫn: ${guide.title}`} place={null}>
      <PageHead
        heading={`Hướng dẫn: ${guide.title}`}
        acts={isOwn && frame.actsFor === undefined && <Again csrf={frame.csrf} />}
      >
        <p>{guide.lead}</p>
      </PageHead>
      <nav class="ha-views ha-guide-roles" aria-label="Hướng dẫn theo vai trò">
        {GUIDES.map(({ address, title }) => (
          <a key={address} href={`/huong-dan/${address}`} aria-current={address === guide.address ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <ol class="ha-guide">
        {guide.steps.map((step) => (
          <Step key={step.heading} step={step} isOwn={isOwn} />
        ))}
      </ol>
      <p class="ha-no-print">
        Các trang khác có ở <a href="/cac-trang">Tất cả các trang</a>. Để in trang này, chọn in của trình duyệt.
      </p>
      <button class="btn ha-not-phone ha-scripted" type="button" data-opens="bang-phim">
        Bảng phím <kbd aria-hidden="true">?</kbd>
      </button>
    </PageShell>
  );
}

function Again({ csrf }: { csrf: string }): VNode {
  return <ActButton action="/bat-dau/mo-lai" csrf={csrf} label="Xem lại phần Bắt đầu" />;
}

/** Pages are linked for those whose work it is; for others they are named. */
function Step({ step, isOwn }: { step: GuideStep; isOwn: boolean }): VNode {
  const { heading, text, link, keys = [], picture } = step;
  return (
    <li class="ha-panel">
      <div>
        <h2>{heading}</h2>
        <p>{text}</p>
        {link !== undefined && <p>Trang: {isOwn ? <a href={link.href}>{link.label}</a> : <b>{link.label}</b>}</p>}
        {keys.length > 0 && (
          <p class="ha-small">
            Phím:{' '}
            {keys.map((key) => (
              <Fragment key={key}>
                <kbd>{key}</kbd>{' '}
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {picture !== undefined && <Picture picture={picture} />}
    </li>
  );
}

/** Small in the page; opened, as large as it was taken. */
function Picture({ picture }: { picture: GuidePicture }): VNode {
  return (
    <a href={pictureAddress(picture)}>
      <img src={pictureAddress(picture)} alt={picture.alt} loading="lazy" {...PICTURE_SIZE} />
    </a>
  );
}
