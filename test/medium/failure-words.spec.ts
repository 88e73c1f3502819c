import { failureWords } from '../../src/bootstrap/failure-words.js';

const refused = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: as the system says it`), { code, ...(path !== undefined && { path }) });

describe('the words of a failure', () => {
  it.each([
    ['EACCES', /quyền.*chown/u],
    ['EROFS', /chỉ cho đọc/u],
    ['ENOSPC', /đầy/u],
  ])('name the place and the mend of %s', (code, mend) => {
    const words = failureWords(refused(code, '/var/lib/hoi-am'));
    expect(words).toContain(`Không ghi hoặc đọc được /var/lib/hoi-am (${code}).`);
    expect(words).toMatch(mend);
  });

  it('are the message where no place is known, or the system said something else', () => {
    expect(failureWords(refused('EACCES'))).toBe('EACCES: as the system says it');
    expect(failureWords(refused('EADDRINUSE', '/x'))).toBe('EADDRINUSE: as the system says it');
    expect(failureWords('gone')).toBe('gone');
  });
});
