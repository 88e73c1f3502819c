import type { Role } from '../../kernel/actor.js';

/** The guide of one role: what the page “Hướng dẫn” and the steps of the first day say. Each role has a file in `words/`. */
export interface RoleGuide {
  readonly role: Role;
  /** In the address: `/huong-dan/van-thu`. */
  readonly address: string;
  readonly title: string;
  /** What this role is there for, in one or two sentences. */
  readonly lead: string;
  /** The day's work, five to nine steps in their order. */
  readonly steps: readonly GuideStep[];
  /** What to do on the first day, three to five steps. */
  readonly firstDay: readonly FirstStep[];
}

export interface GuideStep {
  readonly heading: string;
  readonly text: string;
  /** The page where it is done, which people of this role may open. */
  readonly link?: GuideLink;
  /** Keys that do it, each as it is printed on the keyboard. */
  readonly keys?: readonly string[];
  readonly picture?: GuidePicture;
}

export interface GuideLink {
  readonly href: string;
  readonly label: string;
}

export interface GuidePicture {
  /** Name of the page in the gallery of the browser tests, which take the picture: `npm run pictures`. */
  readonly page: string;
  /** What is seen on it, for those who hear the page. */
  readonly alt: string;
}

export interface FirstStep {
  readonly text: string;
  readonly link: GuideLink;
}

/** As large as a desk shows a page. */
export const PICTURE_SIZE = { width: 1366, height: 768 } as const;

export function pictureAddress({ page }: GuidePicture): string {
  return `/assets/app/img/guide/${page}.webp`;
}
