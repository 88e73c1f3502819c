import type { VNode } from 'preact';

/** The name of the app with its mark: a voice and its echo. */
export function Brand({ href }: { href: string }): VNode {
  return (
    <a class="ha-brand" href={href}>
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
      >
        <circle cx="17.5" cy="12" r="2.5" fill="currentColor" stroke="none" />
        <path d="M12.2 7.2a6.8 6.8 0 0 0 0 9.6M8 3.9a11.4 11.4 0 0 0 0 16.2" />
      </svg>
      <span>Hồi Âm</span>
    </a>
  );
}
