/** Relations of one chart: `word/charts/_rels/chart1.xml.rels`. */
const CHART_RELATIONS = /^(?:word|xl|ppt)\/charts\/_rels\/[^/]+\.rels$/iu;

/** Whether a chart names the workbook that holds its rows: Word writes one for every chart, and it is opened only to change the rows. */
export function namesChartSheet({ kind }: { readonly kind: string }, part: string): boolean {
  return kind.toLowerCase() === 'package' && CHART_RELATIONS.test(part);
}

export function isChartRelations(part: string): boolean {
  return CHART_RELATIONS.test(part);
}

/** The part that a chart's target leads to, in small letters: `../embeddings/a.xlsx`, `/word/embeddings/a.xlsx`. */
export function chartSheetAt(target: string, part: string): string {
  if (target.startsWith('/')) return target.slice(1).toLowerCase();
  const folder = part
    .replace(/_rels\/[^/]+$/u, '')
    .split('/')
    .slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.') folder.push(step);
  }
  return folder.join('/').toLowerCase();
}
