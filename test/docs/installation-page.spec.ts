import { readFileSync } from 'node:fs';
import { deployFiles } from '../../src/cli/init/deploy-files.js';
import { ADMINISTRATOR, QUESTIONS } from '../../src/cli/init/questions.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const [, section = ''] = /### Không dùng container\n(.*?)\n## /su.exec(read('docs/operations/production.md')) ?? [];
const commands = [...section.matchAll(/```sh\n(.*?)```/gsu)].flatMap(([, block = '']) => block.split('\n'));
/** With the first administrator's password. */
const OF_ADMINISTRATOR = Object.keys(ADMINISTRATOR).length + 1;

/** What the page has people type; walked by hand on a bare Debian, and held here to what it speaks of. */
describe('the installation without a container', () => {
  it('puts each file that init writes where its first line says', () => {
    const files = deployFiles({
      ...{ folder: '/opt/hoi-am', programs: '/opt/hoi-am/dist/src', account: 'hoi-am', node: '/usr/local/bin/node' },
      ...{ publicUrl: 'https://hoi-am.example', port: '8022', data: '/var/lib/hoi-am', backups: '/mnt/sao-luu/hoi-am' },
      written: [],
    });
    for (const [name, text] of Object.entries(files)) {
      const [place = ''] = /\/(?:etc|usr)\/[\w./-]+/u.exec(text) ?? [];
      const isCopied = commands.some(
        (line) => line.startsWith('install ') && line.endsWith(` trien-khai/${name} ${place}`),
      );
      // Where journald keeps the log there is nothing to turn over.
      expect([name, isCopied]).toEqual([name, name !== 'hoi-am.logrotate']);
    }
  });

  it('installs every package of the image', () => {
    const [, last = ''] = read('Dockerfile').split('\nFROM ');
    const [, ofImage = ''] = /--no-install-recommends (.+?) \\/u.exec(last) ?? [];
    const installed = commands.find((line) => line.startsWith('apt-get install'))?.split(' ') ?? [];
    expect(ofImage.split(' ').filter((name) => !installed.includes(name))).toEqual([]);
  });

  it('says how many questions there are', () => {
    const ofBucket = QUESTIONS.find(({ trial }) => trial === 'files')?.questions.slice(1) ?? [];
    const all = QUESTIONS.flatMap(({ questions }) => questions).length - ofBucket.length + OF_ADMINISTRATOR;
    expect(section).toContain(`hỏi ${String(all)} câu`);
    expect(section).toContain(`thêm ${String(ofBucket.length)} câu`);
  });
});
