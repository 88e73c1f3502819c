import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PizZip from 'pizzip';

const run = promisify(execFile);
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006';

interface Program {
  readonly pid: number;
  readonly name: string;
}

/** Processes with this folder among their arguments: the script, the launcher of LibreOffice, LibreOffice. */
export function programsIn(folder: string): readonly Program[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,stat=,comm=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, stat, name] = /^\s*(\d+) (\S+)\s+(\S+)/u.exec(line) ?? [];
    return pid && name && !stat?.startsWith('Z') && line.includes(folder) ? [{ pid: Number(pid), name }] : [];
  });
}

export const officeIn = (folder: string): number => {
  const office = programsIn(folder).find(({ name }) => name === 'soffice.bin');
  if (!office) throw new Error('LibreOffice does not run.');
  return office.pid;
};

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

export const isAsked = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('a.docx'));

/** The Unix sockets that a process listens on, by path, also removed ones. */
export function pipesOf(pid: number): readonly string[] {
  const inodes = readdirSync(`/proc/${pid}/fd`).map((fd) => /\d+/u.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[0]);
  return readFileSync('/proc/net/unix', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .flatMap(([, , , , , , inode, path]) => (path?.startsWith('/tmp/OSL_') && inodes.includes(inode) ? [path] : []));
}

/** A letter with a picture that lies elsewhere. */
export function letterWithPicture(docx: Buffer, address: string): Buffer {
  const zip = new PizZip(docx);
  const change = (name: string, before: string, more: string): unknown =>
    zip.file(name, zip.file(name)?.asText().replace(before, `${more}${before}`) ?? '');
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  change(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdAway" Type="${type}" Target="${address}" TargetMode="External"/>`,
  );
  const size = '<wp:extent cx="360000" cy="360000"/><wp:docPr id="77" name="a"/>';
  const blip = `<pic:blipFill><a:blip r:link="rIdAway"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>`;
  const pic = `<pic:pic xmlns:pic="${MAIN}/picture"><pic:nvPicPr><pic:cNvPr id="77" name="a"/><pic:cNvPicPr/></pic:nvPicPr>${blip}${shape}</pic:pic>`;
  const graphic = `<a:graphic xmlns:a="${MAIN}/main"><a:graphicData uri="${MAIN}/picture">${pic}</a:graphicData></a:graphic>`;
  const names = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
  const drawing = `<w:drawing><wp:inline ${names}>${size}${graphic}</wp:inline></w:drawing>`;
  change('word/document.xml', '<w:sectPr', `<w:p><w:r>${drawing}</w:r></w:p>`);
  return zip.generate({ type: 'nodebuffer' });
}

/** Pages as they look, and their text. */
export async function seen(
  pdf: Buffer,
  folder: string,
): Promise<readonly [pictures: Buffer, pages: readonly string[]]> {
  const file = join(mkdtempSync(join(folder, 'pdf-')), 'a.pdf');
  writeFileSync(file, pdf);
  const [pictures, text] = await Promise.all([
    run('pdftoppm', ['-r', '40', '-gray', file], { encoding: 'buffer', maxBuffer: 2 ** 26 }),
    run('pdftotext', ['-layout', file, '-']),
  ]);
  return [pictures.stdout, text.stdout.split('\f').slice(0, -1)];
}
