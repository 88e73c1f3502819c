import type { TemplateKey } from '../../drafting/domain/template-version.js';

/** Addresses of the pages and files of templates. */
export const TEMPLATES = '/mau-van-ban';

export function kindHref(kind: string): string {
  return `${TEMPLATES}/${kind}`;
}

export function uploadHref(kind: string, id: string): string {
  return `${kindHref(kind)}/tep/${id}`;
}

export function templateHref(kind: string, version: TemplateKey): string {
  return `${kindHref(kind)}/ban/${version}.docx`;
}

export function sampleHref(kind: string, version: TemplateKey): string {
  return `${kindHref(kind)}/dien-thu/${version}.docx`;
}

export function withdrawalAction(kind: string, number: number): string {
  return `${kindHref(kind)}/ban/${number}/rut`;
}

/** @param pages how many there are */
export function shippedPictures(kind: string, pages: number): readonly string[] {
  return pagesOf(`${kindHref(kind)}/hinh`, pages, 'png');
}

/** @param pages how many there are */
export function uploadPictures(kind: string, id: string, pages: number): readonly string[] {
  return pagesOf(`${uploadHref(kind, id)}/trang`, pages, 'jpg');
}

function pagesOf(place: string, pages: number, type: 'png' | 'jpg'): readonly string[] {
  return Array.from({ length: pages }, (_, at) => `${place}/${at + 1}.${type}`);
}
