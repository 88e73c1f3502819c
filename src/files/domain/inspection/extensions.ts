const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

export const DOCX = `${OPEN_XML}.wordprocessingml.document`;
export const XLSX = `${OPEN_XML}.spreadsheetml.sheet`;
export const PPTX = `${OPEN_XML}.presentationml.presentation`;

/** Endings that a file's name may have, by what its content must then be; the first is the usual one. */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  [DOCX]: ['docx'],
  [XLSX]: ['xlsx'],
  [PPTX]: ['pptx'],
  'application/zip': ['zip'],
  'application/xml': ['xml', 'edxml'],
  'application/json': ['json'],
  'text/csv': ['csv', 'tsv'],
  'text/plain': ['txt', 'md', 'log'],
  'text/calendar': ['ics'],
  'image/png': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp', 'dib'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif', 'hif'],
  'image/avif': ['avif'],
  'image/svg+xml': ['svg'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov', 'qt'],
  'video/3gpp': ['3gp', '3g2'],
  'video/webm': ['webm', 'mkv'],
  'video/x-msvideo': ['avi'],
  'audio/mp4': ['m4a'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/flac': ['flac'],
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
};

/** Types that cannot be told apart by content alone: what is one may be named as the other. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'text/plain': ['text/csv', 'application/json', 'text/calendar'],
  'video/mp4': ['audio/mp4', 'video/quicktime', 'video/3gpp'],
  'audio/mp4': ['video/mp4', 'video/3gpp'],
  'video/3gpp': ['video/mp4', 'audio/mp4'],
  'video/quicktime': ['video/mp4'],
};

/** Endings by which a computer runs a file, opens a page with scripts, or mounts it. */
const RUNS: ReadonlySet<string> = new Set(
  (
    'exe com scr pif bat cmd ps1 psm1 psd1 vbs vbe js jse mjs wsf wsh wsc sct hta msi msp mst msix appx dll cpl sys drv ocx ' +
    'lnk url website desktop scf inf reg jar class jnlp apk ipa app dmg pkg deb rpm iso img vhd vhdx chm hlp gadget application ' +
    'html htm xhtml xht shtml mht mhtml php phtml asp aspx jsp cgi sh bash zsh py pyc pl rb lua ' +
    'docm dotm xlsm xltm xlam xlsb xll xla xlt pptm potm ppam ppsm sldm svgz swf ade adp mdb accdb mde one settingcontent-ms'
  ).split(' '),
);

/** The same before another ending. Shorter than the list above: `KH.PL.docx` is a plan about law, no script. */
const RUNS_INSIDE: ReadonlySet<string> = new Set(
  'exe scr pif bat cmd ps1 vbs vbe js jse wsf wsh hta msi lnk dll jar php html htm asp aspx jsp docm xlsm'.split(' '),
);

export function endingsOf(type: string): readonly string[] {
  return BY_TYPE[type] ?? [];
}

export function runsByName(ending: string): boolean {
  return RUNS.has(ending);
}

export function runsInsideName(ending: string): boolean {
  return RUNS_INSIDE.has(ending);
}

export function isKnownEnding(ending: string): boolean {
  return Object.values(BY_TYPE).some((endings) => endings.includes(ending));
}

/** Whether content of this type may bear a name with this ending. */
export function fitsEnding(type: string, ending: string): boolean {
  return [type, ...(ALSO[type] ?? [])].some((one) => endingsOf(one).includes(ending));
}

/** The type of content that one cannot tell from plain text, by the ending of its name. */
export function textTypeByEnding(ending: string): string {
  const fitting = ALSO['text/plain']?.find((type) => endingsOf(type).includes(ending));
  return fitting ?? 'text/plain';
}
