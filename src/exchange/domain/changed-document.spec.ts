import { comparedFiles, type ComparableFile } from './changed-document.js';

const file = (name: string, sha256: string): ComparableFile => ({ name, sha256, size: 1 });

describe('the files of two versions of a document', () => {
  it.each<[string, ComparableFile[], ComparableFile[], string[]]>([
    ['are the same by name and bytes', [file('a.pdf', '1')], [file('a.pdf', '1')], ['same a.pdf a.pdf']],
    ['keep their bytes under another name', [file('a.pdf', '1')], [file('b.pdf', '1')], ['renamed a.pdf b.pdf']],
    ['change under one name', [file('a.pdf', '1')], [file('a.pdf', '2')], ['changed a.pdf a.pdf']],
    ['come and go', [file('a.pdf', '1')], [file('b.pdf', '2')], ['removed a.pdf -', 'added - b.pdf']],
    [
      'go by their bytes before their names',
      [file('a.pdf', '1'), file('b.pdf', '2')],
      [file('a.pdf', '2'), file('c.pdf', '3')],
      ['removed a.pdf -', 'renamed b.pdf a.pdf', 'added - c.pdf'],
    ],
    [
      'are paired once where bytes repeat',
      [file('a.pdf', '1'), file('b.pdf', '1')],
      [file('a.pdf', '1')],
      ['same a.pdf a.pdf', 'removed b.pdf -'],
    ],
  ])('%s', (_rule, before, after, expected) => {
    const said = comparedFiles(before, after).map(
      (one) => `${one.change} ${one.before?.name ?? '-'} ${one.after?.name ?? '-'}`,
    );
    expect(said).toEqual(expected);
  });
});
