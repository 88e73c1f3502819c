export const REPORTS = '/bao-cao';

export function reportHref(id: string): string {
  return `${REPORTS}/${id}`;
}
