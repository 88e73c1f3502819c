const UNKNOWN = 'Chương trình không rõ';

type Mark = readonly [mark: RegExp, name: string];

/** The first that fits: browsers name those whose place they take, so the rarer stand before. */
const PROGRAMS: readonly Mark[] = [
  [/\bEdgA?\/|\bEdgiOS\//u, 'Edge'],
  [/\bcoc_coc_browser\/|\bcoc_coc\b/iu, 'Cốc Cốc'],
  [/\bOPR\/|\bOPiOS\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bZalo\b/u, 'Zalo'],
  [/\bFirefox\/|\bFxiOS\//u, 'Firefox'],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
  [/\bcurl\//u, 'curl'],
];

const SYSTEMS: readonly Mark[] = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'macOS'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** Which program knocks, in words a person recognises: `Chrome trên Windows`. Only its kind: no version, nothing that follows anybody. */
export function agentName(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const [program, system] = [nameIn(PROGRAMS, agent), nameIn(SYSTEMS, agent)];
  if (program === null) return system === null ? UNKNOWN : `${UNKNOWN} trên ${system}`;
  return system === null ? program : `${program} trên ${system}`;
}

function nameIn(marks: readonly Mark[], agent: string): string | null {
  return marks.find(([mark]) => mark.test(agent))?.[1] ?? null;
}
