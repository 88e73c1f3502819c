import { posix, win32 } from 'node:path';
import { isWithin } from './is-within.js';

describe('a path within a folder', () => {
  it.each([
    ['/du-lieu', true],
    ['/du-lieu/moc', true],
    ['/du-lieu/..moc', true],
    ['/du-lieu-khac', false],
    ['/mnt/moc', false],
    ['/', false],
  ])('is told from another: %s', (path, isBelow) => {
    expect(isWithin('/du-lieu', path, posix)).toBe(isBelow);
  });

  it.each([
    ['D:\\hoi-am\\moc', true],
    ['d:\\HOI-AM\\moc', true],
    ['D:\\sao-luu', false],
    ['E:\\sao-luu', false],
    ['\\\\may\\chung\\sao-luu', false],
  ])('is told from another on Windows: %s', (path, isBelow) => {
    expect(isWithin('D:\\hoi-am', path, win32)).toBe(isBelow);
  });
});
